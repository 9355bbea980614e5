"""Some weeks of an administration, by the requests that its pages make: what fills its lists and its histories."""

from __future__ import annotations

import base64
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg

from dispatch.domain.sampling import Plan, commitment
from dispatch.ports.sealing import Sealer
from tests.databases import INDEX_KEY, MASTER_KEY
from tests.e2e.day import DISTRICT, LAMPS, SUPERVISOR, TOWN, UNIT_OF, Day
from tests.e2e.keeper import Keeper

SYSTEM, OTHER_DISTRICT = "xitong", "qu-zhiban2"
MANY = "duomian"
"""Somebody with several posts."""
HOTLINE = "huaian-12345"
SEED = "7b" * 32
PERSON_OF = "SELECT person FROM account WHERE username = %s"
ADD_PERIOD = """
INSERT INTO look_back_period (name, since, until, method, share, least, commitment, key, sealed, created_by)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""
EARLIER = "UPDATE journal SET at = at - interval '5 minutes'"
MONTHS = (
    "SELECT to_char(now() - interval '2 months', 'YYYY-MM'), to_char(now() - interval '1 month', 'YYYY-MM')"
)
COUNTED = (
    "UPDATE ticket SET called_back_at = (SELECT min(until) - interval '1 hour' FROM score_period) "
    "WHERE order_no = 'DAY-CLOSED'"
)
OBJECTIONS_END = (
    "ALTER TABLE score_period DISABLE TRIGGER score_period_life",
    "UPDATE score_period SET objections_until = now() - interval '1 second' "
    "WHERE id = (SELECT min(id) FROM score_period)",
    "ALTER TABLE score_period ENABLE TRIGGER score_period_life",
)
"""What comes with time, and cannot be waited for."""


class Office:
    """Everybody who keeps the district's data, each signed in once."""

    def __init__(self, day: Day) -> None:
        self.day = day
        self._ending = ExitStack()
        self._keepers: dict[str, Keeper] = {}
        self.passwords: dict[str, str] = {}
        """One-time passwords that were told."""

    def ask(self, username: str, method: str, path: str, body: Any = None) -> Any:
        """What somebody is answered."""
        return self.keeper(username).ask(method, path, body)

    def keeper(self, username: str) -> Keeper:
        """Somebody, signed in."""
        if username not in self._keepers:
            made = Keeper(self.day.service, username, self.day.people.passwords[username])
            self._ending.callback(made.leave)
            self._keepers[username] = made
        return self._keepers[username]

    def unit(self, username: str) -> int:
        """The unit of somebody."""
        return int(self.day.service.rows(UNIT_OF, username)[0][0])

    def person(self, username: str) -> int:
        """The number of somebody."""
        return int(self.day.service.rows(PERSON_OF, username)[0][0])

    def leave(self) -> None:
        """All go home."""
        self._ending.close()


def kept(day: Day) -> dict[str, str]:
    """Everything that an administration does, once or twice; the one-time passwords of whoever is new."""
    office = Office(day)
    matters = (hotline, categories, words, ground, limits, rules)
    people = (posts, owning, watching, scoring, looking_back)
    try:
        for part in (*matters, *people):
            part(office)
    finally:
        office.leave()
    return office.passwords


def hotline(office: Office) -> None:
    """A profile in its second version and a third as a draft; a source that came and went; secrets side by side."""
    profile = office.ask(DISTRICT, "GET", f"/api/intake/profiles/{HOTLINE}")
    mapping = next(each for each in profile["versions"] if each["state"] == "active")["mapping"]
    fields = {**mapping["fields"], "content": [*mapping["fields"]["content"], "诉求描述"]}
    at = f"/api/intake/profiles/{HOTLINE}/drafts"
    for note in ("热线明年改叫诉求描述", "再加一个字段名"):
        version = office.ask(DISTRICT, "POST", at, {"note": note})["version"]
        form = {"revision": 1, "note": note, "mapping": {**mapping, "fields": fields}}
        revision = office.ask(DISTRICT, "PUT", f"{at}/{version}", form)["revision"]
        office.keeper(DISTRICT).work(f"{at}/{version}/try", {"messages": 200})
        if note.startswith("热线"):
            office.ask(OTHER_DISTRICT, "POST", f"{at}/{version}/activate", {"revision": revision})
    source = {
        "id": "sz-grid",
        "name": "市网格平台",
        "datum": "gcj02",
        "like": HOTLINE,
        "note": "与市平台对接",
    }
    office.ask(SYSTEM, "POST", "/api/intake/sources", source)
    renamed = {"name": "市网格化平台", "callback_url": None, "note": "名称以批文为准"}
    office.ask(SYSTEM, "PUT", "/api/intake/sources/sz-grid", renamed)
    office.ask(SYSTEM, "POST", "/api/intake/sources/sz-grid/retire", {"note": "并入省平台"})
    for way in ("secrets", "report-secrets"):
        sources = office.ask(SYSTEM, "GET", "/api/sources")
        old = next(each for each in sources if each["source"] == HOTLINE)[way.replace("-", "_")][0]
        office.ask(SYSTEM, "POST", f"/api/sources/{HOTLINE}/{way}", {})
        office.ask(SYSTEM, "POST", f"/api/sources/{HOTLINE}/{way}/{old['fingerprint']}/end", {"hours": 720})


def categories(office: Office) -> None:
    """A category, and what shows that its work is done and who signs for it."""
    new = {"path": "市政设施/智慧灯杆", "place_need": "point", "aliases": ["智能路灯"], "reason": "新增事项"}
    code = office.ask(DISTRICT, "POST", "/api/categories", new)["code"]
    changed = {
        **new,
        "aliases": ["智能路灯", "多功能杆"],
        "evidence_required": True,
        "reason": "热线又有新叫法",
    }
    office.ask(DISTRICT, "PUT", f"/api/categories/{code}", changed)
    shot = {"category": "市政设施", "kinds": ["after"], "least": 1, "reason": "办结要有现场照片"}
    rule = office.ask(DISTRICT, "POST", "/api/closing/evidence", shot)["id"]
    office.ask(
        DISTRICT,
        "POST",
        "/api/closing/evidence",
        {**shot, "kinds": ["before", "after"], "least": 2, "former": rule, "reason": "前后各一张"},
    )
    sign = {"category": "市政设施", "signer": "signing_leader", "reason": "重点领域领导签发"}
    office.ask(DISTRICT, "POST", "/api/closing/signoff", sign)


def words(office: Office) -> None:
    """Answers, words, messages, what desks are warned of."""
    text = {"title": "路灯已修复", "words": "您好，路灯已修复，谢谢您的反映。", "category": LAMPS}
    first = office.ask(DISTRICT, "POST", "/api/closing/texts", text)["id"]
    longer = {**text, "words": "您好，您反映的路灯已于今天修复并点亮，谢谢您的反映。", "former": first}
    office.ask(DISTRICT, "POST", "/api/closing/texts", longer)
    word = office.ask(
        DISTRICT,
        "POST",
        "/api/closing/words",
        {"word": "胡搅蛮缠", "instead": "多次反映", "reason": "不文明"},
    )
    office.ask(DISTRICT, "POST", f"/api/closing/words/{word['id']}/end")
    desk = office.ask(DISTRICT, "GET", "/api/desk-settings")
    warned = {"danger_words": [*desk["danger_words"], "煤气泄漏"], "chase_minutes": 90}
    office.ask(
        DISTRICT, "PUT", "/api/desk-settings", {**warned, "based_on": desk["version"], "note": "入冬用气多"}
    )
    telling = office.ask(DISTRICT, "GET", "/api/telling")
    later = {**telling["limits"], "unopened_minutes": 15, "note": "夏季入户多"}
    office.ask(DISTRICT, "PUT", "/api/telling/limits", later)
    template = telling["templates"][0]
    said = {"gateway_template": template["gateway_template"], "words": template["words"] + "请尽快查看。"}
    office.ask(DISTRICT, "PUT", f"/api/telling/templates/{template['code']}", said)


def ground(office: Office) -> None:
    """A place with another name, and boundaries: a version in force, a draft that was checked."""
    lon, lat = office.day.place.lon, office.day.place.lat
    place = {"name": "营东社区便民广场", "kind": "poi", "lon": lon, "lat": lat, "datum": "wgs84"}
    made = office.ask(DISTRICT, "POST", "/api/gazetteer", place)["id"]
    office.ask(
        DISTRICT,
        "POST",
        f"/api/gazetteer/{made}/aliases",
        {"name": "东头小广场", "kind": "nickname", "reason": "居民都这样叫"},
    )
    office.keeper(DISTRICT).publish(office.day.place.cell)
    draft = office.ask(DISTRICT, "POST", "/api/boundaries", {"note": "两个网格改名", "based_on": 2})["id"]
    office.ask(
        DISTRICT, "PATCH", f"/api/boundaries/{draft}/cells/{office.day.place.cell}", {"name": "营东第一网格"}
    )
    office.keeper(DISTRICT).work(f"/api/boundaries/{draft}/check")
    office.keeper(DISTRICT).work(f"/api/boundaries/{draft}/preview")


def limits(office: Office) -> None:
    """Limits and office hours in a new version, a day off, a ground, an answer from above awaited longer."""
    table = office.ask(DISTRICT, "GET", "/api/timetable")
    shorter = [{**each} for each in table["rules"]]
    for each in shorter:
        each.pop("ordinal")
    shorter[-1]["reason"] = f"{shorter[-1]['reason']}(重申)"
    body = {"based_on": table["version"], "note": "按省里的新规定", "rules": shorter}
    office.ask(DISTRICT, "POST", "/api/timetable/rules", body)
    off = {"kind": "off", "name": "停电检修", "note": "供电公司通知"}
    office.ask(DISTRICT, "PUT", "/api/timetable/days/2026-12-09", off)
    office.ask(DISTRICT, "PUT", "/api/timetable/days/2026-12-09", {"kind": "usual", "note": "检修取消"})
    office.ask(
        DISTRICT, "POST", "/api/upward/grounds", {"kind": "extend", "code": "90", "name": "等待季节性施工"}
    )
    grounds = office.ask(DISTRICT, "GET", "/api/upward/grounds")["grounds"]
    added = next(each for each in grounds if each["name"] == "等待季节性施工")
    office.ask(DISTRICT, "POST", f"/api/upward/grounds/{added['id']}/end")
    office.ask(DISTRICT, "PUT", "/api/upward/limits/extend", {"answer_minutes": 2880})


def rules(office: Office) -> None:
    """A routing rule that came into force, and a draft; a body outside; joint handling."""
    for note in ("路灯划归住建", "再看一遍"):
        draft = office.ask(DISTRICT, "POST", "/api/rules/drafts", {"note": note})
        version, at = draft["version"], f"/api/rules/drafts/{draft['version']}"
        held = office.ask(DISTRICT, "GET", f"/api/rules/versions/{version}")
        listed = [
            {name: value for name, value in each.items() if name != "ordinal"} for each in held["listed"]
        ]
        listed[0]["reason"] = f"{listed[0]['reason']}({note})"
        saved = office.ask(DISTRICT, "PUT", at, {"note": note, "revision": held["revision"], "rules": listed})
        office.keeper(DISTRICT).work(f"{at}/try", {"tickets": 100})
        if note.startswith("路灯"):
            office.ask(OTHER_DISTRICT, "POST", f"{at}/activate", {"revision": saved["revision"]})
    joint = office.ask(DISTRICT, "GET", "/api/joint/settings")["settings"][0]
    names = ("report_in_minutes", "outside_days", "near_m", "within_days", "least_likeness")
    office.ask(
        DISTRICT,
        "PUT",
        "/api/joint/settings",
        {**{name: joint[name] for name in names}, "near_m": 250, "note": "城区更密"},
    )
    body = {"kind": "water", "name": "淮阴自来水公司东区营业所", "phone": "0517-80000001"}
    office.ask(DISTRICT, "POST", "/api/outside-bodies", body)


def posts(office: Office) -> None:
    """A unit, a person of several roles, a cell's grid leader, shifts and a stand-in, keys."""
    unit = {"kind": "department", "name": "区城市运行中心", "reason": "新设"}
    office.ask(SYSTEM, "POST", "/api/units", unit)
    person = {"name": "多面手", "phone": "13900007777", "role": "town_operator", "unit": office.unit(TOWN)}
    made = office.ask(SYSTEM, "POST", "/api/people", {**person, "username": MANY})
    office.passwords[MANY] = made["password"]
    posts_of = f"/api/people/{made['person']['id']}/posts"
    for role, place in (("duty_leader", office.unit(TOWN)), ("window_clerk", office.unit("wjy-chuangkou"))):
        office.ask(SYSTEM, "POST", posts_of, {"role": role, "unit": place})
    office.ask(SYSTEM, "POST", posts_of, {"role": "supervisor", "unit": office.unit(SUPERVISOR)})
    put = {"cell": office.day.place.cell, "duty": "worker", "person": office.person("wjy-gongzuozhan")}
    office.ask(SYSTEM, "POST", "/api/cell-people", put)
    today = datetime.now(UTC).date().isoformat()
    laid = {"unit": office.unit(TOWN), "persons": [office.person(TOWN)], "role": "operator", "first": today}
    office.ask(
        TOWN,
        "POST",
        "/api/duty/shifts",
        {**laid, "begins": "08:00", "ends": "20:00", "weekdays": [0, 1, 2, 3, 4], "weeks": 2},
    )
    span = {
        "starts_at": datetime.now(UTC).isoformat(),
        "ends_at": (datetime.now(UTC) + timedelta(hours=8)).isoformat(),
    }
    stands = {
        "unit": office.unit("wjy-gongzuozhan"),
        "person": office.person("wjy-gongzuozhan"),
        "absent": office.person("wjy-wangge"),
        "reason": "病假",
    }
    office.ask(TOWN, "POST", "/api/duty/stand-ins", {**stands, **span})
    key = office.ask(SYSTEM, "POST", "/api/keys", {"name": "区自然资源局 QGIS"})
    office.ask(SYSTEM, "POST", f"/api/keys/{key['key']['id']}/revoke", {"reason": "换了经办人"})
    office.ask(SYSTEM, "POST", "/api/keys", {"name": "监控", "scope": "metrics"})


def owning(office: Office) -> None:
    """A precedent with a width, what is set about owning, powers and lists."""
    from_cell = {
        "category": LAMPS,
        "cell": office.day.place.cell,
        "unit": office.unit(TOWN),
        "reason": "路灯随路,由街道管养",
    }
    office.ask(DISTRICT, "POST", "/api/precedents", from_cell)
    office.ask(
        DISTRICT,
        "POST",
        "/api/owning/settings",
        {"propose_after": 4, "alarm_hops": 2, "near_m": 200, "note": "少打扰"},
    )
    matter = {
        "list": "from_police",
        "matter": "路灯损坏",
        "category": LAMPS,
        "valid_from": "2026-01-01",
        "reason": "新清单公布",
    }
    office.ask(DISTRICT, "POST", "/api/rules/police-lists", matter)
    note = {
        "name": "locating",
        "based_on": 1,
        "thresholds": {"cell": 0.91},
        "note": "网格把握略提高",
        "confirm": True,
    }
    office.ask(DISTRICT, "POST", "/api/locating/settings", note)


def watching(office: Office) -> None:
    """Cards, one of them answered, one revoked."""
    card = {"color": "yellow", "unit": office.unit(TOWN), "reason": "连续两次逾期未反馈"}
    first = office.ask(DISTRICT, "POST", "/api/cards", card)["id"]
    office.ask(TOWN, "POST", f"/api/cards/{first}/answer", {"answer": "已整改,明确专人盯办"})
    second = office.ask(DISTRICT, "POST", "/api/cards", {**card, "color": "red", "reason": "误登"})["id"]
    office.ask(DISTRICT, "POST", f"/api/cards/{second}/revoke", {"reason": "单位登错"})


def scoring(office: Office) -> None:
    """What is counted in a new version; a score period from its figures to the announcement, and another under way."""
    setting = {
        "day_starts": 720,
        "month_starts": 19,
        "partly": 0.9,
        "satisfied_words": ["满意"],
        "partly_words": ["基本满意"],
    }
    shares = {"responded": 0.1, "solved": 0.5, "satisfied": 0.4, "note": "按市里口径"}
    office.ask(DISTRICT, "POST", "/api/rates/settings", {**setting, **shares})
    later = (datetime.now(UTC) + timedelta(days=3)).isoformat()
    ((former, last),) = office.day.service.rows(MONTHS)
    for month, name in ((former, "考核月"), (last, "又一个考核月")):
        form = {"name": name, "month": month, "objections_until": later}
        office.ask(DISTRICT, "POST", "/api/score-periods", form)
    office.day.service.change(COUNTED)
    first = office.ask(DISTRICT, "GET", "/api/score-periods")[-1]["id"]
    objection = {"rate": "solved", "ticket": office.day.ticket("DAY-CLOSED"), "reason": "回访时诉求人误答"}
    made = office.ask(TOWN, "POST", f"/api/score-periods/{first}/objections", objection)
    number = made["objections"][-1]["id"] if "objections" in made else made["id"]
    office.ask(
        OTHER_DISTRICT, "POST", f"/api/objections/{number}/ruling", {"upheld": True, "ruling": "录音证实"}
    )
    for change in OBJECTIONS_END:
        office.day.service.change(change)
    for state in ("ruling", "locked", "published"):
        office.ask(DISTRICT, "POST", f"/api/score-periods/{first}/state", {"state": state})


def looking_back(office: Office) -> None:
    """A period that was committed to, is over, was drawn and judged; another that begins tomorrow."""
    service = office.day.service
    service.change(EARLIER)
    ((over,),) = service.rows("SELECT now() - interval '2 minutes'")
    keys = dict(service.rows("SELECT id, wrapped FROM data_key"))
    sealer = Sealer(base64.b64decode(MASTER_KEY), base64.b64decode(INDEX_KEY), keys)
    plan = Plan("十一月回头看", over - timedelta(days=2), over, "town", 1.0, 1)
    told = commitment(plan, SEED)
    sealed = sealer.seal({"seed": SEED}, b"look-back:" + told.encode())
    who = office.person(SUPERVISOR)
    row = (
        plan.name,
        plan.since,
        plan.until,
        plan.method,
        plan.share,
        plan.least,
        told,
        sealer.key_id,
        sealed,
        who,
    )
    with psycopg.connect(service.district.owner_url) as connection:
        (number,) = connection.execute(ADD_PERIOD + "RETURNING id", row).fetchone() or (0,)
    office.ask(SUPERVISOR, "POST", f"/api/look-back/periods/{number}/draw")
    first, *rest = office.ask(SUPERVISOR, "GET", f"/api/look-back/tasks?period={number}")
    office.ask(SUPERVISOR, "POST", f"/api/look-back/tasks/{first['id']}/verdict", {"passed": True})
    if rest:
        failed = {"passed": False, "reason": "现场仍有砖块松动"}
        office.ask(SUPERVISOR, "POST", f"/api/look-back/tasks/{rest[0]['id']}/verdict", failed)
