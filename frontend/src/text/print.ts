/** The words around papers and the day's report; a paper itself is Chinese and comes from the service. */
import { language, type Words } from ".";
import { enPrint } from "./en/print";
import { zhPrint } from "./zh/print";

export const words: Words<typeof zhPrint> = language === "en" ? enPrint : zhPrint;
