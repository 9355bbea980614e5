/** The words of 投诉建议: of the phone page that writes it, and of the page that answers it. */
import { language, type Words } from ".";
import { enGrievances } from "./en/grievances";
import { zhGrievances } from "./zh/grievances";

export const words: Words<typeof zhGrievances> = language === "en" ? enGrievances : zhGrievances;
