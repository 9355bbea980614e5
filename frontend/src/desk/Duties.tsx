/** What is owed, as lists with their counts. */
import { text } from "../text";
import { useDesk, useShelf } from "./context";
import { useDuties, useDuty } from "./lists";

export function Duties() {
  const { go } = useDesk();
  const duties = useDuties();
  const { lists } = useShelf();
  const current = useDuty();
  return (
    <nav className="duties" aria-label={text.list.duties}>
      {duties.map((duty) => (
        <button
          key={duty}
          type="button"
          className="duty"
          aria-current={duty === current ? "true" : undefined}
          data-duty={duty}
          onClick={() => go({ duty, clock: null })}
        >
          <span className="duty-name">{text.duty[duty]}</span>
          <span className="duty-count">{lists[duty].rows.length}</span>
        </button>
      ))}
    </nav>
  );
}
