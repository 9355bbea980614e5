"""What an English page shows in Chinese that is neither told in English nor data.

Two judges. A sentence of ours that has English words must not stand there in Chinese, even where the page marks it as
Chinese for whoever has it read aloud. And what is Chinese is data: it stands in the database, or is named here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache

from playwright.sync_api import Page

from deploy.bootstrap.place import ROOT
from dispatch.retelling import Retelling
from dispatch.text import CATALOGUES
from tests.e2e.service import Service

HAN = re.compile("[\u3400-\u9fff]+")
_SEAMS = re.compile(": | · |\n")
"""Between a sentence and what the page says around it."""
_MISSING = re.compile("【.*?】")
"""A mark in the draft of a reply, which is Chinese as the reply is."""
_SHOWN = """
() => {
  if (document.documentElement.lang !== "en") return [];
  const hidden = "script, style, noscript, code, pre, kbd, textarea, [translate='no'], .watermark";
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
_TEXTS = """
SELECT table_name, column_name FROM information_schema.columns
WHERE table_schema = 'public' AND (data_type IN ('text', 'character varying', 'jsonb') OR udt_name = '_text')
"""
SEALED = frozenset({"王建国"})
"""Who calls in the tests' orders: the name is in the database, but sealed."""
OF_OURS = frozenset({"中", "中文"})
"""What changes the language."""


@cache
def _reading() -> Retelling:
    return Retelling(CATALOGUES["en"])


def shown(page: Page) -> list[str]:
    """Every text of a page in English that holds Chinese; none of a page in Chinese."""
    found: list[str] = page.evaluate(_SHOWN)
    return found


def untold(page: Page) -> list[str]:
    """Every text of a page in English that is, or holds, a sentence of ours in Chinese."""
    return [
        f"said in Chinese: {words[:80]}"
        for words in shown(page)
        if any(_reading().retell(part, ours=False) != part for part in [words, *_SEAMS.split(words)])
    ]


def strange(seen: Mapping[str, str], known: Known) -> list[tuple[str, str]]:
    """Chinese on pages in English that is no data: texts and where they stood → where, and what is wrong."""
    return [
        (at, f"Chinese that is no data: {words[:80]}")
        for words, at in seen.items()
        if not known.all_of(HAN.findall(_MISSING.sub("", words)))
    ]


class Known:
    """Everything that a database holds, and what in our English words is Chinese, as one text to look in."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._text = "\n".join(texts)

    def all_of(self, runs: Collection[str]) -> bool:
        """Whether every run of Chinese is part of it."""
        return all(run in self._text for run in runs)


def data_of(service: Service) -> Known:
    """What is data: the texts of a service's database, names of units as pages shorten them, examples in our words."""
    return Known([*_stored(service), *_examples(), *SEALED, *OF_OURS])


def _stored(service: Service) -> Iterator[str]:
    for table, column in service.rows(_TEXTS):
        for (text,) in service.rows(
            f'SELECT DISTINCT "{column}"::text FROM "{table}" WHERE "{column}" IS NOT NULL'
        ):
            if HAN.search(text):
                yield text
                yield text.replace("社会治理指挥中心", "中心").replace("社会治理工作站", "工作站")


def _examples() -> Iterator[str]:
    for file in (ROOT / "frontend" / "src" / "text" / "en").glob("*.ts"):
        yield from HAN.findall(file.read_text("utf-8"))
