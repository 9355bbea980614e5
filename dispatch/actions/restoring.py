"""What follows a restore, in one transaction: a new epoch, doors shut, doubts marked. Called by ``restore-done``.

Between the moment that was restored and the moment the database was lost, things were done that nobody here remembers:
reports and messages went out, people signed out, left or lost a phone, tickets were given ids. So

- every client fetches anew (another epoch), and ticket ids begin where none was ever given out: what a phone did
  offline for a ticket that was lost does not fall on another one;
- everybody signs in again, links that were sent out end;
- what waited to be sent is marked: it goes again under its own id, which whoever had it already knows;
- every hotline has to send its list; until it is compared the service says that it is degraded (``reads.restoring``).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from dispatch.errors import BadInput, Conflict
from dispatch.saying import say
from dispatch.store import audit
from dispatch.store import restoring as store
from dispatch.store.database import Database
from dispatch.store.restoring import Source

_DOUBT = say("数据库恢复前是否已送达不明；将以同一编号重发")
_FIRST = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, and what people have to compare."""

    epoch: UUID
    restored_to: datetime
    lost_at: datetime
    sessions: int
    links: int
    reports: int
    messages: int
    sources: tuple[Source, ...]
    pictures: int
    missing: tuple[str, ...]
    """Files of pictures that rows name and that are not there."""


async def finish(
    database: Database, restored_to: datetime | None, lost_at: datetime | None, there: Callable[[str], bool]
) -> Done:
    """Begin anew after a restore. ``there`` says whether a picture's file is in its place.

    Raises:
        Conflict: PostgreSQL still replays.
        BadInput: it is not known to when the database was restored, or that lies after its loss.
    """
    async with database.system() as tx:
        if await store.replaying(tx):
            raise Conflict(say("PostgreSQL 还在回放 WAL；请等它自己结束恢复后再执行。"))
        now = (await store.server(tx))["now"]
        to, lost = restored_to or await store.replayed(tx), lost_at or now
        if to is None:
            raise BadInput(say("看不出恢复到了哪一刻；请用 --until 给出 restore 时的目标时刻。"))
        if not to <= lost <= now:
            raise BadInput(say("恢复目标应早于故障时刻，故障时刻不晚于现在；请核对 --until 与 --lost-at。"))
        epoch = await store.begin_epoch(tx, to, lost)
        sessions, links = await store.end_doors(tx)
        reports, messages = await store.doubt(tx, _DOUBT)
        counts = {"sessions": sessions, "links": links, "reports": reports, "messages": messages}
        moments = {"restored_to": to.isoformat(), "lost_at": lost.isoformat()}
        subject = f"epoch:{epoch}"
        await audit.write(
            tx, person=None, action="database.restored", subject=subject, detail=moments | counts
        )
        sources = tuple(await store.sources(tx))
    pictures, missing = await look_for_pictures(database, there)
    return Done(epoch, to, lost, sessions, links, reports, messages, sources, pictures, missing)


async def look_for_pictures(database: Database, there: Callable[[str], bool]) -> tuple[int, tuple[str, ...]]:
    """How many pictures the rows name, and the names of those that are not there."""
    after, total, missing = _FIRST, 0, list[str]()
    while True:
        async with database.system() as tx:
            found = await store.pictures(tx, after)
        if not found:
            return total, tuple(missing)
        after, total = found[-1][0], total + len(found)
        missing += [name for _, name in found if not there(name)]
