/** One source: where it pushes to, how it is read, what came within a day, its last deliveries, what was changed of it. */
import { useState } from "react";
import { text } from "../../text";
import { words } from "../../text/intake";
import type { IntakeSource } from "../../wire/intake";
import { useAdmin } from "../context";
import { count } from "../parts/figures";
import { History } from "../parts/History";
import { sinceWhen } from "../parts/moments";
import { Deliveries } from "./Deliveries";
import { ChangeSource, RestSource } from "./SourceDialogs";
import type { Secret } from "./secret";

interface Props {
  source: IntakeSource;
  onSecrets: (secrets: readonly Secret[]) => void;
}

const LABELS = { datum: words.datum, platform: words.platform, callback_url: words.callback };

export function SourcePart({ source, onSecrets }: Props) {
  const { may } = useAdmin();
  const [asked, setAsked] = useState<"change" | "rest" | null>(null);
  return (
    <section className="part intake-source" data-source={source.id} data-active={source.active}>
      <h3>
        <span>
          {source.name} <span className="code quiet">{source.id}</span>{" "}
          {source.active ? null : <span className="chip">{words.retired}</span>}
        </span>
        {may.makeKeys ? (
          <span className="intake-acts">
            <button type="button" className="button small" data-change onClick={() => setAsked("change")}>
              {words.edit}
            </button>
            <button
              type="button"
              className={source.active ? "button small danger" : "button small"}
              data-rest
              onClick={() => setAsked("rest")}
            >
              {source.active ? words.retire : words.resume}
            </button>
          </span>
        ) : null}
      </h3>
      <Facts source={source} />
      <Deliveries source={source.id} />
      <History about={`source:${source.id}`} labels={LABELS} say={say} nameOf={() => source.name} />
      {asked === "change" ? (
        <ChangeSource
          source={source}
          onMade={(secrets) => {
            setAsked(null);
            onSecrets(secrets);
          }}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {asked === "rest" ? <RestSource source={source} onClose={() => setAsked(null)} /> : null}
    </section>
  );
}

function say(field: string, value: unknown): string | undefined {
  if (field === "datum") return datumName(String(value));
  if (field === "platform") return value === "police" ? words.platforms.police : words.platforms.hotline;
  return undefined;
}

function datumName(datum: string): string {
  return (words.datums as Readonly<Record<string, string>>)[datum] ?? datum;
}

function Facts({ source }: { source: IntakeSource }) {
  const { go } = useAdmin();
  const { refused, dead, waiting } = source;
  return (
    <dl className="facts wide">
      <div className="intake-address">
        <dt>{words.address}</dt>
        <dd className="code">{source.address}</dd>
      </div>
      <div>
        <dt>{words.pushed}</dt>
        <dd>
          {words.pushedCount(count(source.deliveries), count(source.accepted))}
          {refused > 0 ? <strong>{`${text.dot}${words.refusedCount(count(refused))}`}</strong> : null}
          <span className="under">
            {source.last_at ? `${words.last} ${sinceWhen(source.last_at)}` : words.lastNone}
          </span>
        </dd>
      </div>
      <div>
        <dt>{words.tabs.profiles}</dt>
        <dd>{words.profileOf(source.profile, source.profile_version)}</dd>
      </div>
      <div>
        <dt>{words.datum}</dt>
        <dd>
          {datumName(source.datum)}
          <button
            type="button"
            className="link under"
            onClick={() => go({ at: "quality", tab: null, version: null, place: null })}
          >
            {words.changeDatum}
          </button>
        </dd>
      </div>
      <div>
        <dt>{words.callback}</dt>
        <dd className={source.callback_url ? "code" : undefined}>
          {source.callback_url ?? words.noCallback}
          {source.callback_url && !source.signs_reports ? (
            <span className="under">{words.unsigned}</span>
          ) : null}
        </dd>
      </div>
      <div>
        <dt>{words.waiting}</dt>
        <dd>
          {words.waitingCount(count(waiting))}
          {dead > 0 ? <span className="under">{words.dead(count(dead))}</span> : null}
        </dd>
      </div>
    </dl>
  );
}
