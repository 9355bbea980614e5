/** From the link to its ticket: opens it on this device, keeps it fresh by asking again, says whom to call if it is over. */
import { useCallback, useEffect, useState } from "react";
import { Face } from "../look/Failure";
import { Watermark } from "../look/Watermark";
import { words } from "../text/link";
import { api, ask } from "../wire/api";
import type { components } from "../wire/generated";
import { asProblem, type Problem } from "../wire/problem";
import type { TicketDetail } from "../wire/types";
import { LinkedTicket } from "./LinkedTicket";
import { mean } from "./meant";

const RENEW_MS = 15_000;

export type Standing = components["schemas"]["LinkStanding"];

interface Opened {
  standing: Standing;
  detail: TicketDetail;
}

async function open(token: string | null): Promise<Opened> {
  if (token) mean((await ask<components["schemas"]["LinkOpened"]>("POST", "/api/link", { token })).link);
  const standing = await ask<Standing>("GET", "/api/link");
  return { standing, detail: await api.ticket(standing.ticket) };
}

export function LinkPage({ token }: { token: string | null }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const renew = useCallback(async (): Promise<void> => {
    try {
      setOpened(await open(opened ? null : token));
      setProblem(null);
    } catch (error) {
      setProblem(asProblem(error));
    }
  }, [opened, token]);
  useEffect(() => {
    open(token).then(setOpened, (error) => setProblem(asProblem(error)));
  }, [token]);
  const isOpen = opened !== null;
  useEffect(() => {
    if (!isOpen) return;
    const timer = setInterval(() => document.visibilityState === "visible" && void renew(), RENEW_MS);
    return () => clearInterval(timer);
  }, [renew, isOpen]);
  if (problem && !(problem.isOffline && opened)) return <Closed problem={problem} onRetry={renew} />;
  if (!opened) return <Face title={words.opening} />;
  const { standing, detail } = opened;
  return (
    <>
      <LinkedTicket standing={standing} detail={detail} renew={renew} />
      <Watermark name={standing.person_name} unit={standing.center_name} />
    </>
  );
}

/** Over, used elsewhere, or handed on: a friendly face with the center's phone; what passes by itself is tried again. */
function Closed({ problem, onRetry }: { problem: Problem; onRetry: () => Promise<void> }) {
  const { center, phone } = problem.body as { center?: string; phone?: string };
  const passes = problem.isOffline || problem.status === 429 || problem.status >= 500;
  return (
    <div className="phone phone-face" data-face="closed">
      <Face title={titleOf(problem)} hint={problem.status === 401 ? words.again : problem.body.detail}>
        {phone && center ? (
          <a className="tall filled" href={`tel:${phone}`}>
            {words.call(center)}
          </a>
        ) : null}
        {passes ? (
          <button type="button" className="tall" onClick={() => void onRetry()}>
            {words.retry}
          </button>
        ) : null}
      </Face>
    </div>
  );
}

function titleOf(problem: Problem): string {
  if (problem.isOffline) return words.unreachable;
  if (problem.status === 404) return words.gone;
  return problem.status === 429 || problem.status >= 500 ? words.later : words.closed;
}
