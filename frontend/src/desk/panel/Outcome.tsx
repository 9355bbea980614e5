/** Handlers, photos, answer and reply, and how far each report to the hotline came. */
import { Clamped } from "../../look/Clamped";
import { Picture } from "../../look/Picture";
import { picturesOf } from "../../state/evidence";
import { shortTime } from "../../state/format";
import { text, word } from "../../text";
import { words as joint } from "../../text/joint";
import { shortName } from "../../text/unitNames";
import type { Assignment, TicketDetail } from "../../wire/types";
import { useDesk } from "../context";
import { standing } from "../joint/called";
import { AddPhotos, canAddPhotos } from "./AddPhotos";
import { CallBacks } from "./CallBacks";
import { captionOf } from "./captions";
import { Section } from "./Section";
import { Voices } from "./Voices";

function Given({ assignment, now }: { assignment: Assignment; now: number }) {
  const who = [shortName(assignment.unit_name), assignment.person_name].filter(Boolean).join(" ");
  const stands = standing(assignment, now);
  return (
    <li className={assignment.closed_at ? "given ended" : "given"}>
      <span className="chip">{word(joint.kind, assignment.kind) || text.part[assignment.part]}</span>
      <span>{who}</span>
      <span className="quiet">
        {assignment.closed_at ? text.ticket.ended : shortTime(assignment.opened_at, now)}
      </span>
      {stands ? (
        <span
          className={stands.isLate ? "given-words problem" : "given-words"}
          data-standing={stands.isLate ? "late" : "in-time"}
        >
          {stands.says}
        </span>
      ) : null}
      {assignment.note ? <span className="given-words">{assignment.note}</span> : null}
      {assignment.reply ? <span className="given-words">{assignment.reply}</span> : null}
    </li>
  );
}

export function Handlers({ detail }: { detail: TicketDetail }) {
  const { now } = useDesk();
  if (detail.assignments.length === 0) return null;
  return (
    <Section title={text.ticket.assignments} name="assignments">
      <ul className="givens">
        {detail.assignments.map((assignment) => (
          <Given key={assignment.id} assignment={assignment} now={now} />
        ))}
      </ul>
    </Section>
  );
}

export function Photos({ detail }: { detail: TicketDetail }) {
  const { now } = useDesk();
  const canAdd = canAddPhotos(detail);
  if (detail.evidence.length === 0 && !canAdd) return null;
  return (
    <Section title={text.ticket.evidence} name="evidence">
      <ul className="photos">
        {picturesOf(detail.evidence).map((photo) => {
          const words = [
            photo.kind && photo.kind !== "voice" ? text.closing[photo.kind] : "",
            photo.person_name,
            captionOf(photo, detail.row, now),
          ];
          const caption = words.filter(Boolean).join(text.dot);
          return (
            <li key={photo.id}>
              <Picture url={photo.url} alt={caption} width={photo.width} height={photo.height} />
              <span className="photo-words quiet">{caption}</span>
            </li>
          );
        })}
      </ul>
      <Voices evidence={detail.evidence} />
      {canAdd ? <AddPhotos ticket={detail.row.id} /> : null}
    </Section>
  );
}

function answered(answer: TicketDetail["answer"], name: string): string {
  const value = answer?.[name];
  return typeof value === "string" ? value : "";
}

/** 属实 · 已解决: what the handler ticked. */
function ticked(detail: TicketDetail): string {
  const found = answered(detail.answer, "found_true");
  const how = answered(detail.answer, "how_closed") || (detail.how_closed ?? "");
  return [found ? word(text.ticket.foundTrue, found) : "", how ? word(text.howClosed, how) : ""]
    .filter(Boolean)
    .join(text.dot);
}

export function Answer({ detail }: { detail: TicketDetail }) {
  const done = answered(detail.answer, "done");
  const reply = detail.reply || answered(detail.answer, "reply");
  if (!done && !reply && !detail.callback_result) return null;
  return (
    <Section title={text.ticket.answer} name="answer" aside={ticked(detail)}>
      {done ? <Clamped className="said" words={done} /> : null}
      <Said label={text.ticket.reply} words={reply} />
      <CallBacks detail={detail} />
    </Section>
  );
}

function Said({ label, words }: { label: string; words: string }) {
  if (!words) return null;
  return (
    <p className="said">
      <span className="chip">{label}</span> {words}
    </p>
  );
}

export function Reports({ detail }: { detail: TicketDetail }) {
  const { now } = useDesk();
  if (detail.deliveries.length === 0) return null;
  return (
    <Section title={text.ticket.deliveries} name="deliveries">
      <ul className="reports">
        {detail.deliveries.map((delivery) => (
          <li key={`${delivery.status}-${delivery.created_at}`} title={delivery.error ?? undefined}>
            <span translate="no">{delivery.status}</span>
            <span className="quiet">
              {word(text.ticket.deliveryState, delivery.state)}
              {text.dot}
              {shortTime(delivery.sent_at ?? delivery.created_at, now)}
              {delivery.attempts > 1 ? `${text.dot}${text.ticket.attempts(delivery.attempts)}` : ""}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
