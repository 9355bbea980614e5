/** After something of the timetable was saved: said, and everything about it asked for anew. */
import { useQueryClient } from "@tanstack/react-query";
import { useToasts } from "../../seat/toasts";
import { words } from "../../text/timetable";

export function useSaved(onSaved: () => void): (answer: { version: number }) => void {
  const queries = useQueryClient();
  const toasts = useToasts();
  return ({ version }) => {
    toasts.say(words.saved(version));
    void queries.invalidateQueries({ queryKey: ["timetable"] });
    onSaved();
  };
}
