"""The same questions asked of pg_trgm: the most similar full address, by PostgreSQL's own nearest-neighbour index."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any, NamedTuple

import psycopg

from gis.cells import CellIndex
from gis.gazetteer import Place
from tests.bench.geo.measure import FINE, Rate
from tests.bench.geo.questions import Question

LEAST = 0.3
"""pg_trgm's own threshold of similarity; below it nothing is found."""
_SPELL = """
    CREATE TABLE spelled AS
    SELECT p.id, coalesce(t.name, '') || coalesce(g.name, '') || coalesce(q.name, '') || p.name AS text
    FROM place p LEFT JOIN town t ON t.code = p.town
    LEFT JOIN place q ON q.id = p.parent AND q.kind <> 'town'
    LEFT JOIN place g ON g.id = q.parent AND g.kind <> 'town'
    WHERE p.kind <> 'town'
"""
_NEAREST = "SELECT id, similarity(text, %(asked)s) FROM spelled ORDER BY text <-> %(asked)s LIMIT 1"


class Trigrams(NamedTuple):
    """What pg_trgm came to."""

    match: Rate
    town: Rate
    cell: Rate
    hit_1: Rate
    p50_ms: float


def spell(owner_url: str) -> None:
    """Write every place's full address down and index it; refuses a database whose letters pg_trgm cannot see."""
    with psycopg.connect(owner_url, autocommit=True) as connection:
        (seen,) = connection.execute("SELECT cardinality(show_trgm('渔沟镇'))").fetchone() or (0,)
        if not seen:
            raise AssertionError("pg_trgm sees no Chinese here: the database's LC_CTYPE is C")
        connection.execute(_SPELL)
        connection.execute("CREATE INDEX ON spelled USING gist (text gist_trgm_ops (siglen = 64))")
        connection.execute("VACUUM ANALYZE spelled")


def ask(
    owner_url: str, questions: Sequence[Question], places: dict[int, Place], cells: CellIndex
) -> Trigrams:
    """Ask each question once."""
    found: list[tuple[Question, Place | None]] = []
    times = []
    with psycopg.connect(owner_url) as connection:
        for question in questions:
            asked = question.query.address or question.query.content or ""
            began = time.perf_counter()
            row: tuple[Any, ...] | None = connection.execute(_NEAREST, {"asked": asked}).fetchone()
            times.append(time.perf_counter() - began)
            found.append((question, places[row[0]] if row is not None and row[1] >= LEAST else None))
    there = [pair for pair in found if pair[0].kind != "nothing"]
    fine = [pair for pair in there if pair[0].kind in FINE]
    matched = [(question, place) for question, place in fine if place is not None]
    spots = [(question, cells.find(place.lon, place.lat)) for question, place in matched]
    return Trigrams(
        Rate(sum(place is not None for _, place in there), len(there)),
        Rate(
            sum(spot is not None and spot.cell.town == question.town for question, spot in spots), len(spots)
        ),
        Rate(
            sum(spot is not None and spot.cell.code == question.cell for question, spot in spots), len(spots)
        ),
        Rate(sum(place is not None and place.id == question.place for question, place in there), len(there)),
        sorted(times)[len(times) // 2] * 1e3,
    )
