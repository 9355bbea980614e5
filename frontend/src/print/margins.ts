/** What stands in the margin of each printed page: who printed it, which page of how many it is, and of which paper. */
import { onPaper } from "../text/paper";

/** As CSS writes a string: no character of it ends it. */
export function quoted(words: string): string {
  return `"${[...words].map((sign) => `\\${sign.codePointAt(0)?.toString(16)} `).join("")}"`;
}

/** The rules for the margins; the words come from the service, never from the address. The first page has its title. */
export function marginRules(mark: string, paper: string): string {
  const [before, between, after] = onPaper.pages.map(quoted);
  return `@page {
    @top-right { content: ${quoted(paper)}; font-size: 9pt; }
    @bottom-left { content: ${quoted(mark)}; font-size: 9pt; }
    @bottom-right { content: ${before} counter(page) ${between} counter(pages) ${after}; font-size: 9pt; }
  }
  @page :first {
    @top-right { content: none; }
  }`;
}

/** False where the browser knows no boxes in the margin: the mark then stands within the page. */
export function writeMargins(mark: string, paper: string): boolean {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(marginRules(mark, paper));
  document.adoptedStyleSheets = [sheet];
  const [rule] = sheet.cssRules;
  return rule !== undefined && "cssRules" in rule && (rule.cssRules as CSSRuleList).length > 0;
}
