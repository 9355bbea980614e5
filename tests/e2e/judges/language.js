/**
 * Words of the wrong language, and words that nobody wrote for people. On an English page Chinese stands only where it
 * is marked as Chinese, or as a name within an English sentence, and none of our own Chinese words at all; on a Chinese
 * page stands no English sentence.
 */
({ own }) => {
  const faults = [];
  const isEnglish = document.documentElement.lang === "en";
  const whole = document.querySelector("dialog:modal") ?? document.body;
  const ours = new Set(own);
  const HAN = /\p{Script=Han}/u;
  const SENTENCE = /[A-Za-z]{2,}(?:[ ,]+[A-Za-z]{2,}){3,}/;
  const KEY = /(?:^|[\s·:,(])(?:[a-z]{2,}(?:[_.][a-z]{2,})+|undefined|null|NaN|\[object \w+\])(?:$|[\s·:,)])/;
  const NOT_TOLD = "script, style, noscript, code, pre, kbd, [translate='no'], .watermark, option[value='en']";

  function judge(words, element, isAttribute) {
    const told = words.replace(/\s+/g, " ").trim();
    if (!told) return;
    const tell = (fault) => faults.push(`${fault}: ${told.slice(0, 80)}`);
    const isOurs = () => (told.match(/\p{Script=Han}+/gu) ?? []).some((run) => run.length > 1 && ours.has(run));
    const whole = [...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : "")).join("");
    const count = (pattern) => (whole.match(pattern) ?? []).length;
    const isMostly = () => HAN.test(told) && count(/\p{Script=Han}/gu) > count(/\p{Script=Latin}+/gu);
    const isMarked = element.closest('[lang^="zh"]') !== document.documentElement && element.closest('[lang^="zh"]');
    if (KEY.test(told)) tell("a word for machines");
    else if (isEnglish && ours.has(told)) tell("not translated");
    else if (isEnglish && !isMarked && isOurs()) tell("not translated in a sentence");
    else if (isEnglish && !isAttribute && isMostly() && !isMarked) tell("Chinese that is not marked");
    else if (!isEnglish && SENTENCE.test(told) && !element.closest('[lang="en"]')) tell("an English sentence");
  }

  const walker = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const isShown = element.closest("option") || element.checkVisibility({ visibilityProperty: true });
    if (isShown && !element.closest(NOT_TOLD)) judge(walker.currentNode.nodeValue, element, false);
  }
  for (const name of ["title", "aria-label", "placeholder", "alt"]) {
    for (const element of whole.querySelectorAll(`[${name}]`)) {
      if (!element.closest(NOT_TOLD)) judge(element.getAttribute(name), element, true);
    }
  }
  return faults;
};
