"""Whether WAL gets into the backup is seen on screens: by PostgreSQL's own word."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from dispatch.reads import restoring as reads
from dispatch.reads.health import Status
from dispatch.store.database import Database
from dispatch.store.restoring import Archiving
from tests.databases import Database as Made

NOW = datetime(2026, 11, 26, 1, tzinfo=UTC)
BEFORE = NOW - timedelta(minutes=5)


@pytest.mark.parametrize(
    ("kept", "failed", "status", "words"),
    [
        (None, None, Status.OK, "没有开启"),
        (NOW, None, Status.OK, "正常"),
        (NOW, BEFORE, Status.OK, "正常"),
        (BEFORE, NOW, Status.DEGRADED, "停在 11-26 08:55"),
        (None, NOW, Status.DEGRADED, "还没有成功过"),
    ],
)
def test_a_failure_counts_until_something_was_kept_after_it(
    kept: datetime | None, failed: datetime | None, status: Status, words: str
) -> None:
    found = reads.archive_finding(Archiving(kept, failed))
    assert found.status is status
    assert words in found.detail


async def test_the_service_may_ask_postgresql_for_it(database: Made) -> None:
    opened = await Database.open(database.url, size=2)
    try:
        assert (await reads.archive_check(opened)()).status is Status.OK
        assert (await reads.check(opened)()).status is Status.OK
    finally:
        await opened.close()
