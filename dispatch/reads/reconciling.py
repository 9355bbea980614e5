"""What comparisons with the hotline's list found. Asked by the district's desk.

Runs in the system's scope: what the hotline lists and we lack is in nobody's audience, so the district alone may ask.
"""

from datetime import datetime
from typing import Any

from dispatch.domain.moments import SHANGHAI
from dispatch.domain.reconciling import DIFFERENCES
from dispatch.errors import NotFound
from dispatch.saying import say
from dispatch.store import reconciling as store
from dispatch.store.database import Database

_HEAD = (
    say("差异"),
    say("热线工单号"),
    say("本系统编号"),
    say("标题"),
    say("责任中心"),
    say("热线状态"),
    say("本系统状态"),
    say("热线时限"),
    say("本系统时限"),
)


async def runs(database: Database) -> list[dict[str, Any]]:
    """The last runs."""
    async with database.system() as tx:
        return await store.runs(tx)


async def run(database: Database, number: int) -> dict[str, Any]:
    """One run with its rows.

    Raises:
        NotFound: there is no such run.
    """
    async with database.system() as tx:
        found = await store.runs(tx, number)
        if not found:
            raise NotFound(say("没有这次对账，请刷新列表。"))
        return found[0] | {"rows": await store.rows(tx, number)}


async def table(database: Database, number: int) -> list[list[str]]:
    """What differed in a run as rows to take away, the headings first."""
    return [[*_HEAD], *(_cells(each) for each in (await run(database, number))["rows"])]


def _cells(row: dict[str, Any]) -> list[str]:
    return [
        DIFFERENCES[row["difference"]],
        *(row[name] or "" for name in ("order_no", "number", "title", "center_name")),
        *(row[name] or "" for name in ("their_status", "our_status")),
        *(_local(row[name]) for name in ("their_due", "our_due")),
    ]


def _local(at: str | None) -> str:
    return datetime.fromisoformat(at).astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M") if at else ""
