/** 坐标渠道: which datum each channel declares, what its coordinates look like beside the words, and alarms to settle. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Face } from "../../look/Failure";
import { text, word } from "../../text";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { Channel, ChannelAlarm, Channels, Datum } from "../../wire/administration";
import { useAdmin } from "../context";
import { Asked } from "../parts/Asked";
import { count, percentOf } from "../parts/figures";
import { moment } from "../parts/moments";
import { ReasonDialog } from "../parts/ReasonDialog";
import { vectorWords } from "./vector";

interface Props {
  found: { data: Channels | undefined; error: Error | null; refetch: () => unknown };
}

export function ChannelWatch({ found }: Props) {
  return (
    <div role="tabpanel" className="tab-body" data-channels>
      <p className="quiet">{words.channels.lead}</p>
      <Asked found={found}>
        {({ channels }) =>
          channels.length === 0 ? <Face title={words.channels.none} /> : <Known channels={channels} />
        }
      </Asked>
    </div>
  );
}

function Known({ channels }: { channels: readonly Channel[] }) {
  const alarmed = channels.filter((channel) => channel.alarm);
  return (
    <>
      {alarmed.map((channel) => (
        <Alarm key={channel.source} channel={channel} alarm={channel.alarm as ChannelAlarm} />
      ))}
      <div className="table-box">
        <table className="table">
          <thead>
            <tr>
              <th>{words.channels.channel}</th>
              <th>{words.channels.declared}</th>
              <th className="figure">{words.channels.withText}</th>
              {DATUMS.map((datum) => (
                <th key={datum} className="figure">
                  {words.channels.looksLike(word(text.datum, datum))}
                </th>
              ))}
              <th>{words.channels.vector}</th>
              <th>{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {channels.map((channel) => (
              <Line key={channel.source} channel={channel} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const DATUMS: readonly Datum[] = ["wgs84", "gcj02", "bd09"];

function Line({ channel }: { channel: Channel }) {
  const all = channel.with_text;
  return (
    <tr data-channel={channel.source}>
      <td>
        <strong>{channel.name}</strong>
        <span className="under">{channel.source}</span>
      </td>
      <td>
        {word(text.datum, channel.declared)}
        {channel.own ? null : <span className="under">{words.channels.byMessage}</span>}
      </td>
      <td className="figure">
        {count(all)} <span className="of">/ {count(channel.tickets)}</span>
      </td>
      {DATUMS.map((datum) => (
        <td key={datum} className="figure">
          {count(channel.votes[datum])}{" "}
          <span className="of">{all > 0 ? percentOf(channel.votes[datum], all) : ""}</span>
        </td>
      ))}
      <td>{vectorWords(channel.east_m, channel.north_m)}</td>
      <td>{channel.alarm ? <strong>{words.channels.alarmed}</strong> : words.channels.quiet}</td>
    </tr>
  );
}

function Alarm({ channel, alarm }: { channel: Channel; alarm: ChannelAlarm }) {
  const { may } = useAdmin();
  const [doing, setDoing] = useState<"settle" | "declare" | null>(null);
  return (
    <section className="alarm" role="alert" data-alarm={channel.source}>
      <h3>{words.channels.alarmTitle(channel.name)}</h3>
      <p>{alarm.says}</p>
      <dl className="facts wide">
        <div>
          <dt>{words.channels.declared}</dt>
          <dd>{word(text.datum, channel.declared)}</dd>
        </div>
        <div>
          <dt>{words.channels.seen}</dt>
          <dd>
            {word(text.datum, alarm.seen)}
            <span className="under">
              {words.channels.share(percentOf(alarm.share, 1), count(alarm.votes))}
            </span>
          </dd>
        </div>
        <div>
          <dt>{words.channels.vector}</dt>
          <dd>{vectorWords(alarm.east_m, alarm.north_m)}</dd>
        </div>
        <div>
          <dt>{words.channels.since}</dt>
          <dd>
            {moment(alarm.since)}
            <span className="under">{words.channels.affected(count(alarm.affected))}</span>
          </dd>
        </div>
      </dl>
      {may.keep ? (
        <div className="form-end">
          <button type="button" className="button primary" data-declare onClick={() => setDoing("declare")}>
            {words.channels.declare(word(text.datum, alarm.seen))}
          </button>
          <button type="button" className="button" data-settle onClick={() => setDoing("settle")}>
            {words.channels.settle}
          </button>
        </div>
      ) : null}
      {doing === "settle" ? <Settle channel={channel} onDone={() => setDoing(null)} /> : null}
      {doing === "declare" ? <Declare {...{ channel, alarm }} onDone={() => setDoing(null)} /> : null}
    </section>
  );
}

function useSettled(onDone: () => void) {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ["channels"] });
    onDone();
  };
}

function Settle({ channel, onDone }: { channel: Channel; onDone: () => void }) {
  const onSuccess = useSettled(onDone);
  const sending = useMutation({
    mutationFn: (note: string) => adminApi.acknowledge(channel.source, note, null),
    onSuccess,
  });
  return (
    <ReasonDialog
      name="note"
      title={words.channels.settleTitle(channel.name)}
      confirm={words.channels.settle}
      what={words.channels.settleWhat}
      sending={sending}
      onClose={onDone}
    />
  );
}

function Declare({ channel, alarm, onDone }: { channel: Channel; alarm: ChannelAlarm; onDone: () => void }) {
  const onSuccess = useSettled(onDone);
  const sending = useMutation({
    mutationFn: (note: string) => adminApi.declare(channel.source, alarm.seen, note),
    onSuccess,
  });
  const seen = word(text.datum, alarm.seen);
  return (
    <ReasonDialog
      name="note"
      title={words.channels.declareTitle(channel.name, seen)}
      confirm={words.channels.declare(seen)}
      what={words.channels.declareWhat}
      sending={sending}
      onClose={onDone}
    />
  );
}
