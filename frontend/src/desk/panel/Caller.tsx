/** The caller, masked, of a confidential ticket not at all; C shows the number for sixty seconds and asks what came of it. */
import { useMutation } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { onModeKey, type Taker, useKey, useTaker } from "../../seat/keys";
import { text } from "../../text";
import { words } from "../../text/desk";
import { choiceLabel } from "../../text/labels";
import { api } from "../../wire/api";
import { asProblem } from "../../wire/problem";
import type { RevealedCaller, TicketDetail, TicketRow } from "../../wire/types";
import { findOpen } from "../commands";
import { useDesk } from "../context";
import { mayReveal } from "./revealing";
import type { Orders } from "./useOrders";

const SHOWN_SECONDS = 60;

interface Shown {
  caller: RevealedCaller;
  reason: string;
  left: number;
}

function useReveal(ticket: number) {
  const [shown, setShown] = useState<Shown | null>(null);
  const ask = useMutation({
    mutationFn: (reason: string) => api.caller(ticket, reason),
    onSuccess: (caller, reason) => setShown({ caller, reason, left: SHOWN_SECONDS }),
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
  const hide = useCallback(() => setShown(null), []);
  return { shown, ask, hide };
}

/** Why one looks at a number in this state, as a rule; another reason may be chosen first. */
function usualReason(state: TicketRow["state"]): string {
  const [about, , after, where] = text.ticket.revealReasons;
  const usual = state === "unplaced" ? where : state === "answered" || state === "replied" ? after : about;
  return usual ?? "";
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
  useTaker(taker, onModeKey);
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

/** Nine in the morning of the next day: when one calls again unless something else was agreed. */
function tomorrowMorning(): string {
  const at = new Date();
  at.setDate(at.getDate() + 1);
  at.setHours(9, 0, 0, 0);
  return at.toISOString();
}

const AGAIN = "later";

/** 1–5: what came of the call; 约定再联系 asks when, with the next morning as a start. */
function Log({ orders, onLogged }: { orders: Orders; onLogged: () => void }) {
  const { allowed, give, begin } = orders;
  const offer = findOpen(allowed, "contact");
  const results = offer?.fields.find(({ name }) => name === "result")?.choices;
  const log = useCallback(
    (result: string) => {
      if (!offer) return;
      if (result === AGAIN) begin(offer, { result, again_at: tomorrowMorning() });
      else give(offer, { result }, onLogged);
    },
    [offer, begin, give, onLogged],
  );
  const taker = useCallback<Taker>(
    (key) => {
      const result = /^[1-9]$/.test(key) ? results?.[Number(key) - 1] : undefined;
      if (result) log(result.value);
      else if (key === "Escape") onLogged();
      else return false;
      return true;
    },
    [results, log, onLogged],
  );
  const isFormOpen = orders.form !== null;
  useTaker(results && !isFormOpen ? taker : null, onModeKey);
  if (!results || isFormOpen) return null;
  return (
    <fieldset className="reasons" data-log>
      <legend>{words.call.log}</legend>
      {results.map((result, index) => (
        <button
          key={result.value}
          type="button"
          className="button small"
          data-result={result.value}
          onClick={() => log(result.value)}
        >
          <kbd>{index + 1}</kbd>
          {choiceLabel(result)}
        </button>
      ))}
    </fieldset>
  );
}

interface Props {
  row: TicketRow;
  detail: TicketDetail | undefined;
  orders: Orders;
}

export function Caller({ row, detail, orders }: Props) {
  const { shown, ask, hide } = useReveal(row.id);
  const [asking, setAsking] = useState(false);
  const caller = detail?.caller;
  const { me } = useDesk();
  const canShow =
    detail !== undefined && Boolean(caller?.masked_phone) && !row.confidential && mayReveal(row, detail, me);
  const { mutate } = ask;
  const show = useCallback(() => mutate(usualReason(row.state)), [mutate, row.state]);
  useKey(canShow && !shown ? "c" : null, show);
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
        <Revealed shown={shown} />
      ) : (
        <>
          <span>{[caller.masked_name, caller.masked_phone].filter(Boolean).join(text.dot)}</span>
          {canShow ? (
            <>
              <button type="button" className="link" data-reveal onClick={show}>
                {text.ticket.reveal} <kbd>C</kbd>
              </button>
              <button type="button" className="link quiet" onClick={() => setAsking(!asking)}>
                {words.call.other}
              </button>
            </>
          ) : null}
        </>
      )}
      {shown ? <Log orders={orders} onLogged={hide} /> : null}
      {asking && !shown ? (
        <Reasons
          onClose={() => setAsking(false)}
          onChoose={(reason) => {
            setAsking(false);
            mutate(reason);
          }}
        />
      ) : null}
      {ask.error ? <p className="problem">{asProblem(ask.error).message || text.act.offline}</p> : null}
    </div>
  );
}

function Revealed({ shown }: { shown: Shown }) {
  return (
    <>
      <span className="caller-name">{shown.caller.name}</span>
      <a className="caller-number" href={`tel:${shown.caller.phone ?? ""}`}>
        {shown.caller.phone}
      </a>
      <span className="quiet">{text.ticket.hideIn(shown.left)}</span>
      <span className="caller-reason quiet">{words.call.reason(shown.reason)}</span>
    </>
  );
}
