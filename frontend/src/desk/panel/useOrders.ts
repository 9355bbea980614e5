/** The commands of the open ticket: which form is open, what was refused, what comes next. Used by the panel. */
import { useCallback, useEffect, useRef, useState } from "react";
import { forgetForm, keptForm } from "../../seat/keep";
import { newOperation } from "../../seat/operation";
import { text } from "../../text";
import type { Problem } from "../../wire/problem";
import type { Allowed, FieldValue, TicketDetail, TicketRow } from "../../wire/types";
import { findOpen, labelOf, takesNoFields } from "../commands";
import { useDesk } from "../context";
import type { Draft } from "../form/draft";
import { allowedOf, conflictWords, useCommand } from "../ticket";

interface OpenForm {
  command: string;
  label: string;
  preset: Draft;
  seen: TicketRow;
  operation: string;
}

const NO_PRESET: Draft = {};

export interface Orders {
  form: OpenForm | null;
  allowed: readonly Allowed[];
  /** The open form's command as the service offers it now. */
  formOffer: Allowed | undefined;
  isSending: boolean;
  problem: Problem | null;
  /** What to say above the buttons: a refusal, or that a form could not be kept open. */
  notice: string;
  begin(allowed: Allowed, preset?: Draft): void;
  signThenAssign(sign: Allowed): void;
  send(fields: Record<string, FieldValue>): void;
  cancel(): void;
}

/** One order at a time: a second key press while the first is on its way does nothing. */
function usePerform(row: TicketRow) {
  const command = useCommand();
  const { mutate } = command;
  const isUnderWay = useRef(false);
  const perform = useCallback(
    (offer: Allowed, fields: Record<string, FieldValue>, operation: string, onDone: () => void): void => {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      const onSettled = () => {
        isUnderWay.current = false;
      };
      mutate({ row, command: offer, fields, operation }, { onSuccess: onDone, onSettled });
    },
    [mutate, row],
  );
  return { command, perform };
}

/** 签收并交办: once the service offers to assign, the form opens by itself. */
function useAssignOnceSigned(allowed: readonly Allowed[], open: (offer: Allowed, preset: Draft) => void) {
  const [wantsAssign, setWantsAssign] = useState(false);
  const offer = wantsAssign ? findOpen(allowed, "assign") : undefined;
  useEffect(() => {
    if (!offer) return;
    setWantsAssign(false);
    open(offer, NO_PRESET);
  }, [offer, open]);
  return useCallback(() => setWantsAssign(true), []);
}

/** The form this person left unfinished, once the service still offers it. */
function useKeptForm(
  ticket: number,
  allowed: readonly Allowed[],
  open: (offer: Allowed, preset: Draft) => void,
) {
  const person = useDesk().me.person.id;
  const [kept, setKept] = useState(() => keptForm<Draft>(person, ticket));
  const offer = kept ? findOpen(allowed, kept.command) : undefined;
  useEffect(() => {
    if (!kept || !offer) return;
    setKept(null);
    open(offer, kept.draft);
  }, [kept, offer, open]);
}

/** Commands after which the next ticket of the same kind comes by itself. */
const GO_ON: ReadonlySet<string> = new Set(["sign", "place", "decide", "grant", "force"]);

/** `onNext` is called after 签收并下一件, and when a place is confirmed. */
export function useOrders(row: TicketRow, detail: TicketDetail | undefined, onNext: () => void): Orders {
  const { command, perform } = usePerform(row);
  const { reset, isPending, error } = command;
  const [form, setForm] = useState<OpenForm | null>(null);
  const [notice, setNotice] = useState("");
  const allowed = allowedOf(detail);
  const close = useCallback(() => {
    forgetForm(row.id);
    setForm(null);
  }, [row.id]);
  const open = useCallback(
    (offer: Allowed, preset: Draft) => {
      reset();
      setNotice("");
      setForm({ command: offer.command, label: offer.label, preset, seen: row, operation: newOperation() });
    },
    [reset, row],
  );
  const begin = useCallback(
    (offer: Allowed, preset: Draft = NO_PRESET): void => {
      setNotice(offer.why ?? "");
      if (offer.why) return;
      if (!takesNoFields(offer)) open(offer, preset);
      else perform(offer, {}, newOperation(), GO_ON.has(offer.command) ? onNext : close);
    },
    [open, perform, onNext, close],
  );
  useKeptForm(row.id, allowed, open);
  const assignOnceSigned = useAssignOnceSigned(allowed, open);
  const signThenAssign = useCallback(
    (sign: Allowed) => perform(sign, {}, newOperation(), assignOnceSigned),
    [perform, assignOnceSigned],
  );
  const formOffer = form ? allowed.find((each) => each.command === form.command && !each.why) : undefined;
  const isLost = form !== null && detail !== undefined && !formOffer && !isPending;
  useEffect(() => {
    if (!isLost || !form) return;
    setForm(null);
    setNotice(lostWords(form, row, error));
  }, [isLost, form, row, error]);
  const send = (fields: Record<string, FieldValue>): void => {
    if (!form || !formOffer) return;
    // A lost answer may have been applied: the same id again. A refusal was not: the next try is a new order.
    const operation = error && !error.isOffline ? newOperation() : form.operation;
    setForm({ ...form, operation });
    perform(formOffer, fields, operation, () => {
      close();
      if (GO_ON.has(formOffer.command)) onNext();
    });
  };
  const cancel = useCallback(() => {
    close();
    reset();
  }, [close, reset]);
  const refusal = form === null && error ? refusalWords(error, command.variables?.row, row) : "";
  const problem = form ? error : null;
  return {
    form,
    allowed,
    formOffer,
    isSending: isPending,
    problem,
    notice: notice || refusal,
    begin,
    signThenAssign,
    send,
    cancel,
  };
}

function refusalWords(problem: Problem, seen: TicketRow | undefined, now: TicketRow): string {
  if (problem.isOffline) return text.act.offline;
  return problem.status === 409
    ? conflictWords(problem, seen, now)
    : (problem.body.detail ?? text.act.failed);
}

function lostWords(form: OpenForm, now: TicketRow, problem: Problem | null): string {
  if (problem) return refusalWords(problem, form.seen, now);
  const change =
    form.seen.state === now.state
      ? ""
      : text.ticket.changedFrom(text.state[form.seen.state], text.state[now.state]);
  return [text.ticket.changed, change, text.act.noLonger(labelOf(form))].filter(Boolean).join(text.dot);
}
