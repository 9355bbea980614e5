/** In the header of the desk: which parts stand in another window, and a way to take them back. */
import { useToasts } from "../../seat/toasts";
import { words } from "../../text/tools";
import type { Part } from "./part";
import { useWindows } from "./Windows";

export function AwayParts() {
  const { away, takeBack } = useWindows();
  return away.map((part) => (
    <span key={part} className="away-part" data-away={part}>
      {words.windows.away(words.windows[part])}{" "}
      <button type="button" className="link" onClick={() => takeBack(part)}>
        {words.windows.back}
      </button>
    </span>
  ));
}

/** Moves a part to another window, and says so where the browser blocks it. */
export function useDetach(): (part: Part) => void {
  const { detach } = useWindows();
  const toasts = useToasts();
  return (part) => {
    if (!detach(part)) toasts.say(words.windows.blocked);
  };
}
