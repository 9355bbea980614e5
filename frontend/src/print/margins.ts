/** What stands in the margin of each printed page: who printed it, and which page of how many it is. */

import { onPaper } from "../text/paper";

/** As CSS writes a string: no character of it ends it. */
export function quoted(words: string): string {
  return `"${[...words].map((sign) => `\\${sign.codePointAt(0)?.toString(16)} `).join("")}"`;
}

/** The rule for the margins; the words come from the service, never from the address. */
export function marginRule(mark: string): string {
  const [before, between, after] = onPaper.pages.map(quoted);
  return `@page {
    @bottom-left { content: ${quoted(mark)}; font-size: 9pt; }
    @bottom-right { content: ${before} counter(page) ${between} counter(pages) ${after}; font-size: 9pt; }
  }`;
}

/** False where the browser knows no boxes in the margin: the mark then stands within the page. */
export function writeMargins(mark: string): boolean {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(marginRule(mark));
  document.adoptedStyleSheets = [sheet];
  const [rule] = sheet.cssRules;
  return rule !== undefined && "cssRules" in rule && (rule.cssRules as CSSRuleList).length > 0;
}
