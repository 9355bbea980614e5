/** The shapes of the administration's questions and answers, all from the generated file. */
import type { Geometry } from "geojson";
import type { components } from "./generated";

type Schemas = components["schemas"];

export type Work = Schemas["Work"];
export interface Started {
  work: Work;
}

export type Place = Schemas["Place"];
export type PlaceWithHistory = Schemas["PlaceWithHistory"];
export type PlacesAnswer = Schemas["Places"];
export type OtherName = Schemas["OtherName"];
export type Deed = Schemas["Deed"];
export type PlaceKind = Place["kind"];
export type NameKind = OtherName["kind"];
export type NameState = OtherName["state"];
export type Proposal = Schemas["Proposal"];
export type Proposals = Schemas["Proposals"];
export type NewPlace = Omit<Schemas["NewPlace"], "datum">;
export type ChangedPlace = Omit<Schemas["ChangedPlace"], "datum">;

export type ApiKey = Schemas["ApiKey"];
export type ApiKeys = Schemas["ApiKeys"];
export type NewApiKey = Schemas["NewApiKey"];
export type ApiKeyForm = Schemas["ApiKeyForm"];
export type ApiKeyUnit = Schemas["ApiKeyUnit"];

export type StateOfPlaces = Schemas["IndexState"];

export type Report = Schemas["Report"];
export type Rung = Schemas["Rung"];
export type OfLevel = Schemas["OfLevel"];
export type ReliabilityBin = Schemas["ReliabilityBin"];
export type LocatingSettings = Schemas["LocatingSettings"];
export type SettingVersion = Schemas["SettingVersion"];
export type SettingForm = Schemas["SettingForm"];
export type Channel = Schemas["Channel"];
export type ChannelAlarm = Schemas["ChannelAlarm"];
export type Channels = Schemas["Channels"];

export type Datum = ChannelAlarm["seen"];

/** How true the probabilities were, at the threshold in force too. */
export interface Judged {
  cell: Schemas["Score"];
  town: Schemas["Score"];
  at_threshold: Rung;
}

/** What a refit proposes: the result of its long work. */
export interface RefitProposal {
  based_on: number;
  samples: number;
  calibration: Record<string, unknown>;
  before: Judged;
  after: Judged;
  better: boolean;
  says: string;
}

export type Version = Schemas["Version"];
export type Rezoning = Schemas["Rezoning"];
export type BoundaryList = Schemas["VersionList"];

/** The result of publishing, at once or at a time. */
export interface Published {
  version: number;
  state: "published" | "scheduled";
  publish_at?: string;
}

export type FileReport = Omit<Schemas["Inspection"], "layers"> & { layers: FileLayer[] };
export type Fault = Geometric<Schemas["Fault"], "geometry">;
export type Faults = Omit<Schemas["Faults"], "faults"> & { faults: Fault[] };
export type Repair = Geometric<Schemas["Repair"], "before" | "after">;
export type Repairs = Omit<Schemas["Repairs"], "repairs"> & { repairs: Repair[] };
export type Preview = Schemas["Preview"];
export type LeftTickets = Schemas["Left"];
export type CellChange = Schemas["EditedCell"];
export type Level = Fault["layer"];

/** GeoJSON is any object to the generated file. */
type Geometric<T, K extends keyof T> = Omit<T, K> & Record<K, Geometry>;

export type FileLayer = Omit<Schemas["InspectedLayer"], "outlines"> & { outlines: Record<string, Geometry> };
export type FileField = "code" | "name" | "village" | "town" | "kind" | "police_grid" | "police_station";
export type ColumnMapping = Partial<Record<FileField, string | null>>;

export interface ImportOptions {
  /** Null for the only one. */
  layer: string | null;
  datum: string;
  mapping: ColumnMapping;
  mode: "replace" | "merge";
}

/** The result of taking a layer in. */
export interface ImportResult {
  features: number;
  left_out: number;
  replaced: number;
  added: number;
  untouched: number;
  rows: RowProblem[];
}

/** What is wrong with a row of a file; the first of them stand in a result, all in the download. */
export interface RowProblem {
  row: number;
  field: string;
  says: string;
}

export type Crosswalk = Schemas["Crosswalk"];
export type CrosswalkRow = Crosswalk["rows"][number];
export type Statistics = Schemas["Counted"];

/** A version's areas of one level, as GeoJSON. */
export interface Areas {
  type: "FeatureCollection";
  features: Area[];
}

export interface Area {
  type: "Feature";
  id: string;
  geometry: Geometry;
  properties: {
    code: string;
    name: string;
    kind?: string;
    village?: string;
    village_name?: string | null;
    town?: string;
    police_grid?: string | null;
    police_station?: string | null;
  };
}

export type ListInspection = Schemas["ListInspection"];

export interface ListOptions {
  source: string;
  datum: string;
  mapping: Record<string, string>;
  encoding: string | null;
  kind: PlaceKind | null;
  mode: "all" | "good";
  dry_run: boolean;
  name: string;
}

/** The result of importing a list of places, or of trying to. */
export interface ListResult {
  rows_read: number;
  added: number;
  changed: number;
  same: number;
  retired: number;
  bad: number;
  names: number;
  remarks: number;
  dry_run: boolean;
  rows: RowProblem[];
  problems_left_out: number;
  version?: number | null;
}
