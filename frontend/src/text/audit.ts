/** Words of the audit page, in the chosen language. */
import { language, type Words } from ".";
import { enAudit } from "./en/audit";
import { zhAudit } from "./zh/audit";

export const words: Words<typeof zhAudit> = language === "en" ? enAudit : zhAudit;
