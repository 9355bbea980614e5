"""The facts the district is made of: real towns and villages with their codes, and what towns were called before."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Village:
    """A village: its twelve-digit code and official name."""

    code: str
    name: str

    @property
    def stem(self) -> str:
        """The name without what kind of village it is: 杨庙村委会 → 杨庙."""
        for suffix in ("社区居委会", "居委会", "村委会", "生活区"):
            if self.name.endswith(suffix):
                return self.name.removesuffix(suffix)
        return self.name

    @property
    def urban(self) -> bool:
        """Whether it is a residents' committee (居委会)."""
        return self.code[9] == "0"


@dataclass(frozen=True)
class Town:
    """A town: its nine-digit code, official name and villages in order of their codes."""

    code: str
    name: str
    villages: tuple[Village, ...]


@cache
def towns() -> tuple[Town, ...]:
    """The fourteen towns in order of their codes."""
    read = json.loads((FOLDER / "divisions.json").read_text(encoding="utf-8"))
    return tuple(
        Town(each["code"], each["name"], tuple(Village(*pair) for pair in each["villages"].items()))
        for each in read["towns"]
    )


@cache
def old_towns() -> dict[str, list[str]]:
    """The towns of 2018 that are no more, by the name of the town of today."""
    found: dict[str, list[str]] = {}
    with (FOLDER / "old_towns.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["old_town_2018"] != row["new_town_2023"]:
                found.setdefault(row["new_town_2023"], []).append(row["old_town_2018"])
    return found
