"""Sentences for the person at the terminal, in Chinese or English by the locale. Used by all of bootstrap."""

from __future__ import annotations

import os
import sys

REFUSED = "✗ "
"""How the line begins that says what could not be done."""


class Stop(Exception):
    """A step cannot be done: what, why and what to do, in one sentence of each language."""

    def __init__(self, english: str, chinese: str) -> None:
        super().__init__(english)
        self.english = english
        self.chinese = chinese


def chinese_wanted() -> bool:
    """Say whether the locale asks for Chinese."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return os.environ[name].lower().startswith("zh")
    return False


def choose(english: str, chinese: str) -> str:
    """Return the sentence for this locale."""
    return chinese if chinese_wanted() else english


def tell(english: str, chinese: str) -> None:
    """Print one line of progress, on the error stream so that answers stay clean."""
    print("· " + choose(english, chinese), file=sys.stderr, flush=True)


def refuse(stop: Stop) -> int:
    """Print the sentence of a step that could not be done and return the exit code."""
    print(REFUSED + choose(stop.english, stop.chinese), file=sys.stderr, flush=True)
    return 1
