/** From the link to its ticket: opens it on this device, keeps it fresh by asking again, says whom to call if it is over. */
import { useCallback, useEffect, useState } from "react";
import { Face } from "../look/Failure";
import { Watermark } from "../look/Watermark";
import { words } from "../text/link";
import { asProblem, type Problem } from "../wire/problem";
import { LinkedTicket } from "./LinkedTicket";
import { type Opened, open } from "./opened";
import { Unsent } from "./Unsent";

const RENEW_MS = 15_000;

/** What passes by itself: the network, a crowd, a service on its way back. */
function passes({ isOffline, status }: Problem): boolean {
  return isOffline || status === 429 || status >= 500;
}

export function LinkPage({ token }: { token: string | null }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const renew = useCallback(async (): Promise<void> => {
    try {
      setOpened(await open(opened ? null : token, opened));
      setProblem(null);
    } catch (error) {
      setProblem(asProblem(error));
    }
  }, [opened, token]);
  useEffect(() => {
    open(token, null).then(setOpened, (error) => setProblem(asProblem(error)));
  }, [token]);
  const isOpen = opened !== null;
  useEffect(() => {
    const again = () => void renew();
    window.addEventListener("online", again);
    const timer = isOpen
      ? setInterval(() => document.visibilityState === "visible" && again(), RENEW_MS)
      : undefined;
    return () => {
      window.removeEventListener("online", again);
      clearInterval(timer);
    };
  }, [renew, isOpen]);
  if (problem && !(opened && passes(problem))) return <Closed problem={problem} onRetry={renew} />;
  if (!opened) return <Face title={words.opening} />;
  const { standing } = opened;
  return (
    <>
      <LinkedTicket opened={opened} renew={renew} isReached={problem === null} />
      <Watermark name={standing.person_name} unit={standing.center_name} offset={opened.offset} />
    </>
  );
}

/** Over, used elsewhere, or handed on: a friendly face with the center's phone; what passes by itself is tried again. */
function Closed({ problem, onRetry }: { problem: Problem; onRetry: () => Promise<void> }) {
  const { center, phone } = problem.body as { center?: string; phone?: string };
  const isMomentary = passes(problem);
  return (
    <div className="phone phone-face" data-face="closed">
      <Face title={titleOf(problem)} hint={problem.status === 401 ? words.again : problem.body.detail}>
        {phone && center ? (
          <a className="tall filled" href={`tel:${phone}`} data-command="call_center">
            {words.call(center)}
          </a>
        ) : null}
        {isMomentary ? (
          <button type="button" className="tall" onClick={() => void onRetry()}>
            {words.retry}
          </button>
        ) : (
          <Unsent />
        )}
      </Face>
    </div>
  );
}

function titleOf(problem: Problem): string {
  if (problem.isOffline) return words.unreachable;
  if (problem.status === 404) return words.gone;
  return passes(problem) ? words.later : words.closed;
}
