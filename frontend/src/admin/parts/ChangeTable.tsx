/** Changes in a table: when, who, what from what to what, why. Of texts what went is struck, what came underlined. */
import { Fragment } from "react";
import { text, word } from "../../text";
import { words } from "../../text/keeping";
import { changed, type Difference, type Labels, type Say } from "./changed";
import type { Part } from "./diff";
import { moment } from "./moments";

export interface Change {
  id: number;
  at: string;
  person: string | null;
  subject: string;
  label?: string | null;
  what: string;
  before: Readonly<Record<string, unknown>> | null;
  after: Readonly<Record<string, unknown>> | null;
  reason: string | null;
}

export interface Naming {
  /** What the thing is called that was changed; without it what the service calls it. */
  nameOf?: ((subject: string, change: Change) => string) | undefined;
  say?: Say | undefined;
  labels?: Labels | undefined;
  /** Fields that hold somebody else's words, which stay as they are in every language. */
  quoted?: readonly string[] | undefined;
}

export function ChangeTable({ changes, ...naming }: Naming & { changes: readonly Change[] }) {
  return (
    <div className="table-box">
      <table className="table changes">
        <thead>
          <tr>
            <th>{words.when}</th>
            <th>{words.who}</th>
            <th>{words.what}</th>
            <th>{words.why}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((each) => (
            <tr key={each.id} data-change={each.what}>
              <td className="nowrap">{moment(each.at)}</td>
              <td className="nowrap">{each.person ?? words.program}</td>
              <td>
                <What change={each} {...naming} />
              </td>
              <td>{each.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function What({ change, nameOf, say, labels, quoted = [] }: Naming & { change: Change }) {
  const { before, after, what } = change;
  const found = changed(before, after, say, labels);
  const called = nameOf?.(change.subject, change);
  const short = found.filter((each) => each.kind === "value");
  return (
    <>
      {word(words.whats, what)}{" "}
      <strong translate={called === undefined ? "no" : undefined}>{called ?? change.label}</strong>
      {short.length > 0 ? (
        <span className="under">
          {short.map((each, at) => (
            <Fragment key={each.field}>
              {at > 0 ? text.semicolon : ""}
              <span translate={quoted.includes(each.field) ? "no" : undefined}>{inWords(each)}</span>
            </Fragment>
          ))}
        </span>
      ) : null}
      {found.map((each) =>
        each.kind === "value" ? null : (
          <Long key={each.field} difference={each} isQuoted={quoted.includes(each.field)} />
        ),
      )}
    </>
  );
}

function inWords(each: Difference): string {
  if (each.kind !== "value") return "";
  if (each.from === null || each.to === null) return `${each.label} ${each.to ?? each.from}`;
  return words.fromTo(each.label, each.from, each.to);
}

interface LongProps {
  difference: Exclude<Difference, { kind: "value" }>;
  isQuoted: boolean;
}

function Long({ difference, isQuoted }: LongProps) {
  const isText = difference.kind === "text";
  return (
    <span className="under change-text" translate={isQuoted ? "no" : undefined}>
      {difference.label}:{" "}
      {difference.parts.map((part, at) => (
        <Fragment key={`${at}/${part.what}`}>
          {isText ? <Marked part={part} between="" /> : <Lines part={part} />}
        </Fragment>
      ))}
    </span>
  );
}

/** Of a list what stayed is only counted. */
function Lines({ part }: { part: Part<string> }) {
  if (part.what === "same") return <span className="change-line">{words.unchanged(part.items.length)}</span>;
  return part.items.length > 1 && part.items.every((line) => line.length <= 12) ? (
    <span className="change-line">
      <Marked part={part} between={text.comma} />
    </span>
  ) : (
    part.items.map((line, at) => (
      <span key={at} className="change-line">
        <Marked part={{ ...part, items: [line] }} between="" />
      </span>
    ))
  );
}

function Marked({ part, between }: { part: Part<string>; between: string }) {
  const said = part.items.join(between);
  if (part.what === "gone") return <del>{said}</del>;
  return part.what === "new" ? <ins>{said}</ins> : said;
}
