/** The words of the page a link opens; kept apart, so that desk and phone do not load them. */
import { language, type Words } from ".";
import { enLink } from "./en/link";
import { zhLink } from "./zh/link";

export const words: Words<typeof zhLink> = language === "en" ? enLink : zhLink;
