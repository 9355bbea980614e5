"""What comparisons with the hotline's list found. Asked by the district's desk.

Runs in the system's scope: what the hotline lists and we lack is in nobody's audience, so the district alone may ask.
"""

from datetime import datetime
from typing import Any

from dispatch.domain.moments import SHANGHAI
from dispatch.domain.reconciling import DIFFERENCES
from dispatch.errors import NotFound
from dispatch.ports.spreadsheet import as_csv
from dispatch.ports.xlsx import workbook
from dispatch.saying import say
from dispatch.store import reconciling as store
from dispatch.store.database import Database

_HEAD = (
    "差异",
    "热线工单号",
    "本系统编号",
    "标题",
    "责任中心",
    "热线状态",
    "本系统状态",
    "热线时限",
    "本系统时限",
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
            raise NotFound(say("没有这次对账,请刷新列表。"))
        return found[0] | {"rows": await store.rows(tx, number)}


async def exported(database: Database, number: int, kind: str, taken: str) -> bytes:
    """What differed in a run as a file, ``csv`` or ``xlsx``; its last line says by whom it was ``taken``."""
    rows = [_cells(each) for each in (await run(database, number))["rows"]]
    rows += [[], [taken]]
    return workbook(_HEAD, rows) if kind == "xlsx" else as_csv([_HEAD, *rows])


def _cells(row: dict[str, Any]) -> list[str]:
    return [
        DIFFERENCES[row["difference"]],
        *(row[name] or "" for name in ("order_no", "number", "title", "center_name")),
        *(row[name] or "" for name in ("their_status", "our_status")),
        *(_local(row[name]) for name in ("their_due", "our_due")),
    ]


def _local(at: str | None) -> str:
    return datetime.fromisoformat(at).astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M") if at else ""
