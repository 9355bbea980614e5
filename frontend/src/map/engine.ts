/** MapLibre as every map here wants it: flat, north up, its worker from our own address. The maps are built on this. */
import { type LngLatBoundsLike, Map as MapLibre, type StyleSpecification, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import "maplibre-gl/dist/maplibre-gl.css";

setWorkerUrl(workerUrl);

/** Room between what is shown and the pane's edge. */
export const PADDING = 48;

/** What a hand does to move the map; a click moves nothing. */
export const GESTURES = ["dragstart", "wheel", "dblclick", "boxzoomstart", "touchmove"] as const;

export function makeMap(
  container: HTMLElement,
  style: StyleSpecification,
  bounds: LngLatBoundsLike | null,
): MapLibre {
  const map = new MapLibre({
    container,
    style,
    ...(bounds ? { bounds, fitBoundsOptions: { padding: PADDING } } : {}),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    maxPitch: 0,
    maxZoom: 18,
    minZoom: 8,
    keyboard: false,
    fadeDuration: 0,
  });
  map.touchZoomRotate.disableRotation();
  return map;
}
