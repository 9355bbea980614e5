/** The words of the town operator's daily tasks; the desk shows them. */
import { language, type Words } from ".";
import { enDesk } from "./en/desk";
import { zhDesk } from "./zh/desk";

export const words: Words<typeof zhDesk> = language === "en" ? enDesk : zhDesk;
