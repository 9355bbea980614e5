/** The open ticket: its detail, fetched again whenever the stream shows a newer version, and commands on it. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import { newOperation } from "../seat/operation";
import { useAtRest } from "../seat/rest";
import { useToasts } from "../seat/toasts";
import { ticketOnBoard } from "../state/apply";
import { text, word } from "../text";
import { labelOf } from "../text/labels";
import { api } from "../wire/api";
import { asProblem, type Problem } from "../wire/problem";
import type { Allowed, CommandAnswer, FieldValue, TicketDetail, TicketRow } from "../wire/types";
import { useDesk, useLive } from "./context";

/** True once a ticket that stood on the board stands there no more: it ended, or it is another unit's now. */
function useHasLeft(id: number | null, isHeld: boolean): boolean {
  const stood = useRef<number | null>(null);
  const hasLeft = !isHeld && id !== null && stood.current === id;
  useEffect(() => {
    if (isHeld) stood.current = id;
  }, [isHeld, id]);
  return hasLeft;
}

const REST_MS = 150;

export function useTicketDetail(id: number | null) {
  const held = useLive((live) => (id === null ? undefined : ticketOnBoard(live.board, id)));
  const queries = useQueryClient();
  // While the arrows run over a list, the tickets passed by are not fetched.
  const rested = useAtRest(id, REST_MS);
  const detail = useQuery({
    queryKey: ["ticket", id],
    queryFn: ({ signal }) => api.ticket(id ?? 0, signal),
    enabled: id !== null && id === rested,
    staleTime: 15_000,
  });
  const version = held?.version ?? 0;
  const known = detail.data?.row.version ?? 0;
  const hasLeft = useHasLeft(id, held !== undefined);
  const isBehind = detail.data !== undefined && (version > known || hasLeft);
  // Each newer version, and each time the line is back, asks again: what was asked before may have failed.
  const news = `${version} ${useLive((live) => live.connection.kind)}`;
  useEffect(() => {
    if (isBehind && news) void queries.invalidateQueries({ queryKey: ["ticket", id] });
  }, [isBehind, news, id, queries]);
  return { detail, row: newer(held, detail.data?.row) };
}

function newer(a: TicketRow | undefined, b: TicketRow | undefined): TicketRow | undefined {
  if (!a || !b) return a ?? b;
  return a.version >= b.version ? a : b;
}

const NOTHING: readonly Allowed[] = [];

export function allowedOf(detail: TicketDetail | undefined): readonly Allowed[] {
  return (detail?.allowed ?? NOTHING) as readonly Allowed[];
}

export interface Order {
  row: TicketRow;
  command: { command: string; label: string };
  fields: Record<string, FieldValue>;
  /** Goes with every retry of this order, so that it is applied once. */
  operation: string;
  /** The id of a signing that is given first; none, as a rule. */
  signs?: string | null;
}

/** 签收并交办 is two commands, one after the other; each is applied once, however often the pair is sent. */
async function giveAll(order: Order): Promise<CommandAnswer> {
  if (!order.signs) return give(order);
  const sign = { command: "sign", label: "" };
  const signed = await give({ ...order, command: sign, fields: {}, operation: order.signs });
  return give({ ...order, row: signed.row ?? order.row });
}

function give({ row, command, fields, operation }: Order): Promise<CommandAnswer> {
  return api.command(row.id, command.command, { operation, fields, state_seen: row.state });
}

/** Takes back a signing within its ten seconds, and shows the ticket again. */
function useUndoSign() {
  const queries = useQueryClient();
  const toasts = useToasts();
  const { go } = useDesk();
  return (row: TicketRow): void => {
    const order = {
      row,
      command: { command: "undo_sign", label: "" },
      fields: {},
      operation: newOperation(),
    };
    give(order)
      .then(() => {
        toasts.say(text.act.undone, { about: row.id });
        go({ ticket: row.id, panel: null });
      })
      .catch((error: unknown) => toasts.say(asProblem(error).body.detail ?? text.act.failed))
      .finally(() => queries.invalidateQueries({ queryKey: ["ticket", row.id] }));
  };
}

/** Gives commands to tickets; says what was done, with an undo for a signing. */
export function useCommand() {
  const queries = useQueryClient();
  const toasts = useToasts();
  const undo = useUndoSign();
  return useMutation<CommandAnswer, Problem, Order>({
    mutationFn: giveAll,
    networkMode: "always",
    onSuccess: (answer, { row: before, command }) => {
      const row = answer.row ?? before;
      const words = `${text.act.done(labelOf(command))}${text.dot}${row.title}`;
      const undoable = { label: text.act.undo, key: "z", run: () => undo(row) };
      if (answer.proposed) {
        const { name, place_name, kind } = answer.proposed;
        toasts.say(text.place.proposed(name, place_name, word(text.nameKind, kind)));
      }
      toasts.say(words, { about: row.id, ...(command.command === "sign" ? { undo: undoable } : {}) });
    },
    onSettled: (_answer, _error, { row }) => {
      // Not awaited: the order is settled whether or not the panel can be renewed at once.
      void queries.invalidateQueries({ queryKey: ["ticket", row.id] });
    },
  });
}

/** What a 409 has to say: what changed meanwhile. */
export function conflictWords(
  problem: Problem,
  seen: TicketRow | undefined,
  now: TicketRow | undefined,
): string {
  const detail = problem.body.detail ?? text.ticket.changed;
  if (!seen || !now || seen.state === now.state) return detail;
  return `${detail} ${text.ticket.changedFrom(text.state[seen.state], text.state[now.state])}`;
}

/** Others who look at this ticket. */
export function useOnlookers(id: number | null): string[] {
  const { me } = useDesk();
  const present = useLive((live) => (id === null ? undefined : live.presence.get(id)));
  return useMemo(
    () => (present ?? []).filter((person) => person.id !== me.person.id).map((person) => person.name),
    [present, me.person.id],
  );
}
