"""What the geocoder said of tickets, beside what turned out true. Called by ``actions`` and ``reads``."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import asyncpg

from dispatch.store.database import Tx
from dispatch.store.sql import load
from gis.calibrate import Sample

SQL = load("quality")
MOST = 10_000
"""Tickets that are looked at, the newest ones: more would not move a figure."""


@dataclass(frozen=True, slots=True)
class Told:
    """A confirmed ticket: what was said of it before and after calibration, under which version of what is set."""

    raw: Sample
    said: Sample
    setting: int


async def asked(tx: Tx, since: datetime, until: datetime, towns: Collection[str] | None) -> int:
    """How many tickets had to be placed."""
    count: int = await tx.fetchval(SQL.asked, since, until, _listed(towns))
    return count


async def confirmed(tx: Tx, since: datetime, until: datetime, towns: Collection[str] | None) -> list[Told]:
    """Those of them whose place is confirmed."""
    return [_told(row) for row in await tx.fetch(SQL.confirmed, since, until, _listed(towns), MOST)]


def _listed(towns: Collection[str] | None) -> list[str] | None:
    return None if towns is None else sorted(towns)


def _told(row: asyncpg.Record) -> Told:
    """Right without a pick means: nobody moved it until it was done."""
    right_cell = not row["picked"] or (row["cell"] is not None and row["cell"] == row["picked_cell"])
    right_town = not row["picked"] or (row["town"] is not None and row["town"] == row["picked_town"])
    said = Sample(row["level"], row["p_cell"], row["p_town"] or 0.0, right_cell, right_town)
    raw = row["raw"] or (said.p_cell, said.p_town)
    return Told(said._replace(p_cell=raw[0], p_town=raw[1]), said, row["setting"])
