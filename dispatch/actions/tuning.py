"""What the district sets about locating: saved as a new version by a person, refitted on confirmed tickets by a work.

A change that would place tickets automatically with less precision than the district asks for is told before it is
saved, and saved only when the person confirms.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from dispatch.actions.work import Progress
from dispatch.domain.access import Actor
from dispatch.domain.privacy import scrub, storable
from dispatch.errors import BadInput, Conflict, Unconfirmed
from dispatch.saying import say, together
from dispatch.store import audit, intake, quality
from dispatch.store import tuning as store
from dispatch.store.database import Database, Tx
from dispatch.store.quality import Told
from dispatch.store.tuning import Setting
from gis.calibrate import Calibration, Comparison, Score, compare, fit
from gis.errors import CalibrationError, TuningError
from gis.precision import calibrated, rung
from gis.tuning import Tuning, region, thresholds, weights

LOOKED_BACK = timedelta(days=90)
"""Of what time the confirmed tickets are that a change is tried on."""
FEWEST = 50
"""Confirmed tickets that a precision may be read from."""
LONGEST_NOTE = 500


@dataclass(frozen=True, slots=True)
class Change:
    """A new version: the parts that are given, over the version it is based on.

    ``given`` may hold thresholds, weights, calibration, region and least_precision; null stands for the program's own.
    """

    based_on: int
    given: Mapping[str, Any]
    note: str
    confirmed: bool = False


async def save(database: Database, actor: Actor, change: Change) -> int:
    """Save a new version, in force at once; its number.

    Raises:
        BadInput: a value cannot be; names it.
        Conflict: somebody saved another version meanwhile.
        Unconfirmed: the change would place with less precision than asked for, or nobody can tell; says so.
    """
    note = _noted(change.note)
    async with database.system() as tx:
        former = await store.hold(tx)
        if former.version != change.based_on:
            raise Conflict(
                say("定位设置已有人改到第 {version} 版，请刷新后在新版上修改。", version=former.version)
            )
        setting = _changed(former, change.given)
        warned = await _warnings(tx, former, setting)
        if warned and not change.confirmed:
            raise Unconfirmed(together([*warned, say("如确要保存，请确认。")]), warnings=warned)
        version = await store.save(tx, setting.tuning, setting.least_precision, note, actor.person)
        await audit.write(
            tx,
            person=actor.person,
            unit=actor.home,
            action="locating.set",
            subject=f"locating_setting:{version}",
            reason=note,
            detail={"changed": sorted(change.given), "warnings": warned},
        )
    return version


def _changed(former: Setting, given: Mapping[str, Any]) -> Setting:
    own, now = Tuning(), former.tuning
    try:
        parts = {
            "thresholds": _part(
                given, "thresholds", lambda part: _over(now, part), own.thresholds, now.thresholds
            ),
            "weights": _part(given, "weights", weights, own.weights, now.weights),
            "calibration": _part(
                given, "calibration", Calibration.from_dict, own.calibration, now.calibration
            ),
            "region": _part(given, "region", region, (), now.region),
        }
    except TuningError as error:
        raise BadInput(f"{error}。", field=error.field) from error
    except CalibrationError as error:
        raise BadInput(f"{error}。", field="calibration") from error
    least = given.get("least_precision") or former.least_precision
    if not 0.5 <= least <= 1:
        raise BadInput(say("要求的准确率应在 50% 到 100% 之间。"), field="least_precision")
    return Setting(0, Tuning(**parts), least)


def _part(given: Mapping[str, Any], name: str, read: Callable[[Any], Any], own: Any, now: Any) -> Any:
    if name not in given:
        return now
    return own if given[name] is None else read(given[name])


def _over(now: Tuning, given: Mapping[str, Any]) -> Any:
    """Thresholds given one by one."""
    limits = now.thresholds
    kept = {"cell": limits.cell, "town": limits.town, "coordinate_radius_m": limits.coordinate_radius_m}
    return thresholds({**kept, **given})


async def _warnings(tx: Tx, former: Setting, setting: Setting) -> list[str]:
    """What a person should know before this is saved."""
    before, after = former.tuning, setting.tuning
    warned: list[str] = []
    if after.weights != before.weights:
        warned.append(
            say("改了权重，已确认工单的把握是按原权重算的，不能预计准确率；请先用 make bench-geo 复核。")
        )
    looser = after.thresholds.cell < before.thresholds.cell or after.calibration != before.calibration
    if looser or setting.least_precision > former.least_precision:
        warned += await _promised(tx, former, setting)
    return warned


async def _promised(tx: Tx, former: Setting, setting: Setting) -> list[str]:
    """What the confirmed tickets of the last time promise of a version, where that is less than it asks for."""
    now = await intake.clock(tx)
    told = await _comparable(tx, former, now - LOOKED_BACK, now)
    chosen = setting.tuning
    found = rung(calibrated([one.raw for one in told], chosen.calibration), chosen.thresholds.cell)
    if found.placed < FEWEST:
        return [
            say(
                "近 {days} 天只有 {placed} 张已确认的工单会这样自动定位，不足以判断准确率。",
                days=LOOKED_BACK.days,
                placed=found.placed,
            )
        ]
    precision = found.cell_precision or 0.0
    if precision >= setting.least_precision:
        return []
    return [
        say(
            "按近 {days} 天已确认的工单，这样自动定位的网格准确率为 {precision:.1%}（{right}/{placed}），"
            "低于要求的 {least:.1%}。",
            days=LOOKED_BACK.days,
            precision=precision,
            right=found.cell_right,
            placed=found.placed,
            least=setting.least_precision,
        )
    ]


async def _comparable(tx: Tx, setting: Setting, since: datetime, until: datetime) -> list[Told]:
    """Confirmed tickets that were told by the weights in force: only their raw probabilities mean the same."""
    kept = await store.history(tx, store.EVERY)
    same = {each.setting.version for each in kept if each.setting.tuning.weights == setting.tuning.weights}
    if setting.tuning.weights == Tuning().weights:
        same.add(0)
    return [one for one in await quality.confirmed(tx, since, until, None) if one.setting in same]


@dataclass(frozen=True, slots=True)
class Refit:
    """Fits a calibration anew; nothing is saved by it."""

    database: Database
    since: datetime | None = None

    async def run(self, progress: Progress) -> dict[str, Any]:
        """Fit, and judge the fit on halves it has not seen; answers the proposal with its figures.

        Raises:
            BadInput: fewer than fifty confirmed tickets.
        """
        progress(0, 3, say("读取已确认的工单"))
        async with self.database.system(frozen=True) as tx:
            setting = await store.active(tx)
            now = await intake.clock(tx)
            told = await _comparable(tx, setting, self.since or now - 4 * LOOKED_BACK, now)
        if len(told) < FEWEST:
            raise BadInput(
                say(
                    "只有 {count} 张已确认的工单，至少要 {fewest} 张才能重新校准。",
                    count=len(told),
                    fewest=FEWEST,
                )
            )
        progress(1, 3, say("用 {count} 张工单拟合", count=len(told)))
        proposal = await asyncio.to_thread(_proposal, told, setting)
        progress(3, 3, say("拟合完成"))
        return proposal


def _proposal(told: Sequence[Told], setting: Setting) -> dict[str, Any]:
    raw = [one.raw for one in told]
    chosen = setting.tuning
    fitted = fit(raw)
    judged = compare(raw, chosen.calibration)
    threshold = chosen.thresholds.cell
    return {
        "based_on": setting.version,
        "samples": len(raw),
        "calibration": fitted.to_dict(),
        "before": _scores(judged.cell_before, judged.town_before)
        | {"at_threshold": rung(calibrated(raw, chosen.calibration), threshold)._asdict()},
        "after": _scores(judged.cell_after, judged.town_after)
        | {"at_threshold": rung(calibrated(raw, fitted), threshold)._asdict()},
        "better": _is_better(judged),
        "says": _says(judged, len(raw)),
    }


def _scores(cell: Score, town: Score) -> dict[str, Any]:
    return {"cell": cell._asdict(), "town": town._asdict()}


def _is_better(judged: Comparison) -> bool:
    return (judged.cell_after.log_loss or 0.0) < (judged.cell_before.log_loss or 0.0)


def _says(judged: Comparison, count: int) -> str:
    before, after = judged.cell_before, judged.cell_after
    told = say(
        "{count} 张已确认工单，未参与拟合的一半上：布里尔分 {brier:.4f} → {brier_after:.4f}，"
        "对数损失 {log_loss:.4f} → {log_loss_after:.4f}，校准误差 {error:.3f} → {error_after:.3f}。",
        count=count,
        brier=before.brier,
        brier_after=after.brier,
        log_loss=before.log_loss,
        log_loss_after=after.log_loss,
        error=before.calibration_error,
        error_after=after.calibration_error,
    )
    return together([told, say("建议采用。") if _is_better(judged) else say("没有变好，不建议采用。")])


def _noted(note: str) -> str:
    said = note.strip()
    if not said or len(said) > LONGEST_NOTE or not storable(said):
        raise BadInput(say("请写明为什么改，最多 {most} 字。", most=LONGEST_NOTE), field="note")
    return scrub(said)
