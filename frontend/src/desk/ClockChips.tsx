/** 临期 and 逾期 above a list: how many, and only those when pressed. */
import { Shape } from "../look/Shape";
import type { ClockFilter } from "../state/duties";
import { text } from "../text";
import { useDesk } from "./context";

interface Props {
  soon: number;
  overdue: number;
}

export function ClockChips({ soon, overdue }: Props) {
  return (
    <>
      <ClockChip clock="soon" count={soon} />
      <ClockChip clock="overdue" count={overdue} />
    </>
  );
}

function ClockChip({ clock, count }: { clock: NonNullable<ClockFilter>; count: number }) {
  const { address, go } = useDesk();
  const isOn = address.clock === clock;
  return (
    <button
      type="button"
      className={`clock-chip ${count > 0 ? clock : "none"}`}
      aria-pressed={isOn}
      data-clock={clock}
      onClick={() => go({ clock: isOn ? null : clock })}
    >
      <Shape severity={clock} />
      {text.list[clock](count)}
    </button>
  );
}
