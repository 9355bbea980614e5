/** A deadline on one line where it fits: its shape, what matters of it, and behind or below that whose it is. */
import { Shape, severityClass } from "../../look/Shape";
import type { Due } from "./due";

interface Props {
  due: Due;
  className?: string;
}

export function DueLine({ due, className = "due" }: Props) {
  return (
    <span className={`${className} ${severityClass(due.severity)}`} data-severity={due.severity}>
      <Shape severity={due.severity} />
      <span className="due-words">
        <span>{due.words}</span>
        {due.what ? <span className="due-what">{due.what}</span> : null}
      </span>
    </span>
  );
}
