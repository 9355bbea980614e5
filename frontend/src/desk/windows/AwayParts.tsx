/** In the header of the desk: which parts stand in another window, and a way to take them back. */
import { useToasts } from "../../seat/toasts";
import { words } from "../../text/tools";
import type { Part } from "./part";
import { useWindows } from "./Windows";

export function AwayParts() {
  const { away, takeBack } = useWindows();
  return away.map((part) => (
    <span key={part} className="away-part" data-away={part} title={words.windows.away(words.windows[part])}>
      <span className="wide-only">{words.windows.away(words.windows[part])} </span>
      <button type="button" className="link" onClick={() => takeBack(part)}>
        <span className="wide-only">{words.windows.back}</span>
        <span className="narrow-only">{words.windows.backOf(words.windows[part])}</span>
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
