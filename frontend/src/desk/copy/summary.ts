/** A ticket in a few lines for a group chat: what, where, by when, and no word that leads to the caller. Pure. */
import { masked } from "../../look/masking";
import { nextDue } from "../../state/clocks";
import { dayTime, duePhrase } from "../../state/format";
import { text } from "../../text";
import { words } from "../../text/tools";
import type { TicketDetail, TicketRow } from "../../wire/types";
import { type Names, placeOf } from "../names";

/** What a person reads in a chat without opening it. */
const LONGEST = 200;

function shortened(said: string): string {
  const plain = said.replace(/\s+/g, " ").trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}

function whereWords(row: TicketRow, detail: TicketDetail, names: Names): string {
  const { cell } = detail;
  const worker = cell?.people.find((person) => person.duty === "worker")?.name ?? "";
  const place = row.address.trim() || placeOf(row, names);
  const within = cell ? words.copy.cell(`${cell.village_name} ${cell.name}`, worker) : "";
  return [place, within && `(${within})`].filter(Boolean).join(" ");
}

function dueWords(row: TicketRow, now: number): string {
  const due = nextDue(row);
  if (due === null) return "";
  const clock = row.clocks.find((each) => each.due_at === due);
  const name = clock ? text.clock[clock.kind] : text.ticket.outer;
  return words.copy.due(name, dayTime(due, now), duePhrase(due, now));
}

function callerWords(row: TicketRow, detail: TicketDetail): string {
  if (row.confidential) return words.copy.caller(words.copy.confidential);
  const { masked_name, masked_phone } = detail.caller ?? {};
  const said = [masked_name, masked_phone].filter(Boolean).join(" ");
  return said ? words.copy.caller(said) : "";
}

/** `line` says who copied it, from where and when. */
export function summaryOf(
  row: TicketRow,
  detail: TicketDetail,
  names: Names,
  now: number,
  line: string,
): string {
  const where = whereWords(row, detail, names);
  const lines = [
    words.copy.ticket(row.number, row.title),
    detail.content ? words.copy.asked(shortened(detail.content)) : "",
    where ? words.copy.place(where) : "",
    dueWords(row, now),
    callerWords(row, detail),
  ];
  return `${masked(lines.filter(Boolean).join("\n"))}\n${text.copied(line)}`;
}
