/** Words of the heat map, in the chosen language. Read by district/heat and wall. */
import { language, type Words } from ".";
import { enHeat } from "./en/heat";
import { zhHeat } from "./zh/heat";

export const words: Words<typeof zhHeat> = language === "en" ? enHeat : zhHeat;
