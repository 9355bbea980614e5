"""How well tickets are located, and what the district has set about it. Figures only, no ticket among them."""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from dispatch.domain.access import Actor, Role
from dispatch.domain.units import Units
from dispatch.errors import Forbidden
from dispatch.reads.reach import reach
from dispatch.saying import say
from dispatch.store import quality as store
from dispatch.store import tuning
from dispatch.store.database import Database
from dispatch.store.quality import Told
from dispatch.store.tuning import Kept, Setting
from gis.calibrate import NO_CALIBRATION, bins, score
from gis.precision import LADDER, by_level, ladder, share

_HISTORY = 50


def towns_of(actor: Actor, units: Units, town: str | None) -> frozenset[str] | None:
    """The towns whose figures somebody asks for: one, or all of theirs; None means the whole district.

    Raises:
        Forbidden: they do not work for that town.
    """
    mine = reach(actor.memberships, units)
    everywhere = mine.everywhere or bool(actor.units({Role.SYSTEM_ADMIN}))
    if town is None:
        return None if everywhere else mine.towns
    if not everywhere and town not in mine.towns:
        raise Forbidden(say("这个镇街的定位质量不在您的查看范围内。"))
    return frozenset({town})


async def report(
    database: Database, since: datetime, until: datetime, towns: Collection[str] | None
) -> dict[str, Any]:
    """Precision and coverage at each threshold, by level, and how true the probabilities were."""
    async with database.system(frozen=True) as tx:
        setting = await tuning.active(tx)
        tickets = await store.asked(tx, since, until, towns)
        told = await store.confirmed(tx, since, until, towns)
    return {
        "since": since.isoformat(),
        "until": until.isoformat(),
        "tickets": tickets,
        "confirmed": len(told),
        **await asyncio.to_thread(figures, told, setting),
    }


def figures(told: Sequence[Told], setting: Setting) -> dict[str, Any]:
    """The report's figures of confirmed tickets, as they were told at the time."""
    said = [one.said for one in told]
    pairs = [(one.p_cell, one.right_cell) for one in said]
    limits = setting.tuning.thresholds
    return {
        "rows": [each._asdict() for each in ladder(said, {*LADDER, limits.cell})],
        "levels": [each._asdict() for each in by_level(said)],
        "calibration": [
            {"bin": [each.low, each.high], "count": each.answers, "mean_p": each.mean_p, "right": each.right}
            for each in bins(pairs)
        ],
        "score": score(pairs)._asdict(),
        "town": {
            "right": sum(one.right_town for one in said),
            "precision": share(sum(one.right_town for one in said), len(said)),
        },
        "in_force": {
            "version": setting.version,
            "thresholds": asdict(limits),
            "least_precision": setting.least_precision,
        },
    }


async def settings(database: Database) -> dict[str, Any]:
    """What is set, and what was set before."""
    async with database.reader(()) as tx:
        kept = await tuning.history(tx, _HISTORY)
    current = next((each for each in kept if each.active), None)
    setting = current.setting if current else tuning.OWN
    return {
        **_shown(setting),
        "own_weights": asdict(tuning.OWN.tuning.weights),
        "calibration": setting.tuning.calibration.to_dict(),
        "note": current.note if current else None,
        "created_at": current.created_at.isoformat() if current else None,
        "created_by": current.created_by if current else None,
        "history": [_former(each) for each in kept],
    }


def _shown(setting: Setting) -> dict[str, Any]:
    return {
        "version": setting.version,
        "thresholds": asdict(setting.tuning.thresholds),
        "least_precision": setting.least_precision,
        "region": list(setting.tuning.region),
        "weights": asdict(setting.tuning.weights),
        "calibrated": setting.tuning.calibration != NO_CALIBRATION,
    }


def _former(kept: Kept) -> dict[str, Any]:
    return {
        **_shown(kept.setting),
        "note": kept.note,
        "active": kept.active,
        "created_at": kept.created_at.isoformat(),
        "created_by": kept.created_by,
    }
