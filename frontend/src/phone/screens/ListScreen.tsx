/** 我的任务: what is new, what is in hand, what was handed in; of a unit also what its people hold. */
import { useEffect, useMemo, useRef, useState } from "react";
import { Face } from "../../look/Failure";
import { mayPatrol } from "../../state/roles";
import { text, word } from "../../text";
import { words as joint } from "../../text/joint";
import { words } from "../../text/scores";
import type { OwedPart, TicketRow } from "../../wire/types";
import { usePhone } from "../context";
import { Banner, Bar, Connection } from "../parts/Bar";
import { CallCenter } from "../parts/Centers";
import { DueLine } from "../parts/DueLine";
import { dueOf } from "../parts/due";
import { Call } from "../parts/OwedParts";
import { ToSign } from "../parts/ToSign";
import { type Group, type Section, sectionsOf, taskCount } from "../rules/lists";
import { pendingOf } from "../rules/outbox";
import { isCalled } from "../rules/part";
import { placeOf } from "../rules/place";

const AT_ONCE = 20;
/** What asks for a first step. */
const CALLS: ReadonlySet<Group> = new Set(["signoff", "new"]);

export function ListScreen() {
  const { view, looker, me, go } = usePhone();
  const sections = useMemo(
    () => (view.rows ? sectionsOf(view.rows, looker, view.acts, view.co) : null),
    [view.rows, looker, view.acts, view.co],
  );
  const count = sections ? taskCount(sections) : 0;
  useEffect(() => {
    document.title = `${text.phone.title}${count > 0 ? ` ${count}` : ""}`;
  }, [count]);
  return (
    <div className="phone" data-screen="list">
      <Bar
        isHome
        title={
          <>
            {text.phone.title}
            {count > 0 ? <span className="count"> {count}</span> : null}
          </>
        }
      >
        <button
          type="button"
          className="bar-me"
          onClick={() => go({ page: "account" })}
          data-command="account"
        >
          {me.person.name.slice(-1)}
          <span className="visually-hidden">{text.phone.account}</span>
        </button>
        <Connection />
      </Bar>
      <Banner />
      <main className="scroll">
        <Newcomer sections={sections} />
        <ToSign />
        {mayPatrol(me.memberships) ? <Patrol /> : null}
        {sections === null ? <Face title={text.phone.loading} /> : null}
        {sections?.length === 0 ? <Face title={text.phone.empty} hint={text.phone.emptyHint} /> : null}
        {sections?.map((section) => (
          <List key={section.group} section={section} />
        ))}
        <p className="list-end">
          <CallCenter className="plain" />
        </p>
      </main>
    </div>
  );
}

function Patrol() {
  const { go } = usePhone();
  return (
    <p className="patrol">
      <button type="button" className="tall" data-command="patrol" onClick={() => go({ page: "patrol" })}>
        {words.patrol}
      </button>
      <button type="button" className="plain" data-command="mine" onClick={() => go({ page: "mine" })}>
        {words.mine}
      </button>
    </p>
  );
}

/** Says aloud, to a screen reader, and by a short buzz, that something new came; the list shows it anyway. */
function Newcomer({ sections }: { sections: readonly Section[] | null }) {
  const known = useRef<Set<number> | null>(null);
  const [words, setWords] = useState("");
  useEffect(() => {
    if (!sections) return;
    const rows = sections.flatMap(({ group, rows: held }) => (CALLS.has(group) ? held : []));
    const fresh = known.current ? rows.filter((row) => !known.current?.has(row.id)) : [];
    known.current = new Set([...(known.current ?? []), ...rows.map((row) => row.id)]);
    if (fresh[0]) {
      setWords(text.phone.arrivedNew(fresh[0].title));
      if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(200);
    }
  }, [sections]);
  return (
    <p className="visually-hidden" role="status">
      {words}
    </p>
  );
}

function List({ section }: { section: Section }) {
  const [shown, setShown] = useState(AT_ONCE);
  const rest = section.rows.length - shown;
  const name = text.phone.group[section.group];
  return (
    <section className="list" aria-label={name} data-group={section.group}>
      <h2 className="list-title">
        {name} <span className="count">{section.rows.length}</span>
      </h2>
      <ul>
        {section.rows.slice(0, shown).map((row) => (
          <Card key={row.id} row={row} group={section.group} />
        ))}
      </ul>
      {rest > 0 ? (
        <button type="button" className="tall" onClick={() => setShown(shown + AT_ONCE)}>
          {text.phone.showMore(rest)}
        </button>
      ) : null}
    </section>
  );
}

function Card({ row, group }: { row: TicketRow; group: Group }) {
  const { view, me, now, go } = usePhone();
  const waits = pendingOf(view.acts, me.person.id, row.id).length > 0;
  const isDone = group === "submitted";
  const due = dueOf(row, now);
  const part = group === "co" ? view.co.get(row.id) : undefined;
  return (
    <li>
      <button
        type="button"
        className={`card${CALLS.has(group) ? " card-new" : ""}`}
        onClick={() => go({ ticket: row.id, page: null })}
        data-ticket={row.id}
        data-number={row.number}
        data-state={row.state}
      >
        <span className="card-title">{row.title}</span>
        {group === "co" || group === "unit" || group === "others" ? <Holder row={row} /> : null}
        {part ? <Asked part={part} /> : null}
        {isDone ? (
          <span className="card-line">{text.state[row.state]}</span>
        ) : part && isCalled(part) ? null : (
          <DueLine due={due} />
        )}
        <span className="card-line">{placeOf(row, view.directory)}</span>
        <Marks row={row} waits={waits} />
      </button>
    </li>
  );
}

/** What is asked of them beside the lead. */
function Asked({ part }: { part: OwedPart }) {
  return (
    <>
      <span className="card-line" data-asked={part.kind}>
        {[word(joint.askedAs, part.kind), part.note].filter(Boolean).join(text.colon)}
      </span>
      {isCalled(part) ? <Call part={part} /> : null}
    </>
  );
}

/** Of a colleague's ticket: how far it is, and with whom. */
function Holder({ row }: { row: TicketRow }) {
  const { view } = usePhone();
  const person = view.directory?.people.find((each) => each.id === row.lead_person);
  const unit = view.directory?.units.find((each) => each.id === (row.lead_unit ?? row.unit));
  const name = person?.name ?? unit?.name;
  return (
    <span className="card-line">
      {text.state[row.state]}
      {name ? `${text.dot}${text.phone.heldBy(name)}` : ""}
    </span>
  );
}

function Marks({ row, waits }: { row: TicketRow; waits: boolean }) {
  const marks = [
    waits ? text.phone.waitingMark : "",
    text.phone.urgent[row.urgency],
    row.urged > 0 ? text.phone.urgedTimes(row.urged) : "",
    row.rework > 0 ? text.phone.reworked(row.rework) : "",
  ].filter(Boolean);
  if (marks.length === 0) return null;
  return (
    <span className="marks">
      {marks.map((mark) => (
        <span key={mark} className="mark">
          {mark}
        </span>
      ))}
    </span>
  );
}
