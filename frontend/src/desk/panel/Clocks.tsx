/** The clocks as bars, the hotline's outer one beside ours; stopped ones say how long they took. */
import { severityClass } from "../../look/Shape";
import { clockSeverity, owesReply, standsAt, usedShare } from "../../state/clocks";
import { duePhrase, shortTime, span } from "../../state/format";
import { text } from "../../text";
import { words } from "../../text/timetable";
import type { JourneyStep, TicketClock, TicketDetail, TicketRow } from "../../wire/types";
import { useDesk } from "../context";
import { Bar } from "../TicketLine";
import { Section } from "./Section";
import { Why } from "./Why";

function Running({ clock, outer, now }: { clock: TicketClock; outer: string | null; now: number }) {
  const severity = clockSeverity(clock, now);
  const at = standsAt(clock, now);
  const same = outer !== null && Math.abs(Date.parse(outer) - Date.parse(clock.due_at)) < 60_000;
  return (
    <li className="clock" title={clock.reason}>
      <span className="clock-kind">{text.clock[clock.kind]}</span>
      <Bar share={usedShare(clock, at)} severity={severityClass(severity)} />
      <span className="clock-words">
        <strong className={severity === "on_time" ? "" : severityClass(severity)}>
          {duePhrase(clock.due_at, at)}
        </strong>
        {text.dot}
        {clock.paused_at ? text.due.rests : shortTime(clock.due_at, now)}
        {same ? ` (${text.ticket.sameAsOuter})` : ""}
        {clock.unannounced ? ` (${words.unannounced})` : ""}
      </span>
    </li>
  );
}

/** How long it took, or by how much it was missed; of a call that nobody made before the reply, that. */
function stoppedWords(clock: TicketClock, journey: TicketDetail["journey"]): string {
  const stopped = Date.parse(clock.stopped_at ?? clock.due_at);
  const late = stopped - Date.parse(clock.due_at);
  if (late > 0) return text.ticket.stoppedLate(span(late));
  const isCall = ({ event, at }: JourneyStep) => event === "ticket.contacted" && at >= clock.started_at;
  if (clock.kind === "contact" && !journey.some(isCall)) return text.ticket.stoppedUncalled;
  return text.ticket.stopped(span(stopped - Date.parse(clock.started_at)));
}

function Stopped({ clock, journey }: { clock: TicketClock; journey: TicketDetail["journey"] }) {
  return (
    <li className="clock stopped" title={clock.reason}>
      <span className="clock-kind">{text.clock[clock.kind]}</span>
      <span className="clock-words">{stoppedWords(clock, journey)}</span>
    </li>
  );
}

/** The hotline's limit once it has its reply, or the ticket has ended: when it was, and by how much it was missed. */
function OuterStopped({ due, stopped, now }: { due: string; stopped: string; now: number }) {
  const late = Date.parse(stopped) - Date.parse(due);
  return (
    <li className="clock stopped">
      <span className="clock-kind">{text.ticket.outer}</span>
      <span className="clock-words">
        {late > 0 ? text.ticket.stoppedLate(span(late)) : text.ticket.outerOver}
        {text.dot}
        {shortTime(due, now)}
      </span>
    </li>
  );
}

/** While the ticket is suspended the hotline's limit rests too: it is put off by as long. */
function Outer({ due, rests, now }: { due: string; rests: boolean; now: number }) {
  const severity = !rests && Date.parse(due) <= now ? "overdue" : "on_time";
  return (
    <li className="clock">
      <span className="clock-kind">{text.ticket.outer}</span>
      <span className="clock-words">
        <strong className={severity === "on_time" ? "" : severityClass(severity)}>
          {rests ? text.due.rests : duePhrase(due, now)}
        </strong>
        {rests ? null : `${text.dot}${shortTime(due, now)}`}
      </span>
    </li>
  );
}

/** When the last reply went up: what it owed stopped then. */
function repliedAt(stopped: readonly TicketClock[]): string | null {
  const replies = stopped.filter(({ kind }) => kind === "reply" || kind === "redo");
  return replies.reduce<string | null>(
    (last, { stopped_at: at }) => (at && (!last || at > last) ? at : last),
    null,
  );
}

export function Clocks({ row, detail }: { row: TicketRow; detail: TicketDetail }) {
  const { now } = useDesk();
  const running = detail.clocks
    .filter((clock) => clock.stopped_at === null)
    .sort((a, b) => (a.due_at < b.due_at ? -1 : 1));
  const stopped = detail.clocks
    .filter((clock) => clock.stopped_at !== null)
    .sort((a, b) => Date.parse(a.stopped_at ?? "") - Date.parse(b.stopped_at ?? ""));
  if (running.length + stopped.length === 0 && !row.outer_due) return null;
  return (
    <Section title={text.ticket.clocks} name="clocks">
      <ul className="clocks">
        {running.map((clock) => (
          <Running key={clock.kind + clock.started_at} clock={clock} outer={row.outer_due} now={now} />
        ))}
        {row.outer_due && owesReply(row) ? (
          <Outer due={row.outer_due} rests={row.state === "suspended"} now={now} />
        ) : null}
        {stopped.map((clock) => (
          <Stopped key={clock.kind + clock.started_at} clock={clock} journey={detail.journey} />
        ))}
        {row.outer_due && !owesReply(row) ? (
          <OuterStopped due={row.outer_due} stopped={repliedAt(stopped) ?? row.state_since} now={now} />
        ) : null}
      </ul>
      <Why ticket={row.id} version={row.version} now={now} />
    </Section>
  );
}
