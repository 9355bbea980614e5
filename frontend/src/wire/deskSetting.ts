/** Questions about what desks are warned of: the version in force, a change, a trial on past tickets. */
import { ask } from "./api";
import type { components } from "./generated";

type Schemas = components["schemas"];
export type DeskSetting = Schemas["DeskSetting"];
export type DeskSettingForm = Schemas["DeskSettingForm"];
export type DangerTrial = Schemas["DangerTrial"];

export const deskSettingApi = {
  inForce: () => ask<DeskSetting>("GET", "/api/desk-settings"),
  change: (form: DeskSettingForm) => ask<DeskSetting>("PUT", "/api/desk-settings", form),
  trial: (danger_words: string[], most: number) =>
    ask<DangerTrial>("POST", "/api/desk-settings/trial", { danger_words, most }),
};
