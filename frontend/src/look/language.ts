/** Which language a page is in, said to browsers and to whoever has it read aloud. Called by each entry. */
import { language } from "../text";

export function tellLanguage(): void {
  document.documentElement.lang = language === "en" ? "en" : "zh-CN";
  if (language === "en") void import("./chinese").then(({ markChinese }) => markChinese(document.body));
}
