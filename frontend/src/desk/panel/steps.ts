/** A step of the journey in words: what happened, whom it went to, what was said with it. Pure; never shows codes. */
import { metresOff, type Place } from "../../state/apart";
import { fullTime } from "../../state/format";
import { text, word } from "../../text";
import type { JourneyStep } from "../../wire/types";
import type { Names } from "../names";

type Detail = Readonly<Record<string, unknown>>;

const SPOKEN = [
  ...["basis", "note", "done", "reply", "text", "neighbour"],
  ...["what", "whom", "body", "matter", "case_no", "number", "because"],
];

function said(detail: Detail, name: string): string {
  const value = detail[name];
  return typeof value === "string" ? value.trim() : "";
}

/** 签收逾期: a warning names its clock. */
export function stepTitle(step: JourneyStep): string {
  const detail: Detail = step.detail ?? {};
  if (step.event !== "ticket.clock_warned") return word(text.event, step.event);
  const clock = word(text.clock, said(detail, "clock"));
  const mark = said(detail, "mark") || said(detail, "warned");
  return text.step.warned(clock, word(text.mark, mark));
}

function unitName(value: unknown, names: Names): string {
  return typeof value === "number" ? (names.units.get(value)?.name ?? "") : "";
}

function handlerName(value: unknown, names: Names): string {
  if (typeof value !== "object" || value === null) return "";
  const { unit, person } = value as { unit?: unknown; person?: unknown };
  const known = typeof person === "number" ? names.people.get(person)?.name : undefined;
  return known ?? unitName(unit, names);
}

/** 办结 2027-01-05 18:00 → 2027-01-06 18:00: how limits that were reckoned anew moved. */
function moves(value: unknown): string {
  const moved = (Array.isArray(value) ? value : []) as readonly Detail[];
  return moved
    .map((each) =>
      text.step.moved(
        word(text.clock, said(each, "clock")),
        fullTime(said(each, "from")),
        fullTime(said(each, "to")),
      ),
    )
    .join(text.comma);
}

/** Whom the step gave the ticket to. */
function target(step: JourneyStep, names: Names): string {
  const detail: Detail = step.detail ?? {};
  switch (step.event) {
    case "ticket.assigned":
    case "ticket.reassigned":
    case "ticket.handed_down":
      return handlerName(detail.lead, names);
    case "ticket.cohandler_added":
    case "ticket.whistled":
    case "ticket.dual_dispatched":
      return (Array.isArray(detail.co) ? detail.co : [])
        .map((each) => handlerName(each, names))
        .join(text.comma);
    case "ticket.relieved":
      return handlerName({ unit: detail.unit, person: detail.successor }, names);
    case "ticket.escalated":
      return text.step.escalated(said(detail, "step"), Number(detail.minutes), Number(detail.told));
    case "ticket.handed_to_police":
    case "ticket.handed_from_police":
    case "ticket.handover_declined":
    case "ticket.case_referred":
    case "ticket.granted":
    case "ticket.decided":
      return unitName(detail.unit, names);
    case "ticket.ping_ponged":
      return (Array.isArray(detail.trail) ? detail.trail : [])
        .filter((name) => typeof name === "string")
        .join(" → ");
    case "ticket.clocks_recomputed":
      return moves(detail.clocks);
    case "ticket.classified":
      return [said(detail, "category").replaceAll("/", " › "), moves(detail.clocks)]
        .filter(Boolean)
        .join(text.dot);
    case "ticket.retyped":
      return [word(text.type, said(detail, "type")), moves(detail.clocks)].filter(Boolean).join(text.dot);
    case "ticket.flagged":
    case "ticket.unflagged":
      return word(text.ticket.flags, said(detail, "flag"));
    case "ticket.returned":
      return detail.proposed ? text.ticket.proposed(unitName(detail.proposed, names)) : "";
    default:
      return "";
  }
}

/** 到达现场: how far off the phone was, where the ticket lies elsewhere. */
function farOff({ event, detail }: JourneyStep, place: Partial<Place>): string {
  const { lon, lat } = (detail ?? {}) as Detail;
  if (event !== "ticket.arrived" || typeof lon !== "number" || typeof lat !== "number") return "";
  const metres = metresOff({ lon, lat }, place);
  return metres === null ? "" : text.step.far(text.distance(metres));
}

/** What was said with it, codes turned into their words; of an arrival where the ticket is, for how far off it was. */
export function stepWords(step: JourneyStep, names: Names, place: Partial<Place> = {}): string {
  const detail: Detail = step.detail ?? {};
  const reason = said(detail, "reason");
  const result = said(detail, "result");
  const words = [
    word(text.returnReason, reason),
    word(text.contactResult, result),
    ...SPOKEN.map((name) => said(detail, name)),
    target(step, names),
    farOff(step, place),
  ];
  return words.filter(Boolean).join(text.dot);
}
