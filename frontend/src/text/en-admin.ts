/** Every word of the administration, English. */
import type { Words } from ".";
import { enBoundaries } from "./en-boundaries";
import { enClosingRules } from "./en-closing-rules";
import { enLocating } from "./en-locating";
import type { zhAdmin } from "./zh-admin";

export const enAdmin: Words<typeof zhAdmin> = {
  title: "Administration",
  sections: {
    boundaries: "Boundaries",
    places: "Gazetteer",
    closing: "Replies and closing",
    lookback: "Look-back",
    quality: "Locating",
    keys: "API keys",
  },
  toDesk: "Back to the desk",
  forbidden: "This account has no right to the administration",
  forbiddenHint:
    "The district's operators and the system administrator keep boundaries and places; the centers' operators may read them.",
  notYours: "You do not have this right",
  notYoursHint: "Ask the district's operator or the system administrator.",
  failed: "The content could not be fetched",
  state: "State",
  act: "Actions",
  reason: "Reason",
  save: "Save",
  never: "never",
  more: "Show more",
  moreOf: (shown, all) => `${shown} of ${all} shown, show more`,
  inForce: "in force",
  allMine: "Everything",
  period: "Period",
  lastDays: (n) => `Last ${n} days`,
  days: (n) => `${n} days`,
  times: (n) => `${n} times`,
  since: (when) => `since ${when}`,
  ago: (span) => (/^\d/.test(span) ? `${span} ago` : "just now"),
  squareMetres: (n) => `${n} m²`,
  squareKilometres: (n) => `${n} km²`,
  centimetres: (n) => `${n} cm`,
  metres: (n) => `${n} m`,
  kilometres: (n) => `${n} km`,
  seconds: (n) => `${n} s`,
  milliseconds: (n) => `${n} ms`,
  work: {
    starting: "Starting",
    failed: "It did not finish; please begin again",
    mayLeave: "you may leave, it goes on",
  },
  drop: { busy: "Reading the file" },
  map: {
    faults: "■ blocks  □ warns",
    before: "now",
    after: "then",
    outline: "the file's outline",
    label: "Map of boundaries",
    none: "This computer's browser has no WebGL 2 and cannot show the map; everything can be done in the tables at the left.",
    failed: "The map did not load; everything can be done in the tables at the left.",
    whole: "The whole map",
    pick: "Click on the map to choose the place",
  },
  ...enBoundaries,
  ...enClosingRules,
  ...enLocating,
};
