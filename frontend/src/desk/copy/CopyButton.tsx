/** 复制: the open ticket's summary for a group chat, by button, by Ctrl Shift C, or from the palette. */
import { words } from "../../text/tools";
import type { TicketDetail, TicketRow } from "../../wire/types";
import { useOffers } from "../palette/offers";
import { useCopy } from "./useCopy";

export function CopyButton({ row, detail }: { row: TicketRow; detail: TicketDetail | undefined }) {
  const copy = useCopy(row, detail);
  useOffers(() => [
    { id: "copy", group: "command", label: words.copy.label, hint: "Ctrl Shift C", run: copy },
  ]);
  return (
    <button
      type="button"
      className="header-icon"
      title={words.copy.button}
      aria-label={words.copy.button}
      aria-disabled={detail === undefined}
      data-copy
      onClick={copy}
    >
      <svg className="glyph" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M5 5V2h9v9h-3M2 5h9v9H2z" fill="none" stroke="currentColor" strokeWidth="1.3" />
      </svg>
    </button>
  );
}
