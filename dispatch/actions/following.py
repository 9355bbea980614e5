"""Messages about an order that exists (or will): supplement, urge, withdraw, call-back, rework, concluded.

Each becomes commands of the hotline on the ticket; one that overtook its create waits a day. Called by intake.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from dispatch.actions.outcome import Outcome
from dispatch.actions.record import save
from dispatch.actions.world import World
from dispatch.domain.access import HOTLINE, parties
from dispatch.domain.case import Case
from dispatch.domain.commands import Command
from dispatch.domain.decide import decide
from dispatch.domain.fields import machine_fields
from dispatch.domain.lifecycle import edge
from dispatch.domain.messages import Message, Profile, parse, unhappy
from dispatch.domain.ticket import State
from dispatch.errors import Collision, Refused
from dispatch.ports.sealing import Sealer
from dispatch.store import intake as store
from dispatch.store import tickets
from dispatch.store.database import Tx

_OWN = Profile({name: name for name in ("kind", "order_no", "text", "contacted", "solved", "satisfied")}, {})
_DONE = {Command.CANCEL: State.CANCELLED, Command.CONCLUDE: State.CLOSED}
Entries = list[dict[str, Any]]


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
        """One message on its order's ticket; ``only_new`` leaves an order alone that is here already.

        Raises:
            Refused: the ticket's state has no such step; the message is answered so.
        """
        known = (await store.known_orders(tx, [order])).get(order)
        if known is None:
            await self._wait(tx, order, message, webhook_id, now)
            note = "还没有收到这个工单,先保留 24 小时"
            return Outcome("waiting", message.order_no, note=note, warnings=message.warnings), []
        told = Outcome("applied", message.order_no, known.number, known.state, warnings=message.warnings)
        if message.kind == "create" and (only_new or message.digest == known.digest):
            return replace(told, status="known"), []
        entries, state = await _perform(tx, known.ticket, message, world, now)
        if message.kind == "create":
            told = replace(told, status="recorded", note="工单已存在,新内容记为补充")
        return replace(told, state=state), entries

    async def catch_up(self, tx: Tx, waiting: store.Waiting, world: World, now: datetime) -> Entries:
        """Apply a message that waited; one the state refuses becomes a dead letter with the reason."""
        message = parse(self._sealer.open(waiting.key, waiting.sealed, _label(waiting.order)), _OWN)
        known = (await store.known_orders(tx, [waiting.order])).get(waiting.order)
        if known is None or not isinstance(message, Message):
            await store.end_waiting(tx, waiting.id, "dead", "保留的内容已不能读出")
            return []
        try:
            entries, _ = await _perform(tx, known.ticket, message, world, now)
        except Refused as refused:
            await store.end_waiting(tx, waiting.id, "dead", refused.detail)
            return []
        await store.end_waiting(tx, waiting.id, "applied", None)
        return entries

    async def _wait(
        self, tx: Tx, order: store.Order, message: Message, webhook_id: str, now: datetime
    ) -> None:
        kept = {"kind": message.kind, "order_no": message.order_no, "text": message.text, **message.result}
        sealed = self._sealer.seal(kept, _label(order))
        await store.keep_waiting(tx, order, message.kind, self._sealer.key_id, sealed, webhook_id, now)


def _label(order: store.Order) -> bytes:
    return b"waiting:" + ":".join(order).encode()


def commands_of(message: Message) -> list[tuple[Command, Mapping[str, Any]]]:
    """The hotline's commands a message stands for, in order."""
    match message.kind:
        case "create":
            return [(Command.SUPPLEMENT, {"text": message.content})]
        case "supplement":
            return [(Command.SUPPLEMENT, {"text": message.text})]
        case "urge":
            return [(Command.URGE, {"text": message.text})]
        case "withdraw":
            return [(Command.CANCEL, {"reason": message.text or "诉求人撤回"})]
        case "concluded":
            return [(Command.CONCLUDE, {"reason": message.text or "热线结案"})]
        case "rework":
            return [(Command.REDO, {"reason": message.text or "热线要求重办"})]
        case _:
            told = (Command.CALL_BACK, {**message.result, "text": message.text})
            redo = (Command.REDO, {"reason": message.text or "回访不满意"})
            return [told, redo] if unhappy(message.result) else [told]


async def _perform(
    tx: Tx, ticket_id: int, message: Message, world: World, now: datetime
) -> tuple[Entries, State]:
    """Apply what a message stands for; the entries to publish, and the state it leads to."""
    entries: Entries = []
    state = State.UNPLACED
    for place, (command, given) in enumerate(commands_of(message)):
        ticket = await tickets.lock(tx, ticket_id)
        if ticket is None:
            raise Refused("工单已不存在。")
        if ticket.order_no is None:
            raise Collision  # a person gave its order to another ticket meanwhile: the batch looks again
        state = ticket.state
        if _DONE.get(command) is state or (place > 0 and edge(state, command) is None):
            break  # it is so already; what follows from a message never takes back the message itself
        case = Case(
            ticket=ticket,
            command=command,
            actor=HOTLINE,
            parties=parties(ticket, HOTLINE, world.tables.units),
            fields=machine_fields(command, given),
            now=now,
            tables=world.tables,
        )
        decision = decide(case)
        entries += await save(tx, decision, HOTLINE, now, world.tables.units)
        state = decision.after.state
    return entries, state
