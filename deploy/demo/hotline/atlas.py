"""The places callers talk about: the gazetteer's rows, sorted by town and kind. Pure but for ``read``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random
from typing import Any

import psycopg

HOUSES_KEPT = 8
"""One numbered house in so many is enough to talk about."""
PlaceRow = tuple[int, str, str, int | None, float, float, str | None, str | None]
AliasRow = tuple[int, str, str]
_LISTED = """
    SELECT id, kind, name, parent, lon, lat, village, town FROM place
    WHERE kind <> 'house' OR id %% %s = 0 ORDER BY id"""


@dataclass(frozen=True, slots=True)
class Known:
    """One place of the gazetteer: degrees in WGS 84, and what it belongs to."""

    id: int
    kind: str
    name: str
    lon: float
    lat: float
    village: str | None
    town: str | None
    parent: Known | None


class Atlas:
    """Everything a caller may name. Immutable."""

    def __init__(self, places: Iterable[PlaceRow], aliases: Iterable[AliasRow]) -> None:
        self._by_id: dict[int, Known] = {}
        self._listed: dict[tuple[str, str], list[Known]] = {}
        self._aliases: dict[tuple[int, str], list[str]] = {}
        for id_, kind, name, parent, lon, lat, village, town in sorted(places):
            if kind == "house" and id_ % HOUSES_KEPT:
                continue
            above = self._by_id.get(parent) if parent else None
            known = Known(id_, kind, name, lon, lat, village, town, above)
            self._by_id[id_] = known
            if town:
                self._listed.setdefault((town, _kind(known)), []).append(known)
        for place, name, kind in sorted(aliases):
            self._aliases.setdefault((place, kind), []).append(name)
        self.towns = [known for known in self._by_id.values() if known.kind == "town"]
        self._villages = {each.village: each for each in self._by_id.values() if each.kind == "village"}

    def town(self, code: str) -> Known:
        """The town with a code."""
        return next(town for town in self.towns if town.town == code)

    def village(self, code: str | None) -> Known | None:
        """The village with a code."""
        return self._villages.get(code)

    def pick(self, rng: Random, town: str, kind: str) -> Known | None:
        """Any place of a kind in a town; ``house`` stands on a road, ``farmhouse`` in a group."""
        listed = self._listed.get((town, kind))
        return rng.choice(listed) if listed else None

    def also(self, known: Known, kind: str) -> list[str]:
        """A place's other names of a kind: old, short, natural, nickname, homophone."""
        return self._aliases.get((known.id, kind), [])

    def called(self, rng: Random, town: str, kind: str) -> tuple[Known, str] | None:
        """Any place of a town that has another name of a kind, and that name."""
        having = [
            (known, name)
            for (own, _), listed in self._listed.items()
            if own == town
            for known in listed
            for name in self.also(known, kind)
        ]
        return rng.choice(having) if having else None


def _kind(known: Known) -> str:
    if known.kind == "house" and known.parent is not None and known.parent.kind == "group":
        return "farmhouse"
    return known.kind


def read(database_url: str) -> tuple[Atlas, str]:
    """The atlas of a database, and the id of the board it keeps (another id is another district's memory)."""
    with psycopg.connect(database_url) as connection:
        connection.execute("SET ROLE dispatch_app")
        places: list[Any] = connection.execute(_LISTED, (HOUSES_KEPT,)).fetchall()
        aliases: list[Any] = connection.execute(
            "SELECT place, name, kind FROM alias WHERE state = 'approved'"
        ).fetchall()
        epoch = connection.execute("SELECT id::text FROM epoch ORDER BY since DESC LIMIT 1").fetchone()
    return Atlas(places, aliases), epoch[0] if epoch else ""
