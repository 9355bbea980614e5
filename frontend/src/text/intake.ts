/** The words in use about where tickets come from. */
import { language, type Words } from ".";
import { enIntake } from "./en/intake";
import { zhIntake } from "./zh/intake";

export const words: Words<typeof zhIntake> = language === "en" ? enIntake : zhIntake;
