/** 审计: who looked at what, changed what, was refused what. For the auditor alone; each look is a row itself. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Face } from "../../look/Failure";
import { text } from "../../text";
import { words } from "../../text/audit";
import { type AuditChain, type AuditEntry, type AuditQuery, auditApi } from "../../wire/audit";
import { Asked } from "../parts/Asked";
import { count } from "../parts/figures";
import { fromInput, moment } from "../parts/moments";
import { detailsOf } from "./details";

const EVERYTHING: AuditQuery = { person: "", ticket: "", action: "", since: "", until: "" };

export function Audit() {
  const [query, setQuery] = useState(EVERYTHING);
  const [before, setBefore] = useState<number | null>(null);
  const found = useQuery({
    queryKey: ["audit", query, before],
    queryFn: () => auditApi.page(query, before),
    placeholderData: keepPreviousData,
  });
  return (
    <main className="page" data-page="audit">
      <div className="page-head">
        <div>
          <h2>{words.title}</h2>
          <p className="quiet">{words.lead}</p>
        </div>
        <div>
          <a className="button small" href={auditApi.exportUrl("csv", query)} download>
            {words.csv}
          </a>{" "}
          <a className="button small" href={auditApi.exportUrl("xlsx", query)} download>
            {words.xlsx}
          </a>
        </div>
      </div>
      <Filters
        themes={found.data?.themes ?? []}
        onAsk={(asked) => {
          setQuery(asked);
          setBefore(null);
        }}
      />
      <Asked found={found}>
        {(page) => (
          <>
            <Chain chain={page.chain} />
            <Entries entries={page.entries} />
            <div className="page-head">
              {before === null ? null : (
                <button type="button" className="button small" onClick={() => setBefore(null)}>
                  {words.newest}
                </button>
              )}
              {page.before === null ? null : (
                <button
                  type="button"
                  className="button small"
                  data-older
                  onClick={() => setBefore(page.before)}
                >
                  {words.older}
                </button>
              )}
            </div>
          </>
        )}
      </Asked>
    </main>
  );
}

interface FiltersProps {
  themes: readonly { action: string; label: string }[];
  onAsk: (query: AuditQuery) => void;
}

function Filters({ themes, onAsk }: FiltersProps) {
  function ask(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said = (name: string) => String(form.get(name) ?? "").trim();
    const instant = (name: string) => fromInput(said(name)) ?? "";
    onAsk({
      person: said("person"),
      ticket: said("ticket"),
      action: said("action"),
      since: instant("since"),
      until: instant("until"),
    });
  }
  return (
    <form className="filters" onSubmit={ask} data-audit-filters>
      <Filter label={words.person} name="person" hint={words.personHint} />
      <Filter label={words.ticket} name="ticket" hint={words.ticketHint} />
      <label className="field">
        <span className="field-label">{words.theme}</span>
        <select className="input" name="action" defaultValue="">
          <option value="">{words.anyTheme}</option>
          {themes.map(({ action, label }) => (
            <option key={action} value={action}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <Filter label={words.since} name="since" type="datetime-local" />
      <Filter label={words.until} name="until" type="datetime-local" />
      <button type="submit" className="button primary">
        {words.find}
      </button>
    </form>
  );
}

function Filter(given: { label: string; name: string; hint?: string; type?: string }) {
  return (
    <label className="field">
      <span className="field-label">{given.label}</span>
      <input
        className="input"
        name={given.name}
        type={given.type ?? "text"}
        maxLength={64}
        autoComplete="off"
        placeholder={given.hint}
      />
    </label>
  );
}

function Chain({ chain }: { chain: AuditChain | null }) {
  if (!chain) return <p className="quiet">{words.noChain}</p>;
  return (
    <p className="quiet" data-audit-chain={chain.number}>
      {words.chain(count(chain.number), count(chain.rows), moment(chain.at))}
      {text.dot}
      {words.head} <span className="code">{chain.head.slice(0, 16)}…</span>
    </p>
  );
}

function Entries({ entries }: { entries: readonly AuditEntry[] }) {
  if (entries.length === 0) return <Face title={words.none} hint={words.noneHint} />;
  return (
    <div className="table-box">
      <table className="table audit-table">
        <thead>
          <tr>
            <th>{words.at}</th>
            <th>{words.person}</th>
            <th>{words.theme}</th>
            <th>{words.about}</th>
            <th>{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Line key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ entry }: { entry: AuditEntry }) {
  const { by, count: times, ...rest } = entry.detail ?? {};
  const details = detailsOf(rest);
  if (typeof times === "number" && times > 1) details.unshift(words.times(count(times)));
  return (
    <tr data-audit-row={entry.id} data-audit-action={entry.action}>
      <td className="nowrap">
        {moment(entry.at)}
        {entry.sealed ? null : <span className="under">{words.waiting}</span>}
      </td>
      <td className="nowrap">
        {entry.person_name ?? (typeof by === "string" ? by : words.machine)}
        {entry.unit_name ? <span className="under">{entry.unit_name}</span> : null}
      </td>
      <td className="nowrap">{entry.label}</td>
      <td>
        {entry.subject_name}
        {entry.subject_name ? null : (
          <span className="code" translate="no">
            {entry.ticket_number ?? entry.subject}
          </span>
        )}
      </td>
      <td translate="no">
        {entry.reason}
        {details.length ? <span className="under">{details.join(text.dot)}</span> : null}
      </td>
    </tr>
  );
}
