/** The words in use about what desks are warned of. */
import { language, type Words } from ".";
import { enDeskSetting } from "./en-desk-setting";
import { zhDeskSetting } from "./zh-desk-setting";

export const words: Words<typeof zhDeskSetting> = language === "en" ? enDeskSetting : zhDeskSetting;
