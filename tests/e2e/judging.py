"""Judges of a page as it stands: axe-core, the layout, the language. Each says in words what it finds wrong.

Each look is kept as a picture for whoever wants to see; the pictures of key screens are compared in tests/e2e/pictures.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from deploy.bootstrap.place import LOCAL, ROOT
from tests.e2e.untold import Known, shown, strange, untold

LOOKS = LOCAL / "reports" / "looks"
TEXTS = ROOT / "frontend" / "src" / "text"
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
JUDGES = Path(__file__).parent / "judges"
FLOATS = "dialog, [data-menu-list], [data-palette], .print-menu, [role=listbox], [role=menu], [data-floats], .toasts"
"""What lies over a page for a while, and may cover what is there."""
THUMB = 48
"""The least width and height, in pixels, of what a thumb has to hit."""
OWN = re.compile(r'"((?:[^"\\\n]|\\.)*[一-鿿](?:[^"\\\n]|\\.)*)"')
HAN = re.compile("[一-鿿]+")
LOADING = re.compile(r'oading: "([^"]+)"')
UNDERWAY = """
window.underway = 0;
const asks = window.fetch;
window.fetch = async (...asked) => {
  window.underway += 1;
  try { return await asks(...asked); }
  finally { setTimeout(() => { window.underway -= 1; }); }
};
"""
"""Counts what a page has asked and not been answered yet."""
SETTLED = """
(loading) => {
  const words = [...document.querySelectorAll("p, span, div")]
    .filter((each) => each.childElementCount === 0).map((each) => each.textContent.trim());
  const busy = '[aria-busy="true"], [data-connection="connecting"], [data-connection="catching_up"]';
  return window.underway === 0 && document.fonts.status === "loaded" && !document.querySelector(busy)
    && !words.some((each) => loading.includes(each));
}
"""


@cache
def judge(name: str) -> str:
    """The words of a judge."""
    return (JUDGES / f"{name}.js").read_text(encoding="utf-8")


@cache
def own_words() -> list[str]:
    """The Chinese words of the page's own files, but for those that stay so in English, and the short ones.

    Names are made of two characters too, as those of categories; what is data and reads like a word of ours says so
    in the page by ``translate="no"``.
    """

    def within(pattern: str, words: re.Pattern[str]) -> set[str]:
        return {found for file in TEXTS.glob(pattern) for found in words.findall(file.read_text("utf-8"))}

    examples = within("en/*.ts", OWN) | within("en/*.ts", HAN)
    return sorted(each for each in within("zh/*.ts", OWN) - examples if len(each) > 2)


@cache
def loading_words() -> list[str]:
    """What pages say while they wait."""
    return [words for file in TEXTS.glob("*/*.ts") for words in LOADING.findall(file.read_text("utf-8"))]


def faults_of(page: Page, least: int = 0) -> list[str]:
    """What the three judges find on a page; `least` is how large a button has to be."""
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    layout = page.evaluate(judge("layout"), {"least": least, "floats": FLOATS})
    language = page.evaluate(judge("language"), {"own": own_words()})
    return [*page.evaluate(judge("access"), {"floats": FLOATS}), *layout, *language, *untold(page)]


@dataclass
class Looks:
    """Somebody's walk through screens, judged at each stop; the pictures are named by walk and stop.

    known: what of the Chinese on pages in English is data, asked for once they have all been seen.
    """

    page: Page
    walk: str
    least: int = 0
    known: Callable[[], Known] | None = None
    taken: int = 0
    faults: list[tuple[str, str]] = field(default_factory=list)
    chinese: dict[str, str] = field(default_factory=dict)

    def at(self, name: str, *there: Locator) -> None:
        """Look at the page once all that is to be there is, and nothing is on its way."""
        for each in there:
            expect(each.first).to_be_visible()
        self.page.wait_for_function(SETTLED, arg=loading_words())
        LOOKS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=LOOKS / f"{self.walk}-{name}.png", animations="disabled")
        self.taken += 1
        self.faults += [(name, fault) for fault in faults_of(self.page, self.least)]
        self.chinese |= {words: name for words in shown(self.page) if words not in self.chinese}

    def are_good(self) -> None:
        """Nothing was found at any stop."""
        assert self.taken, "nothing was looked at"
        if self.chinese and self.known:
            self.faults += strange(self.chinese, self.known())
        assert not self.faults, "\n" + "\n".join(
            f"{fault}  ← {', '.join(at)}" for fault, at in self._told().items()
        )

    def _told(self) -> dict[str, list[str]]:
        """Each fault once, with the stops where it was found."""
        told: dict[str, list[str]] = {}
        for at, fault in self.faults:
            told.setdefault(fault, []).append(at)
        return told
