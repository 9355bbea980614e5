/** Ctrl Shift C: the open ticket's summary onto the clipboard, and a word about what was copied. */
import { useCallback, useEffect } from "react";
import { putOnClipboard } from "../../look/clipboard";
import { isComposing } from "../../look/composing";
import { useToasts } from "../../seat/toasts";
import { fullTime } from "../../state/format";
import { words } from "../../text/tools";
import type { TicketDetail, TicketRow } from "../../wire/types";
import { useDesk } from "../context";
import { summaryOf } from "./summary";

export function useCopy(row: TicketRow, detail: TicketDetail | undefined): () => void {
  const { me, names, now } = useDesk();
  const toasts = useToasts();
  const copy = useCallback(() => {
    if (!detail) return;
    const unit = me.memberships[0]?.unit_name ?? "";
    const said = summaryOf(row, detail, names, now, `${me.person.name} ${unit} ${fullTime(now)}`);
    void putOnClipboard(said).then((isDone) =>
      toasts.say(isDone ? words.copy.done(row.number) : words.copy.failed, { about: row.id }),
    );
  }, [row, detail, me, names, now, toasts]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isAsked = (event.ctrlKey || event.metaKey) && event.shiftKey && event.code === "KeyC";
      if (!isAsked || isComposing(event)) return;
      event.preventDefault();
      copy();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [copy]);
  return copy;
}
