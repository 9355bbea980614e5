"""A district is lost and restored to a moment: what was ok before is there, nothing later, no picture is missing."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from dispatch.reads import restoring as reads
from dispatch.reads.health import Status
from dispatch.store.database import Database
from tests.backup.cluster import Cluster
from tests.backup.conftest import EPOCH, Story, one, programs


def restored(story: Story, place: Path, *words: str) -> Cluster:
    """A cluster restored into a place, not started yet."""
    cluster = Cluster(place, place / "data")
    given = ("--data", str(cluster.data), "--evidence", str(place / "evidence"), "--programs", programs())
    assert story.command("restore", *given, *words) == 0
    return cluster


@contextmanager
def finished(story: Story, cluster: Cluster, *words: str) -> Iterator[Story]:
    """The restored district, running, after ``restore-done``."""
    again = Story(cluster, story.moment, story.epoch)
    with cluster.running():
        assert again.command("restore-done", *words) == 0
        yield again


def rows(cluster: Cluster, question: str) -> list[tuple[object, ...]]:
    """What the database answers."""
    with psycopg.connect(cluster.url()) as connection:
        return connection.execute(question).fetchall()


def missing(story: Story) -> set[object]:
    """Names of pictures in rows that no file has."""
    files = {path.name for path in story.evidence.rglob("*.jpg")}
    return {name for (name,) in rows(story.cluster, "SELECT name FROM evidence")} - files


async def outstanding(cluster: Cluster) -> reads.Finding:
    """What ``/health`` says of the restore."""
    database = await Database.open(cluster.database.url, size=2)
    try:
        return await reads.check(database)()
    finally:
        await database.close()


def test_a_moment_comes_back_with_its_pictures_and_begins_anew(
    story: Story, own_place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cluster = restored(story, own_place, "--to-time", story.moment)
    with finished(story, cluster, "--until", story.moment) as again:
        said = capsys.readouterr().out
        assert rows(cluster, "SELECT id FROM ticket ORDER BY id") == [(1,), (2,)]
        assert not missing(again)
        assert rows(cluster, "SELECT count(*) FROM evidence") == [(2,)]
        epoch = one(cluster, EPOCH)
        assert epoch[:36] != story.epoch[:36], "another id"
        assert epoch[36:] != story.epoch[36:], "another timeline"
        assert rows(cluster, "SELECT count(*) FROM session WHERE ended_at IS NULL") == [(0,)]
        assert rows(cluster, "SELECT count(*) FROM one_use_link WHERE expires_at > now()") == [(0,)]
        waiting = "SELECT DISTINCT error FROM callback UNION SELECT error FROM notification"
        assert rows(cluster, waiting) == [("数据库恢复前是否已送达不明；将以同一编号重发",)]
        assert int(one(cluster, "SELECT nextval('ticket_id_seq')")) > 100_000
        assert one(cluster, "SELECT detail->>'reports' FROM audit WHERE action = 'database.restored'") == "1"
        for words in ("huaian-12345", "未办结 2 件", "缺失 0 张"):
            assert words in said


def test_until_every_hotline_was_compared_the_service_says_so(story: Story, own_place: Path) -> None:
    cluster = restored(story, own_place, "--to-time", story.moment)
    with finished(story, cluster, "--until", story.moment):
        found = asyncio.run(outstanding(cluster))
        assert found.status is Status.DEGRADED
        assert "12345" in found.detail
        for since, status in (("lost_at", Status.DEGRADED), ("restored_to", Status.OK)):
            with psycopg.connect(cluster.url()) as connection:
                connection.execute(
                    "INSERT INTO reconciliation (source, digest, since, until, at, listed, held, equal) "
                    f"SELECT 'huaian-12345', '\\x00', {since}, now(), clock_timestamp(), 0, 0, 0 "
                    "FROM epoch WHERE why = 'restored'"
                )
            assert asyncio.run(outstanding(cluster)).status is status


def test_without_a_moment_all_that_was_archived_comes_back(story: Story, own_place: Path) -> None:
    with finished(story, restored(story, own_place)) as again:
        assert rows(again.cluster, "SELECT id FROM ticket ORDER BY id") == [(1,), (2,), (3,)]
        assert not missing(again)


def test_what_is_there_is_never_overwritten(
    story: Story, own_place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own_place / "data").mkdir()
    (own_place / "data" / "last-copy").touch()
    words = ("--data", str(own_place / "data"), "--evidence", str(own_place / "evidence"))
    assert story.command("restore", *words, "--programs", programs()) == 2
    assert "不会覆盖" in capsys.readouterr().err
    assert [path.name for path in (own_place / "data").iterdir()] == ["last-copy"]
    assert not (own_place / "evidence").exists()


def test_a_moment_before_the_oldest_base_is_refused(
    story: Story, own_place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("--data", str(own_place / "data"), "--evidence", str(own_place / "evidence"))
    assert story.command("restore", *words, "--to-time", "2020-01-01 00:00:00") == 2
    assert "只能恢复到" in capsys.readouterr().err
    assert list(own_place.iterdir()) == []


def test_a_picture_that_rows_name_and_nobody_has_is_told(
    story: Story, own_place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cluster = restored(story, own_place)
    name = next(path.name for path in story.evidence.rglob("*.jpg"))
    (own_place / "evidence" / name[:2] / name).unlink()
    again = Story(cluster, story.moment, story.epoch)
    with cluster.running():
        kept = rows(cluster, "SELECT name FROM evidence")
        assert again.command("restore-done", "--until", story.moment) == 1
    assert (name,) in kept
    assert name in capsys.readouterr().out
