/** Looking places up by name, alias or pinyin; the one chosen with everything known of it beside. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useMemo, useState } from "react";
import { isComposing } from "../../look/composing";
import { Face } from "../../look/Failure";
import { boxOfPoints } from "../../map/features";
import { useAtRest } from "../../seat/rest";
import { text } from "../../text";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { Place, PlaceKind } from "../../wire/administration";
import { useAdmin } from "../context";
import { Asked } from "../parts/Asked";
import { useHits, useOverlay, usePlan } from "../parts/plan";
import { placeFeatures } from "./features";
import { NewPlaceForm } from "./NewPlaceForm";
import { PlaceDetail } from "./PlaceDetail";

const TYPING_MS = 200;
const NOTHING: Place[] = [];

function usePlaces(typed: string, kind: PlaceKind | "", town: string) {
  const q = useAtRest(typed.trim(), TYPING_MS);
  const found = useInfiniteQuery({
    queryKey: ["places", "list", q, kind, town],
    queryFn: ({ pageParam, signal }) => adminApi.places({ q, kind, town, cursor: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const places = useMemo(() => found.data?.pages.flatMap((page) => page.places) ?? NOTHING, [found.data]);
  return { found, places };
}

/** The places listed, and the one in hand, on the map; a click on one opens it. */
function useOnMap(places: readonly Place[]): void {
  const { address, go } = useAdmin();
  const { lookAt } = usePlan();
  const features = useMemo(() => placeFeatures(places, address.place), [places, address.place]);
  useOverlay("places", features);
  useHits("place", ({ id }) => go({ place: Number(id) }, true));
  useEffect(() => {
    if (address.place === null) lookAt(boxOfPoints(places), 15);
  }, [places, address.place, lookAt]);
}

export function LookUp() {
  const { address, may } = useAdmin();
  const [typed, setTyped] = useState("");
  const [kind, setKind] = useState<PlaceKind | "">("");
  const [town, setTown] = useState("");
  const [isAdding, setAdding] = useState(false);
  const { found, places } = usePlaces(typed, kind, town);
  useOnMap(places);
  return (
    <div role="tabpanel" className="pair">
      <section className="pair-list" aria-label={words.places.tabs.lookup}>
        <Filters {...{ typed, setTyped, kind, setKind, town, setTown, places }} />
        <Asked found={{ ...found, data: found.data ? places : undefined }}>
          {() => (
            <List
              places={places}
              hasMore={found.hasNextPage}
              isMore={found.isFetchingNextPage}
              onMore={() => void found.fetchNextPage()}
              isFiltered={typed.trim() !== "" || kind !== "" || town !== ""}
            />
          )}
        </Asked>
        {may.keep ? (
          <div className="pair-end">
            <button type="button" className="button small" data-add-place onClick={() => setAdding(true)}>
              {words.places.add}
            </button>
          </div>
        ) : null}
      </section>
      <section className="pair-detail" aria-label={words.places.detail}>
        {isAdding ? (
          <NewPlaceForm onDone={() => setAdding(false)} />
        ) : address.place === null ? (
          <Face title={words.places.choose} hint={words.places.chooseHint} />
        ) : (
          <PlaceDetail key={address.place} id={address.place} />
        )}
      </section>
    </div>
  );
}

interface FilterProps {
  typed: string;
  setTyped: (typed: string) => void;
  kind: PlaceKind | "";
  setKind: (kind: PlaceKind | "") => void;
  town: string;
  setTown: (town: string) => void;
  places: readonly Place[];
}

const KINDS = Object.keys(text.placeKind) as PlaceKind[];

function Filters({ typed, setTyped, kind, setKind, town, setTown, places }: FilterProps) {
  const { address, go } = useAdmin();
  const towns = useQuery({
    queryKey: ["places", "towns"],
    queryFn: () => adminApi.places({ kind: "town" }),
    staleTime: 600_000,
  });
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (isComposing(event)) return;
    const at = places.findIndex((place) => place.id === address.place);
    if (event.key === "ArrowDown" || event.key === "Enter")
      go({ place: places[at + 1]?.id ?? address.place }, true);
    else if (event.key === "ArrowUp") go({ place: places[Math.max(0, at - 1)]?.id ?? null }, true);
    else if (event.key === "Escape") setTyped("");
    else return;
    event.preventDefault();
  }
  return (
    <div className="filters">
      <input
        className="input"
        type="search"
        autoComplete="off"
        aria-label={words.places.search}
        placeholder={words.places.searchHint}
        maxLength={60}
        data-search-places
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <select
        className="input"
        aria-label={words.places.kind}
        value={kind}
        onChange={(event) => setKind(event.target.value as PlaceKind | "")}
      >
        <option value="">{words.places.allKinds}</option>
        {KINDS.map((each) => (
          <option key={each} value={each}>
            {text.placeKind[each]}
          </option>
        ))}
      </select>
      <select
        className="input"
        aria-label={text.header.townFilter}
        value={town}
        onChange={(event) => setTown(event.target.value)}
      >
        <option value="">{text.header.allTowns}</option>
        {towns.data?.places.map((each) => (
          <option key={each.id} value={each.town ?? ""}>
            {each.name}
          </option>
        ))}
      </select>
    </div>
  );
}

interface ListProps {
  places: readonly Place[];
  isFiltered: boolean;
  hasMore: boolean;
  isMore: boolean;
  onMore: () => void;
}

function List({ places, isFiltered, hasMore, isMore, onMore }: ListProps) {
  const { address, go } = useAdmin();
  if (places.length === 0) {
    return isFiltered ? (
      <Face title={words.places.none} hint={words.places.noneHint} />
    ) : (
      <Face title={words.places.empty} hint={words.places.emptyHint} />
    );
  }
  return (
    <ul className="rows">
      {places.map((place) => (
        <li key={place.id}>
          <button
            type="button"
            className="row"
            aria-current={place.id === address.place ? "true" : undefined}
            data-place={place.id}
            onClick={() => go({ place: place.id }, true)}
          >
            <span className="row-name">{place.name}</span>
            <span className="row-aside">{text.placeKind[place.kind]}</span>
            <span className="row-facts">
              {[place.parent_name ?? place.village_name, place.town_name].filter(Boolean).join(text.dot)}
              <Waiting place={place} />
            </span>
          </button>
        </li>
      ))}
      {hasMore ? (
        <li className="rows-more">
          <button type="button" className="link" disabled={isMore} onClick={onMore}>
            {isMore ? text.faces.loading : words.more}
          </button>
        </li>
      ) : null}
    </ul>
  );
}

/** Other names in force, and those that wait. */
function Waiting({ place }: { place: Place }) {
  const known = place.aliases.filter((each) => each.state === "approved").map((each) => each.name);
  const waiting = place.aliases.filter((each) => each.state === "proposed").length;
  return (
    <>
      {known.length > 0 ? `${text.dot}${words.places.also(known.slice(0, 3).join(text.comma))}` : null}
      {waiting > 0 ? <span className="chip">{words.places.waiting(waiting)}</span> : null}
    </>
  );
}
