/** A version's areas with their ground: drawn where something is said of them, and asked for once. */
import { useQuery } from "@tanstack/react-query";
import type { FeatureCollection } from "geojson";
import { useMemo } from "react";
import type { Box } from "../../map/features";
import { adminApi } from "../../wire/admin";
import type { Area, Level } from "../../wire/administration";
import { boxOfGeometry, collectionOf, joined } from "./geometry";

const LONG_MS = 300_000;

/** `revision` of a draft, whose areas change; null for `version` asks nothing yet. */
export function useAreas(version: number | null, level: Level, revision?: number) {
  return useQuery({
    queryKey: ["boundaries", version, "areas", level, revision],
    queryFn: ({ signal }) => adminApi.areas(version ?? 0, level, signal),
    enabled: version !== null,
    staleTime: LONG_MS,
  });
}

const NOTHING: readonly Area[] = [];

/** The ground of some areas, to be laid over the map; null until it is known, or where there is none. */
export function useGroundOf(
  areas: readonly Area[] | undefined,
  codes: readonly string[],
): FeatureCollection | null {
  return useMemo(() => {
    const wanted = new Set(codes);
    const found = (areas ?? NOTHING).filter((area) => wanted.has(area.properties.code));
    return found.length > 0 ? collectionOf(found.map((area) => area.geometry)) : null;
  }, [areas, codes]);
}

/** What the codes of a level are called. */
export function useNames(areas: readonly Area[] | undefined): ReadonlyMap<string, string> {
  return useMemo(
    () => new Map((areas ?? NOTHING).map(({ properties }) => [properties.code, properties.name])),
    [areas],
  );
}

/** The box around everything in some collections. */
export function boxOfAll(...collections: (FeatureCollection | null)[]): Box | null {
  return collections
    .flatMap((collection) => collection?.features ?? [])
    .reduce<Box | null>((box, { geometry }) => joined(box, boxOfGeometry(geometry)), null);
}
