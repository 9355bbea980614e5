"""What an examination says of one thing, in two languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: whether it is well, and the sentence for it in two languages."""

    well: bool
    english: str
    chinese: str

    def sentence(self, environ: Mapping[str, str]) -> str:
        """Return the sentence in the language of the locale."""
        locale = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
        return self.chinese if locale.lower().startswith("zh") else self.english


def good(english: str, chinese: str) -> Finding:
    """Make a finding about something that is well."""
    return Finding(True, english, chinese)


def bad(english: str, chinese: str) -> Finding:
    """Make a finding about something that must be repaired."""
    return Finding(False, english, chinese)
