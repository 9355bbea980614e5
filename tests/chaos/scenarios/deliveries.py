"""What hotlines do that they should not: the same again, in any order, too late, another body, a hundred at once."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx

from tests.chaos.scenario import Run, scenario
from tests.chaos.scenarios.pushing import Pushing

AT_ONCE = 100
KINDS = ("补充", "催办", "补充")


@scenario
async def deliveries_repeated(run: Run) -> None:
    """A hundred deliveries at once with one id, others late, out of order and twice, another body under a known id."""
    await run.underway()
    async with Pushing.of(run, "repeated") as pushing:
        await a_hundred_at_once(run, pushing)
        await out_of_order(run, pushing)
        await another_body(run, pushing)
        run.over()
        await run.underway()
        await again_much_later(run, pushing)


async def a_hundred_at_once(run: Run, pushing: Pushing) -> None:
    """One delivery, sent a hundred times side by side: one ticket, and the same answer for all that are answered."""
    run.fault(f"{AT_ONCE} at once with one id")
    order = pushing.messages(1)
    answers = await asyncio.gather(*(pushing.push("msg_hundred", order) for _ in range(AT_ONCE)))
    taken = [each for each in answers if each is not None and each.is_success]
    run.expect(taken, "a hundred at once", "none was taken")
    run.expect(
        len({(each.status_code, each.content) for each in taken}) == 1,
        "a hundred at once",
        f"the answers differ: {sorted({each.text[:80] for each in taken})}",
    )
    await pushing.until_ok("msg_hundred", order)


async def out_of_order(run: Run, pushing: Pushing) -> None:
    """Supplements and urges before, beside and after the create they speak of, all shuffled, each sent twice."""
    run.fault("messages before their order, shuffled, each twice")
    creates = pushing.messages(20)
    later = [
        {"推送类型": kind, "工单编号": each["工单编号"], "补充内容": f"{each['工单编号']} 第{number}次来电"}
        for each in creates
        for number, kind in enumerate(KINDS)
    ]
    deliveries = [(f"msg_shuffled_{number}", [each]) for number, each in enumerate([*creates, *later])] * 2
    run.dice.shuffle(deliveries)
    turn = asyncio.Semaphore(8)

    async def one(identity: str, messages: list[dict[str, Any]]) -> httpx.Response:
        async with turn:
            return await pushing.until_ok(identity, messages)

    await asyncio.gather(*(one(*each) for each in deliveries))
    numbers = [each["工单编号"] for each in creates]
    waits = "SELECT count(*) = 0 FROM waiting_message WHERE order_no = ANY(%s) AND state = 'waiting'"
    await run.seen(waits, numbers)
    heard = await asyncio.to_thread(
        run.world.rows, "SELECT order_no, urged, supplements FROM ticket WHERE order_no = ANY(%s)", numbers
    )
    for order_no, urged, supplements in heard:
        run.expect(
            (urged, supplements) == (1, 2), f"order {order_no}", f"urged {urged}, supplements {supplements}"
        )


async def another_body(run: Run, pushing: Pushing) -> None:
    """A known id with another body is a conflict, and changes nothing."""
    run.fault("a known id with another body")
    first, second = ([each] for each in pushing.messages(2))
    await pushing.until_ok("msg_other", first)
    answer = None
    while answer is None or answer.status_code >= 500:
        answer = await pushing.sender.push(second[0], "msg_other")
    run.expect(answer.status_code == 409, "a known id with another body", f"is answered {answer.status_code}")
    number = second[0]["工单编号"]
    there = await asyncio.to_thread(
        run.world.rows, "SELECT count(*) FROM hotline_order WHERE order_no = %s", number
    )
    run.expect(there == [(0,)], "a known id with another body", f"made order {number}")


async def again_much_later(run: Run, pushing: Pushing) -> None:
    """What was taken long ago, said again under its own id and under a new one: the same ticket."""
    order = pushing.messages(1)
    first = await pushing.until_ok("msg_late", order)
    await run.underway()
    again = await pushing.until_ok("msg_late", order)
    run.expect(again.content == first.content, "a delivery repeated late", "was answered otherwise")
    anew = await pushing.until_ok("msg_late_anew", order)
    run.expect(
        anew.json()["ticket"] == first.json()["ticket"],
        "an order repeated late under a new id",
        anew.text[:200],
    )
