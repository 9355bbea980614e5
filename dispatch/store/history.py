"""What was changed of anything a district keeps, kind by kind, in one shape. Called by ``reads.keeping``."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("history")
Json: TypeAlias = dict[str, Any]
SOURCES: Mapping[str, str] = {
    **dict.fromkeys(("joint_setting", "outside_body"), "joint_change"),
    **dict.fromkeys(("rule_set", "power", "police_list", "precedent", "owning_setting"), "owning_change"),
    **{
        name: name
        for name in (
            *("desk_setting", "telling_limit", "notification_template", "timetable", "duty"),
            *("evidence_rule", "signoff_rule", "standard_text", "sensitive_word", "reply_setting"),
            *("upward_ground", "upward_limit", "wall", "person", "secret"),
            *("rate_setting", "locating_setting", "look_back_period", "score_period"),
        )
    },
}
"""The block that answers a kind; every other kind has its changes in ``kept_change``."""


async def changes(tx: Tx, about: str, most: int) -> list[Json]:
    """The changes of a kind (``unit``) or of one thing of it (``unit:12``), the newest first."""
    block = SOURCES.get(about.partition(":")[0], "kept_change")
    return [dict(row) for row in await tx.fetch(getattr(SQL, block), about, most)]


async def units(tx: Tx) -> dict[int, str]:
    """What units are called, those that have ended too."""
    return {row["id"]: row["name"] for row in await tx.fetch(SQL.units)}
