/** The ticket of a link as its page shows it: as it will be once what waits has been taken. */
import { useMemo } from "react";
import type { Act } from "../phone/rules/acts";
import { type Buttons, buttonsOf } from "../phone/rules/buttons";
import { foreseenAllowed, foreseenRow } from "../phone/rules/foresee";
import { pendingOf } from "../phone/rules/outbox";
import type { Allowed, FieldDescription, FieldKind, TicketDetail, TicketRow } from "../wire/types";
import type { Opened } from "./opened";

const ASKABLE: ReadonlySet<FieldKind> = new Set([
  "text",
  "long_text",
  "reply",
  "choice",
  "pick",
  "moment",
  "number",
]);

/** Whether the page of a link has an input for it. */
export function isAsked(field: FieldDescription): boolean {
  return ASKABLE.has(field.kind);
}

/** Whether a command can be given here: everything it must have can be asked for. */
function isAskable(command: Allowed): boolean {
  return command.fields.every((field) => !field.required || isAsked(field));
}

export interface LinkView {
  detail: TicketDetail;
  row: TicketRow;
  acts: readonly Act[];
  /** Those that will go as they are. */
  pending: readonly Act[];
  allowed: readonly Allowed[];
  buttons: Buttons;
}

export function useLinkView({ standing, detail, forms }: Opened, acts: readonly Act[]): LinkView {
  return useMemo(() => {
    const pending = pendingOf(acts, standing.person, detail.row.id);
    const allowed = foreseenAllowed(detail.allowed as Allowed[], pending, forms, detail);
    return {
      detail,
      row: foreseenRow(detail.row, pending),
      acts,
      pending,
      allowed,
      buttons: buttonsOf(detail, allowed.filter(isAskable)),
    };
  }, [standing.person, detail, forms, acts]);
}
