/** Why the last act was not kept, beside the button that was pressed, wherever the page is scrolled to. */
import type { Acting } from "./acting";

export function Problem({ acting }: { acting: Acting }) {
  return (
    <p className="problem" role="alert">
      {acting.problem}
    </p>
  );
}
