"""Sends messages, looks after those nobody opened, and escalates critical tickets nobody signs.

Each message has a constant id; it is claimed for a minute, sent in the order of its receiver, and tried again from 5 s
to 10 min. A process that dies between claim and answer costs a minute, never a message, and never a second link.
"""

import asyncio
from datetime import datetime, timedelta

from dispatch.actions import telling as acts
from dispatch.actions.links import Links
from dispatch.actions.telling import Escalations
from dispatch.domain import telling
from dispatch.domain.telling import CHINA, Kind, Limits
from dispatch.domain.ticket import URGENCY_NAMES
from dispatch.jobs.claims import OVER, Claim
from dispatch.ports.gateway import Gateway, Message
from dispatch.saying import say
from dispatch.store import intake as clock
from dispatch.store import telling as store
from dispatch.store.database import Database, Tx
from dispatch.store.telling import Due, Settled

SEND_EVERY_SECONDS = 0.5
LOOK_EVERY_SECONDS = 2.0
SCHEDULE = tuple(timedelta(seconds=seconds) for seconds in (5, 30, 120, 600))
AT_ONCE = 50
"""Messages of a round. A round follows a round after half a second also while more wait: a burst of tickets is told of
at 100 messages a second, which a gateway takes, and takes nothing from the next tickets."""
SIDE_BY_SIDE = 8
BEYOND_CAP = say("已到每人每天上限，改由人工打电话")


class Sending:
    """Sends what is due."""

    def __init__(self, database: Database, gateway: Gateway, links: Links) -> None:
        self._database = database
        self._gateway = gateway
        self._links = links
        self._turn = asyncio.Semaphore(SIDE_BY_SIDE)

    async def send_due(self) -> bool:
        """Send a round of due messages side by side and settle them together; the next one comes in its time."""
        async with self._database.system() as tx:
            now = await clock.clock(tx)
            _, limits = await store.limits(tx)
            due = await store.claim(tx, AT_ONCE, telling.day_start(now))
            held = [each for each in [await _held(tx, limits, message, now) for message in due] if each]
            await store.settle(tx, held)
            kept = {each.id for each in held}
            going = [each for each in due if each.id not in kept]
            messages = [await self._message(tx, each) for each in going]
        if going:
            claim = Claim()
            errors = await asyncio.gather(*(self._in_turn(each, claim) for each in messages))
            settled = [
                _settled(limits, each, message, error, now)
                for each, message, error in zip(going, messages, errors, strict=True)
            ]
            async with self._database.system() as tx:
                await store.settle(tx, settled)
        return False

    async def _message(self, tx: Tx, due: Due) -> Message:
        """A message with its words; its link is good from now on."""
        params = params_of(due)
        if "link" in telling.PLACEHOLDERS[due.wording]:
            params["link"] = await self._links.make(tx, due.id, due.ticket, due.person)
        words = telling.words_of(due.wording, due.words, params)
        return Message(due.id, due.kind.value, due.phone, due.gateway_template, params, words)

    async def _in_turn(self, message: Message, claim: Claim) -> str | None:
        if not message.phone.strip():
            return say("没有登记手机号")
        async with self._turn:
            return OVER if claim.is_over() else await self._gateway.send(message)


def params_of(due: Due) -> dict[str, str]:
    """What the words of a message may name, but for its link."""
    known = {
        "number": due.number or "",
        "category": (due.category or "未分类").rsplit("/", 1)[-1],
        "urgency": URGENCY_NAMES[due.urgency],
        "unit": due.unit,
        "due": due.due.astimezone(CHINA).strftime("%m月%d日 %H:%M") if due.due else "尽快",
        "count": str(due.bundled),
        "minutes": str(due.params.get("minutes", "")),
    }
    return {name: known[name] for name in sorted(telling.PLACEHOLDERS[due.wording] - {"link"})}


async def _held(tx: Tx, limits: Limits, due: Due, now: datetime) -> Settled | None:
    """What becomes of a message that does not go out now, or None where it does."""
    if not due.owed:
        return Settled(due.id, due.attempts, "withdrawn")
    chosen = telling.sending(limits, due.urgency, due.template, due.sent_today, now)
    if chosen.until is not None:
        return Settled(due.id, due.attempts, "pending", next_at=chosen.until, waited=True)
    if chosen.bundled and due.kind is Kind.VOICE:
        return Settled(due.id, due.attempts, "failed", error=BEYOND_CAP, check_at=now, waited=True)
    if chosen.bundled:
        at = now + timedelta(minutes=limits.bundle_minutes)
        bundle = await store.bundle(tx, due.person, due.unit_id, at)
        check_at = at + timedelta(minutes=limits.unopened_minutes)
        return Settled(due.id, due.attempts, "bundled", bundle=bundle, check_at=check_at)
    return None


def _settled(limits: Limits, due: Due, message: Message, error: str | None, now: datetime) -> Settled:
    """Sent, to be tried again after the schedule's next wait, or failed for good and looked after at once.

    What is kept of the words names no link: the token stands nowhere.
    """
    params = {name: value for name, value in message.params.items() if name != "link"}
    if error is None:
        return Settled(due.id, due.attempts, "sent", params=params, check_at=_look_at(limits, due, now))
    if due.attempts > len(SCHEDULE) or not message.phone.strip():
        looked_after = None if _look_at(limits, due, now) is None else now
        return Settled(due.id, due.attempts, "failed", error=error, params=params, check_at=looked_after)
    return Settled(due.id, due.attempts, "pending", error=error, next_at=now + SCHEDULE[due.attempts - 1])


def _look_at(limits: Limits, due: Due, now: datetime) -> datetime | None:
    """When somebody looks whether a message was opened, or a call answered.

    A bundle's parts are looked after themselves, and a critical text message has a call beside it.
    """
    if due.template in telling.FIRST:
        return now + timedelta(minutes=limits.unopened_minutes)
    return now + timedelta(minutes=limits.call_minutes) if due.kind is Kind.VOICE else None


class Looking:
    """Looks after messages nobody opened, and after critical tickets nobody signs."""

    def __init__(self, database: Database, escalations: Escalations) -> None:
        self._database = database
        self._escalations = escalations

    async def follow_up(self) -> bool:
        """A voice call after a message, the center's call list after the call."""
        return await acts.follow_up(self._database)

    async def escalate(self) -> bool:
        """Every step that is due, each once."""
        return await self._escalations.take_due()
