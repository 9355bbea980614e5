/** Which line of a queue comes first, and what narrows it. Pure. */
import type { SupervisedTicket } from "../../wire/scores";
import type { Call } from "../../wire/telling";
import type { ListedRequest } from "../../wire/upward";

type Asked = Pick<SupervisedTicket, "id" | "state" | "due_at" | "level">;

/** Who still owes an answer before who gave it; the answer that falls due first, of equals the higher level. */
export function byAnswer(a: Asked, b: Asked): number {
  const owed = Number(b.state === "asked") - Number(a.state === "asked");
  if (owed !== 0) return owed;
  if (a.due_at !== b.due_at) return Date.parse(a.due_at) - Date.parse(b.due_at);
  return b.level - a.level || a.id - b.id;
}

/** What was lifted last comes first. */
export function byLifting(a: Pick<SupervisedTicket, "id" | "lifted_at">, b: typeof a): number {
  return Date.parse(b.lifted_at ?? "") - Date.parse(a.lifted_at ?? "") || b.id - a.id;
}

/** Each level there is, with how many. */
export function countLevels(all: readonly Pick<SupervisedTicket, "level">[]): [number, number][] {
  const counts = new Map<number, number>();
  for (const { level } of all) counts.set(level, (counts.get(level) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b);
}

type Requested = Pick<ListedRequest, "id" | "state" | "answer_due_at">;

/** What the hotline should have answered comes first, then what it has to answer soonest, then what is not up yet. */
export function byAnswerOfHotline(a: Requested, b: Requested): number {
  const late = Number(b.state === "unanswered") - Number(a.state === "unanswered");
  if (late !== 0) return late;
  const due = (each: Requested) => (each.answer_due_at ? Date.parse(each.answer_due_at) : Infinity);
  const [first, second] = [due(a), due(b)];
  if (first !== second) return first < second ? -1 : 1;
  return a.id - b.id;
}

/** Each unit that people are to be rung up at, with how many, the most first. */
export function countUnits(calls: readonly Pick<Call, "unit" | "unit_name">[]): [number, string, number][] {
  const counts = new Map<number, [string, number]>();
  for (const { unit, unit_name } of calls) counts.set(unit, [unit_name, (counts.get(unit)?.[1] ?? 0) + 1]);
  return [...counts]
    .map(([unit, [name, count]]): [number, string, number] => [unit, name, count])
    .sort((a, b) => b[2] - a[2] || a[0] - b[0]);
}
