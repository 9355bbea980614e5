"""One ticket with everything its panel shows. Asked by desk and phone; read as the person, in one snapshot."""

from typing import Any
from uuid import UUID

from dispatch.domain import access
from dispatch.domain.access import Actor
from dispatch.domain.units import Units
from dispatch.errors import NotFound
from dispatch.reads.cell import cell_at
from dispatch.saying import Kept
from dispatch.store import evidence as pictures
from dispatch.store import reading
from dispatch.store.database import Database, Tx

_REASONS = ("reason", "why")
"""What a step gives as its reason."""


async def ticket(database: Database, units: Units, actor: Actor, number: int) -> dict[str, Any]:
    """The panel of a ticket, without what may be done next (``actions.tickets`` decides that).

    Raises:
        NotFound: no such ticket, or the person may not see it.
    """
    assert actor.person is not None
    async with database.reader(access.readers(actor.person, actor.memberships)) as tx:
        found = await reading.ticket(tx, number)
        if found is None:
            raise NotFound
        return _words(found, units) | {
            "cell": await _cell(tx, found),
            "assignments": await reading.assignments(tx, number),
            "journey": _by_name(await reading.journey(tx, number)),
            "clocks": await reading.clocks(tx, number),
            "evidence": await reading.evidence(tx, number),
            "deliveries": await reading.deliveries(tx, number),
        }


async def co_handled(database: Database, actor: Actor, numbers: list[int]) -> list[dict[str, Any]]:
    """Of these tickets, those where the person still owes a co-handler's part: a row names only who leads."""
    assert actor.person is not None
    async with database.reader(access.readers(actor.person, actor.memberships)) as tx:
        return await reading.co_handled(tx, numbers, actor.person, sorted(access.handled_units(actor)))


async def kept(database: Database, actor: Actor, number: int) -> list[dict[str, Any]]:
    """What the person's units did on a ticket they handed on: their own steps, and nothing later.

    Raises:
        NotFound: they never did anything on it.
    """
    assert actor.person is not None
    async with database.reader(access.readers(actor.person, actor.memberships)) as tx:
        steps = await reading.journey(tx, number)
    if not steps:
        raise NotFound
    return _by_name(steps)


def _by_name(steps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Steps whose machines are named in words; why they did something is a sentence of the service's."""
    return [each | _of_machine(each) for each in steps]


def _of_machine(step: dict[str, Any]) -> dict[str, Any]:
    name, detail = access.MACHINE_NAMES.get(step["actor"]), step["detail"]
    if name is None:
        return {}
    reasons = {each: Kept(detail[each]) for each in _REASONS if detail and isinstance(detail.get(each), str)}
    return {"actor": name, "detail": detail and detail | reasons}


def _words(found: dict[str, Any], units: Units) -> dict[str, Any]:
    kept = (
        "row",
        "content",
        "category_path",
        "category_given",
        "repeat_of",
        "answer",
        "reply",
        "how_closed",
        "callback_result",
        "returned",
    )
    located = found["located"] or {}
    return {name: found[name] for name in kept} | {
        "caller": _caller(found) if found["has_caller"] else None,
        "located": {
            "datum": found["datum"],
            "raw_lon": found["raw_lon"],
            "raw_lat": found["raw_lat"],
            "reasons": located.get("reasons", []),
            "candidates": located.get("candidates", []),
        },
        "unit_name": units.name(found["row"]["unit"]) or None,
        "first_unit_name": units.name(found["first_unit"]) or None if _leads(found["row"]["state"]) else None,
    }


def _caller(found: dict[str, Any]) -> dict[str, Any]:
    """The caller masked; of a confidential one nothing: in a town, three digits and the last four name a person."""
    hidden = found["confidential"]
    masked = {name: None if hidden else found[name] for name in ("masked_name", "masked_phone")}
    return {**masked, "confidential": hidden}


def _leads(state: str) -> bool:
    """Whether the first unit of a ticket still leads, as ``Ticket.leading`` says."""
    return state in ("dispatched", "returned")


async def _cell(tx: Tx, found: dict[str, Any]) -> dict[str, Any] | None:
    if found["cell"] is None:
        return None
    return await cell_at(tx, found["cell"], found["boundary_version"])


async def picture(
    database: Database, actor: Actor, identity: UUID, only: int | None = None
) -> tuple[str, str]:
    """(file name, MIME type) of a picture of a ticket the person may see; of ``only``, where it is said.

    Raises:
        NotFound: no such picture, or its ticket is not the person's to see.
    """
    assert actor.person is not None
    async with database.reader(access.readers(actor.person, actor.memberships)) as tx:
        found = await pictures.file(tx, identity, only)
    if found is None:
        raise NotFound
    return found
