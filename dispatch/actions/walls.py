"""Screens on a wall: asked for by the screen, paired by somebody at a desk, changed, ended. Called by ``web.walls``.

A screen shows a code and holds a secret; whoever types the code decides whose figures it shows. Each question looks the
screen up anew: ended means ended at the next question, two seconds later.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dispatch.domain.pairing import RANDOM_BYTES, code_of, typed
from dispatch.errors import BadInput, NotFound, WallEnded, WallUnpaired
from dispatch.saying import say
from dispatch.store import audit
from dispatch.store import walls as store
from dispatch.store.database import Database

MINUTES = 10
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Pairing:
    """What a screen is given: the code to show, its secret, and until when the code is good."""

    code: str
    secret: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Wall:
    """A screen that may ask, and whose figures it shows."""

    id: int
    unit: int
    name: str
    shows: str
    """What stands beside its figures: ``now`` how tickets stand, ``heat`` where they came from, ``both`` in turn."""
    theme: str
    """``dark``, or ``light`` where it hangs in a bright hall."""


async def ask(database: Database) -> Pairing:
    """A code for a screen that nobody has paired yet."""
    code, secret = code_of(secrets.token_bytes(RANDOM_BYTES)), secrets.token_urlsafe(32)
    async with database.system() as tx:
        until = await store.ask(tx, _digest(code), _digest(secret), MINUTES)
    return Pairing(code, secret, until)


async def pair(
    database: Database,
    person: int,
    *,
    code: str,
    name: str,
    unit: int,
    shows: str = "now",
    theme: str = "dark",
) -> dict[str, Any]:
    """The screen that shows a code shows a unit's figures from now on; as it is listed.

    Raises:
        BadInput: the code is wrong, used or over, the name is empty, or the unit can have no screen.
    """
    name, wanted = _name(name), typed(code)
    async with database.system() as tx:
        if unit not in {each["id"] for each in await store.units(tx)}:
            raise BadInput(say("大屏只能给区中心或镇街中心用，请重新选择。"), field="unit")
        device = await store.use(tx, _digest(wanted)) if wanted else None
        if device is None:
            raise BadInput(
                say("配对码不对、已用过或已过期，请核对大屏上现在显示的 8 位配对码。"), field="code"
            )
        identity = await store.add(tx, device, person, name=name, unit=unit, shows=shows, theme=theme)
        detail = {"name": name, "unit": unit, "shows": shows, "theme": theme}
        await audit.write(tx, person=person, action="wall.paired", subject=f"wall:{identity}", detail=detail)
        (made,) = await store.listed(tx, identity)
    return made


async def change(
    database: Database,
    person: int,
    wall: int,
    *,
    name: str | None = None,
    shows: str | None = None,
    theme: str | None = None,
) -> dict[str, Any]:
    """A screen hangs elsewhere, or shows something else or otherwise from its next question on; as it is listed.

    Raises:
        BadInput: the name is empty or too long.
        NotFound: there is no such screen, or it was ended.
    """
    wanted = {"name": None if name is None else _name(name), "shows": shows, "theme": theme}
    async with database.system() as tx:
        before = await store.standing(tx, wall)
        if before is None:
            raise NotFound
        changes = {key: each for key, each in wanted.items() if each is not None}
        await store.change(tx, wall, **before | changes)
        detail = changes | {"before": {key: before[key] for key in changes}}
        await audit.write(tx, person=person, action="wall.changed", subject=f"wall:{wall}", detail=detail)
        (changed,) = await store.listed(tx, wall)
    return changed


async def end(database: Database, person: int, wall: int) -> dict[str, Any]:
    """End a screen for good, and answer it as it is listed; one that was ended before stays as it was.

    Raises:
        NotFound: there is no such screen.
    """
    async with database.system() as tx:
        if await store.end(tx, wall, person):
            await audit.write(tx, person=person, action="wall.ended", subject=f"wall:{wall}")
        found = await store.listed(tx, wall)
    if not found:
        raise NotFound
    return found[0]


async def recognise(database: Database, secret: str | None) -> Wall:
    """The screen that holds a secret.

    Raises:
        WallUnpaired: it holds none, or nobody has typed its code.
        WallEnded: somebody ended it.
    """
    if not secret:
        raise WallUnpaired
    async with database.system() as tx:
        held = await store.held(tx, _digest(secret))
        if held is not None and held.stale and not held.ended:
            await store.seen(tx, held.id)
    if held is None:
        raise WallUnpaired
    if held.ended:
        raise WallEnded
    return Wall(held.id, held.unit, held.name, held.shows, held.theme)


async def listed(database: Database) -> dict[str, Any]:
    """Every screen, and the units one may be of. In the system's scope: nobody's reads reach the table."""
    async with database.system() as tx:
        return {"walls": await store.listed(tx), "units": await store.units(tx)}


def _name(typed_in: str) -> str:
    """Where a screen hangs, as it is kept."""
    name = " ".join(typed_in.split())
    if not 1 <= len(name) <= LONGEST_NAME:
        raise BadInput(
            say("名称要写 1 到 {most} 个字，说明屏幕挂在哪里。", most=LONGEST_NAME),
            field="name",
        )
    return name


def _digest(secret: str) -> bytes:
    """What the database keeps: a secret of 256 random bits, and a code of ten minutes, need no slow hash."""
    return hashlib.sha256(secret.encode()).digest()
