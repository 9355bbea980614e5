"""What was changed of anything a district keeps: who, from what to what, why; people and secrets for few."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from dispatch.store.history import SOURCES
from tests.databases import Database
from tests.web import towns
from tests.web.conftest import Browser, SignIn
from tests.web.test_clocks import REPLY, SIGN, save_rules
from tests.web.test_webhook_secrets import OLD, SOURCE, hotline

__all__ = ["hotline"]

CHANGES = "/api/kept-changes"


async def history(browser: Browser, about: str) -> list[dict[str, Any]]:
    """The changes of a kind or a thing."""
    answer = await browser.get(CHANGES, params={"about": about})
    assert answer.status_code == 200, answer.text
    return [dict(each) for each in answer.json()]


def done(answer: httpx.Response) -> Any:
    """What an act was answered, which went well."""
    assert answer.is_success, answer.text
    return answer.json() if answer.content else None


async def test_every_kind_is_answered_and_nothing_but_what_was_done_is_in_it(
    sign_in: SignIn, two_towns: Database
) -> None:
    district = await sign_in("district")
    for kind in SOURCES:
        answer = await district.get(CHANGES, params={"about": kind})
        assert answer.status_code == (403 if kind in ("person", "secret") else 200), kind
        if answer.status_code == 200:
            assert [each["person"] for each in answer.json() if each["person"]] == [], kind
    assert await history(district, "nothing_of_this_name") == []


async def test_words_of_messages_come_with_the_former_words(sign_in: SignIn, two_towns: Database) -> None:
    district = await sign_in("district")
    words = {"gateway_template": "SMS_1", "words": "新工单 {number}:{link}"}
    former = {each["code"]: each["words"] for each in done(await district.get("/api/telling"))["templates"]}[
        "assigned"
    ]
    done(await district.put("/api/telling/templates/assigned", json=words))
    newest = (await history(district, "notification_template:assigned"))[0]
    assert (newest["person"], newest["before"]["words"], newest["after"]["words"]) == (
        "区值班",
        former,
        words["words"],
    )
    limits = done(await district.get("/api/telling"))["limits"]
    done(await district.put("/api/telling/limits", json={**limits, "unopened_minutes": 15, "note": "夏季"}))
    (newest, *_) = await history(district, "telling_limit")
    assert (newest["before"]["unopened_minutes"], newest["after"]["unopened_minutes"]) == (10, 15)
    assert newest["reason"] == "夏季"


async def test_why_the_program_did_something_is_told_in_english_too(
    sign_in: SignIn, two_towns: Database
) -> None:
    district = await sign_in("district")
    for kind in ("desk_setting", "telling_limit"):
        asked = {"params": {"about": kind}, "headers": {"Accept-Language": "en"}}
        *_, first = done(await district.get(CHANGES, **asked))
        assert (first["person"], first["reason"]) == (None, "first setting"), kind


async def test_limits_come_as_whole_lists_and_a_day_as_it_was(sign_in: SignIn, two_towns: Database) -> None:
    district = await sign_in("district")
    done(await save_rules(district, [SIGN, REPLY], 1))
    done(await save_rules(district, [SIGN, {**REPLY, "limit_text": "3工作日"}], 2))
    off = {"kind": "off", "name": "停电检修", "note": "供电公司通知"}
    done(await district.put("/api/timetable/days/2026-11-25", json=off))
    done(await district.put("/api/timetable/days/2026-11-25", json={"kind": "usual", "note": "检修取消"}))
    usual, day, rules, *_ = await history(district, "timetable")
    assert [each["limit_text"] for each in rules["before"]["clock_rules"]] != [
        each["limit_text"] for each in rules["after"]["clock_rules"]
    ]
    assert rules["after"]["clock_rules"][1]["limit_text"] == "3工作日"
    assert (day["before"], day["after"]) == (None, {"day": "2026-11-25", "kind": "off", "name": "停电检修"})
    assert usual["before"] == {"day": "2026-11-25", "kind": "off", "name": "停电检修"}
    assert [each["label"] for each in (usual, day, rules)] == ["calendar", "calendar", "rules"]


async def test_texts_words_and_settings_come_beside_what_they_replace(
    sign_in: SignIn, two_towns: Database
) -> None:
    district = await sign_in("district")
    word = {"word": "刁民", "instead": "群众", "reason": "不文明"}
    first = done(await district.post("/api/closing/words", json=word))["id"]
    second = done(
        await district.post("/api/closing/words", json={**word, "instead": "诉求人", "former": first})
    )["id"]
    done(await district.post(f"/api/closing/words/{second}/end"))
    found = [each for each in await history(district, "sensitive_word") if each["label"] == "刁民"]
    assert [each["what"] for each in found] == ["ended", "changed", "added"]
    assert (found[1]["before"]["instead"], found[1]["after"]["instead"]) == ("群众", "诉求人")
    text = {"title": "路灯", "words": "已修复。", "unit": towns.STATION_A}
    done(await district.post("/api/closing/texts", json=text))
    (newest, *_) = await history(district, "standard_text")
    assert (newest["after"]["words"], newest["after"]["unit"]) == ("已修复。", "营东社区工作站")
    setting = {"propose_after": 4, "alarm_hops": 2, "near_m": 200, "note": "少打扰"}
    done(await district.post("/api/owning/settings", json=setting))
    (newest,) = await history(district, "owning_setting")
    assert (newest["after"]["near_m"], newest["reason"]) == (200, "少打扰")


async def test_screens_and_limits_from_above_come_beside_what_was(
    sign_in: SignIn, browser: Callable[[], Browser], two_towns: Database
) -> None:
    district = await sign_in("district")
    done(await district.put("/api/upward/limits/extend", json={"answer_minutes": 2880}))
    done(await district.put("/api/upward/limits/extend", json={"answer_minutes": 720}))
    newest, *_ = await history(district, "upward_limit")
    assert (newest["label"], newest["before"], newest["after"]) == (
        *("extend", {"answer_minutes": 2880}),
        {"answer_minutes": 720},
    )
    code = done(await browser().post("/api/wall/pairing"))["code"]
    form = {"code": code, "name": "三楼指挥大厅", "unit": 1, "shows": "now"}
    wall = done(await district.post("/api/walls", json=form))["id"]
    done(await district.patch(f"/api/walls/{wall}", json={"shows": "both"}))
    done(await district.delete(f"/api/walls/{wall}"))
    ended, changed, paired = await history(district, "wall")
    assert [each["what"] for each in (ended, changed, paired)] == ["ended", "changed", "paired"]
    assert (changed["before"], changed["after"]) == ({"shows": "now"}, {"shows": "both"})
    assert (paired["label"], paired["after"]["shows"], paired["person"]) == ("三楼指挥大厅", "now", "区值班")


async def test_duty_says_what_was_laid_and_who_was_taken_off(sign_in: SignIn, two_towns: Database) -> None:
    desk, district = await sign_in("towna"), await sign_in("district")
    pattern = {"unit": towns.CENTER_A, "persons": [2], "role": "operator", "first": "2026-11-23"}
    more = {"begins": "20:00", "ends": "08:00", "weekdays": [0], "weeks": 1}
    done(await desk.post("/api/duty/shifts", json=pattern | more))
    now = datetime.now(UTC)
    form = {"unit": towns.STATION_A, "person": 6, "absent": 4, "reason": "病假"}
    span = {"starts_at": now.isoformat(), "ends_at": (now + timedelta(hours=8)).isoformat()}
    done(await desk.post("/api/duty/stand-ins", json=form | span))
    stands, laid = await history(district, "duty")
    assert (laid["what"], laid["after"], laid["label"]) == (
        "laid",
        {"shifts": 1},
        "王家营街道社会治理指挥中心",
    )
    assert (stands["what"], stands["after"]["who"], stands["after"]["absent"], stands["reason"]) == (
        *("stands_in", "甲站点", "甲网格"),
        "病假",
    )
    assert await history(district, f"duty:{towns.STATION_A}") == [stands | {"id": 1}]


async def test_people_and_secrets_are_for_administrators_of_the_system(
    sign_in: SignIn, two_towns: Database
) -> None:
    admin, district = await sign_in("admin"), await sign_in("district")
    form = {"name": "甲网格", "phone": "13900009999", "post": "专职网格员"}
    done(await admin.put("/api/people/4", json=form))
    leave = {"role": "grid_worker", "unit": towns.STATION_A, "successor": 6, "reason": "调动"}
    done(await admin.post("/api/people/4/leave", json=leave))
    ended, changed = done(await admin.get("/api/people/changes", params={"person": 4}))
    assert (changed["what"], changed["before"]["phone"], changed["after"]["phone"]) == (
        "person_changed",
        "13900000004",
        "13900009999",
    )
    assert (ended["what"], ended["after"], ended["reason"]) == (
        "post_ended",
        {"role": "grid_worker", "unit": "营东社区工作站", "successor": "甲站点"},
        "调动",
    )
    assert len(done(await admin.get("/api/people/changes"))) == 2
    for about in ("person", "person:4", "secret"):
        assert (await admin.get(CHANGES, params={"about": about})).status_code == 403
    assert (await district.get("/api/people/changes")).status_code == 403


async def test_secrets_say_who_added_and_ended_them(sign_in: SignIn, hotline: Database) -> None:
    admin = await sign_in("admin")
    made = done(await admin.post(f"/api/sources/{SOURCE}/secrets", json={}))
    done(await admin.post(f"/api/sources/{SOURCE}/secrets/{OLD}/end", json={"hours": 24}))
    ended, added = done(await admin.get("/api/sources/changes"))
    assert (ended["what"], ended["after"]) == ("secret_ended", {"fingerprint": OLD, "hours": 24})
    assert added["after"]["fingerprint"] == made["source"]["secrets"][-1]["fingerprint"]
    assert added["person"] == "管系统"
    assert made["secret"] not in str((ended, added))
