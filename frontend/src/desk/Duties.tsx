/**
 * What is owed, as lists with their counts: by state, and below those that go across the states. ← and → go to the next
 * list that holds something.
 */
import { memo, useCallback } from "react";
import { useKey } from "../seat/keys";
import { ACROSS, type Duty } from "../state/duties";
import type { Shelf } from "../state/shelf";
import { text } from "../text";
import { useDesk, useShelfCalmly } from "./context";
import { useDuties, useDuty, useIsListed } from "./lists";
import { nextFilled } from "./step";

/** Left and right over the duties, in a round. */
function useDutyKeys(duties: readonly Duty[], current: Duty, lists: Shelf["lists"]): void {
  const { go } = useDesk();
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

interface ButtonProps {
  duty: Duty;
  className: string;
  isCurrent: boolean;
  /** Null until every list has come. */
  count: number | null;
}

const DutyButton = memo(function DutyButton({ duty, className, isCurrent, count }: ButtonProps) {
  const { go } = useDesk();
  return (
    <button
      type="button"
      className={className}
      aria-current={isCurrent ? "true" : undefined}
      data-duty={duty}
      onClick={() => go({ duty, clock: null })}
    >
      <span className="duty-name">{text.duty[duty]}</span>
      <span className="duty-count">{count ?? UNKNOWN}</span>
    </button>
  );
});

/** A district decides whose a ticket is besides: its lists stand three in a row. */
const FOUR_BY_TWO = 8;

export const Duties = memo(function Duties() {
  const duties = useDuties();
  const current = useDuty();
  const isListed = useIsListed();
  const { lists } = useShelfCalmly();
  useDutyKeys(duties, current, lists);
  const button = (duty: Duty, className: string) => (
    <DutyButton
      key={duty}
      duty={duty}
      className={className}
      isCurrent={duty === current}
      count={isListed ? lists[duty].rows.length : null}
    />
  );
  const states = duties.filter((duty) => !ACROSS.has(duty));
  const across = duties.filter((duty) => ACROSS.has(duty));
  return (
    <nav className="duties" aria-label={text.list.duties} title={text.list.dutyKeys}>
      <div className={states.length > FOUR_BY_TWO ? "duty-states by-three" : "duty-states"}>
        {states.map((duty) => button(duty, "duty"))}
      </div>
      {across.length > 0 ? (
        <div className="duty-across">{across.map((duty) => button(duty, "duty across"))}</div>
      ) : null}
    </nav>
  );
});
