"""What the hotline above owns: its answers to upward requests, and its daily list of orders. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Any

from deploy.demo.hotline.cards import chance
from deploy.demo.hotline.memory import LIST_WINDOW, Remembered
from deploy.demo.hotline.orders import SHANGHAI, Fields, clock_time

GRANTED, REFUSED = 0.62, 0.85
"""What lies above is never answered: the desk gets its alarm."""
SLOWEST, FASTEST = 90, 25  # seconds until it answers
GRANTS = ("同意。", "情况属实，同意。", "同意，请做好诉求人解释工作。")
REFUSALS = ("依据不足，不予同意，请继续办理。", "请补充现场材料后再报。", "不符合规定情形，不同意。")
LIST_EVERY = timedelta(minutes=10)


def hear_request(seed: int, about: Remembered, event: Mapping[str, Any], now: datetime) -> None:
    """Take a request; when it will be answered is decided at once, and now and then it never is."""
    request = str(event.get("request") or "")
    if any(each["request"] == request for each in about.asked):
        return
    rng = chance(seed, "request", about.order_no, request)
    verdict = rng.random()
    about.asked.append(
        {
            "request": request,
            "kind": str(event.get("request_kind") or ""),
            "until": event.get("until"),
            "granted": verdict < GRANTED,
            "answer_at": now.timestamp() + rng.uniform(FASTEST, SLOWEST) if verdict < REFUSED else None,
        }
    )


def drop_request(about: Remembered, event: Mapping[str, Any]) -> None:
    """A request that was taken back is not answered."""
    request = str(event.get("request") or "")
    about.asked = [each for each in about.asked if each["request"] != request]


def answers(seed: int, about: Remembered, now: datetime) -> list[Fields]:
    """The answers whose time has come; each is given once."""
    said = []
    for asked in about.asked:
        if asked["answer_at"] is None or asked["answer_at"] > now.timestamp():
            continue
        asked["answer_at"] = None
        said.append(_answer(chance(seed, "answer", about.order_no, asked["request"]), about, asked, now))
    return said


def _answer(rng: Random, about: Remembered, asked: Mapping[str, Any], now: datetime) -> Fields:
    told: Fields = {
        "推送类型": "申请同意" if asked["granted"] else "申请不同意",
        "工单编号": about.order_no,
        "申请编号": asked["request"],
        "答复意见": rng.choice(GRANTS if asked["granted"] else REFUSALS),
        "发出时间": clock_time(now),
    }
    if asked["granted"] and asked["until"]:
        told["办结时限"] = clock_time(datetime.fromisoformat(str(asked["until"])))
    if asked["granted"] and asked["kind"] == "extend":
        about.due = str(told["办结时限"])
    return told


def next_answer(about: Remembered) -> float | None:
    """When the next answer about an order is due, in seconds since 1970."""
    return min((each["answer_at"] for each in about.asked if each["answer_at"]), default=None)


def day_list(seed: int, orders: Iterable[Remembered], now: datetime) -> dict[str, Any]:
    """The list of the last day's orders as the hotline keeps them.

    One order of it was never pushed, and one has another due time than was told: what a comparison is for.
    """
    since = now - LIST_WINDOW
    sent = [each for each in orders if each.number is not None and each.dispatched_at >= since.timestamp()]
    listed = [_listed(each.order_no, each.status, each.due) for each in sent if each.due]
    rng = chance(seed, "list", f"{now.astimezone(SHANGHAI):%Y%m%d%H}")
    if listed:
        wrong = rng.choice(listed)
        wrong["办结时限"] = clock_time(_moment(str(wrong["办结时限"])) + timedelta(hours=24))
    lost = f"{now.astimezone(SHANGHAI):%Y%m%d}9{rng.randrange(10**9):09d}"
    listed.append(_listed(lost, "已派单", clock_time(now + timedelta(hours=120))))
    return {"since": clock_time(since), "until": clock_time(now), "orders": listed}


def _listed(order_no: str, status: str, due: str) -> Fields:
    known: Fields = {"工单状态": status} if status else {}
    return {"工单编号": order_no, **known, "办结时限": due}


def _moment(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=SHANGHAI)
