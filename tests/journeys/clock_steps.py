"""Steps of journeys about limits: a keeper saves other rules, and the running clocks follow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from dispatch.actions.recomputing import Recomputing
from dispatch.actions.timetable import save_rules
from dispatch.domain.clocks.checking import Known

if TYPE_CHECKING:
    from tests.journeys.walking import Walk

_NO_CONDITIONS = {
    **dict.fromkeys(("types", "urgencies", "categories", "units", "unit_kinds", "valid_from", "valid_until")),
    "counts_first_day": False,
    "share": None,
}


async def taken(walk: Walk, step: dict[str, Any]) -> bool:
    """Take a step with ``limits`` (clock → limit as text); false where it is another kind of step."""
    if "limits" not in step:
        return False
    rules = [
        {**_NO_CONDITIONS, "clock": clock, "limit_text": text, "reason": f"新的时限 {text}"}
        for clock, text in step["limits"].items()
    ]
    version = walk.worlds.current.tables.timetable.version
    known = Known(frozenset(), frozenset(), frozenset())
    await save_rules(walk.store, walk.people[step["by"]], version, rules, known, "按新规定")
    await walk.worlds.refresh_timetable()
    following = Recomputing(walk.store, walk.worlds, _nobody)
    while await following.follow():
        pass
    return True


async def _nobody(_streams: Sequence[int]) -> None:
    return
