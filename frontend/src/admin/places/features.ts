/** Places as what the map draws. Pure. */
import type { FeatureCollection } from "geojson";

interface Spot {
  id: number;
  name: string;
  lon: number;
  lat: number;
}

export function placeFeatures(places: readonly Spot[], active: number | null): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: places.map(({ id, name, lon, lat }) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [lon, lat] },
      properties: { id, name, active: id === active },
    })),
  };
}
