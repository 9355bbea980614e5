/** The button that is held to talk; what keeps it from recording is said below it, and nothing is lost. */
import { text } from "../../text";
import type { Recorded } from "./recorder";
import { type Talking, useTalking } from "./talking";

function wordsOf({ phase, seconds, isReady }: Talking): string {
  if (phase === "asking") return text.voice.asking;
  if (phase === "held") return text.voice.recording(seconds);
  if (phase === "going") return text.voice.going(seconds);
  return isReady ? text.voice.ready : text.voice.hold;
}

export function TalkButton({ keep }: { keep(recorded: Recorded): Promise<void> }) {
  const talking = useTalking(keep);
  const isOn = talking.phase === "held" || talking.phase === "going";
  return (
    <>
      <button
        type="button"
        className={isOn ? "phrase talk talk-on" : "phrase talk"}
        aria-pressed={isOn}
        data-command="talk"
        data-phase={talking.phase}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          talking.press();
        }}
        onPointerUp={talking.release}
        onPointerCancel={talking.release}
        onContextMenu={(event) => event.preventDefault()}
        // A keyboard or a screen reader clicks without a pointer.
        onClick={(event) => event.detail === 0 && talking.toggle()}
      >
        {wordsOf(talking)}
      </button>
      {talking.problem ? (
        <p className="problem whole" role="alert" data-no-voice={talking.problem}>
          {text.voice.problem[talking.problem]}
        </p>
      ) : null}
    </>
  );
}
