/** The caller, masked, of a confidential ticket not at all; the number for sixty seconds against a reason, which the service writes to the audit. */
import { useMutation } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { type Taker, useKey, useTaker } from "../../seat/keys";
import { text } from "../../text";
import { api } from "../../wire/api";
import { asProblem } from "../../wire/problem";
import type { RevealedCaller, TicketDetail, TicketRow } from "../../wire/types";

const SHOWN_SECONDS = 60;

function useReveal(ticket: number) {
  const [shown, setShown] = useState<{ caller: RevealedCaller; left: number } | null>(null);
  const ask = useMutation({
    mutationFn: (reason: string) => api.caller(ticket, reason),
    onSuccess: (caller) => setShown({ caller, left: SHOWN_SECONDS }),
  });
  const isShown = shown !== null;
  useEffect(() => {
    if (!isShown) return;
    const timer = setInterval(
      () => setShown((held) => (held && held.left > 1 ? { ...held, left: held.left - 1 } : null)),
      1_000,
    );
    return () => clearInterval(timer);
  }, [isShown]);
  return { shown, ask };
}

function Reasons({ onChoose, onClose }: { onChoose: (reason: string) => void; onClose: () => void }) {
  const taker = useCallback<Taker>(
    (key) => {
      const reason = text.ticket.revealReasons[Number(key) - 1];
      if (reason) onChoose(reason);
      else if (key === "Escape") onClose();
      else return false;
      return true;
    },
    [onChoose, onClose],
  );
  useTaker(taker);
  return (
    <fieldset className="reasons">
      <legend>
        {text.ticket.revealReason}
        <span className="reasons-note">{text.ticket.revealNote}</span>
      </legend>
      {text.ticket.revealReasons.map((reason, index) => (
        <button key={reason} type="button" className="button small" onClick={() => onChoose(reason)}>
          <kbd>{index + 1}</kbd>
          {reason}
        </button>
      ))}
    </fieldset>
  );
}

interface Props {
  row: TicketRow;
  detail: TicketDetail | undefined;
}

export function Caller({ row, detail }: Props) {
  const { shown, ask } = useReveal(row.id);
  const [asking, setAsking] = useState(false);
  const caller = detail?.caller;
  const canShow = Boolean(caller?.masked_phone) && !row.confidential;
  const askWhy = useCallback(() => setAsking(true), []);
  useKey(canShow ? "c" : null, askWhy);
  if (!detail) return null;
  if (row.confidential) {
    return (
      <p className="caller" data-confidential>
        <span>{text.ticket.caller}</span>
        <span>{text.ticket.callerHidden}</span>
      </p>
    );
  }
  if (!caller || (!caller.masked_name && !caller.masked_phone)) {
    return <p className="caller quiet">{text.ticket.noCaller}</p>;
  }
  return (
    <div className="caller">
      <span>{text.ticket.caller}</span>
      {shown ? (
        <>
          <span className="caller-name">{shown.caller.name}</span>
          <a className="caller-number" href={`tel:${shown.caller.phone ?? ""}`}>
            {shown.caller.phone}
          </a>
          <span className="quiet">{text.ticket.hideIn(shown.left)}</span>
        </>
      ) : (
        <>
          <span>{[caller.masked_name, caller.masked_phone].filter(Boolean).join(text.dot)}</span>
          {canShow ? (
            <button type="button" className="link" onClick={() => setAsking(!asking)}>
              {text.ticket.reveal} <kbd>C</kbd>
            </button>
          ) : null}
        </>
      )}
      {asking && !shown ? (
        <Reasons
          onClose={() => setAsking(false)}
          onChoose={(reason) => {
            setAsking(false);
            ask.mutate(reason);
          }}
        />
      ) : null}
      {ask.error ? <p className="problem">{asProblem(ask.error).message || text.act.offline}</p> : null}
    </div>
  );
}
