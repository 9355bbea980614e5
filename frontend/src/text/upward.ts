/** Words about the hotline above us, in the chosen language. Read by the panel, the desk's list and the administration. */
import { language, type Words } from ".";
import { enUpward } from "./en/upward";
import { zhUpward } from "./zh/upward";

export const words: Words<typeof zhUpward> = language === "en" ? enUpward : zhUpward;
