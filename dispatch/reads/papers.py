"""A printed paper (文书) with everything it says. Asked by the page that prints; read as the person, in one snapshot.

Free words on it name no caller: paper goes from hand to hand. What is masked for whom is told in docs/papers.md.
"""

from dataclasses import asdict
from typing import Any

from dispatch.domain import access
from dispatch.domain.access import Actor
from dispatch.domain.marks import PRINTED, mark
from dispatch.domain.papers import CHASED, TITLES, Paper, PaperKind, handover, paper, printed_by
from dispatch.domain.reply_checks import masked
from dispatch.domain.ticket import State
from dispatch.domain.units import Units
from dispatch.errors import Forbidden, NotFound
from dispatch.ports.qr import modules
from dispatch.ports.sealing import Sealer
from dispatch.saying import say
from dispatch.store import callers
from dispatch.store import papers as store
from dispatch.store.database import Database, Tx

_WORDS = frozenset(
    {
        "title",
        "content",
        "added",
        "address",
        "note",
        "requirement",
        "basis",
        "reason",
        "ruled_reason",
        "matter",
        "place",
    }
    | {"answer", "about"}
)
"""Facts that somebody wrote freely."""
_NONE = say("这张工单没有可打印的这种文书，请刷新后再试。")
_CENTERS = say("这种文书由指挥中心打印；您可以打印交办单。")


def _readers(actor: Actor) -> frozenset[str]:
    assert actor.person is not None
    return access.readers(actor.person, actor.memberships)


async def printable(database: Database, sealer: Sealer, actor: Actor, ticket: int) -> list[dict[str, Any]]:
    """Which papers of a ticket the person can print now, the newest first.

    Raises:
        NotFound: no such ticket, or the person may not see it.
    """
    async with database.reader(_readers(actor)) as tx:
        found = await store.printable(tx, ticket)
        if found is None:
            raise NotFound
        name = await _caller_name(tx, sealer, ticket)
    listed = [{**_unnamed(each, name), "title": TITLES[PaperKind(each["kind"])]} for each in found["records"]]
    if State(found["state"]) in CHASED:
        listed.append(
            {"kind": "chase", "record": None, "at": None, "about": "", "title": TITLES[PaperKind.CHASE]}
        )
    kinds = _kinds(actor)
    return [each for each in listed if each["kind"] in kinds]


def _kinds(actor: Actor) -> frozenset[PaperKind]:
    return printed_by(each.role for each in actor.memberships)


async def of_ticket(
    database: Database,
    sealer: Sealer,
    units: Units,
    actor: Actor,
    asked: tuple[int, PaperKind, int | None],
    public_url: str,
) -> dict[str, Any]:
    """A paper of a ticket: ``asked`` says of which, which kind, and of which record (none: the last).

    Raises:
        NotFound: no such ticket, or the person may not see it; or there is nothing of this kind to print.
        Forbidden: this kind is for the centers to print.
    """
    ticket, kind, number = asked
    if kind not in _kinds(actor):
        raise Forbidden(_CENTERS)
    async with database.reader(_readers(actor)) as tx:
        facts = await store.subject(tx, ticket)
        if facts is None:
            raise NotFound
        record = await _record(tx, kind, ticket, number, facts)
        name = await _caller_name(tx, sealer, ticket)
    made = paper(kind, _unnamed(facts, name), _unnamed(record, name))
    address = f"{public_url}/m?ticket={ticket}" if made.leads else None
    return _told(made, actor, units, facts["now"], address)


async def _record(
    tx: Tx, kind: PaperKind, ticket: int, number: int | None, facts: dict[str, Any]
) -> dict[str, Any]:
    if kind is PaperKind.CHASE and State(facts["state"]) in CHASED:
        return {"ordinal": facts["urged"]}
    if kind in (PaperKind.CHASE, PaperKind.HANDOVER):
        raise NotFound(_NONE)
    record = await store.record(tx, kind.value, ticket, number)
    if record is None:
        raise NotFound(_NONE)
    return record


async def of_handover(database: Database, units: Units, actor: Actor, number: int) -> dict[str, Any]:
    """The sheet of a hand-over.

    Raises:
        NotFound: no such hand-over, or it is of a unit the person does not work for.
    """
    async with database.reader(_readers(actor)) as tx:
        found = await store.handover(tx, number)
    if found is None:
        raise NotFound
    return _told(handover(found), actor, units, found["now"], None)


async def _caller_name(tx: Tx, sealer: Sealer, ticket: int) -> str | None:
    sealed = await callers.sealed(tx, ticket)
    return sealer.caller_name(sealed.key, sealed.content, ticket) if sealed else None


def _unnamed(facts: dict[str, Any], name: str | None) -> dict[str, Any]:
    """Facts whose free words do not name the caller."""
    return {
        key: masked(value, name) if key in _WORDS and isinstance(value, str) else value
        for key, value in facts.items()
    }


def _told(made: Paper, actor: Actor, units: Units, now: Any, address: str | None) -> dict[str, Any]:
    told = asdict(made)
    del told["leads"]
    return {
        **told,
        "title": made.title,
        "code": {"address": address, "modules": modules(address)} if address else None,
        "printed": mark(actor.name, units.name(actor.home), now, PRINTED),
    }
