/** What each input of a command gets. */
import type { FieldDescription, FieldValue, Handler, TicketDetail, TicketRow } from "../../wire/types";
import type { Option } from "./options";

export interface FieldProps {
  field: FieldDescription;
  value: FieldValue;
  row: TicketRow;
  detail: TicketDetail;
  handlers: readonly Option<Handler>[];
  lead: Handler | null;
  problem: string | undefined;
  autoFocus: boolean;
  onChange: (value: FieldValue) => void;
}
