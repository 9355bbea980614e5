/** Questions about where tickets come from: sources, what they pushed lately, how they are read. Knows no React. */
import type { Started } from "./administration";
import { ask, at, queryOf } from "./api";
import type { components } from "./generated";

type Schemas = components["schemas"];
export type IntakeOverview = Schemas["IntakeOverview"];
export type IntakeSource = Schemas["IntakeSource"];
export type IntakeDelivery = Schemas["IntakeDelivery"];
export type DeliveredMessage = Schemas["DeliveredMessage"];
export type NewSourceForm = Schemas["NewSourceForm"];
export type OpenedSource = Schemas["OpenedSource"];
export type IntakeProfile = Schemas["IntakeProfile"];
export type ProfileVersion = Schemas["ProfileVersion"];
export type ProfileTrial = Schemas["ProfileTrial"];
export type ReadItem = Schemas["ReadItem"];
export type ReadSide = Schemas["ReadSide"];
export type Mapping = Schemas["Mapping"];

interface Numbered {
  version: number;
}

const draft = (profile: string, version: number) => `/api/intake/profiles/${at(profile)}/drafts/${version}`;

export const intakeApi = {
  overview: () => ask<IntakeOverview>("GET", "/api/intake"),
  deliveries: (source: string, refused: boolean) =>
    ask<IntakeDelivery[]>(
      "GET",
      `/api/intake/sources/${at(source)}/deliveries${queryOf({ refused: refused ? "true" : undefined })}`,
    ),
  open: (form: NewSourceForm) => ask<OpenedSource>("POST", "/api/intake/sources", form),
  change: (source: string, name: string, callback_url: string | null, note: string) =>
    ask<Schemas["ChangedSource"]>("PUT", `/api/intake/sources/${at(source)}`, { name, callback_url, note }),
  retire: (source: string, note: string) =>
    ask<void>("POST", `/api/intake/sources/${at(source)}/retire`, { note }),
  resume: (source: string, note: string) =>
    ask<void>("POST", `/api/intake/sources/${at(source)}/resume`, { note }),

  profile: (name: string) => ask<IntakeProfile>("GET", `/api/intake/profiles/${at(name)}`),
  begin: (profile: string, note: string, based_on: number | null) =>
    ask<Numbered>("POST", `/api/intake/profiles/${at(profile)}/drafts`, { note, based_on }),
  save: (profile: string, version: number, revision: number, note: string, mapping: Mapping) =>
    ask<Schemas["SavedProfileDraft"]>("PUT", draft(profile, version), { revision, note, mapping }),
  discard: (profile: string, version: number, revision: number) =>
    ask<void>("POST", `${draft(profile, version)}/discard`, { revision }),
  tryOut: (profile: string, version: number, messages: number) =>
    ask<Started>("POST", `${draft(profile, version)}/try`, { messages }),
  activate: (profile: string, version: number, revision: number) =>
    ask<void>("POST", `${draft(profile, version)}/activate`, { revision }),
  bringBack: (profile: string, version: number, note: string) =>
    ask<Numbered>("POST", `/api/intake/profiles/${at(profile)}/versions/${version}/bring-back`, { note }),
};
