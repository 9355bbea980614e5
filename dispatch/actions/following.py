"""Messages about an order that exists (or will): what each means for its ticket now is said by ``domain.inbound``.

One that overtook its create waits a day; a conclusion that came before the reply is kept until there is one. The same
words on the same occasion are heard once. Called by intake.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from dispatch.actions.asking import ABOUT, with_requests
from dispatch.actions.merging import merge_in
from dispatch.actions.outcome import Outcome
from dispatch.actions.record import save
from dispatch.actions.world import World
from dispatch.domain.access import HOTLINE, parties
from dispatch.domain.case import Case
from dispatch.domain.commands import Command
from dispatch.domain.decide import decide
from dispatch.domain.fields import machine_fields
from dispatch.domain.inbound import ANSWERS, LIFE, NEWEST, Age, Meaning, group_of, meaning, occasion
from dispatch.domain.messages import Message, parse
from dispatch.domain.profile import Profile
from dispatch.domain.ticket import State, Ticket
from dispatch.domain.upward import Request
from dispatch.errors import BadInput, Collision, Refused
from dispatch.ports.sealing import Sealer
from dispatch.saying import say
from dispatch.store import intake as store
from dispatch.store import tickets
from dispatch.store import upward as requests_store
from dispatch.store.database import Tx, savepoint

_KEPT = (
    *("kind", "order_no", "text", "contacted", "solved", "satisfied"),
    *("due_at", "said_at", "request", "level"),
)
_OWN = Profile({name: name for name in _KEPT}, {})
_AGAIN = say("热线又要求重办，先前的结案不再有效")
Entries = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Heard:
    """What became of a message: the entries to publish, the state it led to, whether it was new, and what to note."""

    entries: Entries
    state: State
    fresh: bool = True
    keep: bool = False
    note: str | None = None


class Following:
    """Applies follow-up messages, and keeps those that came too early."""

    def __init__(self, sealer: Sealer) -> None:
        self._sealer = sealer

    async def apply(
        self,
        tx: Tx,
        order: store.Order,
        message: Message,
        world: World,
        now: datetime,
        webhook_id: str,
        *,
        only_new: bool = False,
    ) -> tuple[Outcome, Entries]:
        """One message on its order's ticket; ``only_new`` leaves an order alone that is here already."""
        known = (await store.known_orders(tx, [order])).get(order)
        if known is None:
            await store.keep_waiting(tx, order, message.kind, *self._sealed(order, message), webhook_id, now)
            note = say("还没有收到这个工单，先保留 24 小时")
            return Outcome("waiting", message.order_no, note=note, warnings=message.warnings), []
        told = Outcome("applied", message.order_no, known.number, known.state, warnings=message.warnings)
        if message.kind == "create" and (only_new or message.digest == known.digest):
            return replace(told, status="known"), []
        heard = await _perform(tx, order, known.ticket, message, world, now)
        if heard.keep:
            await store.keep_early(tx, order, message.kind, *self._sealed(order, message), webhook_id, now)
        return _told(told, message, heard), heard.entries

    async def catch_up(self, tx: Tx, waiting: store.Waiting, world: World, now: datetime) -> Entries:
        """Apply a message that waited for its order; one the state refuses becomes a dead letter with the reason."""
        message = self._opened(waiting)
        known = (await store.known_orders(tx, [waiting.order])).get(waiting.order)
        if known is None or message is None:
            await store.end_waiting(tx, waiting.id, "dead", say("保留的内容已不能读出"))
            return []
        try:
            heard = await _perform(tx, waiting.order, known.ticket, message, world, now)
        except Refused as refused:
            await store.end_waiting(tx, waiting.id, "dead", refused.detail)
            return []
        await store.end_waiting(tx, waiting.id, "kept" if heard.keep else "applied", None)
        return heard.entries

    async def conclude_kept(self, tx: Tx, waiting: store.Waiting, world: World, now: datetime) -> Entries:
        """Apply a conclusion that was kept for the reply, now that there is one; the ticket is locked first."""
        message = self._opened(waiting)
        known = (await store.known_orders(tx, [waiting.order])).get(waiting.order)
        ticket = await tickets.lock(tx, known.ticket) if known else None
        if ticket is None or not await store.still_kept(tx, waiting.id):
            return []
        if message is None or ticket.state is not State.REPLIED:
            await store.end_waiting(tx, waiting.id, "dead", say("工单已以别的方式结束"))
            return []
        found = meaning(message, ticket, ())
        heard = await _give(tx, ticket, found, world, now)
        await store.end_waiting(tx, waiting.id, "applied", None)
        return heard.entries

    def _sealed(self, order: store.Order, message: Message) -> tuple[int, bytes]:
        """The key and the sealed form of a message that waits: what it says, and the digest of how it came."""
        kept = {
            "kind": message.kind,
            "order_no": message.order_no,
            "text": message.text,
            **message.result,
            "due_at": message.due_at.isoformat() if message.due_at else None,
            "said_at": message.said_at.isoformat() if message.said_at else None,
            "request": message.request or None,
            "level": message.level,
            "digest": message.digest.hex(),
        }
        return self._sealer.key_id, self._sealer.seal(kept, _label(order))

    def _opened(self, waiting: store.Waiting) -> Message | None:
        message = parse(self._sealer.open(waiting.key, waiting.sealed, _label(waiting.order)), _OWN)
        if not isinstance(message, Message):
            return None
        digest = message.unknown.get("digest")
        return replace(message, digest=bytes.fromhex(digest)) if digest else message


def _label(order: store.Order) -> bytes:
    return b"waiting:" + ":".join(order).encode()


def _told(told: Outcome, message: Message, heard: Heard) -> Outcome:
    """What the hotline is answered."""
    if not heard.fresh:
        return replace(told, status="known", state=heard.state)
    if message.kind == "create":
        return replace(told, status="recorded", state=heard.state, note=say("工单已存在，新内容记为补充"))
    if heard.note:
        return replace(told, status="recorded", state=heard.state, note=heard.note)
    return replace(told, state=heard.state)


async def _perform(
    tx: Tx, order: store.Order, ticket_id: int, message: Message, world: World, now: datetime
) -> Heard:
    """Apply what a message stands for, once."""
    ticket = await tickets.lock(tx, ticket_id)
    if ticket is None:
        raise Refused(say("工单已不存在。"))
    if ticket.order_no is None:
        raise Collision  # a person gave its order to another ticket meanwhile: the batch looks again
    asked = await requests_store.open_requests(tx, ticket_id) if message.kind in ANSWERS else ()
    fresh, age = await _remember(tx, order, message, ticket, asked, now)
    found = meaning(message, ticket, asked, age)
    if not fresh or not (found.steps or found.keep):
        return Heard([], ticket.state, fresh=fresh)
    heard = await _give(tx, ticket, found, world, now)
    if found.merge is not None:
        heard = await _merge(tx, order, ticket.id, found.merge, heard, world, now)
    if any(command is Command.REDO for command, _ in found.steps):
        await store.end_kept(tx, order, _AGAIN)
    return heard


async def _merge(
    tx: Tx, order: store.Order, ticket: int, request: Request, heard: Heard, world: World, now: datetime
) -> Heard:
    """A granted merge, into the ticket of the other order; where that cannot be, the grant stands and says so."""
    other = (order[0], request.other or "")
    parent = (await store.known_orders(tx, [other])).get(other)
    try:
        if parent is None:
            raise BadInput(say("主单不在本系统，没有并单"), field="other")
        async with savepoint(tx):
            reason = say("热线同意并单：{ground_name}", ground_name=request.ground_name)
            entries = await merge_in(tx, world, ticket, parent.ticket, HOTLINE, reason, now)
    except (Refused, BadInput) as refused:
        await requests_store.change(tx, request.id, {"applied": False})
        return replace(heard, note=refused.detail)
    return replace(heard, entries=[*heard.entries, *entries], state=State.MERGED)


async def _remember(
    tx: Tx, order: store.Order, message: Message, ticket: Ticket, asked: Sequence[Request], now: datetime
) -> tuple[bool, Age]:
    """(whether it is new, how it stands to what was said before).

    What would move nothing and was heard on any occasion before is not new.
    """
    known = message.kind in LIFE | ANSWERS and await requests_store.heard_before(tx, order, message.digest)
    if known and not meaning(message, ticket, asked).moves:
        return False, NEWEST
    heard = await requests_store.hear(
        tx,
        order,
        message.digest,
        occasion(message, ticket, asked),
        message.kind,
        group_of(message.kind),
        message.said_at,
        now,
    )
    said = message.said_at
    late = said is not None and heard.newest is not None and said < heard.newest
    stale = said is not None and heard.own is not None and said < heard.own
    return heard.fresh, Age(late, stale)


async def _give(tx: Tx, ticket: Ticket, found: Meaning, world: World, now: datetime) -> Heard:
    """Give the hotline's commands one after the other, each on the ticket as the one before left it."""
    entries: Entries = []
    state = ticket.state
    for place, (command, given) in enumerate(found.steps):
        current = ticket if place == 0 else await tickets.lock(tx, ticket.id)
        if current is None:
            raise Refused(say("工单已不存在。"))
        case = await _case(tx, current, command, given, world, now)
        decision = decide(case)
        entries += await save(tx, decision, HOTLINE, now, world.tables.units)
        state = decision.after.state
    return Heard(entries, state, keep=found.keep, note=found.note)


async def _case(
    tx: Tx, ticket: Ticket, command: Command, given: Mapping[str, Any], world: World, now: datetime
) -> Case:
    case = Case(
        ticket=ticket,
        command=command,
        actor=HOTLINE,
        parties=parties(ticket, HOTLINE, world.tables.units),
        fields=machine_fields(command, given),
        now=now,
        tables=world.tables,
    )
    return await with_requests(tx, case) if command in ABOUT else case
