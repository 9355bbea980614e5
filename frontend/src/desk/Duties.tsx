/**
 * What is owed, as lists with their counts: by state, and below those that go across the states. ← and → go to the next
 * list that holds something.
 */
import { useCallback } from "react";
import { useKey } from "../seat/keys";
import { ACROSS, type Duty } from "../state/duties";
import { text } from "../text";
import { useDesk, useShelf } from "./context";
import { useDuties, useDuty, useIsListed } from "./lists";
import { nextFilled } from "./step";

/** Left and right over the duties, in a round. */
function useDutyKeys(): void {
  const { go } = useDesk();
  const duties = useDuties();
  const { lists } = useShelf();
  const current = useDuty();
  const step = useCallback(
    (by: 1 | -1) => {
      const duty = nextFilled(duties, current, by, (each) => lists[each].rows.length > 0);
      if (duty) go({ duty, clock: null, panel: null });
    },
    [duties, current, lists, go],
  );
  useKey(
    "ArrowLeft",
    useCallback(() => step(-1), [step]),
  );
  useKey(
    "ArrowRight",
    useCallback(() => step(1), [step]),
  );
}

/** Stands for a number until every list has come: none would be a lie. */
const UNKNOWN = "–";

function DutyButton({ duty, className }: { duty: Duty; className: string }) {
  const { go } = useDesk();
  const { lists } = useShelf();
  const current = useDuty();
  const isListed = useIsListed();
  return (
    <button
      type="button"
      className={className}
      aria-current={duty === current ? "true" : undefined}
      data-duty={duty}
      onClick={() => go({ duty, clock: null })}
    >
      <span className="duty-name">{text.duty[duty]}</span>
      <span className="duty-count">{isListed ? lists[duty].rows.length : UNKNOWN}</span>
    </button>
  );
}

export function Duties() {
  const duties = useDuties();
  useDutyKeys();
  const across = duties.filter((duty) => ACROSS.has(duty));
  return (
    <nav className="duties" aria-label={text.list.duties} title={text.list.dutyKeys}>
      <div className="duty-states">
        {duties.map((duty) =>
          ACROSS.has(duty) ? null : <DutyButton key={duty} duty={duty} className="duty" />,
        )}
      </div>
      {across.length > 0 ? (
        <div className="duty-across">
          {across.map((duty) => (
            <DutyButton key={duty} duty={duty} className="duty across" />
          ))}
        </div>
      ) : null}
    </nav>
  );
}
