/** The top line: which platform and unit, the connection, who is signed in. */
import { useQuery } from "@tanstack/react-query";
import { memo, useCallback } from "react";
import { useKey } from "../seat/keys";
import { leave } from "../seat/leave";
import { LockButton } from "../seat/SeatTools";
import { mayKeep, mayReceive, maySeeRates, maySeeRequests, mayWatchReports } from "../state/roles";
import { text, word } from "../text";
import { areaName, shortName } from "../text/unitNames";
import { api } from "../wire/api";
import { CallsButton } from "./Calls";
import { ConnectionMark } from "./ConnectionMark";
import { useDesk } from "./context";
import { Figures } from "./Figures";
import { HeaderMenu } from "./HeaderMenu";
import { HealthChip } from "./HealthChip";
import { WaitingButton } from "./joint/Waiting";
import { useIsDistrict } from "./lists";
import { usePaste } from "./manual/pasting";
import { usePalette } from "./palette/usePalette";
import { AlarmButton, NightCount, SoundMark } from "./telling/Alarm";
import { CallListButton } from "./telling/DutyTools";
import { UpwardButton } from "./UpwardList";
import { useView } from "./view";
import { AwayParts } from "./windows/AwayParts";

function TownFilter() {
  const { me, address, go } = useDesk();
  const isDesk = useView() === "desk";
  // The other views show all towns; which of them is in hand is said there.
  if (me.streams.length < 2 || !isDesk) return null;
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

const CHANNELS_MS = 60_000;

/** A channel that speaks another datum than it declares puts every ticket a cell off: told where a keeper sits. */
function ChannelAlarm() {
  const found = useQuery({ queryKey: ["channels"], queryFn: api.channels, refetchInterval: CHANNELS_MS });
  const alarms = found.data?.channels.filter((channel) => channel.alarm) ?? [];
  if (alarms.length === 0) return null;
  return (
    <a
      className="button small alarm-link"
      href="/admin?at=quality&tab=channels"
      title={alarms[0]?.alarm?.says}
      data-channel-alarm
    >
      <span aria-hidden="true">■</span> {text.header.channelAlarm(alarms.length)}
    </a>
  );
}

/** Only what waits stands out; everything else is in the menu. */
function Standing() {
  const { me } = useDesk();
  const held = me.memberships;
  const watches = mayWatchReports(held);
  return (
    <>
      {watches ? (
        <>
          <AlarmButton />
          <NightCount />
          <CallListButton />
          <CallsButton />
          <WaitingButton />
        </>
      ) : null}
      {maySeeRequests(held) ? <UpwardButton /> : null}
      {mayKeep(held) ? <ChannelAlarm /> : null}
    </>
  );
}

function Tools({ onKeys }: { onKeys: () => void }) {
  const { go, me } = useDesk();
  const { open, palette } = usePalette();
  const isReceiver = mayReceive(me.memberships);
  const begin = useCallback(() => go({ panel: "new" }), [go]);
  useKey(isReceiver ? "i" : null, begin);
  usePaste();
  return (
    <div className="header-tools">
      <AwayParts />
      <Standing />
      {isReceiver ? (
        <button type="button" className="button small" data-panel="new" onClick={begin}>
          {text.header.newTicket} <kbd>I</kbd>
        </button>
      ) : null}
      <HeaderMenu onKeys={onKeys} onPalette={open} />
      <LockButton />
      {palette}
    </div>
  );
}

/** Whose desk this is, in full where there is room; never cut. */
function Whose() {
  const { me } = useDesk();
  const district = areaName(me.text.district_name);
  const unit = me.memberships[0]?.unit_name ?? "";
  return (
    <>
      <h1 className="header-title">
        <span className="wide-only">{text.productOf(district)}</span>
        <span className="narrow-only">{district}</span>
      </h1>
      <span className="header-unit">
        <span className="wide-only">{unit}</span>
        <span className="narrow-only" title={unit}>
          {shortName(unit)}
        </span>
      </span>
    </>
  );
}

/** Renders for what it shows, not for each event of a list. */
export const Header = memo(function Header({ onKeys }: { onKeys: () => void }) {
  const { me } = useDesk();
  const isDistrict = useIsDistrict();
  const membership = me.memberships[0];
  const role = membership ? word(text.role, membership.role) : "";
  return (
    <header className="header desk-header">
      <Whose />
      {me.demo ? (
        <span className="demo-mark" title={text.demoWhy}>
          {text.demo}
        </span>
      ) : null}
      {isDistrict ? <TownFilter /> : null}
      <span className="header-gap" />
      {maySeeRates(me.memberships) ? <Figures /> : null}
      <HealthChip />
      <SoundMark />
      <ConnectionMark />
      <Tools onKeys={onKeys} />
      <span className="header-person" title={[me.person.name, role].join(text.dot)}>
        {me.person.name}
        <span className="wide-only">
          {text.dot}
          {role}
        </span>
      </span>
      <button type="button" className="link" onClick={() => void leave()}>
        {text.header.signOut}
      </button>
    </header>
  );
});
