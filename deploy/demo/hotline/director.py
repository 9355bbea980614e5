"""What the hotline says next, and how it answers what it hears. Pure: time comes in, messages go out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from deploy.demo.hotline.above import answers, drop_request, hear_request, next_answer
from deploy.demo.hotline.atlas import Atlas
from deploy.demo.hotline.cards import chance
from deploy.demo.hotline.memory import Memory, Remembered
from deploy.demo.hotline.orders import SHANGHAI, Fields, Order, clock_time, order

OPENING = 60
LONGEST_AGE = timedelta(hours=7)
LIVELY = timedelta(hours=1)
LIVELY_GAP, QUIET_GAP = 4.8, 20.0  # seconds between two messages, on average
NEW = 0.86
FOUND_AGAIN = 0.5
"""How often a seat finds the order of the first call about the same matter."""
SUPPLEMENT, URGE, SUPERVISE, DUE = 0.92, 0.96, 0.967, 0.98  # what is above is a withdrawal
SUPPLEMENTS = (
    "市民补充：白天上班不方便接电话，请在十八点以后联系。",
    "市民补充：今天情况比之前更严重了，希望加快处理。",
    "市民补充：现场有人可以带路，到了请打电话。",
    "市民补充：同一地点上个月也出现过，希望彻底解决。",
)
URGES = (
    "市民来电催办：至今没有人联系，请尽快处理。",
    "市民第二次来电，询问办理进度，表示影响生活，请抓紧办理。",
    "市民催办：问题仍未解决，希望今天给答复。",
)
WITHDRAWALS = ("问题已经解决，市民要求撤单。", "市民表示反映有误，不需要办理，要求撤销。")
HAPPY = ("市民表示问题已经解决，对处理结果满意。", "已联系市民，对办理速度表示认可。", "市民表示感谢。")
UNHAPPY = ("市民表示问题没有解决，要求重新办理。", "市民称没有人到现场，对答复不满意。")
SUPERVISIONS = (("二级", "同一诉求三天内多次来电，请限时反馈。"), ("三级", "媒体关注，请当日核实并反馈。"))
REWORK = "经热线质检，答复内容与诉求不对应，请重新办理。"


@dataclass(frozen=True, slots=True)
class Said:
    """A message to push, and in a few words what it is."""

    fields: Fields
    gist: str


class Director:
    """Decides what is said; everything it has to keep lies in ``memory``."""

    def __init__(self, seed: int, atlas: Atlas, memory: Memory) -> None:
        self._seed = seed
        self._atlas = atlas
        self.memory = memory

    def opening(self, now: datetime) -> list[Said]:
        """The first burst: what was dispatched in the last hours, oldest first, none near its limit yet."""
        made = [order(self._seed, number, self._atlas) for number in range(OPENING)]
        aged = sorted(
            ((_age(self._seed, each), each) for each in made), key=lambda pair: pair[0], reverse=True
        )
        self.memory.next_number = OPENING
        return [self._new(each, now - age) for age, each in aged]

    def gap(self, played: timedelta) -> float:
        """Seconds until the next message."""
        usual = LIVELY_GAP if played < LIVELY else QUIET_GAP
        return usual * chance(self._seed, "gap", self.memory.step).uniform(0.4, 1.6)

    def next(self, now: datetime) -> Said:
        """The next message: mostly a new order, now and then more about an old one."""
        self.memory.step += 1
        rng = chance(self._seed, "step", self.memory.step)
        kind = rng.random()
        if kind >= NEW:
            older = [each for each in self.memory.orders.values() if each.open and each.number is not None]
            about = rng.choice(older) if older else None
            said = about and self._more(about, kind, rng, now)
            if said:
                return said
        number = self.memory.next_number
        self.memory.next_number += 1
        return self._new(order(self._seed, number, self._atlas), now)

    def hear(self, event: Mapping[str, Any], now: datetime) -> None:
        """Take a status event; one that a newer one has overtaken changes nothing."""
        order_no, version = str(event.get("order_no") or ""), int(event.get("version") or 0)
        if not order_no:
            return
        known = self.memory.orders.get(order_no)
        if known is None:
            known = Remembered(order_no, None, "", now.timestamp())
            self.memory.add(known)
        if self._asked(known, event, now) or version <= known.version:
            return
        known.version, known.status = version, str(event.get("status") or "")
        known.tell_at = known.conclude_at = None
        if known.status == "已办结":
            wait = chance(self._seed, "call back", order_no, known.told).uniform(12, 40)
            known.tell_at = now.timestamp() + wait

    def _asked(self, known: Remembered, event: Mapping[str, Any], now: datetime) -> bool:
        """Whether an event is about an upward request, which it takes."""
        match event.get("type"):
            case "ticket.request":
                hear_request(self._seed, known, event, now)
            case "ticket.request_withdrawn":
                drop_request(known, event)
            case _:
                return False
        return True

    def due(self, now: datetime) -> list[Said]:
        """The call-backs, closings and answers to requests whose time has come."""
        said = []
        for each in list(self.memory.orders.values()):
            said += [
                Said(fields, f"{fields['推送类型']} {each.order_no} {each.title}")
                for fields in answers(self._seed, each, now)
            ]
            if each.tell_at is not None and each.tell_at <= now.timestamp():
                said.append(self._call_back(each, now))
            elif each.conclude_at is not None and each.conclude_at <= now.timestamp():
                each.conclude_at = None
                said.append(_about(each, "结案", {"原因": "回访满意，予以结案"}))
        return said

    def next_due(self) -> float | None:
        """When the next call-back, closing or answer is due, in seconds since 1970."""
        times = [
            at
            for each in self.memory.orders.values()
            for at in (each.tell_at, each.conclude_at, next_answer(each))
            if at
        ]
        return min(times, default=None)

    def _new(self, made: Order, dispatched_at: datetime) -> Said:
        at = dispatched_at.astimezone(SHANGHAI)
        order_no = self.memory.order_no(made.number, at)
        pushed = made.pushed(order_no, at) | self._repeated(made)
        self.memory.add(
            Remembered(order_no, made.number, made.title, at.timestamp(), due=str(pushed["办结时限"]))
        )
        return Said(pushed, f"新工单 {order_no} {made.title}")

    def _repeated(self, made: Order) -> Fields:
        """The order of the first call about the same matter, where the seat found it."""
        if made.event == made.number or chance(self._seed, "found again", made.number).random() > FOUND_AGAIN:
            return {}
        known = (each.order_no for each in self.memory.orders.values() if each.number == made.event)
        first = next(known, None)
        return {"重复工单编号": first} if first else {}

    def _more(self, about: Remembered, kind: float, rng: Random, now: datetime) -> Said | None:
        """A supplement, an urging, supervision, another due time, a withdrawal; None where it was said already."""
        if kind < SUPPLEMENT:
            if about.supplemented:
                return None
            about.supplemented = True
            return _about(about, "补充", {"补充内容": self._supplement(about, rng)})
        if kind < URGE:
            if about.urged >= 2:
                return None
            about.urged += 1
            return _about(about, "催办", {"催办内容": rng.choice(URGES)})
        if kind < SUPERVISE:
            level, words = rng.choice(SUPERVISIONS)
            return _about(about, "督办", {"督办级别": level, "督办要求": words})
        if kind < DUE:
            return _other_due(about, rng, now)
        return _about(about, "撤单", {"撤单原因": rng.choice(WITHDRAWALS)})

    def _supplement(self, about: Remembered, rng: Random) -> str:
        """Where the first call was vague, the second says where it is."""
        where = order(self._seed, about.number or 0, self._atlas).spot
        if where is not None and not where.names_place:
            return f"市民补充位置：{where.exact}。"
        return rng.choice(SUPPLEMENTS)

    def _call_back(self, about: Remembered, now: datetime) -> Said:
        """Mostly satisfied, then closed; sometimes not, and now and then the hotline itself wants it done again."""
        rng = chance(self._seed, "verdict", about.order_no, about.told)
        about.tell_at, about.told = None, about.told + 1
        verdict = rng.random() if about.told == 1 else 0.0
        if verdict > 0.95:
            return _about(about, "重办", {"重办原因": REWORK})
        if verdict > 0.85:
            return _called(about, solved="未解决", satisfied="不满意", opinion=rng.choice(UNHAPPY))
        about.conclude_at = now.timestamp() + rng.uniform(8, 20)
        satisfied = "满意" if rng.random() < 0.8 else "基本满意"
        return _called(about, solved="已解决", satisfied=satisfied, opinion=rng.choice(HAPPY))


def _age(seed: int, made: Order) -> timedelta:
    """How long ago an order of the opening was dispatched: never more than a third of its limit."""
    return min(LONGEST_AGE, made.limit / 3) * chance(seed, "age", made.number).random()


def _about(about: Remembered, kind: str, more: Fields) -> Said:
    return Said(
        {"推送类型": kind, "工单编号": about.order_no, **more}, f"{kind} {about.order_no} {about.title}"
    )


def _other_due(about: Remembered, rng: Random, now: datetime) -> Said | None:
    """The hotline itself gives more time, or less."""
    if not about.due:
        return None
    was = datetime.fromisoformat(about.due).replace(tzinfo=SHANGHAI)
    about.due = clock_time(max(was + timedelta(hours=rng.choice([-12, 24, 48])), now + timedelta(hours=6)))
    return _about(
        about, "时限变更", {"办结时限": about.due, "发出时间": clock_time(now), "原因": "热线调整办理时限"}
    )


def _called(about: Remembered, *, solved: str, satisfied: str, opinion: str) -> Said:
    told: Fields = {"是否联系": "是", "是否解决": solved, "满意度": satisfied, "回访意见": opinion}
    return _about(about, "回访结果", told)
