"""Steps of journeys that are about handling together: a company becomes known, the time of a whistle is over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg

if TYPE_CHECKING:
    from tests.journeys.walking import Walk


async def taken(walk: Walk, step: dict[str, Any]) -> bool:
    """Take a step of this theme; false where it is none."""
    if "company" in step:
        run(walk, "INSERT INTO outside_body (kind, name) VALUES ('power', %s)", step["company"])
        await walk.worlds.refresh_joint()
    elif "listed" in step:
        run(
            walk,
            "INSERT INTO police_list (list, matter, valid_from) VALUES ('to_police', %s, '2026-01-01')",
            step["listed"],
        )
        await walk.worlds.refresh()
    elif "minutes_late" in step:
        run(
            walk,
            "UPDATE assignment SET report_in_by = now() - make_interval(mins => %s) WHERE kind = 'whistle'",
            step["minutes_late"],
        )
    else:
        return False
    return True


def run(walk: Walk, statement: str, value: object) -> None:
    """One statement as the owner."""
    with psycopg.connect(walk.owner_url) as connection:
        connection.execute(statement.encode(), (value,))
