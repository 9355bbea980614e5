/** What a wall screen asks, and what pairs and ends screens. Called by wall/ and admin/walls. */
import { ask } from "./api";
import type { components } from "./generated";

type Schemas = components["schemas"];
export type WallPicture = Schemas["WallPicture"];
export type WallPairing = Schemas["WallPairing"];
export type WallScreen = Schemas["WallScreen"];
export type WallScreens = Schemas["WallScreens"];
export type WallForm = Schemas["WallForm"];
export type Shows = WallScreen["shows"];
export type Theme = WallScreen["theme"];

type Position = readonly [number, number];
/** Polygons, each a list of rings. */
export type Outline = readonly (readonly (readonly Position[])[])[];

interface Area {
  code: string;
  label: Position;
  shape: Outline;
}

export interface Ground {
  towns: readonly (Area & { name: string })[];
  cells: readonly Area[];
}

export const wallApi = {
  picture: (signal: AbortSignal) => ask<WallPicture>("GET", "/api/wall", undefined, signal),
  ground: (version: number, signal: AbortSignal) =>
    ask<Ground>("GET", `/api/wall/ground?boundary_version=${version}`, undefined, signal),
  pairing: (signal: AbortSignal) => ask<WallPairing>("POST", "/api/wall/pairing", undefined, signal),
  screens: () => ask<WallScreens>("GET", "/api/walls"),
  pair: (form: WallForm) => ask<WallScreen>("POST", "/api/walls", form),
  change: (id: number, change: Schemas["WallChange"]) => ask<WallScreen>("PATCH", `/api/walls/${id}`, change),
  end: (id: number) => ask<WallScreen>("DELETE", `/api/walls/${id}`),
};
