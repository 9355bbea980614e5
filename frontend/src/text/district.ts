/** Words of the district's desk, in the chosen language. Read by the district's views. */
import { language, type Words } from ".";
import { enDistrict } from "./en/district";
import { zhDistrict } from "./zh/district";

export const words: Words<typeof zhDistrict> = language === "en" ? enDistrict : zhDistrict;
