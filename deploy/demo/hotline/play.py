"""Plays the hotline: says what the director decides, hears what the service reports, remembers both.

What is about to be said is remembered before it is pushed: a run that dies in between leaves a number unused, and
never says something else under a number that was used.
"""

from __future__ import annotations

import asyncio
import json
import sys
import uuid
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from deploy.bootstrap.place import local
from deploy.bootstrap.speech import Stop
from deploy.demo.hotline.above import LIST_EVERY, day_list
from deploy.demo.hotline.atlas import read
from deploy.demo.hotline.director import Director, Said
from deploy.demo.hotline.memory import Memory
from deploy.demo.hotline.receiver import Event, Ledger, Receiver
from deploy.demo.keys import keep
from dispatch.client import Sender
from dispatch.domain.signing import key_of

FIRST_LIST = 90.0  # seconds until the first list
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 15.0  # seconds between two attempts to push
RECEIVED = "hotline-received.jsonl"


def play(webhook_url: str, secret: str, callback_url: str, database_url: str, seed: int) -> None:
    """Play until the process is ended.

    Raises:
        Stop: the callback address is taken, or the service refuses the signature.
    """
    atlas, board = read(database_url)
    kept = f"hotline-{board[:8]}.json"
    director = Director(seed, atlas, _remembered(kept))
    asyncio.run(_Play(director, kept, seed).run(webhook_url, secret, callback_url))


def _remembered(name: str) -> Memory:
    path = local() / name
    if path.exists():
        return Memory.of_dict(json.loads(path.read_text(encoding="utf-8")))
    return Memory.fresh(datetime.now(UTC))


def _say(words: str) -> None:
    sys.stdout.write(f"{datetime.now(UTC).astimezone():%H:%M:%S} {words}\n")
    sys.stdout.flush()


class _Play:
    """One run: the director, the file of its memory, and what has been heard and not yet told it."""

    def __init__(self, director: Director, kept: str, seed: int) -> None:
        self._director = director
        self._seed = seed
        self._kept = kept
        self._heard: asyncio.Queue[Event] = asyncio.Queue()

    async def run(self, webhook_url: str, secret: str, callback_url: str) -> None:
        """Open both ends and play."""
        loop = asyncio.get_running_loop()

        def heard(event: Event) -> None:
            loop.call_soon_threadsafe(self._heard.put_nowait, event)

        receiver = Receiver(callback_url, key_of(secret), Ledger(local() / RECEIVED), heard)
        with receiver:
            async with httpx.AsyncClient(timeout=30.0, trust_env=False) as client:
                lists = webhook_url.removesuffix("/messages") + "/reconciliation"
                await self._go_on(Sender(client, webhook_url, secret), Sender(client, lists, secret))

    async def _go_on(self, sender: Sender, lists: Sender) -> None:
        director = self._director
        began = _now()
        if director.memory.next_number == 0:
            await self._push(sender, director.opening(began))
        upcoming = _now().timestamp() + director.gap(timedelta(0))
        listing = _now().timestamp() + FIRST_LIST
        while True:
            for said in director.due(_now()):
                await self._push(sender, [said])
            if upcoming <= _now().timestamp():
                await self._push(sender, [director.next(_now())])
                upcoming = _now().timestamp() + director.gap(_now() - began)
            if listing <= _now().timestamp():
                await self._list(lists)
                listing = _now().timestamp() + LIST_EVERY.total_seconds()
            await self._listen(min(upcoming, listing, director.next_due() or upcoming))

    async def _listen(self, until: float) -> None:
        """Hear events until a moment."""
        while (left := until - _now().timestamp()) > 0:
            try:
                event = await asyncio.wait_for(self._heard.get(), left)
            except TimeoutError:
                return
            self._director.hear(event, _now())
            _say(f"收到 {event['order_no']} {event.get('status') or event.get('request_name')}")
            self._keep()
            if self._director.next_due() is not None:
                until = min(until, self._director.next_due() or until)

    async def _push(self, sender: Sender, said: Sequence[Said]) -> None:
        """Push messages as one delivery, as often as it takes, always under the same id."""
        self._keep()
        body: Mapping[str, Any] | list[Mapping[str, Any]] = (
            said[0].fields if len(said) == 1 else [each.fields for each in said]
        )
        identity, pause = f"msg_{uuid.uuid4().hex}", FIRST_PAUSE
        while True:
            try:
                answer = await sender.push(body, identity)
            except httpx.HTTPError as error:
                _say(f"没有送达（{type(error).__name__}），{pause:.0f} 秒后重试")
            else:
                if answer.status_code < 500 and answer.status_code != 429:
                    break
                _say(f"服务答复 {answer.status_code}，{pause:.0f} 秒后重试")
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
        _told(answer, said)

    async def _list(self, sender: Sender) -> None:
        """Push the list of the last day; one that does not arrive is made up for by the next."""
        listed = day_list(self._seed, self._director.memory.orders.values(), _now())
        try:
            answer = await sender.push(listed)
        except httpx.HTTPError as error:
            _say(f"清单没有送达（{type(error).__name__}）")
            return
        _say(f"推送清单 {len(listed['orders'])} 单：{answer.status_code}")

    def _keep(self) -> None:
        keep(self._kept, self._director.memory.to_dict())


def _told(answer: httpx.Response, said: Sequence[Said]) -> None:
    """Log what became of a delivery; a refused signature ends the play."""
    if answer.status_code == 401:
        raise Stop(
            f"The service refuses the hotline's signature ({answer.text[:200]}); the database was loaded with another "
            "secret, so use an empty database or `make demo-reset`.",
            f"服务不认热线的签名（{answer.text[:200]}）；数据库由另一套密钥载入，请换空数据库或执行 make demo-reset。",
        )
    result = answer.json()
    results = result.get("results", [result])
    for each, became in zip(said, results, strict=False):
        _say(f"{each.gist} → {became.get('status')} {became.get('detail') or became.get('state') or ''}")


def _now() -> datetime:
    return datetime.now(UTC)
