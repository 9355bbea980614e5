/** The words of the administration in use; kept apart, so that desk and phone do not load them. */
import { language, type Words } from ".";
import { enAdmin } from "./en/admin";
import { zhAdmin } from "./zh/admin";

export const words: Words<typeof zhAdmin> = language === "en" ? enAdmin : zhAdmin;
