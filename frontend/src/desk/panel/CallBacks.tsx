/** The two call-backs, never mixed up: 预回访 by the town before the reply goes up, 12345回访 by the city, which counts. */
import { text, word } from "../../text";
import type { TicketDetail } from "../../wire/types";

/** What was heard, as words: the town's form says yes and no, the city's message true and false. */
export function heardWords(heard: Record<string, unknown>): string {
  const isYes = (name: string) => heard[name] === "yes" || heard[name] === true;
  const isNo = (name: string) => heard[name] === "no" || heard[name] === false;
  const opinion = word(text.closing.satisfied, String(heard.satisfied ?? ""));
  const told = isNo("contacted")
    ? [text.closing.notReached]
    : [isYes("solved") ? text.closing.solved : isNo("solved") ? text.closing.notSolved : "", opinion];
  return [...told, String(heard.text ?? "")].filter(Boolean).join(text.dot);
}

function heardOf(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
}

export function CallBacks({ detail }: { detail: TicketDetail }) {
  const ours = heardOf(detail.answer?.pre_callback);
  const city = heardOf(detail.callback_result);
  return (
    <>
      {ours ? (
        <p className="said" data-pre-callback>
          <span className="chip">{text.closing.preCallback}</span> {heardWords(ours)}
        </p>
      ) : null}
      {city ? (
        <p className="said" data-city-callback>
          <span className="chip">{text.closing.cityCallback}</span> {heardWords(city)}
        </p>
      ) : null}
    </>
  );
}
