/** The map of the heat map, told what to show; the service's hexagons follow its scale. */
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { useDesk, useLive } from "../../desk/context";
import { MapZoom } from "../../look/MapZoom";
import { currentTheme, onTheme } from "../../look/theme";
import { hasWebGL2, useMap } from "../../look/useMap";
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

interface Props {
  picture: HeatPicture;
  step: Step;
  chosen: Chosen | null;
  onChoose: (chosen: Chosen | null) => void;
  onScale: (width: number) => void;
  onTrouble: (trouble: Trouble) => void;
}

function useHeatMap(events: HeatEvents) {
  const { boundary_version, gazetteer_version, home } = useDesk().me;
  return useMap<HeatMap, HeatEvents>(events, async () => {
    const { HeatMap } = await import("../../map/HeatMap");
    const maps = { boundaries: boundary_version ?? 0, names: gazetteer_version };
    return (box, events) => new HeatMap(box, currentTheme(), maps, home.bounds, events);
  });
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
