/** The words about telling people, duty and posts; desk and administration share them. */
import { language, type Words } from ".";
import { enTelling } from "./en/telling";
import { zhTelling } from "./zh/telling";

export const words: Words<typeof zhTelling> = language === "en" ? enTelling : zhTelling;
