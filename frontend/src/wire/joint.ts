/** Questions about handling together: sheets, cases, families of tickets, dangers, what others owe, what is set. */
import { ask } from "./api";
import type { components } from "./generated";

type Schemas = components["schemas"];
export type TicketJoint = Schemas["TicketJoint"];
export type Transfer = Schemas["Transfer"];
export type PoliceHandover = Schemas["PoliceHandover"];
export type EnforcementCase = Schemas["EnforcementCase"];
export type Relative = Schemas["Relative"];
export type Similar = Schemas["Similar"];
export type SimilarTicket = Schemas["SimilarTicket"];
export type JointWaiting = Schemas["JointWaiting"];
export type DangerForm = Schemas["DangerForm"];
export type JointSettings = Schemas["JointSettings"];
export type JointSetting = Schemas["JointSetting"];
export type JointSettingForm = Schemas["JointSettingForm"];
export type OutsideBody = Schemas["OutsideBody"];
export type OutsideBodyForm = Schemas["OutsideBodyForm"];
export type OutsideBodyChange = Schemas["OutsideBodyChange"];

export const jointApi = {
  ticket: (ticket: number, signal?: AbortSignal) =>
    ask<TicketJoint>("GET", `/api/tickets/${ticket}/joint`, undefined, signal),
  similar: (ticket: number, signal?: AbortSignal) =>
    ask<Similar>("GET", `/api/tickets/${ticket}/similar`, undefined, signal),
  waiting: () => ask<JointWaiting>("GET", "/api/joint/waiting"),
  handovers: () => ask<PoliceHandover[]>("GET", "/api/police-handovers"),
  reportDanger: (form: DangerForm) => ask<{ id: number }>("POST", "/api/police-handovers", form),
  settings: () => ask<JointSettings>("GET", "/api/joint/settings"),
  changeSetting: (form: JointSettingForm) => ask<JointSettings>("PUT", "/api/joint/settings", form),
  addBody: (form: OutsideBodyForm) => ask<JointSettings>("POST", "/api/outside-bodies", form),
  changeBody: (body: number, form: OutsideBodyChange) =>
    ask<JointSettings>("PUT", `/api/outside-bodies/${body}`, form),
};
