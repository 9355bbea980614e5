"""What an English page shows of the service's Chinese sentences, kept or not, that could have been told in English."""

from __future__ import annotations

from functools import cache

from playwright.sync_api import Page

from dispatch.retelling import Retelling
from dispatch.text import CATALOGUES

_SHOWN = """
() => {
  if (document.documentElement.lang !== "en") return [];
  const hidden = "script, style, noscript, code, pre, kbd, textarea, [translate='no'], [lang^='zh'], .watermark";
  const whole = document.querySelector("dialog:modal") ?? document.body;
  const walker = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (element.checkVisibility({ visibilityProperty: true }) && !element.closest(hidden)) {
      found.push(walker.currentNode.nodeValue.trim());
    }
  }
  return found.filter((words) => /\\p{Script=Han}/u.test(words));
}
"""


@cache
def _reading() -> Retelling:
    return Retelling(CATALOGUES["en"])


def untold(page: Page) -> list[str]:
    """Every text of a page in English that is, or holds, a sentence of ours in Chinese."""
    return [
        f"said in Chinese: {words[:80]}"
        for words in page.evaluate(_SHOWN)
        if _reading().retell(words, ours=False) != words
    ]
