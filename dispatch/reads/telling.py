"""Who has to be rung up, what was sent about a ticket, and what a district set about telling people."""

from datetime import UTC, datetime
from typing import Any

from dispatch.domain import access
from dispatch.domain.access import Actor, Role
from dispatch.domain.telling import quiet_end
from dispatch.domain.units import Units
from dispatch.errors import NotFound
from dispatch.reads.health import Finding, Status
from dispatch.saying import say
from dispatch.store import telling as store
from dispatch.store.database import Database

_LATE_SECONDS = 120.0


async def calls(database: Database, units: Units, actor: Actor) -> list[dict[str, Any]]:
    """待电话通知: whom the reader's centers have to ring up, because nobody opened what they were sent."""
    assert actor.person is not None
    async with database.reader(access.readers(actor.person, actor.memberships)) as tx:
        return await store.calls(tx, access.streams(actor.memberships, units))


async def alarm(database: Database, units: Units, actor: Actor) -> dict[str, Any]:
    """What rings at the reader's desk, also behind the lock: counts alone.

    A town's desk rings at each step of an escalation, the district's at its own, the last.
    """
    assert actor.person is not None
    async with database.reader(access.readers(actor.person, actor.memberships)) as tx:
        _, limits = await store.limits(tx)
        spans = [after for _, after in limits.steps]
        if actor.units({Role.DISTRICT_OPERATOR, Role.SUPERVISOR}):
            spans = spans[-1:]
        counts = await store.unsigned_count(tx, access.streams(actor.memberships, units), spans)
        return {**counts, "quiet": quiet_end(limits, datetime.now(UTC)) is not None}


async def of_ticket(database: Database, actor: Actor, ticket: int) -> list[dict[str, Any]]:
    """What was sent about a ticket the reader may see."""
    assert actor.person is not None
    async with database.reader(access.readers(actor.person, actor.memberships)) as tx:
        return await store.of_ticket(tx, ticket)


async def center_of(database: Database, actor: Actor, ticket: int) -> store.Center:
    """The center of a ticket the reader may see.

    Raises:
        NotFound: it is not theirs to see any more.
    """
    assert actor.person is not None
    async with database.reader(access.readers(actor.person, actor.memberships)) as tx:
        found = await store.center_of(tx, ticket)
    if found is None:
        raise NotFound(say("这张工单已经不在您手上。"))
    return found


async def setting(database: Database) -> dict[str, Any]:
    """Limits with their former versions, and the words of each kind of message. No ticket's, no person's."""
    async with database.reader(()) as tx:
        version, limits = await store.limits(tx)
        return {
            "version": version,
            "limits": limits.to_dict(),
            "history": await store.limit_history(tx),
            "templates": await store.templates(tx),
        }


async def finding(database: Database, gateway: str) -> Finding:
    """How messages go out, as counts: no person's data. A district that has no gateway has people who ring up."""
    if gateway == "none":
        return Finding(Status.OK, say("没有接短信网关，通知都在待电话通知里，由值班人员打电话"))
    async with database.system() as tx:
        found = await store.backlog(tx)
    if found.late_seconds > _LATE_SECONDS or found.failed:
        return Finding(
            Status.DEGRADED,
            say(
                "通知不畅：{due} 条待发，近一小时 {failed} 条失败，请留意待电话通知",
                due=found.due,
                failed=found.failed,
            ),
        )
    return Finding(Status.OK, say("通知正常"))
