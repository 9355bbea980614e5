/** What fields and values of a category are called in its history. Pure. */
import { word } from "../../text";
import { words } from "../../text/categories";
import type { Labels, Say } from "../parts/changed";

export const saying: Say = (field, value) =>
  field === "place_need" && typeof value === "string" ? word(words.needs, value) : undefined;

export const labels: Labels = {
  path: words.path,
  aliases: words.aliases,
  place_need: words.need,
  evidence_required: words.evidence,
  signoff_required: words.signoff,
  valid_from: words.from,
  valid_until: words.until,
};
