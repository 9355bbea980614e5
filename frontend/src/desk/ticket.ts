/** The open ticket: its detail, fetched again whenever the stream shows a newer version, and commands on it. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { ticketOnBoard } from "../state/apply";
import { text } from "../text";
import { api } from "../wire/api";
import { asProblem, type Problem } from "../wire/problem";
import type { Allowed, CommandAnswer, FieldValue, TicketDetail, TicketRow } from "../wire/types";
import { useDesk } from "./context";
import { useToasts } from "./toasts";

export function useTicketDetail(id: number | null) {
  const { live } = useDesk();
  const queries = useQueryClient();
  const detail = useQuery({
    queryKey: ["ticket", id],
    queryFn: ({ signal }) => api.ticket(id ?? 0, signal),
    enabled: id !== null,
    staleTime: 15_000,
  });
  const held = id === null ? undefined : ticketOnBoard(live.board, id);
  const version = held?.version ?? 0;
  const known = detail.data?.row.version ?? 0;
  const isBehind = detail.data !== undefined && version > known;
  useEffect(() => {
    if (isBehind) void queries.invalidateQueries({ queryKey: ["ticket", id] });
  }, [isBehind, id, queries]);
  return { detail, row: newer(held, detail.data?.row) };
}

function newer(a: TicketRow | undefined, b: TicketRow | undefined): TicketRow | undefined {
  if (!a || !b) return a ?? b;
  return a.version >= b.version ? a : b;
}

export function allowedOf(detail: TicketDetail | undefined): Allowed[] {
  return (detail?.allowed ?? []) as Allowed[];
}

interface Order {
  command: Allowed | { command: string; label: string };
  fields: Record<string, FieldValue>;
}

const UNDO: Record<string, string> = { sign: "undo_sign", return: "take_back" };

/** Gives commands. The same operation id goes with every retry of one order, so it is applied once. */
export function useCommand(row: TicketRow | undefined) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const give = async (id: number, order: Order): Promise<CommandAnswer> =>
    api.command(id, order.command.command, {
      operation: crypto.randomUUID(),
      fields: order.fields,
      ...(row ? { state_seen: row.state } : {}),
    });
  const undo = (id: number, command: string): void => {
    void give(id, { command: { command, label: "" }, fields: {} })
      .catch((error: unknown) => toasts.say(asProblem(error).message || text.act.failed))
      .finally(() => queries.invalidateQueries({ queryKey: ["ticket", id] }));
  };
  return useMutation<CommandAnswer, Problem, Order & { id: number }>({
    mutationFn: async ({ id, ...order }) => give(id, order),
    onSuccess: (_answer, order) => {
      const words = `${text.act.done(order.command.label)}${row ? `${text.dot}${row.title}` : ""}`;
      const back = UNDO[order.command.command];
      if (back === "undo_sign") {
        toasts.say(`${words}${text.dot}${text.act.undoIn(10)}`, {
          label: text.event["ticket.sign_undone"] ?? "",
          run: () => undo(order.id, back),
        });
      } else toasts.say(words);
    },
    onSettled: (_answer, _error, order) => queries.invalidateQueries({ queryKey: ["ticket", order.id] }),
  });
}

/** What a 409 has to say: what changed meanwhile. */
export function conflictWords(problem: Problem, seen: TicketRow | undefined, now: TicketRow | undefined): string {
  const detail = problem.body.detail ?? text.ticket.changed;
  if (!seen || !now || seen.state === now.state) return detail;
  return `${detail} ${text.ticket.changedFrom(text.state[seen.state], text.state[now.state])}`;
}

export function useCellDetail(code: string | null) {
  return useQuery({
    queryKey: ["cell", code],
    queryFn: () => api.cell(code ?? ""),
    enabled: code !== null,
    staleTime: 600_000,
  });
}

/** Others who look at this ticket. */
export function useOnlookers(id: number | null): string[] {
  const { live, me } = useDesk();
  return useMemo(
    () =>
      (id === null ? [] : (live.presence.get(id) ?? []))
        .filter((person) => person.id !== me.person.id)
        .map((person) => person.name),
    [live.presence, id, me.person.id],
  );
}
