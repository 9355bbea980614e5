"""The published grounds of upward requests, and how long the hotline may take: data of the district, audited."""

import re

from dispatch.domain.access import Actor
from dispatch.domain.upward import KIND_NAMES
from dispatch.errors import BadInput, Conflict, NotFound
from dispatch.store import audit
from dispatch.store import upward as store
from dispatch.store.database import Database, Tx

LONGEST_NAME = 100
MOST_MINUTES = 60 * 24 * 60
_CODE = re.compile(r"[a-z][a-z0-9_]{1,39}")


async def add(database: Database, actor: Actor, kind: str, code: str, name: str) -> None:
    """A further ground of a kind, in force from now on.

    Raises:
        BadInput: the code or the name is not fit.
        Conflict: the code stands for a ground in force.
    """
    name = " ".join(name.split())
    if not _CODE.fullmatch(code):
        raise BadInput("代码用小写字母开头,只含小写字母、数字和下划线,2 到 40 个字符。", field="code")
    if not 1 <= len(name) <= LONGEST_NAME:
        raise BadInput(f"依据要写 1 到 {LONGEST_NAME} 个字。", field="name")
    async with database.system() as tx:
        if await store.add_ground(tx, kind, code, name, actor.person) is None:
            raise Conflict(
                f"「{KIND_NAMES[kind]}」已有代码 {code} 的依据;请换一个代码,或先停用它。", field="code"
            )
        await _note(tx, actor, "ground.added", f"{kind}/{code}", {"name": name})


async def end(database: Database, actor: Actor, ground: int) -> None:
    """A ground is in force no more; requests on it keep their words.

    Raises:
        NotFound: it is not in force.
    """
    async with database.system() as tx:
        ended = await store.end_ground(tx, ground, actor.person)
        if ended is None:
            raise NotFound("这条依据已经停用,请刷新。")
        await _note(tx, actor, "ground.ended", "/".join(ended), None)


async def limit(database: Database, actor: Actor, kind: str, minutes: int) -> None:
    """How long the hotline may take to answer a kind of request, from now on; what was sent keeps its instant.

    Raises:
        BadInput: the limit is out of its bounds.
    """
    if not 1 <= minutes <= MOST_MINUTES:
        raise BadInput(f"答复时限是 1 到 {MOST_MINUTES} 分钟。", field="answer_minutes")
    async with database.system() as tx:
        await store.set_limit(tx, kind, minutes, actor.person)
        await _note(tx, actor, "upward_limit.set", kind, {"answer_minutes": minutes})


async def _note(tx: Tx, actor: Actor, action: str, subject: str, detail: dict[str, object] | None) -> None:
    await audit.write(
        tx,
        person=actor.person,
        unit=actor.home,
        action=action,
        subject=f"upward:{subject}",
        detail=detail,
    )
