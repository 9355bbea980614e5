"""投诉建议: whoever does the work says what is wrong with it, past the center that gives it out; a supervisor answers.

Each act is audited. Who did not want to be named is named to no supervisor; the audit, which its administrators alone
read, still holds who it was.
"""

from dataclasses import replace
from uuid import UUID

from dispatch.domain.access import Actor, Role
from dispatch.domain.privacy import scrub, storable
from dispatch.domain.units import Units
from dispatch.errors import BadInput, Conflict, Forbidden, NotFound, Refused
from dispatch.saying import say
from dispatch.store import audit
from dispatch.store import grievances as store
from dispatch.store.database import Database

LONGEST = 2_000


async def lodge(database: Database, actor: Actor, saying: store.Saying) -> None:
    """What somebody says; again under the same id, it is the same.

    Raises:
        BadInput: there are no words, or some that cannot be kept.
        Forbidden: whoever says it has no post.
        Conflict: the id was used for something else.
    """
    text = _kept(saying.words, "words")
    if actor.person is None or actor.home is None:
        raise Forbidden(say("您现在没有岗位，请联系本单位管理员。"))
    async with database.system() as tx:
        if await store.say(tx, replace(saying, words=text), actor.person, actor.home):
            subject = f"grievance:{saying.id}"
            await audit.write(
                tx, person=actor.person, unit=actor.home, action="grievance.said", subject=subject
            )
            return
        before = await store.said(tx, saying.id)
    if before is None or (before.person, before.named, before.words) != (actor.person, saying.named, text):
        raise Conflict(say("这个编号已经用于另一件投诉建议，请重新提交。"))


async def answer(database: Database, actor: Actor, units: Units, identity: UUID, words: str) -> None:
    """What a supervisor of the district answers, once.

    Raises:
        NotFound: there is none, or the supervisor is not the district's.
        Refused: it is answered, or their own.
        BadInput: there are no words, or some that cannot be kept.
    """
    text = _kept(words, "answer")
    if actor.person is None or not hears(actor, units):
        raise NotFound
    async with database.system() as tx:
        found = await store.said(tx, identity)
        if found is None:
            raise NotFound
        if found.answered_at is not None:
            raise Refused(say("这件投诉建议已经有人答复，请刷新后查看。"))
        if found.person == actor.person:
            raise Refused(say("这件投诉建议是您本人写的，须由另一名督查员答复。"))
        await store.answer(tx, identity, text, actor.person)
        subject = f"grievance:{identity}"
        await audit.write(
            tx, person=actor.person, unit=actor.home, action="grievance.answered", subject=subject
        )


def hears(actor: Actor, units: Units) -> bool:
    """Whether the actor supervises for the district."""
    return units.district in actor.units({Role.SUPERVISOR})


def _kept(words: str, field: str) -> str:
    """Words as they are kept: numbers of people in them masked.

    Raises:
        BadInput: there are none, or some that cannot be kept.
    """
    said = words.strip()
    if not said:
        raise BadInput(say("请写明内容。"), field=field)
    if not storable(said):
        raise BadInput(say("含有无法保存的字符，请删去。"), field=field)
    return scrub(said)
