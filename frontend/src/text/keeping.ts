/** The words in use about what a district keeps by hand. */
import { language, type Words } from ".";
import { enKeeping } from "./en/keeping";
import { zhKeeping } from "./zh/keeping";

export const words: Words<typeof zhKeeping> = language === "en" ? enKeeping : zhKeeping;
