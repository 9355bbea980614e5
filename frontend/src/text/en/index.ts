/** Every word that any page needs, English: the keys of zh/index.ts. */
import type { Text } from "..";
import { enActs } from "./acts";
import { enClosing } from "./closing";
import { enCodes } from "./codes";
import { enJourney } from "./journey";
import { enKeys } from "./keys";
import { enLists } from "./lists";
import { enManual } from "./manual";
import { enMap } from "./map";
import { enPhone } from "./phone";
import { enShell } from "./shell";
import { enTicket } from "./ticket";
import { enTimes } from "./times";
import { enVoice } from "./voice";

export const en: Text = {
  otherLanguage: "中",
  product: "Governance Dispatch",
  productOf: (district) => `${district} Governance Dispatch`,
  demo: "Demo",
  demoWhy: "Demo data: borders and people are illustrative",
  comma: ", ",
  colon: ": ",
  semicolon: "; ",
  aside: (words: string) => ` (${words})`,
  dot: " · ",
  more: "More",
  less: "Less",
  copied: (line: string) => `Copied: ${line}`,
  closing: enClosing,
  phone: enPhone,
  voice: enVoice,
  ...enCodes,
  ...enJourney,
  ...enShell,
  ...enLists,
  ...enTimes,
  ...enMap,
  ...enTicket,
  ...enActs,
  ...enManual,
  ...enKeys,
};
