/** Faults and repairs as what the map draws, and where to look at them. Pure. */
import type { Feature, FeatureCollection, Geometry, Position } from "geojson";
import type { Box } from "../../map/features";
import type { Fault } from "../../wire/administration";

/** Every position of a geometry, whatever it is made of. */
function positions(geometry: Geometry): Position[] {
  switch (geometry.type) {
    case "Point":
      return [geometry.coordinates];
    case "MultiPoint":
    case "LineString":
      return geometry.coordinates;
    case "Polygon":
    case "MultiLineString":
      return geometry.coordinates.flat();
    case "MultiPolygon":
      return geometry.coordinates.flat(2);
    case "GeometryCollection":
      return geometry.geometries.flatMap(positions);
  }
}

export function joined(a: Box | null, b: Box | null): Box | null {
  if (!a || !b) return a ?? b;
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

export function boxOfGeometry(geometry: Geometry): Box | null {
  return positions(geometry).reduce<Box | null>(
    (box, [lon = 0, lat = 0]) => joined(box, [lon, lat, lon, lat]),
    null,
  );
}

export function collectionOf(geometries: readonly Geometry[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: geometries.map((geometry) => ({ type: "Feature", geometry, properties: {} })),
  };
}

/** The ground of each fault. */
export function faultFeatures(faults: readonly Fault[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: faults.map(({ id, geometry }) => ({
      type: "Feature",
      id,
      geometry,
      properties: { id: String(id) },
    })),
  };
}

/** A mark in the middle of each, so that one a hand wide is seen from afar; what blocks lies on top. */
export function faultMarks(faults: readonly Fault[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: faults.flatMap(({ id, geometry, severity }): Feature[] => {
      const box = boxOfGeometry(geometry);
      if (!box) return [];
      return [
        {
          type: "Feature",
          geometry: { type: "Point", coordinates: [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] },
          properties: { id: String(id), look: severity, rank: severity === "blocking" ? 1 : 0 },
        },
      ];
    }),
  };
}
