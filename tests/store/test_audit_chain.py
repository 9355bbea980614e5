"""The audit's chain on a real database: nothing skipped, nothing forked, whatever is changed is named."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
import psycopg
import pytest
from psycopg import errors

from dispatch.actions.sealing import HeadsDisagree, keep_heads, seal_next
from dispatch.cli import run
from dispatch.domain.clocks import Changes
from dispatch.jobs.sealing import Sealing
from dispatch.ports.heads import HeadLine, Heads, HeadsKey, branch_of, lines_of, public_text
from dispatch.reads.health import Status
from dispatch.reads.verifying import Verdict, verify
from dispatch.store import audit, seals, tickets
from dispatch.store.database import Database as Store
from tests.databases import Database

MASTER = b"m" * 32


async def write(store: Store, count: int, first: int = 1) -> None:
    """Audit rows of several kinds, each in a transaction of its own."""
    for number in range(first, first + count):
        async with store.system() as tx:
            detail = (
                {"number": number, "share": 0.1, "names": ["甲", None], "big": 1e21} if number % 2 else None
            )
            reason = "联系诉求人" if number % 3 else None
            await audit.write(
                tx, person=number % 5 or None, action="ticket.viewed", subject=f"ticket:{number}",
                reason=reason, detail=detail,
            )  # fmt: skip


@pytest.fixture
def heads(tmp_path: Path) -> Heads:
    """The folder of heads."""
    return Heads(tmp_path / "heads", HeadsKey(MASTER))


@pytest.fixture
async def chain(service: Store, heads: Heads) -> Heads:
    """Thirty rows under three seals whose heads are kept."""
    for first in (1, 11, 21):
        await write(service, 10, first)
        assert await seal_next(service) is not None
    await keep_heads(service, heads)
    return heads


def kept(heads: Heads) -> list[HeadLine | None]:
    """The lines outside."""
    return [line for _, line in heads.lines()]


@contextmanager
def mighty(database: Database) -> Iterator[psycopg.Connection[Any]]:
    """Somebody above every right and trigger."""
    with psycopg.connect(database.owner_url) as connection:
        connection.execute("SET session_replication_role = replica")
        yield connection


def kinds(verdict: Verdict) -> set[str]:
    """What is wrong, by kind."""
    return {each.kind for each in verdict.faults}


async def test_a_fresh_installation_verifies(service: Store) -> None:
    while await seal_next(service):
        pass
    verdict = await verify(service, [])
    assert verdict.holds
    assert verdict.waiting == 0


async def test_what_was_sealed_verifies_up_to_its_last_row(service: Store, chain: Heads) -> None:
    await write(service, 2, 31)
    verdict = await verify(service, kept(chain))
    assert verdict.holds, verdict.faults
    assert (verdict.rows, verdict.seals, verdict.waiting, verdict.heads) == (30, 3, 2, 3)
    assert kept(chain)[-1] is not None
    assert verdict.head == branch_of(kept(chain))[3]


TAMPERING: dict[str, tuple[str, set[str], set[int | None]]] = {
    "a row's words": ("UPDATE audit SET reason = '别的' WHERE id = 12", {"row_changed"}, {12}),
    "a row's time": (
        "UPDATE audit SET at = at - interval '1 microsecond' WHERE id = 12",
        {"row_changed"},
        {12},
    ),
    "a number in it": (
        """UPDATE audit SET detail = detail || '{"share": 0.10000000000000000001}' WHERE id = 13""",
        {"row_changed"},
        {13},
    ),
    "a row removed": ("DELETE FROM audit WHERE id = 12", {"row_missing"}, {12}),
    "a row put in": (
        "INSERT INTO audit (id, action, subject) OVERRIDING SYSTEM VALUE VALUES (900, 'a', 's')",
        {"row_inserted"},
        {900},
    ),
    "two rows exchanged": (
        "UPDATE audit a SET subject = b.subject FROM audit b WHERE (a.id, b.id) IN ((12, 13), (13, 12))",
        {"row_changed"},
        {12, 13},
    ),
    "a seal's time": (
        "UPDATE audit_seal SET at = at + interval '1 second' WHERE number = 2",
        {"seal_changed"},
        {None},
    ),
    "a seal's rows": (
        "UPDATE audit_seal SET rows[1] = 12 WHERE number = 2",
        {"row_changed", "row_inserted", "row_twice"},
        {11, 12},
    ),
    "a seal's digests": (
        "UPDATE audit_seal SET leaves = set_byte(leaves, 0, get_byte(leaves, 0) # 1) WHERE number = 2",
        {"seal_changed", "row_changed"},
        {None, 11},
    ),
    "a seal's head": (
        "UPDATE audit_seal SET head = set_byte(head, 0, get_byte(head, 0) # 1) WHERE number = 2",
        {"seal_changed", "head_differs"},
        {None},
    ),
    "a seal removed": (
        "DELETE FROM audit_seal WHERE number = 2",
        {"seal_missing", "row_inserted", "head_differs"},
        {None, *range(11, 21)},
    ),
    "the end cut off": (
        "DELETE FROM audit WHERE id > 20; DELETE FROM audit_seal WHERE number = 3",
        {"older_than_heads"},
        {None},
    ),
}


@pytest.mark.parametrize("name", TAMPERING)
async def test_whatever_is_changed_afterwards_is_named(
    service: Store, chain: Heads, two_towns: Database, name: str
) -> None:
    statement, expected, rows = TAMPERING[name]
    with mighty(two_towns) as connection:
        connection.execute(statement)
    verdict = await verify(service, kept(chain))
    assert kinds(verdict) == expected, verdict.faults
    assert {each.row for each in verdict.faults} == rows
    assert all(each.words for each in verdict.faults)


async def test_a_chain_made_anew_disagrees_with_the_heads_outside(
    service: Store, chain: Heads, two_towns: Database
) -> None:
    with mighty(two_towns) as connection:
        connection.execute(
            "UPDATE audit SET reason = '别的' WHERE id = 12; DELETE FROM audit_seal WHERE number >= 2"
        )
        connection.execute("INSERT INTO audit_waiting SELECT id FROM audit WHERE id > 10")
    assert await seal_next(service, 10) is not None
    assert await seal_next(service, 10) is not None
    assert (await verify(service)).holds
    verdict = await verify(service, kept(chain))
    assert kinds(verdict) == {"head_differs"}
    assert verdict.faults[0].seal == 2
    await write(service, 1, 31)
    with pytest.raises(HeadsDisagree):
        await keep_heads(service, chain)
    assert len(kept(chain)) == 3
    job = Sealing(service, chain)
    await job.step()
    assert (await job.finding()).status is Status.DEGRADED


async def test_a_row_that_commits_late_is_sealed_late(service: Store, heads: Heads) -> None:
    async with service.system() as slow:
        await audit.write(slow, person=1, action="rules.saved", subject="rules")
        late = await slow.fetchval("SELECT max(id) FROM audit")
        await write(service, 5)
        first = await seal_next(service)
        assert first is not None
        assert len(first.rows) == 5
        assert late not in first.rows
        assert late < max(first.rows)
    second = await seal_next(service)
    assert second is not None
    assert list(second.rows) == [late]
    assert (await verify(service)).holds


async def test_writers_and_two_sealers_at_once_make_one_chain(
    service: Store, two_towns: Database, heads: Heads
) -> None:
    other = await Store.open(two_towns.url, size=4)
    writing = 4

    async def writes(worker: int) -> None:
        nonlocal writing
        for number in range(25):
            async with service.system() as tx:
                await audit.write(tx, person=worker, action="ticket.viewed", subject=f"ticket:{number}")
                for _ in range(number * worker % 4):  # some take longer to commit than others
                    await tx.fetchval("SELECT 1")
        writing -= 1

    async def seals_all(store: Store) -> None:
        while writing or await seal_next(store, 7):
            await seal_next(store, 7)
            await keep_heads(store, heads)

    await asyncio.gather(*map(writes, range(4)), seals_all(service), seals_all(other))
    await other.close()
    while await seal_next(service):
        pass
    await keep_heads(service, heads)
    verdict = await verify(service, kept(heads))
    assert verdict.holds, verdict.faults
    assert (verdict.rows, verdict.waiting) == (100, 0)
    assert verdict.heads == verdict.seals


async def test_a_sealer_that_stands_still_holds_up_no_other_for_long(service: Store) -> None:
    await write(service, 3)
    async with service.system() as paused:
        assert await seals.alone(paused)
        assert await seal_next(service) is None
    assert await seal_next(service) is not None


def test_nobody_changes_what_is_written_not_even_the_owner_by_mistake(
    two_towns: Database, chain: Heads
) -> None:
    for table in ("audit", "audit_seal"):
        for words in (f"UPDATE {table} SET at = now()", f"DELETE FROM {table}", f"TRUNCATE {table}"):
            with (
                psycopg.connect(two_towns.owner_url) as owner,
                pytest.raises(errors.RaiseException, match="never"),
            ):
                owner.execute(words)
            with psycopg.connect(two_towns.url) as application:
                application.execute("SET ROLE dispatch_app")
                with pytest.raises(errors.InsufficientPrivilege):
                    application.execute(words)


async def restored(database: Database) -> None:
    """The database as it was when the second seal was the last one."""
    with mighty(database) as connection:
        connection.execute("DELETE FROM audit WHERE id > 20; DELETE FROM audit_seal WHERE number > 2")


async def test_a_restored_database_goes_on_and_says_what_was_given_up(
    service: Store, chain: Heads, two_towns: Database
) -> None:
    await restored(two_towns)
    assert kinds(await verify(service, kept(chain))) == {"older_than_heads"}
    with pytest.raises(HeadsDisagree):
        await keep_heads(service, chain)
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("INSERT INTO epoch (id, why) VALUES (gen_random_uuid(), 'restored')")
    await write(service, 4, 40)
    assert await seal_next(service) is not None
    while (await keep_heads(service, chain)).more:
        pass
    verdict = await verify(service, kept(chain))
    assert verdict.holds, verdict.faults
    assert (verdict.seals, verdict.heads, verdict.given_up) == (3, 3, 1)
    line = kept(chain)[3]
    assert line is not None
    assert (line.number, line.lost_to) == (2, 3)


async def test_a_folder_of_another_database_is_told_as_given_up(service: Store, heads: Heads) -> None:
    foreign = HeadLine(9, "2026-11-26T00:00:00+00:00", 90, "ab" * 32, "another")
    heads.keep(None, [foreign])
    await write(service, 1)
    assert await seal_next(service) is not None
    while (await keep_heads(service, heads)).more:
        pass
    verdict = await verify(service, kept(heads))
    assert verdict.holds, verdict.faults
    assert verdict.given_up == 9


async def test_a_full_disk_stops_no_seal(service: Store, tmp_path: Path) -> None:
    (tmp_path / "heads").write_text("a file where the folder should be")
    job = Sealing(service, Heads(tmp_path / "heads", HeadsKey(MASTER)))
    await write(service, 3)
    await job.step()
    assert (await verify(service)).rows == 3
    assert "DISPATCH_AUDIT_HEADS_DIR" in (await job.finding()).detail
    (tmp_path / "heads").unlink()
    await job.step()
    assert (await job.finding()).status is Status.OK
    assert len(list(lines_of(tmp_path / "heads"))) == 1


async def test_rows_that_wait_too_long_are_told(service: Store, heads: Heads, two_towns: Database) -> None:
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute(
            "INSERT INTO audit (at, action, subject) VALUES (now() - interval '5 minutes', 'a', 's')"
        )
    job = Sealing(service, heads)
    found = await job.finding()
    assert (found.status, "5 分钟" in found.detail) == (Status.DEGRADED, True)
    await job.step()
    assert (await job.finding()).status is Status.OK


@pytest.fixture
def command(two_towns: Database, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Runs an ``audit`` command on the database."""
    monkeypatch.setenv("DATABASE_URL", two_towns.url)
    monkeypatch.delenv("DISPATCH_MASTER_KEY", raising=False)
    return lambda *words: run(["audit", *map(str, words)])


async def test_the_command_says_up_to_which_row_and_what_is_wrong(
    chain: Heads, two_towns: Database, command: Callable[..., int], capfd: pytest.CaptureFixture[str]
) -> None:
    public = public_text(HeadsKey(MASTER).public)
    words = ("verify", "--heads", chain.folder, "--public-key", public)
    assert await asyncio.to_thread(command, *words) == 0
    assert "3 次封存、30 条记录" in capfd.readouterr().out
    assert await asyncio.to_thread(command, "heads", "--last", 2) == 0
    told = [orjson.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert [(each["number"], each["rows"]) for each in told] == [(2, 20), (3, 30)]
    (path,) = chain.folder.glob("heads-*.jsonl")
    path.write_bytes(path.read_bytes().replace(b'"rows":20', b'"rows":21'))
    with mighty(two_towns) as connection:
        connection.execute("DELETE FROM audit WHERE id = 12")
    assert await asyncio.to_thread(command, *words, "--json") == 1
    faults = orjson.loads(capfd.readouterr().out)["faults"]
    assert {(each["kind"], each["row"], each["seal"]) for each in faults} == {
        ("row_missing", 12, 2),
        ("head_unsigned", None, 2),
    }
    assert await asyncio.to_thread(command, *words) == 1
    assert "第 12 条记录不见了" in capfd.readouterr().out
    assert await asyncio.to_thread(command, "verify", "--heads", chain.folder / "none") == 2


async def test_every_step_of_a_ticket_is_an_audit_row(service: Store, two_towns: Database) -> None:
    journal = {
        "version": 2, "at": "2026-11-26T00:00:00Z", "event": "ticket.signed", "command": "sign", "actor": "甲",
        "actor_person": 2, "actor_unit": 3, "state_to": "signed",
    }  # fmt: skip
    by_machine = journal | {
        "version": 3, "event": "clock.overdue", "actor": "系统", "actor_person": None, "actor_unit": None,
    }  # fmt: skip
    async with service.system() as tx:
        now = datetime(2026, 11, 26, tzinfo=UTC)
        nothing = tickets.Following(Changes(now))
        await tickets.step(tx, 1, {"version": 2}, journal, now, nothing)
        await tickets.step(tx, 1, {"version": 3}, by_machine, now, nothing)
    with psycopg.connect(two_towns.owner_url) as connection:
        rows = connection.execute(
            "SELECT action, person, unit, subject, detail FROM audit ORDER BY id"
        ).fetchall()
    assert rows == [
        ("ticket.signed", 2, 3, "ticket:1", {"version": 2}),
        ("clock.overdue", None, None, "ticket:1", {"version": 3, "by": "系统"}),
    ]


async def test_one_changed_row_among_many_is_named(service: Store, two_towns: Database) -> None:
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute(
            "INSERT INTO audit (person, action, subject, detail) SELECT n % 90, 'ticket.viewed', 'ticket:' || n, "
            "jsonb_build_object('n', n) FROM generate_series(1, 5000) n"
        )
    while await seal_next(service):
        pass
    verdict = await verify(service)
    assert (verdict.holds, verdict.rows, verdict.seals) == (True, 5_000, 3)
    with mighty(two_towns) as connection:
        connection.execute("UPDATE audit SET person = 7 WHERE id = 3333")
    assert [(each.kind, each.row, each.seal) for each in (await verify(service)).faults] == [
        ("row_changed", 3_333, 2)
    ]
