"""API keys: a digest and nothing else, refused at once when they end, audited, and told apart by whom they are for."""

from __future__ import annotations

import hashlib
from typing import Any, cast

import psycopg
import pytest

from dispatch.__main__ import main
from dispatch.actions import keys
from dispatch.actions.keys import Keys
from dispatch.domain.keys import Scope
from dispatch.errors import BadInput, BadKey, DispatchError, Forbidden, NotFound, TooMany
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.web import towns

ADMINISTRATOR = 5


class Counts:
    """Lets a number of requests pass and says when to come again."""

    def __init__(self, passing: int = 1_000) -> None:
        self.passing = passing
        self.asked: list[tuple[str, int]] = []

    async def take(self, name: str, per_minute: int) -> int | None:
        self.asked.append((name, per_minute))
        return None if len(self.asked) <= self.passing else 42


class Clock:
    """A steady clock that tests set."""

    now = 1_000.0

    def __call__(self) -> float:
        return self.now


def ask(database: Database, question: str, *values: object) -> list[tuple[Any, ...]]:
    """What the database holds, asked as its owner."""
    with psycopg.connect(database.owner_url) as connection:
        return connection.execute(question, values).fetchall()


def change(database: Database, statement: str) -> None:
    """Change what the application may not."""
    with psycopg.connect(database.owner_url) as connection:
        connection.execute(statement)


async def test_the_database_keeps_a_digest_and_not_the_key(service: Store, two_towns: Database) -> None:
    token, key = await keys.create(service, ADMINISTRATOR, name="  区自然资源局\n 底图 ")
    ((kept,),) = ask(two_towns, "SELECT api_key::text FROM api_key")
    assert token[:-4] not in kept
    assert hashlib.sha256(token.encode()).hexdigest() in kept
    assert len(token) == len("dsk_") + 43
    assert (key["name"], key["tail"], key["state"]) == ("区自然资源局 底图", token[-4:], "valid")
    assert key["created_by"] == "管系统"
    assert (key["expires_at"] - key["created_at"]).days == keys.DAYS
    ((said,),) = ask(two_towns, "SELECT string_agg(audit::text, '') FROM audit")
    assert token not in said
    assert "key.created" in said


async def test_a_key_is_for_the_unit_it_was_made_for(service: Store) -> None:
    whole, _ = await keys.create(service, None, name="全区")
    town, key = await keys.create(service, None, name="甲镇", unit=towns.STATION_A)
    recognised = Keys(service, Counts())
    assert (await recognised.recognise(whole, Scope.FEATURES)).town is None
    machine = await recognised.recognise(town, Scope.FEATURES)
    assert (machine.key, machine.name, machine.town) == (key["id"], "甲镇", towns.TOWN_A)


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("name", {"name": " \n "}),
        ("name", {"name": "名" * 81}),
        ("days", {"name": "某", "days": 0}),
        ("days", {"name": "某", "days": 731}),
        ("per_minute", {"name": "某", "per_minute": 0}),
        ("unit", {"name": "某", "unit": 999}),
    ],
)
async def test_what_is_out_of_bounds_is_refused_by_name(
    service: Store, field: str, values: dict[str, Any]
) -> None:
    with pytest.raises(BadInput) as refused:
        await keys.create(service, None, **values)
    assert refused.value.field == field
    assert await keys.listed(service) == []


async def test_a_revoked_key_opens_nothing_from_the_next_request_on(
    service: Store, two_towns: Database
) -> None:
    token, key = await keys.create(service, ADMINISTRATOR, name="某")
    recognised = Keys(service, Counts())
    await recognised.recognise(token, Scope.FEATURES)
    revoked = await keys.revoke(service, ADMINISTRATOR, key["id"], "合同到期")
    assert (revoked["state"], revoked["revoked_by"]) == ("revoked", "管系统")
    with pytest.raises(BadKey, match="已作废"):
        await recognised.recognise(token, Scope.FEATURES)
    again = await keys.revoke(service, None, key["id"], "再来一次")
    assert again["revoked_at"] == revoked["revoked_at"]
    rows = ask(two_towns, "SELECT person, reason FROM audit WHERE action = 'key.revoked'")
    assert rows == [(ADMINISTRATOR, "合同到期")]
    with pytest.raises(NotFound):
        await keys.revoke(service, None, 999)


async def refused_by(recognised: Keys, token: str, scope: Scope = Scope.FEATURES) -> type[DispatchError]:
    """Why a key is refused."""
    with pytest.raises(DispatchError) as refused:
        await recognised.recognise(token, scope)
    return type(refused.value)


async def test_every_reason_is_audited_once_a_minute(service: Store, two_towns: Database) -> None:
    token, _ = await keys.create(service, None, name="某")
    late, _ = await keys.create(service, None, name="晚")
    change(two_towns, "UPDATE api_key SET expires_at = now() WHERE name = '晚'")
    clock = Clock()
    recognised = Keys(service, Counts(passing=0), clock)
    for _ in range(3):
        assert await refused_by(recognised, "dsk_" + "x" * 43) is BadKey
        assert await refused_by(recognised, late) is BadKey
        assert await refused_by(recognised, token, cast(Scope, "another")) is Forbidden
        assert await refused_by(recognised, token) is TooMany
    counted = "SELECT subject, detail->>'why', count(*) FROM audit WHERE action = 'key.refused' GROUP BY 1, 2"
    reasons = {
        ("api_key:unknown", "unknown"),
        ("api_key:2", "expired"),
        ("api_key:1", "scope"),
        ("api_key:1", "too_many"),
    }
    assert set(ask(two_towns, counted)) == {(*each, 1) for each in reasons}
    clock.now += 60
    await refused_by(recognised, late)
    assert ("api_key:2", "expired", 2) in ask(two_towns, counted)


async def test_who_asks_too_often_hears_when_to_come_again(service: Store) -> None:
    token, key = await keys.create(service, None, name="某", per_minute=7)
    counts = Counts(passing=1)
    recognised = Keys(service, counts)
    await recognised.recognise(token, Scope.FEATURES)
    with pytest.raises(TooMany) as refused:
        await recognised.recognise(token, Scope.FEATURES)
    assert refused.value.more == {"retry_after": 42}
    assert "每分钟最多 7 次" in refused.value.detail
    assert counts.asked == [(f"api_key:{key['id']}", 7)] * 2


async def test_the_last_use_is_written_once_a_minute_at_most(service: Store, two_towns: Database) -> None:
    token, _ = await keys.create(service, None, name="某")
    recognised = Keys(service, Counts())
    written = []
    for _ in range(3):
        await recognised.recognise(token, Scope.FEATURES)
        written += ask(two_towns, "SELECT xmin::text, last_used_at FROM api_key")
    assert len(set(written)) == 1
    assert written[0][1] is not None
    change(two_towns, "UPDATE api_key SET last_used_at = now() - interval '61 seconds'")
    await recognised.recognise(token, Scope.FEATURES)
    ((recent,),) = ask(two_towns, "SELECT last_used_at > now() - interval '30 seconds' FROM api_key")
    assert recent


async def test_the_service_cannot_change_what_a_key_is_for(service: Store) -> None:
    await keys.create(service, None, name="某")
    async with service.system() as tx:
        for column in ("digest", "scope", "unit", "expires_at", "per_minute"):
            (allowed,) = await tx.fetchrow(
                "SELECT has_column_privilege('dispatch_app', 'api_key', $1, 'UPDATE')", column
            )
            assert not allowed, column
    async with service.reader(["unit:1"]) as tx:
        assert await tx.fetch("SELECT * FROM api_key") == []


def test_the_command_line_makes_lists_and_revokes(
    two_towns: Database, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", two_towns.url)
    monkeypatch.setenv("COLUMNS", "200")
    assert main(["keys", "create", "底图", "--days", "30", "--unit", str(towns.CENTER_A)]) == 0
    made = capsys.readouterr()
    token = made.out.strip()
    assert "只显示这一次" in made.err
    assert token not in made.err
    assert main(["keys", "list"]) == 0
    table = capsys.readouterr().out
    assert "底图" in table
    assert "王家营街道社会治理指挥中心" in table
    assert token not in table
    assert main(["keys", "revoke", "1", "--reason", "试用结束"]) == 0
    assert main(["keys", "list", "--json"]) == 0
    assert '"state":"revoked"' in capsys.readouterr().out
    assert main(["keys", "revoke", "9"]) == 2
    assert main(["keys", "create", "底图", "--days", "0"]) == 2
    assert "有效期是 1 到 730 天" in capsys.readouterr().err
