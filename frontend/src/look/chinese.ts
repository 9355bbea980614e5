/**
 * Marks what is Chinese on a page in another language, for whoever has it read aloud: the citizen's words, names and
 * places, and what the service says in sentences. Comes only where it is needed; see look/language.
 */
const CHINESE = /\p{Script=Han}/gu;
const LATIN = /\p{Script=Latin}+/gu;
const LANGUAGE = "zh-CN";

function countOf(words: string, pattern: RegExp): number {
  return words.match(pattern)?.length ?? 0;
}

/** A text is Chinese when it has more Chinese signs than foreign words. Exported for its test. */
export function isChinese(words: string): boolean {
  const signs = countOf(words, CHINESE);
  return signs > 0 && signs > countOf(words, LATIN);
}

function ownWords(element: Element): string {
  return [...element.childNodes]
    .map((node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : ""))
    .join("");
}

/** What is marked here is unmarked when its words change; what the page marked itself is left alone. */
const marked = new WeakSet<Element>();

function mark(element: Element): void {
  if (isChinese(ownWords(element))) {
    if (element.hasAttribute("lang")) return;
    element.setAttribute("lang", LANGUAGE);
    marked.add(element);
  } else if (marked.delete(element)) element.removeAttribute("lang");
}

function markWithin(root: Element): void {
  mark(root);
  for (const element of root.querySelectorAll("*")) mark(element);
}

/** Marks what is there, and what comes or changes from now on. */
export function markChinese(root: HTMLElement): void {
  markWithin(root);
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      if (element) mark(element);
      for (const added of addedNodes) if (added instanceof Element) markWithin(added);
    }
  }).observe(root, { childList: true, characterData: true, subtree: true });
}
