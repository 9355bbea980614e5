/** 特急 in the header, from the moment that it waits; whether this page would be heard; the same as counts behind the lock. */
import { openSound } from "../../seat/sound";
import { isRung } from "../../state/roles";
import { words } from "../../text/telling";
import { words as tools } from "../../text/tools";
import { useDesk } from "../context";
import { useRinging } from "./Ringing";

export function AlarmButton() {
  const { go } = useDesk();
  const { unsigned, calling } = useRinging();
  if (unsigned + calling === 0) return null;
  const isEscalated = unsigned > 0;
  return (
    <button
      type="button"
      className="button small alarm-link"
      data-alarm={isEscalated ? unsigned : undefined}
      data-calling={isEscalated ? undefined : calling}
      onClick={() => go({ panel: null, duty: "dispatched", clock: null })}
    >
      <span aria-hidden="true">■</span>{" "}
      {isEscalated ? words.unsigned(unsigned) : tools.sound.ringing(calling)}
    </button>
  );
}

/** Arrived in the quiet hours and not looked at yet. */
export function NightCount() {
  const { go } = useDesk();
  const { silent } = useRinging();
  if (silent === 0) return null;
  return (
    <button
      type="button"
      className="button small"
      data-night={silent}
      onClick={() => go({ panel: null, duty: "dispatched", clock: null })}
    >
      {tools.sound.night(silent)}
    </button>
  );
}

/** 声音已开, or how to open it: an alarm nobody hears is none. Nothing at desks that are not rung. */
export function SoundMark() {
  const { me } = useDesk();
  const { isHeard, isSounding } = useRinging();
  if (!isRung(me.memberships)) return null;
  if (!isSounding)
    return (
      <span className="sound quiet" data-sound="elsewhere">
        {tools.sound.elsewhere}
      </span>
    );
  if (isHeard)
    return (
      <span className="sound" data-sound="on">
        {tools.sound.on}
      </span>
    );
  return (
    <button
      type="button"
      className="sound muted"
      data-sound="muted"
      title={tools.sound.muted}
      onClick={openSound}
    >
      <span className="wide-only">{tools.sound.muted}</span>
      <span className="narrow-only">{tools.sound.mutedShort}</span>
    </button>
  );
}

/** Behind the lock the alarm rings on; said are counts alone. */
export function LockedAlarm() {
  const { unsigned, calling, silent } = useRinging();
  return (
    <>
      {unsigned > 0 ? (
        <p className="alarm-link" data-alarm={unsigned}>
          <span aria-hidden="true">■</span> {words.unsigned(unsigned)}
        </p>
      ) : null}
      {unsigned === 0 && calling > 0 ? (
        <p className="alarm-link" data-calling={calling}>
          <span aria-hidden="true">■</span> {tools.sound.ringing(calling)}
        </p>
      ) : null}
      {silent > 0 ? <p className="quiet">{tools.sound.night(silent)}</p> : null}
    </>
  );
}
