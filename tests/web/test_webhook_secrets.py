"""A hotline's secret is rotated: both are good for a while, then the old one is not; by page and by command."""

from __future__ import annotations

import asyncio
import base64
import io
import os

import psycopg
import pytest

from dispatch.actions.channels import Channels
from dispatch.cli import run
from dispatch.domain.signing import Way, fingerprint, key_of, sign, sign_with, verify
from dispatch.ports.sealing import secret_label
from dispatch.store.database import Database as Store
from tests.databases import MASTER_KEY, WEBHOOK_SECRET, Database
from tests.web import towns
from tests.web.conftest import Browser, SignIn

SOURCE = "huaian-12345"
OLD = fingerprint(WEBHOOK_SECRET)
SAID = b'{"order_no": "1"}'


@pytest.fixture
def hotline(two_towns: Database) -> Database:
    """A district whose hotline signs with the tests' secret."""
    sealed = towns.sealer().seal_secret(WEBHOOK_SECRET.encode(), secret_label(SOURCE))
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("UPDATE source SET secrets = %s WHERE id = %s", ([sealed], SOURCE))
    return two_towns


async def taken(store: Store, secret: str) -> bool:
    """Whether what is signed with a secret is taken by a process that has read the sources now."""
    channels = Channels(store, towns.sealer())
    await channels.refresh()
    channel = channels.get(SOURCE)
    assert channel is not None
    return verify([*channel.keys.values()], "m1", 1, SAID, sign(key_of(secret), "m1", 1, SAID))


def audited(database: Database) -> list[tuple[object, ...]]:
    """What the audit says of secrets."""
    with psycopg.connect(database.owner_url) as connection:
        return connection.execute(
            "SELECT action, person IS NULL, subject, detail->>'fingerprint' FROM audit "
            "WHERE action LIKE 'secret.%' ORDER BY id"
        ).fetchall()


def hours_pass(database: Database) -> None:
    """The overlap is over."""
    with psycopg.connect(database.owner_url) as connection:
        connection.execute("UPDATE source_secret SET ends_at = now() WHERE ends_at IS NOT NULL")


async def added(admin: Browser, **form: str) -> str:
    """A new secret."""
    answer = await admin.post(f"/api/sources/{SOURCE}/secrets", json=form)
    assert (answer.status_code, answer.headers["cache-control"]) == (201, "no-store"), answer.text
    secret: str = answer.json()["secret"]
    return secret


async def test_both_are_good_until_the_overlap_is_over(
    sign_in: SignIn, hotline: Database, store: Store
) -> None:
    admin = await sign_in("admin")
    new = await added(admin)
    ending = await admin.post(f"/api/sources/{SOURCE}/secrets/{OLD}/end", json={"hours": 24})
    found = ending.json()["secrets"]
    assert [(each["fingerprint"], each["ends_at"] is None) for each in found] == [
        (OLD, False),
        (fingerprint(new), True),
    ]
    assert (found[0]["ended_by"], found[1]["added_by"]) == ("管系统", "管系统")
    assert [await taken(store, each) for each in (WEBHOOK_SECRET, new)] == [True, True]
    hours_pass(hotline)
    assert [await taken(store, each) for each in (WEBHOOK_SECRET, new)] == [False, True]
    listed = await admin.get("/api/sources")
    assert [each["fingerprint"] for each in listed.json()[0]["secrets"]] == [fingerprint(new)]
    assert new not in listed.text
    newest = await added(admin)
    assert await taken(store, newest)
    subject = f"source:{SOURCE}"
    assert audited(hotline) == [
        ("secret.added", False, subject, fingerprint(new)),
        ("secret.ended", False, subject, OLD),
        ("secret.added", False, subject, fingerprint(newest)),
    ]


async def test_a_leaked_one_ends_at_once_and_never_comes_back(
    sign_in: SignIn, hotline: Database, store: Store
) -> None:
    admin = await sign_in("admin")
    end = f"/api/sources/{SOURCE}/secrets/{OLD}/end"
    last = await admin.post(end, json={"hours": 0})
    assert (last.status_code, "增加一把新的" in last.json()["detail"]) == (409, True)
    new = await added(admin)
    assert (await admin.post(end, json={"hours": 0})).status_code == 200
    assert [await taken(store, each) for each in (WEBHOOK_SECRET, new)] == [False, True]
    again = await admin.post(f"/api/sources/{SOURCE}/secrets", json={"secret": WEBHOOK_SECRET})
    assert (again.status_code, again.json()["field"]) == (422, "secret")
    assert (await admin.post(end, json={"hours": 0})).status_code == 404


async def test_an_end_that_is_announced_is_not_the_one_that_stays(sign_in: SignIn, hotline: Database) -> None:
    admin = await sign_in("admin")
    new = await added(admin)
    third = await admin.post(f"/api/sources/{SOURCE}/secrets", json={})
    assert (third.status_code, "先停用旧的" in third.json()["detail"]) == (409, True)
    ends = [
        (await admin.post(f"/api/sources/{SOURCE}/secrets/{each}/end", json={"hours": 5})).status_code
        for each in (OLD, fingerprint(new))
    ]
    assert ends == [200, 409]


@pytest.mark.parametrize(
    "secret",
    ["", "whsec_", "whsec_AAAA", "whsec_" + base64.b64encode(bytes(65)).decode(), "whsec_密钥", "a" * 40],
)
async def test_what_is_no_secret_is_refused(sign_in: SignIn, hotline: Database, secret: str) -> None:
    admin = await sign_in("admin")
    answer = await admin.post(f"/api/sources/{SOURCE}/secrets", json={"secret": secret})
    assert (answer.status_code, answer.json()["field"]) == (422, "secret")
    assert (await admin.post("/api/sources/nowhere/secrets", json={})).status_code == 404


async def reports_signed(store: Store) -> str:
    """What a report is signed with by a process that has read the sources now."""
    channels = Channels(store, towns.sealer())
    await channels.refresh()
    channel = channels.get(SOURCE)
    assert channel is not None
    return sign_with([*channel.callback_keys.values()], "m1", 1, SAID)


def known(secret: str, header: str) -> bool:
    """Whether the hotline, which has one secret alone, takes the header."""
    return verify([key_of(secret)], "m1", 1, SAID, header)


async def test_reports_are_signed_with_both_until_the_former_ends(
    sign_in: SignIn, hotline: Database, store: Store
) -> None:
    admin = await sign_in("admin")
    with psycopg.connect(hotline.owner_url) as connection:
        connection.execute("UPDATE source SET callback_url = NULL")
    assert (await admin.post(f"/api/sources/{SOURCE}/report-secrets", json={})).status_code == 404
    sealed = towns.sealer().seal_secret(WEBHOOK_SECRET.encode(), secret_label(SOURCE))
    with psycopg.connect(hotline.owner_url) as connection:
        told = "UPDATE source SET callback_secret = %s, callback_url = 'https://12345.example/back' WHERE id = %s"
        connection.execute(told, (sealed, SOURCE))
    made = (await admin.post(f"/api/sources/{SOURCE}/report-secrets", json={})).json()
    new, found = str(made["secret"]), made["source"]
    assert [each["fingerprint"] for each in found["report_secrets"]] == [OLD, fingerprint(new)]
    assert [each["fingerprint"] for each in found["secrets"]] == [OLD]
    header = await reports_signed(store)
    assert [known(each, header) for each in (WEBHOOK_SECRET, new)] == [True, True]
    assert not await taken(store, new)
    end = f"/api/sources/{SOURCE}/report-secrets/{OLD}/end"
    ended = (await admin.post(end, json={"hours": 0})).json()
    assert [each["fingerprint"] for each in ended["report_secrets"]] == [fingerprint(new)]
    header = await reports_signed(store)
    assert [known(each, header) for each in (WEBHOOK_SECRET, new)] == [False, True]
    assert await taken(store, WEBHOOK_SECRET)
    last = f"/api/sources/{SOURCE}/report-secrets/{fingerprint(new)}/end"
    assert (await admin.post(last, json={"hours": 0})).status_code == 409
    history = (await admin.get("/api/sources/changes")).json()
    assert [each["what"] for each in history] == ["report_secret_ended", "report_secret_added"]


async def test_when_a_secret_was_last_used_is_kept_once_a_minute(
    sign_in: SignIn, hotline: Database, store: Store
) -> None:
    admin = await sign_in("admin")

    async def last_used() -> object:
        return (await admin.get("/api/sources")).json()[0]["secrets"][0]["last_used_at"]

    channels = Channels(store, towns.sealer())
    await channels.refresh()
    assert await last_used() is None
    channels.use(Way.PUSH, SOURCE, [OLD])
    assert await last_used() is None
    await channels.refresh()
    first = await last_used()
    assert first is not None
    channels.use(Way.PUSH, SOURCE, [OLD])
    await channels.refresh()
    assert await last_used() == first
    other = Channels(store, towns.sealer())
    other.use(Way.PUSH, SOURCE, [OLD])
    await other.refresh()
    assert str(await last_used()) > str(first)


@pytest.mark.parametrize("username", ["district", "towna", "workera"])
async def test_secrets_are_nobody_elses_business(sign_in: SignIn, username: str) -> None:
    made = await sign_in(username)
    assert (await made.get("/api/sources")).status_code == 403
    assert (await made.post(f"/api/sources/{SOURCE}/secrets", json={})).status_code == 403
    assert (await made.post(f"/api/sources/{SOURCE}/secrets/{OLD}/end", json={})).status_code == 403


async def test_the_command_does_the_same(
    hotline: Database,
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DATABASE_URL", hotline.url)
    monkeypatch.setenv("DISPATCH_MASTER_KEY", MASTER_KEY)

    async def told(*words: str, status: int = 0) -> tuple[str, str]:
        capfd.readouterr()
        assert await asyncio.to_thread(run, ["secrets", *words]) == status
        return capfd.readouterr()

    new, said = await told("add", SOURCE)
    assert fingerprint(new.strip()) in said
    _, said = await told("end", SOURCE, OLD)
    assert "停用" in said
    listed, _ = await told("list")
    assert OLD in listed
    assert fingerprint(new.strip()) in listed
    await told("end", SOURCE, OLD, "--hours", "0")
    assert [await taken(store, each) for each in (WEBHOOK_SECRET, new.strip())] == [False, True]
    theirs = "whsec_" + base64.b64encode(os.urandom(24)).decode()
    monkeypatch.setattr("sys.stdin", io.StringIO(theirs + "\n"))
    printed, _ = await told("add", SOURCE, "--given")
    assert printed == ""
    assert await taken(store, theirs)
    _, said = await told("end", SOURCE, OLD, status=2)
    assert "指纹" in said
    assert [row[:2] for row in audited(hotline)] == [
        ("secret.added", True),
        ("secret.ended", True),
        ("secret.ended", True),
        ("secret.added", True),
    ]
