/** The commands of the open ticket: which form is open, what was refused, what comes next. Used by the panel. */
import { useCallback, useEffect, useRef, useState } from "react";
import { forgetForm, keptForm } from "../../seat/keep";
import { newOperation } from "../../seat/operation";
import { text } from "../../text";
import { labelOf } from "../../text/labels";
import type { Problem } from "../../wire/problem";
import type { Allowed, FieldValue, TicketDetail, TicketRow } from "../../wire/types";
import { findOpen, takesNoFields } from "../commands";
import { useDesk } from "../context";
import type { Draft } from "../form/draft";
import { allowedOf, conflictWords, useCommand } from "../ticket";

interface OpenForm {
  command: string;
  label: string;
  preset: Draft;
  seen: TicketRow;
  operation: string;
  /** 签收并交办: the signing that is given first, with an id of its own. */
  signs: string | null;
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
  /** Gives a command at once, without its form. */
  give(allowed: Allowed, fields: Record<string, FieldValue>, onDone: () => void): void;
  /** Signing and assigning may be asked for at once. */
  canSignAndAssign: boolean;
  signAndAssign(): void;
  send(fields: Record<string, FieldValue>): void;
  cancel(): void;
}

/** One order at a time: a second key press while the first is on its way does nothing. */
function usePerform(row: TicketRow) {
  const command = useCommand();
  const { mutate } = command;
  const isUnderWay = useRef(false);
  const perform = useCallback(
    (
      offer: Allowed,
      fields: Record<string, FieldValue>,
      operation: string,
      onDone: () => void,
      signs: string | null = null,
    ): void => {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      const onSettled = () => {
        isUnderWay.current = false;
      };
      mutate({ row, command: offer, fields, operation, signs }, { onSuccess: onDone, onSettled });
    },
    [mutate, row],
  );
  return { command, perform };
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
const GO_ON: ReadonlySet<string> = new Set([
  "sign",
  "assign",
  "place",
  "review",
  "send_back",
  "sign_off",
  "decide",
  "grant",
  "force",
]);

/** The form in hand and what is to be said above the buttons. */
function useForm(row: TicketRow, reset: () => void) {
  const [form, setForm] = useState<OpenForm | null>(null);
  const [notice, setNotice] = useState("");
  const close = useCallback(() => {
    forgetForm(row.id);
    setForm(null);
  }, [row.id]);
  const open = useCallback(
    (offer: Allowed, preset: Draft, signs: string | null = null) => {
      reset();
      setNotice("");
      const { command, label } = offer;
      setForm({ command, label, preset, seen: row, operation: newOperation(), signs });
    },
    [reset, row],
  );
  const cancel = useCallback(() => {
    close();
    reset();
  }, [close, reset]);
  return { form, setForm, notice, setNotice, open, close, cancel };
}

/** Commands given without a form, and 签收并交办, whose form asks for both at once. */
function useGiving(
  perform: ReturnType<typeof usePerform>["perform"],
  held: ReturnType<typeof useForm>,
  ahead: Allowed | null,
  onNext: () => void,
) {
  const { open, close, setNotice } = held;
  const begin = useCallback(
    (offer: Allowed, preset: Draft = NO_PRESET): void => {
      setNotice(offer.why ?? "");
      if (offer.why) return;
      if (!takesNoFields(offer)) open(offer, preset);
      else perform(offer, {}, newOperation(), GO_ON.has(offer.command) ? onNext : close);
    },
    [open, perform, onNext, close, setNotice],
  );
  const give = useCallback(
    (offer: Allowed, fields: Record<string, FieldValue>, onDone: () => void) =>
      perform(offer, fields, newOperation(), onDone),
    [perform],
  );
  const signAndAssign = useCallback(() => {
    if (ahead) open(ahead, NO_PRESET, newOperation());
  }, [ahead, open]);
  return { begin, give, signAndAssign, canSignAndAssign: ahead !== null };
}

/** `onNext` is called after 签收并下一件, and wherever the next of the same kind is the next thing to do. */
export function useOrders(row: TicketRow, detail: TicketDetail | undefined, onNext: () => void): Orders {
  const { command, perform } = usePerform(row);
  const { reset, isPending, error } = command;
  const held = useForm(row, reset);
  const { form, setForm, notice, setNotice, close } = held;
  const allowed = allowedOf(detail);
  useKeptForm(row.id, allowed, held.open);
  const canSign = findOpen(allowed, "sign") !== undefined;
  const ahead = canSign ? ((detail?.once_signed ?? null) as Allowed | null) : null;
  const giving = useGiving(perform, held, ahead, onNext);
  const formOffer = form ? offerOf(form, allowed, ahead) : undefined;
  const isLost = form !== null && detail !== undefined && !formOffer && !isPending;
  useEffect(() => {
    if (!isLost || !form) return;
    setForm(null);
    setNotice(lostWords(form, row, error));
  }, [isLost, form, row, error, setForm, setNotice]);
  const send = (fields: Record<string, FieldValue>): void => {
    if (!form || !formOffer) return;
    // A lost answer may have been applied: the same id again. A refusal was not: the next try is a new order.
    const operation = error && !error.isOffline ? newOperation() : form.operation;
    setForm({ ...form, operation });
    const onDone = () => {
      close();
      if (form.signs || GO_ON.has(formOffer.command)) onNext();
    };
    // A ticket that was signed meanwhile is not signed again.
    perform(formOffer, fields, operation, onDone, canSign ? form.signs : null);
  };
  const refusal = form === null && error ? refusalWords(error, command.variables?.row, row) : "";
  return {
    ...giving,
    form,
    allowed,
    formOffer,
    isSending: isPending,
    problem: form ? error : null,
    notice: notice || refusal,
    send,
    cancel: held.cancel,
  };
}

/** The open form's command as it may be given now; of 签收并交办, as it may be given once signed. */
function offerOf(form: OpenForm, allowed: readonly Allowed[], ahead: Allowed | null) {
  const now = allowed.find((each) => each.command === form.command && !each.why);
  return now ?? (form.signs ? (ahead ?? undefined) : undefined);
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
