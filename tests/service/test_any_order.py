"""What the hotline says of a ticket, shuffled and repeated: whatever order it comes in, the ticket ends the same."""

from __future__ import annotations

from random import Random
from typing import Any

import psycopg

from tests.service.conftest import Hotline, Service, SignIn, order
from tests.waiting import until
from tests.web import towns

SHUFFLES = 8
AFTER_THE_REPLY: list[dict[str, Any]] = [
    {"kind": "supplement", "text": "是 3 号楼"},
    {"kind": "urge", "text": "快一点"},
    {"kind": "supervise", "level": "2", "text": "市领导关注"},
    {"kind": "supervise", "level": "4", "text": "媒体关注"},
    {"kind": "due_changed", "due_at": "2098-01-01 00:00:00", "said_at": "2026-11-25 08:00:00"},
    {"kind": "due_changed", "due_at": "2098-03-01 00:00:00", "said_at": "2026-11-25 09:00:00"},
    {
        "kind": "callback_result",
        "contacted": "是",
        "solved": "是",
        "satisfied": "满意",
        "said_at": "2026-11-25 09:10:00",
    },
    {"kind": "concluded", "said_at": "2026-11-25 09:20:00"},
]
AT_WORK: list[dict[str, Any]] = [
    *AFTER_THE_REPLY[:6],
    {"kind": "rework", "reason": "答非所问", "said_at": "2026-11-25 09:30:00"},
    {"kind": "concluded", "said_at": "2026-11-25 08:00:00"},
    {"kind": "withdraw", "reason": "诉求人撤回", "said_at": "2026-11-25 10:00:00"},
    {"kind": "request_granted", "request": "延期", "due_at": "2099-01-01 00:00:00"},
]
ENDS = "SELECT state, supplements, urged, supervised, rework, outer_due, callback_result FROM ticket"
MAPPED = ("supervise", "level", "due_at", "said_at", "request")


async def tell(hotline: Hotline, number: str, messages: list[dict[str, Any]], seed: int) -> None:
    """Push each message once or twice, in an order of chance, and make sure that none is refused."""
    chance = Random(seed)
    told = [each for each in messages for _ in range(chance.choice([1, 1, 2]))]
    chance.shuffle(told)
    for each in told:
        answer = (await hotline.push({**each, "order_no": number})).json()
        assert answer["status"] in ("applied", "recorded", "known"), (seed, each, answer)


def ends(service: Service) -> list[tuple[Any, ...]]:
    """The different ways in which the tickets have ended."""
    return sorted({tuple(map(str, row)) for row in service.rows(ENDS)})


def names(service: Service) -> None:
    """The plain names of the fields that these tests need beside those of the fixture."""
    fields = "jsonb_set(mapping, '{fields}', mapping->'fields' || %s::jsonb)"
    added = "{" + ",".join(f'"{name}": ["{name}"]' for name in MAPPED if name != "supervise") + "}"
    with psycopg.connect(service.owner_url) as connection:
        connection.execute(f"UPDATE intake_profile SET mapping = {fields}".encode(), (added,))


async def heard(service: Service, hotline: Hotline) -> None:
    """Wait until the service reads the new names."""
    probe = {"kind": "due_changed", "order_no": "JY0", "due_at": "2098-01-01 00:00:00"}
    await until(lambda: hotline.push(probe), lambda answer: answer.status_code != 422)


async def test_after_the_reply(hotline: Hotline, service: Service, sign_in: SignIn) -> None:
    names(service)
    await heard(service, hotline)
    center, station = await sign_in("towna"), await sign_in("stationa")
    for number in range(1, SHUFFLES + 1):
        await hotline.push(order(f"JY{number}"))
        await center.do(number, "sign")
        await center.do(number, "assign", lead={"unit": towns.STATION_A, "person": None})
        await station.do(number, "accept")
        await station.do(number, "answer", done="已更换灯泡,恢复照明", how_closed="solved")
        await center.do(number, "review")
        await tell(hotline, f"JY{number}", AFTER_THE_REPLY, number)
    (end,) = ends(service)
    assert end[:5] == ("closed", "1", "1", "4", "0")
    assert end[5].startswith("2098-02-28 16:00") or end[5].startswith("2098-03-01")


async def test_at_work_until_it_is_withdrawn(hotline: Hotline, service: Service, sign_in: SignIn) -> None:
    names(service)
    await heard(service, hotline)
    center = await sign_in("towna")
    for number in range(1, SHUFFLES + 1):
        await hotline.push(order(f"JY{number}"))
        await center.do(number, "sign")
        await tell(hotline, f"JY{number}", AT_WORK, number)
    (end,) = ends(service)
    assert end[:4] == ("cancelled", "1", "1", "4")
    kept = {row[0] for row in service.rows("SELECT state FROM waiting_message WHERE kind = 'concluded'")}
    assert kept <= {"kept", "dead"}
