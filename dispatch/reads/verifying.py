"""Whether the audit is what was sealed: every row, every seal, every head kept outside. Called by ``audit verify``.

Reads in short transactions, so that intake does not wait for it; rows that are written meanwhile are left to the next
time. Each fault says what is wrong with which row, as far as it can be known.
"""

from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise

from dispatch.domain.chain import BEFORE_ALL, Row, Seal, head_of, row_bytes
from dispatch.domain.merkle import leaf_of, root_of
from dispatch.ports.heads import HeadLine, branch_of
from dispatch.saying import say
from dispatch.store import seals
from dispatch.store.database import Database

_SEALS_AT_ONCE = 200
_IDS_AT_ONCE = 20_000
MOST_FAULTS = 1_000
"""Faults told one by one; further ones are counted."""
Progress = Callable[[int, int], None]
"""How many of how many seals are done."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong. ``row``, ``seal``: which, where it is known."""

    kind: str
    words: str
    row: int | None = None
    seal: int | None = None


@dataclass(slots=True)
class Verdict:
    """What verifying came to: up to which row and seal the audit was read, and what is wrong."""

    rows: int = 0
    seals: int = 0
    sealed_at: datetime | None = None
    head: str = ""
    waiting: int = 0
    heads: int = 0
    """Heads from outside that were compared; 0 where none were given."""
    given_up: int = 0
    """Heads that a restore gave up, as the lines outside say."""
    faults: list[Fault] = field(default_factory=list)
    further: int = 0

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults

    def add(self, fault: Fault) -> None:
        """Keep a fault, or count it where there are too many."""
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(fault)
        else:
            self.further += 1


async def verify(
    database: Database, lines: Iterable[HeadLine | None] | None = None, progress: Progress | None = None
) -> Verdict:
    """Read the whole chain and compare it; ``lines``: the heads kept outside, in order."""
    verdict = Verdict()
    async with database.system() as tx:
        top, epoch = await seals.top(tx)
    seen = _Seen()
    heads: dict[int, str] = {}
    former: Seal | None = None
    async for batch, rows in _batches(database, top):
        for seal in batch:
            _judge(seal, former, rows, seen, verdict)
            heads[seal.number] = seal.head.hex()
            former = seal
        if progress:
            progress(former.number if former else 0, top)
    if former is not None:
        verdict.rows, verdict.seals = former.last, former.number
        verdict.sealed_at, verdict.head = former.at, former.head.hex()
    await _unsealed(database, top, seen, verdict)
    if lines is not None:
        _compare(heads, list(lines), epoch, verdict)
    return verdict


class _Seen:
    """Which rows lie in a seal: one bit each, for their ids are numbers without large gaps."""

    _MOST = 2**34

    def __init__(self) -> None:
        self._bits = bytearray()

    def add(self, identity: int) -> bool:
        """Note a row; False where it was noted before, or is no number of a row."""
        if not 0 < identity < self._MOST:
            return False
        at, bit = divmod(identity, 8)
        if at >= len(self._bits):
            self._bits.extend(bytes(at - len(self._bits) + 1))
        known = bool(self._bits[at] & 1 << bit)
        self._bits[at] |= 1 << bit
        return not known

    def __contains__(self, identity: int) -> bool:
        at, bit = divmod(identity, 8)
        return at < len(self._bits) and bool(self._bits[at] & 1 << bit)


async def _batches(database: Database, top: int) -> AsyncIterator[tuple[list[Seal], Mapping[int, Row]]]:
    """Seals up to a number, some at a time, with their rows."""
    number = 0
    while number < top:
        async with database.system() as tx:
            batch = [each for each in await seals.after(tx, number, _SEALS_AT_ONCE) if each.number <= top]
            rows = await seals.rows(tx, [identity for each in batch for identity in each.rows])
        if not batch:
            return
        yield batch, rows
        number = batch[-1].number


def _judge(seal: Seal, former: Seal | None, rows: Mapping[int, Row], seen: _Seen, verdict: Verdict) -> None:
    """One seal: its place in the chain, its own figures, and each of its rows."""
    number, first, head = (former.number + 1, former.last + 1, former.head) if former else (1, 1, BEFORE_ALL)

    def wrong(kind: str, words: str, row: int | None = None) -> None:
        verdict.add(Fault(kind, words, row, seal.number))

    if seal.number != number:
        wrong("seal_missing", say("第 {number} 到 {last} 号封存不见了", number=number, last=seal.number - 1))
    elif head_of(head, seal.number, seal.at, seal.first, len(seal.rows), seal.root) != seal.head:
        wrong("seal_changed", say("第 {number} 号封存被改过：链在这里断开", number=seal.number))
    elif seal.first != first:
        wrong(
            "seal_changed",
            say(
                "第 {number} 号封存的起始位置应是 {first}，写的是 {written}",
                number=seal.number,
                first=first,
                written=seal.first,
            ),
        )
    if len(seal.leaves) != len(seal.rows) or root_of(seal.leaves) != seal.root:
        wrong("seal_changed", say("第 {number} 号封存的摘要表被改过", number=seal.number))
    for identity, leaf in zip(seal.rows, seal.leaves, strict=False):
        if not seen.add(identity):
            wrong("row_twice", say("第 {identity} 条记录被封存了两次", identity=identity), identity)
        row = rows.get(identity)
        if row is None:
            wrong("row_missing", say("第 {identity} 条记录不见了", identity=identity), identity)
        elif leaf_of(row_bytes(row)) != leaf:
            wrong(
                "row_changed",
                say("第 {identity} 条记录被改过：内容与封存时不同", identity=identity),
                identity,
            )


async def _unsealed(database: Database, top: int, seen: _Seen, verdict: Verdict) -> None:
    """Rows that lie in no seal: those that wait are all right, others were put in past the list."""
    last = 0
    while True:
        async with database.system() as tx:
            ids = await seals.ids_after(tx, last, _IDS_AT_ONCE)
        if not ids:
            break
        last = ids[-1]
        open_ones = [each for each in ids if each not in seen]
        async with database.system() as tx:
            accounted = await seals.accounted(tx, open_ones, top) if open_ones else set()
        for identity in open_ones:
            if identity not in accounted:
                verdict.add(
                    Fault(
                        "row_inserted",
                        say("第 {identity} 条记录没有封存过，是塞进来的", identity=identity),
                        identity,
                    )
                )
    async with database.system() as tx:
        verdict.waiting = (await seals.waiting(tx)).rows


def _compare(heads: Mapping[int, str], lines: list[HeadLine | None], epoch: str, verdict: Verdict) -> None:
    """The chain against the heads kept outside."""
    told = [each for each in lines if each is not None]
    branch = branch_of(told)
    verdict.heads = len(branch)
    verdict.given_up = sum(each.lost_to - each.number for each in told if each.lost_to is not None)
    numbers = sorted(branch)
    for before, after in pairwise(numbers):
        if after != before + 1:
            words = say(
                "库外的链头缺第 {before} 到 {after} 号：文件被删改过", before=before + 1, after=after - 1
            )
            verdict.add(Fault("head_missing", words, seal=before + 1))
    top = max(heads, default=0)
    for number in numbers:
        if number <= top and heads.get(number) != branch[number]:
            words = say("第 {number} 号封存的链头与库外保存的不同：从这里起被改写过", number=number)
            verdict.add(Fault("head_differs", words, seal=number))
            break
    if numbers and numbers[-1] > top:
        restored = bool(told) and told[-1].epoch != epoch
        why = (
            say("数据库恢复到了较早的时刻，服务启动后会在链头文件里写明")
            if restored
            else say("后面的封存被删掉了，或数据库被换成了旧的")
        )
        words = say(
            "数据库只到第 {top} 号封存，库外的链头到第 {last} 号：{why}", top=top, last=numbers[-1], why=why
        )
        verdict.add(Fault("older_than_heads", words, seal=top + 1))
