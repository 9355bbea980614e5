"""A day of the district with something on every list: what people find at their screens when they are looked at."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.e2e.hotline import Hotline
from tests.e2e.keeper import Keeper
from tests.e2e.people import People
from tests.e2e.service import Service
from tests.e2e.story import AWAKE, Spot, elsewhere, order, order_at, spot_of

TOWN, LEADER, SIGNER, WORKER = "wjy-zhiban", "wjy-daiban", "wjy-fenguan", "wjy-wangge"
DISTRICT, SUPERVISOR = "qu-zhiban", "ducha"
LAMPS, WALLS = "市政设施/路灯", "市容环卫/围墙"
SENTENCE = "北京东路与淮海路交叉口西北角夜市摊点占道经营,油烟和噪声扰民,地面油污湿滑,已有老人滑倒。"
REPLY = "您好，围墙已加固,警示牌已设置,谢谢您的反映。"
TICKET = "SELECT id FROM ticket WHERE order_no = %s"
UNIT_OF = "SELECT m.unit FROM membership m JOIN account a USING (person) WHERE a.username = %s"
TOLD = """
SELECT FROM notification n JOIN ticket t ON t.id = n.ticket WHERE t.order_no = %s AND n.state IN ('sent', 'opened')
"""
HANDED_OVER = """
INSERT INTO handover (unit, from_person, to_person, items, sound_heard, notes)
SELECT m.unit, min(n.person), max(n.person), %s, true, '打印机缺纸,东街积水点留意' FROM membership m
JOIN account a ON a.person = m.person JOIN membership n ON n.unit = m.unit
WHERE a.username = 'wjy-zhiban' GROUP BY m.unit
"""
UNOPENED = "UPDATE notification SET check_at = now() WHERE check_at IS NOT NULL"
LATER = (
    "UPDATE clock SET started_at = now() - interval '6 minutes' WHERE kind = 'sign' AND stopped_at IS NULL "
    "AND ticket IN (SELECT id FROM ticket WHERE urgency = 'critical')",
    "UPDATE callback SET state = 'dead', attempts = 9, error = 'HTTP 502 Bad Gateway' "
    "WHERE id IN (SELECT id FROM callback WHERE state = 'sent' ORDER BY created_at LIMIT 2)",
    "INSERT INTO look_back (ticket, kind, stratum, due_at) "
    "SELECT id, 'stage', NULL, now() + interval '2 days' FROM ticket WHERE state IN ('replied', 'closed')",
)
"""What comes with time: a critical ticket rings, reports are dead, replies are looked at again."""


class Day:
    """Who did what today; tickets by their order's number."""

    def __init__(self, service: Service, hotline: Hotline, people: People) -> None:
        self.service, self.hotline, self.people = service, hotline, people
        self.place: Spot = spot_of(service, WORKER)

    def push(self, number: str, title: str, category: str = WALLS, **more: object) -> int:
        """A new order in the worker's cell; its ticket."""
        self.hotline.push(order_at(self.place, number, title, category) | more)
        return self.ticket(number)

    def ticket(self, number: str) -> int:
        """The ticket of an order."""
        return int(self.service.rows(TICKET, number)[0][0])

    def give(self, username: str, ticket: int, *commands: tuple[str, dict[str, Any]]) -> None:
        """What somebody does with a ticket, one after the other."""
        with elsewhere(self.service, self.people, username, ticket) as person:
            for command, fields in commands:
                if command == "photograph":
                    person.photograph()
                else:
                    person.give(command, **fields)

    def assigned(self, number: str, title: str, **more: Any) -> int:
        """An order that is with the worker."""
        ticket = self.push(number, title, **more)
        lead = {"unit": self.place.station, "person": self.place.person}
        self.give(TOWN, ticket, ("sign", {}), ("assign", {"lead": lead, "note": "请今天到场"}))
        return ticket

    def link(self, number: str) -> str:
        """The link of the message that told the worker of an order."""
        ((ticket,),) = self.service.rows("SELECT number FROM ticket WHERE order_no = %s", number)
        self.service.await_rows(TOLD, number)
        lines = (self.service.folder / "outbox.jsonl").read_text(encoding="utf-8").splitlines()
        params = [json.loads(line)["params"] for line in lines]
        return next(str(each["link"]) for each in params if each.get("number") == ticket and "link" in each)

    def pair_wall(self, code: str, town: bool, shows: str) -> None:
        """Somebody who keeps walls types the code that a screen shows."""
        keeper = Keeper(self.service, "xitong", self.people.passwords["xitong"])
        unit = self.service.rows(UNIT_OF, TOWN if town else DISTRICT)[0][0]
        keeper.ask("POST", "/api/walls", {"code": code, "name": "三楼指挥大厅", "unit": unit, "shows": shows})
        keeper.leave()

    def answered(self, number: str, title: str) -> int:
        """An order that the worker has answered, with a photo."""
        ticket = self.assigned(number, title)
        done = {"done": "围墙已加固,警示牌已设置。", "how_closed": "solved", "found_true": "yes"}
        self.give(WORKER, ticket, ("accept", {}), ("photograph", {}), ("answer", done))
        return ticket


def incoming(day: Day) -> None:
    """What nobody has touched: fresh, critical, very long, and without a place."""
    day.push("DAY-CRITICAL", "路口信号灯杆倾斜,有倒伏危险", "交通设施/信号灯", 紧急程度="特急")
    day.push("DAY-LONG", SENTENCE * 2, LAMPS, 诉求内容=SENTENCE * 12, 诉求地址=SENTENCE)
    day.push("DAY-FRESH", "围墙开裂")
    day.push("DAY-ALIKE", "围墙开裂,行人绕行")
    for number, title in (("DAY-NOWHERE", "村口路灯三天不亮"), ("DAY-NOWHERE-2", "村口水渠堵了")):
        day.hotline.push(order(number, title, 诉求地址="杨庄"))
    waiting = {"推送类型": "催办", "工单编号": "DAY-UNKNOWN", "催办内容": "市民再次来电"}
    day.hotline.push(waiting, expected=202)


def under_way(day: Day) -> None:
    """With the worker: not opened, accepted, called and promised, urged, asked for from above."""
    now = datetime.now(UTC)
    for number in ("DAY-LINK-zh-day", "DAY-LINK-en-night", "DAY-UNOPENED"):
        day.assigned(number, "楼道堆物,影响通行")
    ticket = day.assigned("DAY-WORKED", "围墙倾斜", 诉求内容=SENTENCE)
    day.give(WORKER, ticket, ("accept", {}), ("photograph", {}))
    again = (now + timedelta(hours=1)).isoformat()
    promised = {"result": "later", "again_at": again, "text": "五点半后再打"}
    day.give(TOWN, ticket, ("contact", promised), ("urge", {"text": "请抓紧"}), ("note", {"text": "已协调"}))
    wanted = {"level": "3", "requirement": "今天之内到场,说明原因", "hours": 4}
    day.give(SUPERVISOR, ticket, ("supervise", wanted))
    fields = {
        "kind": "extend",
        "reason": "须厂家加固,材料周五到",
        "until": (now + timedelta(days=9)).isoformat(),
    }
    ground = day.service.rows("SELECT code FROM upward_ground WHERE kind = 'extend' ORDER BY 1 LIMIT 1")
    signed = day.push("DAY-SIGNED", "围墙须重砌")
    day.give(TOWN, signed, ("sign", {}), ("request_up", fields | {"ground_extend": ground[0][0]}))
    office = day.service.rows("SELECT id FROM unit WHERE name LIKE '%%住房和城乡建设局' LIMIT 1")[0][0]
    called = {"co": [{"unit": office}], "note": "请到现场会商", "report_in_minutes": 30}
    day.give(TOWN, signed, ("assign", {"lead": {"unit": day.place.station}}), ("whistle", called))


def judged(day: Day) -> None:
    """Answered, warned, reviewed, replied, called back and closed, returned and to be decided."""
    day.answered("DAY-ANSWERED", "旧围墙")
    warned = day.answered("DAY-WARNED", "新围墙")
    unhappy = {"contacted": "yes", "solved": "no", "satisfied": "dissatisfied", "text": "昨晚还在掉砖"}
    day.give(LEADER, warned, ("pre_callback", unhappy))
    reviewed = day.answered("DAY-REVIEWED", "厂区围墙")
    day.give(TOWN, reviewed, ("pre_callback", unhappy), ("review", {"reply": REPLY}))
    for number in ("DAY-REPLIED", "DAY-CLOSED"):
        ticket = day.answered(number, f"学校围墙 {number}")
        day.give(LEADER, ticket, ("review", {"reply": REPLY}))
    told = {"工单编号": "DAY-CLOSED", "是否联系": "是", "是否解决": "已解决", "满意度": "满意"}
    day.hotline.push({"推送类型": "回访结果", **told})
    day.hotline.push({"推送类型": "结案", "工单编号": "DAY-CLOSED"})
    returned = day.push("DAY-RETURNED", "路灯整夜不亮", LAMPS)
    other = day.service.rows(UNIT_OF, "yg-zhiban")[0][0]
    basis = {"reason": "unclear_power", "basis": "路灯由渔沟镇报装", "proposed": other}
    day.give(TOWN, returned, ("return", basis))


def spent(service: Service, hotline: Hotline, people: People) -> Day:
    """The whole day, up to now."""
    service.change(AWAKE)
    day = Day(service, hotline, people)
    incoming(day)
    under_way(day)
    judged(day)
    late = [{"id": 1, "number": "HY001", "title": SENTENCE, "note": "2026-11-24T01:00:00Z"}]
    service.change(HANDED_OVER, json.dumps({"overdue": late}))
    service.await_rows("SELECT FROM notification WHERE state = 'sent'")
    service.await_rows("SELECT FROM callback WHERE state = 'sent' OFFSET 1 LIMIT 1")
    for change in LATER:
        service.change(change)
    service.await_rows("SELECT FROM notification WHERE listed_at IS NOT NULL", meanwhile=UNOPENED)
    return day
