/** Words of the audit page. */
import type { Words } from "..";
import type { zhAudit } from "../zh/audit";

export const enAudit: Words<typeof zhAudit> = {
  title: "Audit",
  lead: "Who looked at what, changed what, was refused what, and when. Looking here, and taking a file away, is a row too.",
  person: "Person",
  personHint: "name or username",
  ticket: "Ticket",
  ticketHint: "ticket or order number",
  theme: "What",
  anyTheme: "everything",
  since: "From",
  until: "Until",
  find: "Search",
  at: "When",
  about: "About",
  reason: "Reason and details",
  machine: "the system",
  waiting: "waits for its seal",
  older: "Older",
  newest: "Back to the newest",
  none: "No such rows",
  noneHint: "Try another time, or ask for less.",
  chain: (number, rows, at) => `Chain sealed up to no. ${number}: ${rows} rows, last at ${at}`,
  noChain: "nothing sealed yet",
  head: "Head",
  times: (count) => `${count} times`,
  csv: "Export CSV",
  xlsx: "Export Excel",
};
