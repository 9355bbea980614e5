/** Words about whose tickets are, in the chosen language. Read by the pages of rules and precedents, and the panel. */
import { language, type Words } from ".";
import { enOwning } from "./en/owning";
import { zhOwning } from "./zh/owning";

export const words: Words<typeof zhOwning> = language === "en" ? enOwning : zhOwning;
