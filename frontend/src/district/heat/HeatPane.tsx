/** The map of the heat map, told what to show; the service's hexagons follow its scale. */
import { type RefObject, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useDesk, useLive } from "../../desk/context";
import { MapZoom } from "../../look/MapZoom";
import { currentTheme, onTheme } from "../../look/theme";
import type { HeatEvents, HeatMap } from "../../map/HeatMap";
import { breaksOf, countsOf, legendOf, RAMP } from "../../map/heat";
import { figure, type Step } from "../../state/heat";
import { text } from "../../text";
import { words } from "../../text/heat";
import type { HeatPicture } from "../../wire/heat";
import type { Chosen } from "./chosen";

/** Why there is no map: the browser has no WebGL2, or it did not load. */
export type Trouble = "webgl" | "map" | null;

export function useTrouble() {
  return useState<Trouble>(() => (hasWebGL2() ? null : "webgl"));
}

function hasWebGL2(): boolean {
  try {
    return document.createElement("canvas").getContext("webgl2") !== null;
  } catch {
    // Some hardened browsers throw instead of answering null; either way there is no map.
    return false;
  }
}

interface Props {
  picture: HeatPicture;
  step: Step;
  chosen: Chosen | null;
  onChoose: (chosen: Chosen | null) => void;
  onScale: (width: number) => void;
  onTrouble: (trouble: Trouble) => void;
}

/** The map object for as long as the pane is shown; its events reach the newest handlers. */
function useHeatMap(events: HeatEvents): { box: RefObject<HTMLDivElement | null>; map: HeatMap | null } {
  const { me } = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<HeatMap | null>(null);
  const latest = useRef(events);
  latest.current = events;
  const first = useRef(me);
  useEffect(() => {
    const { boundary_version, gazetteer_version, home } = first.current;
    let isGone = false;
    let made: HeatMap | null = null;
    import("../../map/HeatMap")
      .then(({ HeatMap }) => {
        if (isGone || !box.current) return;
        const maps = { boundaries: boundary_version ?? 0, names: gazetteer_version };
        made = new HeatMap(box.current, currentTheme(), maps, home.bounds, {
          clicked: (where) => latest.current.clicked(where),
          said: (tickets) => latest.current.said(tickets),
          scaled: (width) => latest.current.scaled(width),
          ready: () => latest.current.ready(),
          failed: () => latest.current.failed(),
        });
        setMap(made);
      })
      .catch(() => latest.current.failed());
    return () => {
      isGone = true;
      made?.destroy();
      setMap(null);
    };
  }, []);
  return { box, map };
}

export function HeatPane({ picture, step, chosen, onChoose, onScale, onTrouble }: Props) {
  const theme = useSyncExternalStore(onTheme, currentTheme);
  const [isReady, setReady] = useState(false);
  const isStepped = step !== null;
  const counts = useMemo(() => countsOf(picture.hexagons, isStepped), [picture, isStepped]);
  const breaks = useMemo(() => breaksOf(counts), [counts]);
  const { box, map } = useHeatMap({
    clicked: (where) => onChoose(where ? { kind: "hexagon", where } : null),
    said: (tickets) => words.tickets(figure(tickets)),
    scaled: onScale,
    ready: () => setReady(true),
    failed: () => onTrouble("map"),
  });
  const versions = useLive((live) => live.versions);
  useEffect(() => {
    if (versions) map?.setMaps(versions);
  }, [map, versions]);
  useEffect(() => map?.setTheme(theme), [map, theme]);
  useEffect(() => map?.show(picture, step, breaks), [map, picture, step, breaks]);
  const where = chosen?.kind === "hexagon" ? chosen.where : null;
  useEffect(() => map?.choose(where), [map, where]);
  return (
    <section className="heat-pane" aria-label={words.mapLabel} data-map={isReady ? "ready" : "loading"}>
      <div ref={box} className="map-box" />
      <MapZoom map={map} className="heat-zoom">
        <button type="button" aria-label={text.map.home} title={text.map.home} onClick={() => map?.home()}>
          <span aria-hidden="true">⌂</span>
        </button>
      </MapZoom>
      <div className="map-card heat-legend">
        <span className="heat-legend-title">
          {words.legend}
          {text.dot}
          {isStepped ? words.each : words.whole}
          {text.dot}
          {words.width(picture.width_m)}
        </span>
        {counts.length > 0
          ? legendOf(breaks, counts).map(({ from, to, colour }) => (
              <span key={from} className="heat-legend-class">
                <span
                  className="heat-swatch"
                  aria-hidden="true"
                  style={{ background: RAMP[theme][colour] }}
                />
                {to === from ? figure(from) : `${figure(from)}–${figure(to)}`}
              </span>
            ))
          : words.none}
      </div>
    </section>
  );
}
