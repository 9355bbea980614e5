"""A district that is lost: a base, tickets and pictures before and after it and after the moment, all of its WAL."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from deploy.bootstrap import servers
from deploy.bootstrap.servers import TEST
from dispatch.cli import run
from tests.backup.cluster import Cluster, make, own_folder
from tests.databases import Template
from tests.web import towns


@dataclass(frozen=True)
class Story:
    """What happened, and where what is left of it lies."""

    cluster: Cluster
    moment: str
    """After ticket 2 and before ticket 3."""
    epoch: str

    @property
    def store(self) -> Path:
        """The backups."""
        return self.cluster.folder / "store"

    @property
    def evidence(self) -> Path:
        """The pictures."""
        return self.cluster.folder / "evidence"

    def command(self, *words: str) -> int:
        """Run a command of ours with this district's settings."""
        settings = {
            "DATABASE_URL": self.cluster.database.url,
            "DISPATCH_BACKUP_URL": self.cluster.url(),
            "DISPATCH_BACKUP_DIR": str(self.store),
            "DISPATCH_EVIDENCE_DIR": str(self.evidence),
        }
        with pytest.MonkeyPatch.context() as patched:
            for name, value in settings.items():
                patched.setenv(name, value)
            return run(words)


def programs() -> str:
    """Where PostgreSQL's programs are."""
    return str(servers.programs(TEST))


def add_picture(cluster: Cluster, evidence: Path, ticket: int) -> str:
    """A ticket's picture as the service adds it: the file, fsynced, then its row. Returns the file's name."""
    identity, content = uuid.uuid4(), f"picture of ticket {ticket}".encode()
    path = evidence / identity.hex[:2] / f"{identity.hex}.jpg"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    with psycopg.connect(cluster.url()) as connection:
        connection.execute(
            "INSERT INTO evidence (id, ticket, person, unit, name, mime, sha256, size, width, height, from_gallery) "
            "VALUES (%s, %s, 2, %s, %s, 'image/jpeg', %s, %s, 1, 1, false)",
            (identity, ticket, towns.CENTER_A, path.name, hashlib.sha256(content).hexdigest(), len(content)),
        )
    return path.name


def add_ticket(cluster: Cluster, evidence: Path, ticket: int) -> None:
    """A ticket with its picture."""
    towns.add_ticket(cluster.url(), ticket, towns.IN_A)
    add_picture(cluster, evidence, ticket)


def add_doors(cluster: Cluster) -> None:
    """Somebody signed in, a link that was sent out, a report and a message that wait."""
    towns.add_callback(cluster.url(), 2, "pending")
    with psycopg.connect(cluster.url()) as connection:
        connection.execute(
            "INSERT INTO session (digest, person, created_at, seen_at, expires_at) "
            "VALUES ('\\x01', 2, now(), now(), now() + interval '1 day')"
        )
        row = connection.execute(
            "INSERT INTO notification (id, ticket, person, unit, kind, template, params, urgency, state, created_at, "
            "next_at) VALUES (gen_random_uuid(), 2, 4, %s, 'sms', 'assigned', '{}', 'normal', 'pending', now(), now()) "
            "RETURNING id",
            (towns.STATION_A,),
        ).fetchone()
        assert row is not None
        connection.execute(
            "INSERT INTO one_use_link (digest, notification, ticket, person, expires_at) "
            "VALUES ('\\x02', %s, 2, 4, now() + interval '1 day')",
            row,
        )


def one(cluster: Cluster, question: str) -> str:
    """What the database answers to a question of one value."""
    with psycopg.connect(cluster.url()) as connection:
        row = connection.execute(question).fetchone()
    assert row is not None
    return str(row[0])


EPOCH = "SELECT id || '-' || left(pg_walfile_name(pg_current_wal_lsn()), 8) FROM epoch ORDER BY since DESC LIMIT 1"


@pytest.fixture(scope="module")
def story(founded_template: Template) -> Iterator[Story]:
    """The district, lost."""
    with own_folder() as folder:
        cluster = make(folder, founded_template)
        evidence = folder / "evidence"
        with cluster.running():
            add_ticket(cluster, evidence, 1)
            begun = Story(cluster, "", one(cluster, EPOCH))
            assert begun.command("backup", "make", "--programs", programs()) == 0
            add_ticket(cluster, evidence, 2)
            add_doors(cluster)
            moment = one(cluster, "SELECT clock_timestamp()")
            add_ticket(cluster, evidence, 3)
            told = Story(cluster, moment, begun.epoch)
            for path in cluster.segments():
                assert told.command("backup", "wal", str(path), path.name) == 0
        yield told


@pytest.fixture
def own_place() -> Iterator[Path]:
    """A folder of PostgreSQL's user for one test."""
    with own_folder() as folder:
        yield folder
