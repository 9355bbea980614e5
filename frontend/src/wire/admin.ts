/** Every HTTP question the administration asks, one function each. Called by its pages; knows no React. */
import type {
  ApiKeyForm,
  ApiKeys,
  Areas,
  BoundaryList,
  CellChange,
  ChangedPlace,
  Channels,
  Crosswalk,
  Datum,
  Faults,
  FileReport,
  ImportOptions,
  LeftTickets,
  Level,
  ListInspection,
  ListOptions,
  LocatingSettings,
  NameKind,
  NameState,
  NewApiKey,
  NewPlace,
  PlacesAnswer,
  PlaceWithHistory,
  Preview,
  Proposals,
  Repairs,
  Report,
  SettingForm,
  Started,
  StateOfPlaces,
  Statistics,
  Version,
  Work,
} from "./administration";
import { ask, at, type PlacesQuery, queryOf } from "./api";

export const adminApi = {
  work: (id: number) => ask<Work>("GET", `/api/work/${id}`),

  boundaries: () => ask<BoundaryList>("GET", "/api/boundaries"),
  makeDraft: (based_on: number | null, note: string) =>
    ask<Version>("POST", "/api/boundaries", { based_on, note }),
  noteVersion: (id: number, note: string) => ask<Version>("PATCH", `/api/boundaries/${id}`, { note }),
  deleteDraft: (id: number) => ask<void>("DELETE", `/api/boundaries/${id}`),
  inspectFile: (file: File) => ask<FileReport>("POST", "/api/boundaries/inspect", formOf(file)),
  importLayer: (id: number, level: Level, file: File, options: ImportOptions) =>
    ask<Started>("POST", `/api/boundaries/${id}/layers/${level}`, formOf(file, options)),
  areas: (id: number, level: Level, signal?: AbortSignal) =>
    ask<Areas>("GET", `/api/boundaries/${id}/areas.geojson${queryOf({ level })}`, undefined, signal),
  changeCell: (id: number, code: string, change: CellChange) =>
    ask<Version>("PATCH", `/api/boundaries/${id}/cells/${at(code)}`, change),
  check: (id: number) => ask<Started>("POST", `/api/boundaries/${id}/check`),
  faults: (id: number) => ask<Faults>("GET", `/api/boundaries/${id}/faults`),
  repairs: (id: number) => ask<Repairs>("GET", `/api/boundaries/${id}/repairs`),
  repair: (id: number, ids: string[]) => ask<Started>("POST", `/api/boundaries/${id}/repairs`, { ids }),
  preview: (id: number) => ask<Preview | Started>("GET", `/api/boundaries/${id}/preview`),
  lookAgain: (id: number) => ask<Started>("POST", `/api/boundaries/${id}/preview`),
  rebase: (id: number, based_on: number) => ask<Version>("PATCH", `/api/boundaries/${id}`, { based_on }),
  publish: (id: number, revision: number, publishAt: string | null) =>
    ask<Started>("POST", `/api/boundaries/${id}/publish`, { revision, at: publishAt, confirm: true }),
  left: (id: number) => ask<LeftTickets>("GET", `/api/boundaries/${id}/left`),
  unschedule: (id: number) => ask<Version>("POST", `/api/boundaries/${id}/unschedule`),
  rollBack: (id: number, note: string) => ask<Version>("POST", `/api/boundaries/${id}/rollback`, { note }),
  crosswalk: (id: number, to: number, level: Level) =>
    ask<Crosswalk>("GET", `/api/boundaries/${id}/crosswalk${queryOf({ to, level })}`),
  statistics: (query: { in: number; since: string; until: string; level: string }) =>
    ask<Statistics>("GET", `/api/boundaries/statistics${queryOf(query)}`),

  places: (query: PlacesQuery, signal?: AbortSignal) =>
    ask<PlacesAnswer>("GET", `/api/gazetteer${queryOf(query)}`, undefined, signal),
  place: (id: number) => ask<PlaceWithHistory>("GET", `/api/gazetteer/${id}`),
  addPlace: (place: NewPlace) => ask<PlaceWithHistory>("POST", "/api/gazetteer", place),
  changePlace: (id: number, change: ChangedPlace) =>
    ask<PlaceWithHistory>("PATCH", `/api/gazetteer/${id}`, change),
  retirePlace: (id: number, reason: string, with_parts: boolean) =>
    ask<{ ended: number }>("POST", `/api/gazetteer/${id}/retire`, { reason, with_parts }),
  proposeName: (id: number, name: { name: string; kind: NameKind; reason: string }) =>
    ask<PlaceWithHistory>("POST", `/api/gazetteer/${id}/aliases`, name),
  retireName: (id: number, reason: string) =>
    ask<PlaceWithHistory>("POST", `/api/gazetteer/aliases/${id}/retire`, { reason }),
  proposals: (state: NameState) => ask<Proposals>("GET", `/api/gazetteer/proposals${queryOf({ state })}`),
  decideName: (id: number, decision: { approve: boolean; reason: string | null }) =>
    ask<PlaceWithHistory>("POST", `/api/gazetteer/proposals/${id}`, decision),
  inspectList: (file: File) => ask<ListInspection>("POST", "/api/gazetteer/inspect", formOf(file)),
  importList: (file: File, options: ListOptions) =>
    ask<Started>("POST", "/api/gazetteer/import", formOf(file, options)),
  placesState: () => ask<StateOfPlaces>("GET", "/api/gazetteer/state"),

  report: (query: { since?: string; until?: string; town?: string }, signal?: AbortSignal) =>
    ask<Report>("GET", `/api/locating/report${queryOf(query)}`, undefined, signal),
  settings: () => ask<LocatingSettings>("GET", "/api/locating/settings"),
  saveSettings: (form: SettingForm) => ask<{ version: number }>("POST", "/api/locating/settings", form),
  refit: () => ask<Started>("POST", "/api/locating/refit"),
  channels: () => ask<Channels>("GET", "/api/locating/channels"),
  acknowledge: (source: string, note: string, declared: Datum | null) =>
    ask<void>("POST", `/api/locating/channels/${at(source)}/acknowledge`, { note, declared }),
  declare: (source: string, datum: string, note: string) =>
    ask<{ source: string; datum: string }>("POST", `/api/locating/channels/${at(source)}/declare`, {
      datum,
      note,
    }),

  keys: () => ask<ApiKeys>("GET", "/api/keys"),
  makeKey: (form: ApiKeyForm) => ask<NewApiKey>("POST", "/api/keys", form),
  revokeKey: (id: number, reason: string) => ask<void>("POST", `/api/keys/${id}/revoke`, { reason }),
};

function formOf(file: File, options?: object): FormData {
  const form = new FormData();
  form.append("file", file);
  if (options) form.append("options", JSON.stringify(options));
  return form;
}
