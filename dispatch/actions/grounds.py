"""The published grounds of upward requests, and how long the hotline may take: data of the district, audited."""

import re

from dispatch.domain.access import Actor
from dispatch.domain.upward import KIND_NAMES
from dispatch.errors import BadInput, Conflict, NotFound
from dispatch.saying import say
from dispatch.store import audit
from dispatch.store import upward as store
from dispatch.store.database import Database, Tx

LONGEST_NAME = 100
MOST_MINUTES = 60 * 24 * 60
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")


async def add(database: Database, actor: Actor, kind: str, code: str | None, name: str) -> None:
    """A further ground of a kind, in force from now on; ``code`` is what the hotline calls it, where it has one.

    Raises:
        BadInput: the code or the name is not fit.
        Conflict: the code or the words stand for a ground in force.
    """
    name, code = " ".join(name.split()), (code or "").strip() or None
    if code is not None and not _CODE.fullmatch(code):
        raise BadInput(
            say("编号只含字母、数字、下划线和短横，最多 40 个字符；热线没有编号时可以不填。"), field="code"
        )
    if not 1 <= len(name) <= LONGEST_NAME:
        raise BadInput(say("依据要写 1 到 {most} 个字。", most=LONGEST_NAME), field="name")
    async with database.system() as tx:
        made = await store.add_ground(tx, kind, code, name, actor.person)
        if made is None:
            what = say("编号 {code} 或「{name}」", code=code, name=name) if code else f"「{name}」"
            raise Conflict(
                say(
                    "「{kind}」已有{what}这条依据；要改请先停用原来的。",
                    kind=KIND_NAMES[kind],
                    what=what,
                ),
                field="name",
            )
        await _note(tx, actor, "ground.added", f"{kind}/{made}", {"name": name})


async def end(database: Database, actor: Actor, ground: int) -> None:
    """A ground is in force no more; requests on it keep their words.

    Raises:
        NotFound: it is not in force.
    """
    async with database.system() as tx:
        ended = await store.end_ground(tx, ground, actor.person)
        if ended is None:
            raise NotFound(say("这条依据已经停用，请刷新。"))
        await _note(tx, actor, "ground.ended", "/".join(ended), None)


async def limit(database: Database, actor: Actor, kind: str, minutes: int) -> None:
    """How long the hotline may take to answer a kind of request, from now on; what was sent keeps its instant.

    Raises:
        BadInput: the limit is out of its bounds.
    """
    if not 1 <= minutes <= MOST_MINUTES:
        raise BadInput(say("答复时限是 1 到 {most} 分钟。", most=MOST_MINUTES), field="answer_minutes")
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
