"""How a hotline is read, changed on a real database: drafted, tried on what was pushed, in force, brought back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any

import psycopg
import pytest

from dispatch.actions.channels import Channels
from dispatch.actions.intake import Delivery, Intake
from dispatch.actions.profiles import Profiles
from dispatch.actions.work import Works
from dispatch.actions.world import Worlds
from dispatch.domain.access import Actor, Membership, Role
from dispatch.domain.messages import parse
from dispatch.domain.profile import profile
from dispatch.errors import BadInput, Conflict, NotFound, Refused
from dispatch.jobs.retention import Retention
from dispatch.reads import intake as reads
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.web import towns

ADMIN = Actor("管系统", 5, frozenset({Membership(Role.SYSTEM_ADMIN, towns.DISTRICT)}))
NAME, SOURCE = "t", "huaian-12345"
FORMER: dict[str, Any] = {
    "fields": {
        "kind": ["推送类型"],
        "order_no": ["工单编号"],
        "type": ["诉求类型"],
        "content": ["诉求内容"],
        "address": ["诉求地址"],
        "caller_name": ["诉求人"],
        "caller_phone": ["联系电话"],
    },
    "values": {"kind": {"新工单": "create", "催办": "urge"}, "type": {"投诉": "complaint"}},
}
NEXT_YEAR: dict[str, Any] = {
    "fields": FORMER["fields"] | {"content": ["诉求描述"], "address": ["诉求地址", "事发地址"]},
    "values": FORMER["values"],
}
BOTH = {"fields": FORMER["fields"] | {"content": ["诉求内容", "诉求描述"]}, "values": FORMER["values"]}


@dataclass
class Hotline:
    """A hotline that pushes, and whoever keeps how it is read."""

    store: Store
    profiles: Profiles
    works: Works
    intake: Intake
    owner_url: str

    async def push(self, identity: str, *items: dict[str, Any]) -> None:
        """A delivery through the profile in force."""
        channels = Channels(self.store, towns.sealer())
        await channels.refresh()
        channel = channels.get(SOURCE)
        assert channel is not None
        read = [parse(each, channel.profile) for each in items]
        digest = hashlib.sha256(json.dumps(items).encode()).digest()
        answer = await self.intake.submit(
            Delivery(SOURCE, "gcj02", channel.profile, identity, digest, read, single=False)
        )
        assert answer.status == 200, answer

    async def drafted(self, mapping: dict[str, Any]) -> tuple[int, int]:
        """A draft of a mapping; its number and revision."""
        version = await self.profiles.begin(ADMIN, NAME, "热线换字段", None)
        saved = await self.profiles.save(ADMIN, NAME, version, 1, mapping, "热线换字段")
        return version, saved["revision"]

    async def tried(self, version: int) -> dict[str, Any]:
        """What reading the last messages by a draft came to."""
        started = await self.profiles.start_trying(ADMIN, NAME, version)
        ended = await self.works.ended(started["id"])
        assert ended["state"] == "done", ended
        return ended["result"] or {}

    def rows(self, question: str) -> list[tuple[Any, ...]]:
        """What the database holds, asked as its owner."""
        with psycopg.connect(self.owner_url) as connection:
            return connection.execute(question).fetchall()


async def _nobody(_streams: Sequence[int]) -> None:
    """Nobody listens."""


@pytest.fixture
async def hotline(service: Store, two_towns: Database) -> AsyncIterator[Hotline]:
    """Two towns whose hotline is read by the former profile."""
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("UPDATE intake_profile SET mapping = %s", (json.dumps(FORMER),))
    worlds, works, sealer = Worlds(service), Works(service), towns.sealer()
    await worlds.refresh()
    intake = Intake(service, worlds, sealer, _nobody)
    yield Hotline(service, Profiles(service, sealer, works), works, intake, two_towns.owner_url)
    await intake.drain()
    await works.close()


def order(number: str, **more: str) -> dict[str, Any]:
    """A new order as the hotline says it."""
    given = {
        "工单编号": number,
        "诉求类型": "投诉",
        "诉求内容": "富丽花园门口路灯不亮三天",
        "诉求人": "张三丰",
    }
    return given | {"诉求地址": "富丽花园", "联系电话": "13912345678"} | more


async def test_what_was_pushed_is_kept_sealed_and_a_draft_tried_on_all_of_it(hotline: Hotline) -> None:
    renamed = {"工单编号": "JY100003", "诉求描述": "路灯不亮", "诉求人": "李四"}
    urged = {"推送类型": "催办", "工单编号": "JY100001"}
    await hotline.push("d1", order("JY100001"), order("JY100002"))
    await hotline.push("d2", urged, renamed, order("JY100001"))
    kept = hotline.rows("SELECT source, webhook_id, place FROM pushed_item ORDER BY id")
    assert kept == [(SOURCE, "d2", 0), (SOURCE, "d2", 1)]
    assert hotline.rows("SELECT count(*) FROM pushed_item WHERE position('李四'::bytea IN sealed) > 0") == [
        (0,)
    ]
    version, revision = await hotline.drafted(NEXT_YEAR)
    told = await hotline.tried(version)
    assert told == {
        "version": 2,
        "asked": 4,
        "same": 1,
        "different": 0,
        "refused": 2,
        "accepted": 1,
        "still_refused": 0,
    }
    found = await reads.profile(hotline.store, NAME)
    draft = found["versions"][0]
    assert (draft["state"], draft["tried"]["is_current"], draft["revision"]) == ("draft", True, revision)
    assert draft["tried"]["unknown"] == [{"name": "诉求内容", "items": 2}]
    for secret in ("张三丰", "李四", "13912345678", "路灯", "JY1000"):
        assert secret not in json.dumps(found, ensure_ascii=False, default=str)


async def test_a_draft_comes_in_force_only_as_it_was_tried(hotline: Hotline) -> None:
    await hotline.push("d1", order("JY100001"))
    version, revision = await hotline.drafted(BOTH)
    with pytest.raises(Refused, match="还没有试读"):
        await hotline.profiles.activate(ADMIN, NAME, version, revision)
    await hotline.tried(version)
    saved = await hotline.profiles.save(ADMIN, NAME, version, revision, BOTH, "再改一下")
    with pytest.raises(Refused, match="还没有试读"):
        await hotline.profiles.activate(ADMIN, NAME, version, saved["revision"])
    with pytest.raises(Conflict):
        await hotline.profiles.save(ADMIN, NAME, version, revision, BOTH, "别人的旧页面")
    await hotline.tried(version)
    await hotline.profiles.activate(ADMIN, NAME, version, saved["revision"])
    channels = Channels(hotline.store, towns.sealer())
    await channels.refresh()
    channel = channels.get(SOURCE)
    assert channel is not None
    assert channel.profile == profile(BOTH)
    states = [
        (each["version"], each["state"]) for each in (await reads.profile(hotline.store, NAME))["versions"]
    ]
    assert states == [(2, "active"), (1, "retired")]
    with pytest.raises(Refused, match="已不是草稿"):
        await hotline.profiles.activate(ADMIN, NAME, version, saved["revision"])
    assert hotline.rows("SELECT action FROM audit WHERE action LIKE 'profile.%' ORDER BY id") == [
        (f"profile.{what}",) for what in ("drafted", "saved", "saved", "activated")
    ]
    (before, after), *_ = hotline.rows("SELECT before, after FROM kept_change WHERE what = 'activated'")
    assert before == {"version": 1, "fields.content": ["诉求内容"]}
    assert after == {"version": 2, "fields.content": ["诉求内容", "诉求描述"]}


async def test_a_trial_beside_a_version_that_is_no_more_in_force_is_worth_nothing(hotline: Hotline) -> None:
    first, first_revision = await hotline.drafted(BOTH)
    second, revision = await hotline.drafted(NEXT_YEAR)
    await hotline.tried(first)
    await hotline.tried(second)
    await hotline.profiles.activate(ADMIN, NAME, first, first_revision)
    with pytest.raises(Refused, match="再试读一次"):
        await hotline.profiles.activate(ADMIN, NAME, second, revision)
    back = await hotline.profiles.bring_back(ADMIN, NAME, 1, "热线没有换")
    assert back == 4
    assert hotline.rows("SELECT version, mapping FROM intake_profile") == [(4, FORMER)]
    with pytest.raises(Refused, match="曾经启用过"):
        await hotline.profiles.bring_back(ADMIN, NAME, second, "没有启用过")


async def test_what_is_broken_is_refused_at_save_with_its_field(hotline: Hotline) -> None:
    version = await hotline.profiles.begin(ADMIN, NAME, "热线换字段", None)
    broken = {"fields": FORMER["fields"] | {"content": []}, "values": {"type": {"投诉": "complain"}}}
    with pytest.raises(BadInput, match="诉求内容") as refused:
        await hotline.profiles.save(ADMIN, NAME, version, 1, broken, "错的")
    assert [each["field"] for each in refused.value.more["errors"]] == ["fields.content", "values.type"]
    await hotline.profiles.discard(ADMIN, NAME, version, 1)
    with pytest.raises(NotFound):
        await hotline.profiles.save(ADMIN, NAME, version, 1, FORMER, "已放弃")
    with pytest.raises(NotFound):
        await hotline.profiles.begin(ADMIN, "nobody", "没有", None)
    with pytest.raises(BadInput, match="2000"):
        await hotline.profiles.start_trying(ADMIN, NAME, version, 2001)


async def test_what_was_pushed_is_forgotten_after_a_month_and_beyond_the_last_of_a_source(
    hotline: Hotline,
) -> None:
    with psycopg.connect(hotline.owner_url) as connection:
        connection.execute(
            "INSERT INTO pushed_item (source, webhook_id, place, key, sealed, received_at) "
            "SELECT %s, 'w', n, 1, '', now() - CASE WHEN n < 3 THEN interval '31 days' ELSE interval '1 day' END "
            "FROM generate_series(1, 2010) n",
            (SOURCE,),
        )
    await Retention(hotline.store).forget()
    assert hotline.rows("SELECT count(*), min(place) FROM pushed_item") == [(2000, 11)]
