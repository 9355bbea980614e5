/** Words around papers and the day's report, English. */
import type { Words } from "..";
import type { zhPrint } from "../zh/print";

export const enPrint: Words<typeof zhPrint> = {
  print: "Print",
  hint: "A4 upright, black and white; each page's margin says who printed it when",
  noPaper: "No paper was named",
  noPaperHint: "Choose Print in a ticket's panel or in the duty panel",
  away: "There is nothing to print",
  failed: "What is to be printed did not arrive",
  code: (address) => `QR code: ${address}`,
  menu: "Print papers",
  menuNone: "Nothing of this ticket can be printed now",
  dayReport: "Day's report",
  dayReportLead: "Holds nothing of callers; without a date it is the last day that has ended",
  day: "Day",
  center: "Unit",
  own: "Own center",
  word: "Word document",
  sheet: "Excel workbook",
};
