/** How the index stands that locates tickets: which version, how large, how it was built. */
import { useQuery } from "@tanstack/react-query";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import { Asked } from "../parts/Asked";
import { count, megabytes, oneDigit } from "../parts/figures";
import { moment } from "../parts/moments";

export function StateOfIndex() {
  const found = useQuery({
    queryKey: ["places", "state"],
    queryFn: adminApi.placesState,
    refetchInterval: ({ state: { data } }) => (data && data.version !== data.latest ? 1_000 : 15_000),
  });
  return (
    <div role="tabpanel" className="tab-body" data-index>
      <Asked found={found}>
        {(state) => (
          <>
            <p
              className="notice"
              role="status"
              data-index-state={state.version === state.latest ? "current" : "behind"}
            >
              {state.version === state.latest
                ? words.places.index.current(state.version)
                : words.places.index.behind(state.version, state.latest)}
            </p>
            <dl className="facts wide">
              <Fact name={words.places.index.places} value={count(state.places)} />
              <Fact name={words.places.index.names} value={count(state.names)} />
              <Fact name={words.places.index.aliases} value={count(state.aliases)} />
              <Fact name={words.places.index.builtAt} value={moment(state.built_at)} />
              <Fact
                name={words.places.index.buildTime}
                value={words.seconds(oneDigit(state.build_seconds))}
              />
              <Fact
                name={words.places.index.memory}
                value={`${megabytes(state.memory_bytes)}${perMillion(state.memory_bytes, state.places)}`}
              />
              <Fact
                name={words.places.index.stall}
                value={words.milliseconds(oneDigit(state.longest_stall_ms))}
                hint={words.places.index.stallHint}
              />
              <Fact name={words.places.index.checksum} value={state.checksum} isCode />
            </dl>
          </>
        )}
      </Asked>
    </div>
  );
}

function perMillion(bytes: number, places: number): string {
  return places === 0 ? "" : words.places.index.perMillion(megabytes((bytes / places) * 1_000_000));
}

function Fact({
  name,
  value,
  hint,
  isCode,
}: {
  name: string;
  value: string;
  hint?: string;
  isCode?: boolean;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={isCode ? "code" : undefined}>
        {value}
        {hint ? <span className="under">{hint}</span> : null}
      </dd>
    </div>
  );
}
