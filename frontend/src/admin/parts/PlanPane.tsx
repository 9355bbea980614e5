/** The map at the right of the administration, drawn as the pages ask; one sentence where there is none. */
import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from "react";
import { Face } from "../../look/Failure";
import { MapZoom } from "../../look/MapZoom";
import { currentTheme, onTheme } from "../../look/theme";
import { hasWebGL2, useMap } from "../../look/useMap";
import type { PlanEvents, PlanMap } from "../../map/PlanMap";
import { OVERLAYS } from "../../map/plan";
import { type Shown, shownAtFirst } from "../../map/style";
import { text } from "../../text";
import { words } from "../../text/admin";
import { useAdmin } from "../context";
import { type Ground, usePlan } from "./plan";

export function PlanPane() {
  const { ground, tellMap } = usePlan();
  const [trouble, setTrouble] = useState(() => (hasWebGL2() ? "" : words.map.none));
  useEffect(() => tellMap(trouble === ""), [tellMap, trouble]);
  if (trouble) {
    return (
      <section className="plan without" aria-label={words.map.label} data-map="none">
        <Face title={trouble} />
      </section>
    );
  }
  if (!ground) return <section className="plan" aria-label={words.map.label} data-map="waiting" />;
  return <PlanView ground={ground} onFailed={() => setTrouble(words.map.failed)} />;
}

function usePlanMap(ground: Ground, shown: Shown, events: PlanEvents) {
  const { bounds } = useAdmin().me.home;
  return useMap<PlanMap, PlanEvents>(events, async () => {
    const { PlanMap } = await import("../../map/PlanMap");
    const wishes = { theme: currentTheme(), ...ground, shown, origin: location.origin };
    return (box, events) => new PlanMap(box, wishes, bounds, events);
  });
}

/** Keeps the map showing what the pages laid on it. */
function useDrawing(map: PlanMap | null, { version, revision }: Ground, shown: Shown): void {
  const { overlays, active, look, isPicking } = usePlan();
  const theme = useSyncExternalStore(onTheme, currentTheme);
  useEffect(() => map?.setVersion(version, revision), [map, version, revision]);
  useEffect(() => map?.setTheme(theme), [map, theme]);
  useEffect(() => map?.setShown(shown), [map, shown]);
  useLayoutEffect(() => {
    for (const name of OVERLAYS) map?.setOverlay(name, overlays.get(name)?.data ?? null);
  }, [map, overlays]);
  useEffect(() => map?.setActive(active), [map, active]);
  useLayoutEffect(() => map?.setPicking(isPicking), [map, isPicking]);
  useEffect(() => {
    if (look) map?.show(look.box, look.maxZoom);
  }, [map, look]);
}

function PlanView({ ground, onFailed }: { ground: Ground; onFailed: () => void }) {
  const { tell, tellPoint, isPicking } = usePlan();
  const [shown, setShown] = useState<Shown>({ ...shownAtFirst, roads: false });
  const [isReady, setReady] = useState(false);
  const { box, map } = usePlanMap(ground, shown, {
    clicked: tell,
    pointed: tellPoint,
    ready: () => setReady(true),
    failed: onFailed,
  });
  useDrawing(map, ground, shown);
  return (
    <section className="plan" aria-label={words.map.label} data-map={isReady ? "ready" : "loading"}>
      <div ref={box} className="plan-box" />
      <Layers shown={shown} onChange={setShown} />
      <MapZoom map={map}>
        <button
          type="button"
          aria-label={words.map.whole}
          title={words.map.whole}
          onClick={() => map?.home()}
        >
          <span aria-hidden="true">⌂</span>
        </button>
      </MapZoom>
      {isPicking ? <p className="map-card map-hint">{words.map.pick}</p> : null}
      <Key />
    </section>
  );
}

/** What lies over the map and has a name, while there is any of it. */
function Key() {
  const { overlays } = usePlan();
  const named = OVERLAYS.flatMap((name) => {
    const laid = overlays.get(name);
    return laid?.label && laid.data.features.length > 0 ? [{ name, label: laid.label }] : [];
  });
  if (named.length === 0) return null;
  return (
    <div className="map-card map-legend">
      {named.map(({ name, label }) => (
        <span key={name}>
          {name === "marks" ? null : <span className={`key-${name}`} aria-hidden="true" />} {label}
        </span>
      ))}
    </div>
  );
}

const LAYERS = ["cells", "policeGrids", "roads", "places"] as const;

function Layers({ shown, onChange }: { shown: Shown; onChange: (shown: Shown) => void }) {
  return (
    <fieldset className="map-card map-layers">
      <legend className="visually-hidden">{text.map.layers}</legend>
      {LAYERS.map((layer) => (
        <button
          key={layer}
          type="button"
          className="map-layer"
          aria-pressed={shown[layer]}
          data-layer={layer}
          onClick={() => onChange({ ...shown, [layer]: !shown[layer] })}
        >
          {text.map[layer]}
        </button>
      ))}
    </fieldset>
  );
}
