/** The words in use about what desks are warned of. */
import { language, type Words } from ".";
import { enDeskSetting } from "./en/deskSetting";
import { zhDeskSetting } from "./zh/deskSetting";

export const words: Words<typeof zhDeskSetting> = language === "en" ? enDeskSetting : zhDeskSetting;
