/** The page that prints one paper: fetches it, lays it out, opens the browser's print once, and stays for another try. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Face } from "../look/Failure";
import { text } from "../text";
import { words } from "../text/print";
import { type PaperSheet, papersApi } from "../wire/papers";
import { asProblem } from "../wire/problem";
import { type Asked, readAddress } from "./address";
import { writeMargins } from "./margins";
import { Sheet } from "./Sheet";

export function Print() {
  const [asked] = useState(() => readAddress(location.search));
  if (asked === null) return <Face title={words.noPaper} hint={words.noPaperHint} />;
  return <Asking asked={asked} />;
}

function fetched(asked: NonNullable<Asked>): Promise<PaperSheet> {
  return "handover" in asked
    ? papersApi.ofHandover(asked.handover)
    : papersApi.ofTicket(asked.ticket, asked.paper, asked.record);
}

function Asking({ asked }: { asked: NonNullable<Asked> }) {
  const found = useQuery({
    queryKey: ["paper", asked],
    queryFn: () => fetched(asked),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (found.data) return <Printed paper={found.data} />;
  if (!found.error) return <Face title={text.faces.loading} />;
  const problem = asProblem(found.error);
  const isAway = problem.status === 404 || problem.status === 403;
  return (
    <Face title={isAway ? words.away : words.failed} hint={problem.body.detail ?? text.faces.meFailedHint}>
      <button type="button" className="button" onClick={() => void found.refetch()}>
        {text.faces.retry}
      </button>
    </Face>
  );
}

/** The print opens by itself once the paper stands; margins come first, they are part of it. */
function Printed({ paper }: { paper: PaperSheet }) {
  const [hasMargins, setHasMargins] = useState<boolean | null>(null);
  useEffect(() => {
    const name = `${paper.title} ${paper.number}`;
    document.title = name;
    setHasMargins(writeMargins(paper.printed, name));
  }, [paper]);
  useEffect(() => {
    if (hasMargins === null) return;
    void document.fonts.ready.then(() => window.print());
  }, [hasMargins]);
  return (
    <main className={hasMargins === false ? "desk-of-paper without-margins" : "desk-of-paper"}>
      <div className="paper-tools">
        <button type="button" className="button primary" data-print onClick={() => window.print()}>
          {words.print}
        </button>
        <span className="quiet">{words.hint}</span>
      </div>
      <Sheet paper={paper} />
    </main>
  );
}
