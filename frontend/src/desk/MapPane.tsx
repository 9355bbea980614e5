/** The middle: the map with its layer switches, legend, view lock and picking. Where there is no map, one sentence why. */
import { useQuery } from "@tanstack/react-query";
import type { FeatureCollection } from "geojson";
import { memo, useCallback, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";
import { Face } from "../look/Failure";
import { MapZoom } from "../look/MapZoom";
import { currentTheme, onTheme } from "../look/theme";
import { hasWebGL2, useMap } from "../look/useMap";
import type { DeskMap, MapEvents, View } from "../map/DeskMap";
import { type Shown, shownAtFirst } from "../map/style";
import { useKey } from "../seat/keys";
import { dutyOf } from "../state/duties";
import { placesOfCase } from "../state/rulings";
import { text } from "../text";
import { owningApi } from "../wire/owning";
import type { TicketDetail, TicketRow } from "../wire/types";
import { Crosshair } from "./Crosshair";
import { useDesk, useLive, useRowsFirst, useTicketOnBoard } from "./context";
import { useOwner } from "./form/locate";
import { Legend } from "./Legend";
import { usePick } from "./pick";
import { useTicketDetail } from "./ticket";

/** An event that changes a list leaves the pane alone: the map is handed the board by itself. */
export const MapPane = memo(function MapPane() {
  const [trouble, setTrouble] = useState(() => (hasWebGL2() ? "" : text.map.noWebgl));
  const { tellMap } = usePick();
  useEffect(() => tellMap(trouble === ""), [tellMap, trouble]);
  if (trouble) {
    return (
      <section className="map-pane without" aria-label={text.map.label} data-map="none">
        <Face title={trouble} />
      </section>
    );
  }
  return <MapView onFailed={() => setTrouble(text.map.failed)} />;
});

function useDeskMap(events: MapEvents, shown: Shown) {
  const { me } = useDesk();
  const rowsFirst = useRowsFirst();
  return useMap<DeskMap, MapEvents>(events, async () => {
    await rowsFirst();
    const { DeskMap } = await import("../map/DeskMap");
    const wishes = {
      theme: currentTheme(),
      maps: { boundaries: me.boundary_version ?? 0, names: me.gazetteer_version },
      bounds: me.home.bounds,
      homeTown: me.home.town,
      shown,
      base: me.base_map ?? null, // a service that is being replaced does not say yet
    };
    return (box, events) => new DeskMap(box, wishes, events);
  });
}

/** While ownership is ruled on, the grounds of the precedents in force. */
function useGrounds(): FeatureCollection | null {
  const { address } = useDesk();
  const isRuling = address.view === "ruling";
  const drawn = useQuery({ queryKey: ["owning", "map"], queryFn: owningApi.drawn, enabled: isRuling });
  return isRuling ? ((drawn.data as unknown as FeatureCollection | undefined) ?? null) : null;
}

/** While ownership is ruled on, the case is what the map is for: where it lies, and where the returner says it lies. */
function useCase(map: DeskMap | null, row: TicketRow | undefined, detail: TicketDetail | undefined): void {
  const isRuling = useDesk().address.view === "ruling";
  const points = isRuling ? placesOfCase(row, detail) : [];
  const places = points.map(({ lon, lat }) => `${lon},${lat}`).join(" ");
  const latest = useRef(points);
  latest.current = points;
  useEffect(() => {
    if (places) map?.offer(latest.current);
  }, [map, places]);
}

/** Keeps the map showing what the desk holds. */
function useShowing(map: DeskMap | null, shown: Shown): void {
  const { address, names } = useDesk();
  const versions = useLive((live) => live.versions);
  const { row, detail } = useTicketDetail(address.ticket);
  useCase(map, row, detail.data);
  const { candidates, picked, isPicking, looked } = usePick();
  const owner = useOwner(picked).data ?? null;
  const theme = useSyncExternalStore(onTheme, currentTheme);
  useEffect(() => {
    if (versions) map?.setMaps(versions);
  }, [map, versions]);
  useEffect(() => map?.setChosen(row ?? null), [map, row]);
  useEffect(() => map?.setCandidates(candidates, picked), [map, candidates, picked]);
  useEffect(() => map?.offer(candidates), [map, candidates]);
  useEffect(() => map?.setOwner(picked ? owner : null), [map, picked, owner]);
  const grounds = useGrounds();
  useEffect(() => map?.setGrounds(grounds), [map, grounds]);
  useEffect(() => map?.show(looked), [map, looked]);
  useLayoutEffect(() => map?.setPicking(isPicking), [map, isPicking]);
  useEffect(() => map?.setTheme(theme), [map, theme]);
  useEffect(() => map?.setShown(shown), [map, shown]);
  const town = names.units.get(address.stream ?? -1)?.town ?? null;
  useEffect(() => map?.setTown(town), [map, town]);
}

/** Hands the board on to the map. Draws nothing itself, so that an event renders nothing else of the pane. */
function Tickets({ map }: { map: DeskMap | null }) {
  const { me, address, now } = useDesk();
  const { stream } = address;
  const board = useLive((live) => live.board);
  const isWhole = stream === null ? board.size >= me.streams.length : board.has(stream);
  useEffect(() => map?.setBoard({ board, stream, isWhole, now }), [map, board, stream, isWhole, now]);
  return null;
}

function MapView({ onFailed }: { onFailed: () => void }) {
  const { go } = useDesk();
  const find = useTicketOnBoard();
  const pick = usePick();
  const [shown, setShown] = useState<Shown>(shownAtFirst);
  const [view, setView] = useState<View>("home");
  const [isReady, setReady] = useState(false);
  const { box, map } = useDeskMap(
    {
      selected: (ticket) => {
        const row = find(ticket);
        go({ ticket, panel: null, clock: null, ...(row ? { duty: dutyOf(row) ?? null } : {}) });
      },
      pointed: pick.point,
      viewed: setView,
      ready: () => setReady(true),
      failed: onFailed,
    },
    shown,
  );
  useShowing(map, shown);
  const home = useCallback(() => map?.home(), [map]);
  useKey("Home", home);
  return (
    <section className="map-pane" aria-label={text.map.label} data-map={isReady ? "ready" : "loading"}>
      <div ref={box} className="map-box" />
      <Tickets map={map} />
      {isReady ? null : <p className="map-card map-loading">{text.map.loading}</p>}
      <Layers shown={shown} onChange={setShown} />
      <Source isShown={shown.base === true} />
      <Tools map={map} view={view} />
      <Crosshair map={map} />
      <Legend />
    </section>
  );
}

/** Whose pictures lie under ours: their makers are named wherever they are shown. */
function Source({ isShown }: { isShown: boolean }) {
  const { base_map: base } = useDesk().me;
  return isShown && base ? <p className="map-source">{base.attribution}</p> : null;
}

const LAYERS = ["cells", "policeGrids", "roads", "places", "base"] as const;

function Layers({ shown, onChange }: { shown: Shown; onChange: (shown: Shown) => void }) {
  const hasBase = Boolean(useDesk().me.base_map);
  return (
    <fieldset className="map-card map-layers">
      <legend className="visually-hidden">{text.map.layers}</legend>
      {LAYERS.filter((layer) => layer !== "base" || hasBase).map((layer) => (
        <button
          key={layer}
          type="button"
          className="map-layer"
          aria-pressed={shown[layer] === true}
          data-layer={layer}
          onClick={() => onChange({ ...shown, [layer]: !shown[layer] })}
        >
          {text.map[layer]}
        </button>
      ))}
    </fieldset>
  );
}

function Tools({ map, view }: { map: DeskMap | null; view: View }) {
  return (
    <div className="map-tools">
      {view !== "home" ? (
        <p className="map-card map-locked" data-view={view}>
          {view === "hand" ? `${text.map.locked}${text.dot}` : null}
          <button type="button" className="link" onClick={() => map?.home()}>
            {text.map.home} <kbd>{text.map.homeKey}</kbd>
          </button>
        </p>
      ) : null}
      <MapZoom map={map} />
    </div>
  );
}
