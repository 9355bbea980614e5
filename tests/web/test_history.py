"""What was changed of anything a district keeps: who, from what to what, why; people and secrets for few."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import psycopg

from dispatch.store.history import SOURCES
from tests.databases import Database
from tests.web import test_scores, towns
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
    for kind, reason in (
        *(("desk_setting", "first setting"), ("telling_limit", "first setting")),
        ("rate_setting", "response 0.1, solved 0.5, satisfied 0.4; days from 12:00, months from the 19th"),
    ):
        asked = {"params": {"about": kind}, "headers": {"Accept-Language": "en"}}
        *_, first = done(await district.get(CHANGES, **asked))
        assert (first["person"], first["reason"]) == (None, reason), kind


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
    done(await district.patch(f"/api/walls/{wall}", json={"name": "五楼会商室"}))
    done(await district.patch(f"/api/walls/{wall}", json={"theme": "light"}))
    done(await district.delete(f"/api/walls/{wall}"))
    ended, lit, renamed, changed, paired = await history(district, "wall")
    assert [each["what"] for each in (ended, lit, renamed, changed, paired)] == [
        *("ended", "changed", "changed", "changed", "paired")
    ]
    assert (lit["before"], lit["after"]) == ({"theme": "dark"}, {"theme": "light"})
    assert (renamed["before"], renamed["after"]) == ({"name": "三楼指挥大厅"}, {"name": "五楼会商室"})
    assert (changed["before"], changed["after"]) == ({"shows": "now"}, {"shows": "both"})
    assert (paired["after"]["name"], paired["after"]["shows"], paired["person"]) == (
        *("三楼指挥大厅", "now"),
        "区值班",
    )
    assert paired["label"] == "五楼会商室"


async def test_what_is_set_about_rates_and_locating_comes_beside_the_version_before(
    sign_in: SignIn, two_towns: Database
) -> None:
    district = await sign_in("district")
    done(await district.post("/api/rates/settings", json=test_scores.SETTING))
    newest, first = await history(district, "rate_setting")
    assert (newest["person"], newest["reason"], first["person"]) == ("区值班", "另一县的口径", None)
    assert (newest["before"]["solved"], newest["after"]["solved"]) == (0.5, 0.35)
    assert (newest["before"]["board"], newest["after"]["board"]) == (3, 2)
    assert newest["after"]["satisfied_words"] == ["满意"]
    assert first["after"] == newest["before"]
    curves = {"cell": {"point": [[0.0, 1.0], [0.1, 0.9]]}}
    steps: list[dict[str, Any]] = [{"least_precision": 0.9}, {"region": ["淮阴"], "calibration": curves}]
    for version, given in enumerate(steps):
        form = {"based_on": version, "note": f"第 {version} 次", "confirm": True, **given}
        done(await district.post("/api/locating/settings", json=form))
    newest, first = await history(district, "locating_setting")
    assert (newest["before"]["calibration"], newest["after"]["calibration"]) == (
        ["own"],
        [["cell", "point", [[0.0, 1.0], [0.1, 0.9]]]],
    )
    assert (newest["before"]["region"], newest["after"]["region"]) == ([], ["淮阴"])
    assert (newest["after"]["weights"], newest["after"]["least_precision"]) == (["own"], 0.9)
    assert (first["what"], first["before"], newest["reason"]) == ("added", None, "第 1 次")


async def test_periods_say_who_opened_locked_and_announced_them(sign_in: SignIn, two_towns: Database) -> None:
    district, desk = await sign_in("district"), await sign_in("towna")
    form = test_scores.period(name="十月")
    period = done(await district.post("/api/score-periods", json=form))["id"]
    test_scores.end_objections(two_towns)
    for state in ("ruling", "locked", "published"):
        done(await district.post(f"/api/score-periods/{period}/state", json={"state": state}))
    found = await history(desk, f"score_period:{period}")
    assert [(each["what"], each["person"], each["after"]["state"]) for each in found] == [
        ("went_on", "区值班", "published"),
        ("went_on", "区值班", "locked"),
        ("went_on", "区值班", "ruling"),
        ("opened", "区值班", "checking"),
    ]
    assert found[0]["before"] == {"state": "locked"}
    assert (found[3]["label"], found[3]["after"]["setting"]) == ("十月", 1)


async def test_look_back_periods_say_who_published_and_who_drew_them(
    sign_in: SignIn, two_towns: Database
) -> None:
    now = datetime.now(UTC)
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute(
            "INSERT INTO look_back_period (name, since, until, method, share, least, commitment, key, sealed,"
            " created_at, created_by, seed, counts, drawn_at, drawn_by) VALUES ('十一月', %s, %s, 'town', 0.05, 1,"
            " 'c0ffee', 1, '', %s, 1, 'beef', '{\"population\": 40, \"drawn\": 2}', %s, 2)",
            (now - timedelta(days=9), now - timedelta(days=2), now - timedelta(days=10), now),
        )
    drawn, committed = await history(await sign_in("district"), "look_back_period")
    assert (committed["what"], committed["person"], committed["after"]["commitment"]) == (
        *("committed", "区值班"),
        "c0ffee",
    )
    assert (drawn["what"], drawn["after"]) == ("drawn", {"population": 40, "drawn": 2, "seed": "beef"})
    assert drawn["person"] == "甲值班"


async def test_whoever_looks_at_a_page_looks_at_its_history_and_nobody_else(
    sign_in: SignIn, two_towns: Database
) -> None:
    status = {
        "towna": {"rate_setting": 200, "score_period": 200, "locating_setting": 200, "unit": 403},
        "leadera": {"score_period": 200, "rate_setting": 200, "look_back_period": 403, "timetable": 403},
        "admin": {"rate_setting": 200, "locating_setting": 200, "score_period": 403, "look_back_period": 403},
    }
    for who, asked in status.items():
        browser = await sign_in(who)
        for about, expected in asked.items():
            answer = await browser.get(CHANGES, params={"about": about})
            assert answer.status_code == expected, (who, about)


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
