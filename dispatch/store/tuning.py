"""What a district sets about locating, version by version. Called by ``actions`` and ``reads``."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import asyncpg

from dispatch.store.database import Tx
from dispatch.store.sql import load
from gis.tuning import Tuning, tuning

SQL = load("tuning")
LEAST_PRECISION = 0.985
"""Of what is placed automatically so much has to be right, as long as the district says nothing else."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One version of what is set. 0 is the program's own: nothing was set yet.

    ``least_precision``: what the report must promise of automatic placing, or saving asks again.
    """

    version: int
    tuning: Tuning
    least_precision: float


@dataclass(frozen=True, slots=True)
class Kept:
    """A version with its history."""

    setting: Setting
    note: str
    active: bool
    created_at: datetime
    created_by: str | None


EVERY = 2**31 - 1
"""Of the history all there is."""
OWN = Setting(0, Tuning(), LEAST_PRECISION)


async def active(tx: Tx) -> Setting:
    """The version in force."""
    row = await tx.fetchrow(SQL.active)
    return OWN if row is None else _setting(row)


async def history(tx: Tx, most: int) -> Sequence[Kept]:
    """The newest versions, the newest first."""
    return [
        Kept(_setting(row), row["note"], row["active"], row["created_at"], row["created_by"])
        for row in await tx.fetch(SQL.history, most)
    ]


async def hold(tx: Tx) -> Setting:
    """The version in force, which nobody else replaces before the transaction ends."""
    await tx.execute(SQL.one_at_a_time)
    return await active(tx)


async def save(tx: Tx, chosen: Tuning, least_precision: float, note: str, person: int | None) -> int:
    """The next version, in force at once; its number. ``hold`` comes before. What is the program's own stays null."""
    await tx.execute(SQL.retire)
    own = Tuning()
    version: int = await tx.fetchval(
        SQL.insert,
        note,
        chosen.thresholds.cell,
        chosen.thresholds.town,
        chosen.thresholds.coordinate_radius_m,
        least_precision,
        None if chosen.weights == own.weights else asdict(chosen.weights),
        None if chosen.calibration == own.calibration else chosen.calibration.to_dict(),
        list(chosen.region),
        person,
    )
    return version


def _setting(row: asyncpg.Record) -> Setting:
    parts: dict[str, Any] = {
        "thresholds": {name: row[name] for name in ("cell", "town", "coordinate_radius_m")},
        "weights": row["weights"],
        "calibration": row["calibration"],
        "region": row["region"],
    }
    return Setting(row["version"], tuning(parts, strict=False), row["least_precision"])
