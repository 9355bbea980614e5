/** The words about how the service is. */
import { language, type Words } from ".";
import { enHealth } from "./en/health";
import { zhHealth } from "./zh/health";

export const words: Words<typeof zhHealth> = language === "en" ? enHealth : zhHealth;
