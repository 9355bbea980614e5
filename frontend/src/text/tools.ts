/** The words of the desk's tools in use. */
import { language, type Words } from ".";
import { enTools } from "./en/tools";
import { zhTools } from "./zh/tools";

export const words: Words<typeof zhTools> = language === "en" ? enTools : zhTools;
