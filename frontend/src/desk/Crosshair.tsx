/**
 * Choosing a point by keys: * lays a cross over the middle of the map, the arrows move the ground under it, with Shift
 * in small steps, + and − zoom; the point under the cross is the form's at once. Esc puts the cross away.
 */
import { useCallback, useLayoutEffect, useState } from "react";
import type { DeskMap } from "../map/DeskMap";
import { onModeKey, type Taker, useKey, useTaker } from "../seat/keys";
import { text } from "../text";
import { usePick } from "./pick";

const STEP = 48;
const SMALL_STEP = 6;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const ZOOMS: Readonly<Record<string, number>> = { "+": 1, "=": 1, "-": -1, _: -1 };

function useCrosshairKeys(map: DeskMap | null, isOn: boolean, onDone: () => void): void {
  const { point } = usePick();
  const taker = useCallback<Taker>(
    (key, { shiftKey }) => {
      const arrow = ARROWS[key];
      const zoom = ZOOMS[key];
      if (!map) return false;
      if (arrow) {
        const step = shiftKey ? SMALL_STEP : STEP;
        point(map.panBy(arrow[0] * step, arrow[1] * step));
      } else if (zoom) map.zoomBy(zoom);
      else if (key === "Escape") onDone();
      else return false;
      return true;
    },
    [map, point, onDone],
  );
  useTaker(isOn ? taker : null, onModeKey);
}

export function Crosshair({ map }: { map: DeskMap | null }) {
  const { isPicking, point } = usePick();
  const [wanted, setWanted] = useState(false);
  const isOn = wanted && isPicking;
  const off = useCallback(() => setWanted(false), []);
  const toggle = useCallback(() => {
    setWanted(!isOn);
    if (!isOn && map) point(map.center());
  }, [isOn, map, point]);
  useKey(isPicking && map ? "*" : null, toggle);
  useCrosshairKeys(map, isOn, off);
  useLayoutEffect(() => {
    if (!isPicking) setWanted(false);
  }, [isPicking]);
  if (!isPicking) return null;
  return (
    <>
      {isOn ? (
        <svg className="crosshair" viewBox="0 0 48 48" aria-hidden="true">
          <path className="crosshair-halo" d="M24 2v16M24 30v16M2 24h16M30 24h16" />
          <path d="M24 2v16M24 30v16M2 24h16M30 24h16" />
        </svg>
      ) : null}
      <p className="map-card map-picking" data-crosshair={isOn ? "on" : "off"}>
        {isOn ? text.map.crosshair : text.map.pick}
        <kbd>{isOn ? "Esc" : "*"}</kbd>
      </p>
    </>
  );
}
