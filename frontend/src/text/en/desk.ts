/** Words of the town operator's daily tasks, English: the keys of the Chinese file. */
import type { Words } from "..";
import type { zhDesk } from "../zh/desk";

export const enDesk: Words<typeof zhDesk> = {
  more: "More",
  less: "Less",
  signAndAssign: (who) => `Sign, assign ${who}`,
  assign: (who) => `Assign to ${who}`,
  call: {
    reason: (reason) => `Reason: ${reason}; audited`,
    other: "Choose a reason",
    log: "Result",
  },
  chase: {
    title: "Urge",
    holds: (who, span) => `${who} has held it for ${span}`,
    never: "Not urged yet",
    before: (n) => `Urged ${n} times`,
    send: "Urge",
    again: (span, who) => `Urged ${span} ago${who ? ` (${who})` : ""}; press U again to urge all the same`,
    write: "Urge with a sentence",
  },
  signAll: {
    button: "Sign all",
    title: "Sign all",
    lead: "Ordinary ones are signed at once and may be undone within 10 s; urgent ones are confirmed one by one.",
    normal: (n) => `Sign ${n} ordinary ones`,
    noNormal: "No ordinary ones",
    urgent: "Urgent and critical: one by one",
    one: "Sign",
    signed: "Signed",
    done: (n) => `${n} signed`,
    failed: (n) => `, ${n} could not be signed and are still listed`,
    undo: "Undo all",
    undone: (n) => `${n} undone`,
    notUndone: (n) => `, ${n} were past their 10 s or assigned already`,
    close: "Close",
  },
  dangerAsk: "Somebody in danger, a crime under way? Call",
};
