/** From the link to its ticket: opens it on this device, keeps it fresh by asking again, says whom to call if it is over. */
import { useCallback, useEffect, useState } from "react";
import { Face } from "../look/Failure";
import { words } from "../text/link";
import { api, ask } from "../wire/api";
import { asProblem, type Problem } from "../wire/problem";
import type { TicketDetail } from "../wire/types";
import { LinkedTicket } from "./LinkedTicket";

const RENEW_MS = 15_000;

export interface Standing {
  ticket: number;
  person: number;
  person_name: string;
  center_name: string;
  center_phone: string | null;
}

interface Opened {
  standing: Standing;
  detail: TicketDetail;
}

async function open(token: string | null): Promise<Opened> {
  if (token) await ask<unknown>("POST", "/api/link", { token });
  const standing = await ask<Standing>("GET", "/api/link");
  return { standing, detail: await api.ticket(standing.ticket) };
}

export function LinkPage({ token }: { token: string | null }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const renew = useCallback(async (): Promise<void> => {
    try {
      setOpened(await open(null));
      setProblem(null);
    } catch (error) {
      setProblem(asProblem(error));
    }
  }, []);
  useEffect(() => {
    open(token).then(setOpened, (error) => setProblem(asProblem(error)));
  }, [token]);
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === "visible" && void renew(), RENEW_MS);
    return () => clearInterval(timer);
  }, [renew]);
  if (problem && !(problem.isOffline && opened)) return <Closed problem={problem} onRetry={renew} />;
  if (!opened) return <Face title={words.opening} />;
  return <LinkedTicket standing={opened.standing} detail={opened.detail} renew={renew} />;
}

/** Over, used elsewhere, or handed on: a friendly face with the center's phone. */
function Closed({ problem, onRetry }: { problem: Problem; onRetry: () => Promise<void> }) {
  const { center, phone } = problem.body as { center?: string; phone?: string };
  const title = problem.status === 404 ? words.gone : words.closed;
  return (
    <div className="phone phone-face" data-face="closed">
      <Face title={problem.isOffline ? words.offline : title} hint={problem.body.detail}>
        {phone && center ? (
          <a className="tall filled" href={`tel:${phone}`}>
            {words.call(center)}
          </a>
        ) : null}
        {problem.isOffline ? (
          <button type="button" className="tall" onClick={() => void onRetry()}>
            {words.retry}
          </button>
        ) : null}
      </Face>
    </div>
  );
}
