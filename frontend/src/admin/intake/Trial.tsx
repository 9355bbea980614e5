/** What a draft made of the last messages: how many differ, in which fields, why some are refused; and which, masked. */
import { Fragment, type ReactNode } from "react";
import { text, word } from "../../text";
import { words } from "../../text/intake";
import type { ProfileTrial, ReadItem, ReadSide } from "../../wire/intake";
import { count } from "../parts/figures";
import { moment } from "../parts/moments";
import { type Field, said } from "./mapping";

export function Trial({ trial }: { trial: ProfileTrial | null }) {
  if (!trial) return null;
  return (
    <section className="part" data-trial>
      <h3>
        {words.trial} <span className="quiet">{words.against(trial.against, moment(trial.at))}</span>
      </h3>
      {trial.asked === 0 ? <p>{words.nothing}</p> : <Summary trial={trial} />}
      <div className="intake-figures">
        <Figures
          title={words.byField}
          rows={trial.fields.map(({ field, items }) => [fieldName(field), items])}
        />
        <Figures
          title={words.byReason}
          rows={trial.reasons.map(({ level, field, says, items }) => [
            <Fragment key={field + says}>
              {words.levelsOf[level]}
              {text.dot}
              {field ? words.from(field, says) : says}
            </Fragment>,
            items,
          ])}
        />
        <Figures
          title={words.unread}
          hint={words.unreadHint}
          rows={trial.unknown.map(({ name, items }) => [name, items])}
        />
      </div>
      {trial.listed.length > 0 ? <Listed items={trial.listed} /> : null}
    </section>
  );
}

function fieldName(field: string): string {
  return word(words.fields, field);
}

function Summary({ trial }: { trial: ProfileTrial }) {
  const others = [
    trial.different > 0 ? words.different(count(trial.different)) : "",
    trial.accepted > 0 ? words.wouldAccept(count(trial.accepted)) : "",
    trial.still_refused > 0 ? words.stillRefused(count(trial.still_refused)) : "",
  ].filter(Boolean);
  return (
    <p>
      {[words.summary(count(trial.asked), count(trial.same)), ...others].join(text.dot)}
      {trial.refused > 0 ? (
        <strong data-would-refuse>{`${text.dot}${words.wouldRefuse(count(trial.refused))}`}</strong>
      ) : null}
    </p>
  );
}

interface FiguresProps {
  title: string;
  hint?: string;
  rows: readonly (readonly [ReactNode, number])[];
}

function Figures({ title, hint, rows }: FiguresProps) {
  if (rows.length === 0) return null;
  return (
    <table className="table">
      <thead>
        <tr>
          <th>
            {title}
            {hint ? <span className="quiet">({hint})</span> : null}
          </th>
          <th className="figure">{words.items}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, items], at) => (
          <tr key={at}>
            <td>{name}</td>
            <td className="figure">{count(items)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Listed({ items }: { items: readonly ReadItem[] }) {
  return (
    <details>
      <summary>{words.listed(items.length)}</summary>
      <div className="table-box">
        <table className="table" data-trial-items>
          <thead>
            <tr>
              <th>{words.message}</th>
              <th>{words.field}</th>
              <th>{words.former}</th>
              <th>{words.proposed}</th>
            </tr>
          </thead>
          {items.map((item, at) => (
            <Item key={at} item={item} />
          ))}
        </table>
      </div>
    </details>
  );
}

function Item({ item }: { item: ReadItem }) {
  const head = (
    <>
      {moment(item.at)}
      <span className="under">
        {[item.order, item.source, words.verdicts[item.verdict]].filter(Boolean).join(text.dot)}
      </span>
    </>
  );
  const rows = item.rows.length > 0 ? item.rows : [null];
  return (
    <tbody data-verdict={item.verdict}>
      {rows.map((row, at) => (
        <tr key={row?.field ?? "whole"}>
          {at === 0 ? (
            <td className="nowrap" rowSpan={rows.length}>
              {head}
            </td>
          ) : null}
          <td>{row ? fieldName(row.field) : null}</td>
          <td>
            {row ? <Side field={row.field} side={row.former} /> : <Errors errors={item.former_errors} />}
          </td>
          <td>{row ? <Side field={row.field} side={row.proposed} /> : <Errors errors={item.errors} />}</td>
        </tr>
      ))}
    </tbody>
  );
}

function Side({ field, side: { name, shows } }: { field: string; side: ReadSide }) {
  if (shows === null) return <span className="quiet">{words.absent}</span>;
  const meaning = said(field as Field, shows);
  return name ? words.from(name, meaning) : meaning;
}

function Errors({ errors }: { errors: ReadItem["errors"] }) {
  if (errors.length === 0) return words.outcomes.created;
  return errors.map(({ field, says }) => (field ? words.from(field, says) : says)).join(text.dot);
}
