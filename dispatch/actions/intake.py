"""Intake: deliveries of a hotline become tickets. Locate first, then one transaction for a micro-batch.

The only door for pushed messages; ``web.hotline`` verifies and parses, then calls ``Intake.submit``.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

import structlog

from dispatch import metrics
from dispatch.actions import pushed
from dispatch.actions.batches import Batches
from dispatch.actions.counting import Steps, count
from dispatch.actions.creating import Created, create
from dispatch.actions.following import Following
from dispatch.actions.locating import locate
from dispatch.actions.outcome import Outcome, answer_of
from dispatch.actions.record import publish
from dispatch.actions.world import VersionsMoved, World, Worlds, hold_versions
from dispatch.domain.location import Location
from dispatch.domain.messages import Fault, Message, Refusal
from dispatch.domain.profile import Profile
from dispatch.errors import Collision, Conflict, DatabaseAway, DispatchError, Unstorable
from dispatch.ports.sealing import Sealer
from dispatch.saying import say
from dispatch.store import intake as store
from dispatch.store import profiles, tickets
from dispatch.store.database import Database, Tx, savepoint

log = structlog.get_logger(__name__)
_TRIES = 6


@dataclass(frozen=True, slots=True)
class Delivery:
    """One webhook call: its identity and its messages (or what refuses them), in the order they stand in it.

    ``profile`` is what they were read through, and names their fields in the answer.
    """

    source: str
    datum: str
    profile: Profile
    webhook_id: str
    digest: bytes
    items: Sequence[Message | Refusal]
    single: bool
    doubted: frozenset[str] = frozenset()
    """Declared datums about which an alarm stands."""
    only_new: bool = False
    """An export of the hotline's: an order that is here already stays as it is, whatever the file says of it."""
    trace: str | None = None
    """The step of the trace it came with, if it is traced."""

    @property
    def key(self) -> tuple[str, str]:
        """Source and webhook-id."""
        return self.source, self.webhook_id

    @property
    def weight(self) -> int:
        """How many tickets at most it makes."""
        return len(self.items)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a delivery is answered: HTTP status and JSON text. Remembered for 30 days."""

    status: int
    body: str


@dataclass(slots=True)
class _Work:
    """One message on its way through a batch."""

    delivery: Delivery
    message: Message
    location: Location | None
    outcome: Outcome | None = None

    @property
    def key(self) -> store.Order:
        """The order it speaks of."""
        return self.delivery.source, self.message.order_no


@dataclass(slots=True)
class _Batch:
    """What one transaction gathers until it publishes."""

    tx: Tx
    now: datetime
    world: World
    steps: Steps
    entries: list[dict[str, Any]] = field(default_factory=list)


class Intake:
    """Takes deliveries, answers each once it is committed."""

    def __init__(
        self,
        database: Database,
        worlds: Worlds,
        sealer: Sealer,
        wake: Callable[[Sequence[int]], Awaitable[None]],
    ) -> None:
        self._database = database
        self._worlds = worlds
        self._sealer = sealer
        self._following = Following(sealer)
        self._wake = wake
        self._batches: Batches[Delivery, Answer] = Batches(self._commit)

    async def submit(self, delivery: Delivery) -> Answer:
        """Commit a delivery with whatever else arrived; its answer.

        Raises:
            Conflict: the webhook-id is known with another body.
            DatabaseAway: nothing was kept; the hotline sends it again.
        """
        with metrics.INTAKE_SECONDS.time():
            answer = await self._batches.submit(delivery)
        metrics.DELIVERIES.labels(answer.status).inc()
        if answer.status == 409:
            raise Conflict(
                say("这个 webhook-id 已经用过，但内容不同：请换一个新的 webhook-id 推送。"),
                field="webhook-id",
            )
        return answer

    async def drain(self) -> None:
        """Wait until nothing is under way."""
        await self._batches.drain()

    async def catch_up(self) -> bool:
        """Apply a message whose time has come; True where one was found. Called by a job.

        It was kept at the very moment its order was created, and neither transaction saw the other; or it is a
        conclusion that came before the reply.
        """
        async with self._database.system() as tx:
            now = await store.clock(tx)
            waiting = await store.overlooked(tx)
            kept = await store.ripe(tx) if waiting is None else None
            if waiting is not None:
                entries = await self._following.catch_up(tx, waiting, self._worlds.current, now)
            elif kept is not None:
                entries = await self._following.conclude_kept(tx, kept, self._worlds.current, now)
            else:
                return False
            touched = await publish(tx, entries, now) if entries else ()
        if touched:
            await self._wake(touched)
        return True

    async def _commit(self, deliveries: Sequence[Delivery]) -> Sequence[Answer]:
        careful = False
        metrics.BATCH_MESSAGES.observe(sum(each.weight for each in deliveries))
        for _ in range(_TRIES):
            world = self._worlds.current
            try:
                answers, touched = await self._commit_once(deliveries, world, careful=careful)
            except VersionsMoved as moved:
                await self._worlds.refresh(unless=moved.versions)
            except Collision:
                log.info("intake.collided", deliveries=len(deliveries))
            except Unstorable:
                if careful:
                    raise
                careful = True
            else:
                if touched:
                    await self._wake(touched)
                return answers
        raise DatabaseAway(say("同时处理的内容过多，没有保存，请稍后重试。"))

    async def _commit_once(
        self, deliveries: Sequence[Delivery], world: World, *, careful: bool
    ) -> tuple[list[Answer], tuple[int, ...]]:
        steps = Steps()
        work = {each.key: steps.located(each, partial(_prepare, each, world)) for each in deliveries}
        async with steps.committing(deliveries), self._database.system() as tx:
            batch = _Batch(tx, await hold_versions(tx, world), world, steps)
            known = await store.known_deliveries(tx, [each.key for each in deliveries])
            fresh = [each for each in deliveries if each.key not in known]
            await self._apply(batch, [one for each in fresh for one in work[each.key]], careful=careful)
            answered = {each.key: _answer(each, work[each.key]) for each in fresh}
            await store.insert_deliveries(
                tx, [(*each.key, each.digest, *answered[each.key], batch.now) for each in fresh]
            )
            await self._keep(batch, [(each, work[each.key]) for each in fresh if not each.only_new])
            touched = await publish(tx, batch.entries, batch.now) if batch.entries else ()
        count(fresh, work)
        answers = [
            _again(each, known[each.key]) if each.key in known else Answer(*answered[each.key])
            for each in deliveries
        ]
        return answers, touched

    async def _keep(self, batch: _Batch, done: Sequence[tuple[Delivery, Sequence[_Work]]]) -> None:
        """Keep what made no ticket as it came: a changed profile is tried on it."""
        rows = [pushed.rows(self._sealer, each, _statuses(each, work), batch.now) for each, work in done]
        await profiles.keep_pushed(batch.tx, [row for each in rows for row in each])

    async def _apply(self, batch: _Batch, work: Sequence[_Work], *, careful: bool) -> None:
        """Creates first, then what follows up; each sorted by order, which is the lock order of every batch.

        Sorting is stable: the messages of one order keep the order they came in.
        """
        work = sorted(work, key=lambda one: one.key)
        creates = [one for one in work if one.message.kind == "create"]
        for group in [[one] for one in creates] if careful else [creates]:
            await self._create_group(batch, group, careful=careful)
        following = [one for one in work if one.outcome is None]
        await _lock_followed(batch.tx, following)
        for one in following:
            await self._follow(batch, one)

    async def _create_group(self, batch: _Batch, group: Sequence[_Work], *, careful: bool) -> None:
        """Create the tickets of a group together; in the careful form a group is one, and fails alone."""
        if not careful:
            await self._create(batch, group)
            return
        before = len(batch.entries)
        try:
            async with savepoint(batch.tx):
                await self._create(batch, group)
        except Unstorable as error:
            del batch.entries[before:]
            for one in group:
                one.outcome = Outcome.refused(one.message.order_no, [Fault("", error.detail)])

    async def _create(self, batch: _Batch, group: Sequence[_Work]) -> None:
        """Claim the orders; the first create of an order makes the ticket, another one is looked at later."""
        first: dict[store.Order, _Work] = {}
        for one in group:
            first.setdefault(one.key, one)
        claimed = await store.claim_orders(
            batch.tx, [(*order, one.message.digest) for order, one in first.items()]
        )
        made = [
            Created(one.ticket, first[order].delivery.source, first[order].message, _located(first[order]))
            for order, one in claimed.items()
        ]
        if not made:
            return
        outcomes, entries = await create(batch.tx, made, batch.world, self._sealer, batch.now)
        batch.entries.extend(entries)
        for order, outcome, entry in zip(claimed, outcomes, entries, strict=True):
            first[order].outcome = outcome
            batch.steps.stamp(first[order].delivery, [entry])
        awaited = [order for order, one in claimed.items() if one.awaited]
        if awaited:
            await self._catch_up(batch, awaited)

    async def _catch_up(self, batch: _Batch, orders: Sequence[store.Order]) -> None:
        """Apply the messages that came before these orders' creates."""
        for waiting in await store.waiting_for(batch.tx, orders):
            batch.entries.extend(await self._following.catch_up(batch.tx, waiting, batch.world, batch.now))

    async def _follow(self, batch: _Batch, one: _Work) -> None:
        try:
            async with savepoint(batch.tx):
                one.outcome, entries = await self._following.apply(
                    *(batch.tx, one.key, one.message, batch.world, batch.now, one.delivery.webhook_id),
                    only_new=one.delivery.only_new,
                )
        except (DatabaseAway, Collision):
            raise
        except DispatchError as error:
            fault = Fault(error.field or "kind", error.detail)
            one.outcome = Outcome.refused(one.message.order_no, [fault])
        else:
            batch.steps.stamp(one.delivery, entries)
            batch.entries.extend(entries)


async def _lock_followed(tx: Tx, following: Sequence[_Work]) -> None:
    """Lock every ticket spoken of, with its family, before the first message is applied: by id, as everybody."""
    if len(following) > 1:
        known = await store.known_orders(tx, sorted({one.key for one in following}))
        await tickets.hold(tx, [each.ticket for each in known.values()])


def _located(one: _Work) -> Location:
    if one.location is None:
        raise AssertionError("a create is located before its transaction")
    return one.location


def _prepare(delivery: Delivery, world: World) -> list[_Work]:
    return [
        _Work(delivery, item, _place(delivery, item, world) if item.kind == "create" else None)
        for item in delivery.items
        if isinstance(item, Message)
    ]


def _place(delivery: Delivery, message: Message, world: World) -> Location:
    with metrics.LOCATE_SECONDS.time():
        return locate(world, message, delivery.datum, doubted=delivery.doubted)


def _answer(delivery: Delivery, work: Sequence[_Work]) -> tuple[int, str]:
    return answer_of(delivery.items, work, delivery.profile, single=delivery.single)


def _statuses(delivery: Delivery, work: Sequence[_Work]) -> list[str]:
    """What became of each message of a delivery; one that could not be read is refused."""
    done = iter(work)
    outcomes = [next(done).outcome if isinstance(item, Message) else None for item in delivery.items]
    return ["refused" if outcome is None else outcome.status for outcome in outcomes]


def _again(delivery: Delivery, known: store.KnownDelivery) -> Answer:
    """The answer a known id was given; another body under the same id is a conflict."""
    return Answer(known.status, known.answer) if known.digest == delivery.digest else Answer(409, "")
