"""What was changed of what a district keeps: who, when, from what to what, why. Asked by the administration's pages.

The history comes from the versions, the dated rows and the audit there are (``store/sql/history.sql``, kind by kind).
"""

from collections.abc import Mapping
from typing import Any

from dispatch.saying import Kept
from dispatch.store import history
from dispatch.store.database import Database

MOST = 200
FOR_ADMINISTRATORS = frozenset({"person", "secret"})
"""Kinds whose changes the administrators of the system alone look at, by routes of their own."""
_UNITS = frozenset({"power", "police_list", "precedent", "standard_text"})
"""Kinds that keep units by number."""


async def changes(database: Database, about: str) -> list[dict[str, Any]]:
    """The changes of a kind of thing (``unit``) or of one (``unit:12``), the newest first.

    Where nobody did it, the program did, and the reason is a sentence of ours.
    """
    async with database.system() as tx:
        found = await history.changes(tx, about, MOST)
        names = await history.units(tx) if about.partition(":")[0] in _UNITS else {}
    for each in found:
        if each["person"] is None and each["reason"] is not None:
            each["reason"] = Kept(each["reason"])
        for side in ("before", "after"):
            each[side] = _named(each[side], names)
    return [{"id": len(found) - at, **each} for at, each in enumerate(found)]


def _named(values: Mapping[str, Any] | None, units: Mapping[int, str]) -> dict[str, Any] | None:
    """The values of one side, units by their names."""
    if values is None:
        return None
    return {
        name: units.get(value, value) if name in ("unit", "bureau") else value
        for name, value in values.items()
    }
