/** One place: what is known of it, its other names, what was done to it; and what the reader may change. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { boxOfPoints } from "../../map/features";
import { text, word } from "../../text";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { Deed, PlaceWithHistory } from "../../wire/administration";
import { useAdmin } from "../context";
import { Asked } from "../parts/Asked";
import { metres } from "../parts/figures";
import { moment } from "../parts/moments";
import { usePlan } from "../parts/plan";
import { ChangePlace } from "./ChangePlace";
import { changesOfPlace } from "./deeds";
import { Names } from "./Names";
import { RetirePlace } from "./RetirePlace";

export function PlaceDetail({ id }: { id: number }) {
  const found = useQuery({ queryKey: ["places", "one", id], queryFn: () => adminApi.place(id) });
  const { lookAt } = usePlan();
  const place = found.data;
  const lon = place?.lon;
  const lat = place?.lat;
  useEffect(() => {
    if (lon !== undefined && lat !== undefined) lookAt(boxOfPoints([{ lon, lat }]), 15.5);
  }, [lon, lat, lookAt]);
  return <Asked found={found}>{(known) => <Known place={known} />}</Asked>;
}

type Doing = "edit" | "retire" | null;

function Known({ place }: { place: PlaceWithHistory }) {
  const { may } = useAdmin();
  const [doing, setDoing] = useState<Doing>(null);
  const isOver = place.valid_until !== null;
  if (doing === "edit") return <ChangePlace place={place} onDone={() => setDoing(null)} />;
  return (
    <article className="detail" data-place-open={place.id}>
      <header className="detail-head">
        <h2>{place.name}</h2>
        <span className="chip">{text.placeKind[place.kind]}</span>
        {isOver ? <span className="chip">{words.places.over}</span> : null}
        {may.keep && !isOver ? (
          <span className="detail-acts">
            <button type="button" className="button small" data-edit onClick={() => setDoing("edit")}>
              {words.places.edit}
            </button>
            <button
              type="button"
              className="button small danger"
              data-retire
              onClick={() => setDoing("retire")}
            >
              {words.places.retire}
            </button>
          </span>
        ) : null}
      </header>
      <Facts place={place} />
      <Names place={place} />
      <History deeds={place.history} />
      {doing === "retire" ? <RetirePlace place={place} onDone={() => setDoing(null)} /> : null}
    </article>
  );
}

function Facts({ place }: { place: PlaceWithHistory }) {
  const facts: [string, string][] = [
    [words.places.parent, place.parent_name ?? ""],
    [words.places.belongs, [place.village_name, place.town_name].filter(Boolean).join(text.dot)],
    [words.places.point, `${place.lon.toFixed(6)}, ${place.lat.toFixed(6)}`],
    [words.places.radius, metres(place.radius_m)],
    [words.places.source, [place.source, place.external].filter(Boolean).join(text.dot)],
    [
      words.places.valid,
      place.valid_until
        ? `${moment(place.valid_from)} – ${moment(place.valid_until)}`
        : words.since(moment(place.valid_from)),
    ],
  ];
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function History({ deeds }: { deeds: readonly Deed[] }) {
  if (deeds.length === 0) return null;
  return (
    <section className="part">
      <h3>{words.places.history}</h3>
      <ol className="deeds">
        {deeds.map((deed) => (
          <li key={deed.at + deed.action}>
            <time dateTime={deed.at}>{moment(deed.at)}</time>
            <span>
              <strong>{word(words.places.deeds, deed.action)}</strong>
              {[said(deed), deed.person, deed.reason]
                .filter(Boolean)
                .map((part) => `${text.dot}${part}`)
                .join("")}
              {deed.action === "place.edited" && deed.detail
                ? changesOfPlace(deed.detail).map((line) => (
                    <span key={line} className="under">
                      {line}
                    </span>
                  ))
                : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The name a deed was about, where it was about one. */
function said({ action, detail }: Deed): string {
  const name = detail?.name;
  return action.startsWith("name.") && typeof name === "string" ? `“${name}”` : "";
}
