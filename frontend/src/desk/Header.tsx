/** The top line: which platform and unit, the connection, who is signed in. */
import { useQueryClient } from "@tanstack/react-query";
import { toggleTheme } from "../look/theme";
import { clockTime } from "../state/format";
import { mayReceive, mayWatchReports } from "../state/roles";
import { switchLanguage, text } from "../text";
import type { Connection } from "../wire/stream";
import { useDesk } from "./context";
import { lockNow } from "./idle";
import { leave } from "./LockScreen";
import { useIsDistrict } from "./lists";
import { shortName } from "./names";

function connectionWords(connection: Connection, offset: number): string {
  switch (connection.kind) {
    case "connecting":
      return text.connection.connecting;
    case "live":
      return text.connection.live(clockTime(connection.at + offset, true));
    case "catching_up":
      return text.connection.catchingUp(connection.missing);
    case "offline":
      return text.connection.offline(clockTime(connection.since + offset));
  }
}

function ConnectionMark() {
  const { live } = useDesk();
  const { connection, offset } = live;
  const title = connection.kind === "offline" ? text.connection.offlineWhy : undefined;
  return (
    // While all is well the seconds run on unspoken; only a change of the connection is read out.
    <output
      aria-live={connection.kind === "live" ? "off" : "polite"}
      className={`connection ${connection.kind}`}
      title={title}
      data-connection={connection.kind}
    >
      <span className="connection-dot" aria-hidden="true" />
      {connectionWords(connection, offset)}
    </output>
  );
}

function TownFilter() {
  const { me, address, go } = useDesk();
  if (me.streams.length < 2) return null;
  return (
    <label className="town-filter">
      <span className="visually-hidden">{text.header.townFilter}</span>
      <select
        className="input"
        value={address.stream ?? ""}
        onChange={(event) => go({ stream: event.target.value ? Number(event.target.value) : null })}
      >
        <option value="">{text.header.allTowns}</option>
        {me.streams.map((stream) => (
          <option key={stream.id} value={stream.id}>
            {shortName(stream.name)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Tools({ onKeys }: { onKeys: () => void }) {
  const { go, me } = useDesk();
  const queries = useQueryClient();
  return (
    <div className="header-tools">
      {mayReceive(me.memberships) ? (
        <button type="button" className="button small" data-panel="new" onClick={() => go({ panel: "new" })}>
          {text.header.newTicket}
        </button>
      ) : null}
      {mayWatchReports(me.memberships) ? (
        <button
          type="button"
          className="button small"
          data-panel="dead"
          onClick={() => go({ panel: "dead" })}
        >
          {text.header.dead}
        </button>
      ) : null}
      <button type="button" className="header-icon" title={text.header.keys} onClick={onKeys}>
        <kbd>?</kbd>
      </button>
      <button
        type="button"
        className="header-icon"
        title={text.header.lock}
        data-lock
        onClick={() => void lockNow(queries)}
      >
        <LockMark />
      </button>
      <button type="button" className="header-icon" title={text.header.theme} onClick={toggleTheme}>
        <span aria-hidden="true">◐</span>
        <span className="visually-hidden">{text.header.theme}</span>
      </button>
      <button type="button" className="header-icon" title={text.header.language} onClick={switchLanguage}>
        {text.otherLanguage}
      </button>
    </div>
  );
}

function LockMark() {
  return (
    <svg className="glyph" viewBox="0 0 16 16" role="img">
      <title>{text.header.lock}</title>
      <path d="M4 7V5a4 4 0 0 1 8 0v2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <rect x="2.5" y="7" width="11" height="7.5" rx="1.5" fill="currentColor" />
    </svg>
  );
}

export function Header({ onKeys }: { onKeys: () => void }) {
  const { me } = useDesk();
  const isDistrict = useIsDistrict();
  const membership = me.memberships[0];
  const district = me.text.district_name.replace(/社会治理指挥中心$/, "");
  return (
    <header className="header">
      <h1 className="header-title">{text.productOf(district)}</h1>
      <span className="header-unit">{membership?.unit_name}</span>
      {me.demo ? (
        <span className="demo-mark" title={text.demoWhy}>
          {text.demo}
        </span>
      ) : null}
      {isDistrict ? <TownFilter /> : null}
      <span className="header-gap" />
      <ConnectionMark />
      <Tools onKeys={onKeys} />
      <span className="header-person">
        {me.person.name}
        {text.dot}
        {membership?.role_name}
      </span>
      <button type="button" className="link" onClick={() => void leave()}>
        {text.header.signOut}
      </button>
    </header>
  );
}
