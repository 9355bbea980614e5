"""Whether WAL gets into the backup is seen on screens: by PostgreSQL's own word."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from dispatch.reads import restoring as reads
from dispatch.reads.health import Status
from dispatch.store import restoring as store
from dispatch.store.database import Database
from dispatch.store.restoring import Archiving
from tests.databases import Database as Made

NOW = datetime(2026, 11, 26, 1, tzinfo=UTC)
BEFORE = NOW - timedelta(minutes=5)


USUAL = Archiving(
    kept_at=NOW,
    failed_at=None,
    archives=True,
    timeout_seconds=60,
    up_since=NOW - timedelta(days=9),
    now=NOW,
    base_at=NOW - timedelta(hours=7),
)


@pytest.mark.parametrize(
    ("change", "status", "words"),
    [
        ({}, Status.OK, "全量备份 11-26 02:00"),
        ({"failed_at": BEFORE}, Status.OK, "正常"),
        ({"kept_at": BEFORE, "failed_at": NOW}, Status.DEGRADED, "停在 11-26 08:55"),
        ({"kept_at": None, "failed_at": NOW}, Status.DEGRADED, "还没有成功过"),
        ({"kept_at": None, "archives": False, "base_at": None}, Status.OK, "没有开启"),
        ({"kept_at": NOW - timedelta(hours=1)}, Status.DEGRADED, "没有动静，备份停在 11-26 08:00"),
        ({"kept_at": NOW - timedelta(hours=1), "timeout_seconds": 0}, Status.OK, "正常"),
        ({"kept_at": NOW - timedelta(hours=1), "timeout_seconds": 900}, Status.OK, "正常"),
        ({"kept_at": NOW - timedelta(hours=1), "up_since": BEFORE}, Status.OK, "正常"),
        ({"kept_at": None}, Status.DEGRADED, "没有动静，备份还没有成功过"),
        ({"kept_at": None, "up_since": BEFORE}, Status.OK, "正常"),
        ({"base_at": None}, Status.DEGRADED, "还没有做过全量备份"),
        ({"base_at": NOW - timedelta(hours=35)}, Status.OK, "正常"),
        ({"base_at": NOW - timedelta(hours=37)}, Status.DEGRADED, "夜间备份没有做成"),
    ],
)
def test_what_is_missing_of_a_backup_is_told(change: dict[str, Any], status: Status, words: str) -> None:
    found = reads.archive_finding(replace(USUAL, **change))
    assert found.status is status
    assert words in found.detail


async def test_a_base_that_was_made_is_known_to_the_service(database: Made) -> None:
    opened = await Database.open(database.url, size=2)
    try:
        async with opened.system() as tx:
            assert (await store.archiving(tx)).base_at is None
            await store.note_base(tx)
        async with opened.system() as tx:
            found = await store.archiving(tx)
        assert found.base_at is not None
        assert abs(found.now - found.base_at) < reads.BASE_LATE
    finally:
        await opened.close()


async def test_the_service_may_ask_postgresql_for_it(database: Made) -> None:
    opened = await Database.open(database.url, size=2)
    try:
        assert (await reads.archive_check(opened)()).status is Status.OK
        assert (await reads.check(opened)()).status is Status.OK
    finally:
        await opened.close()
