"""What desks are warned of is changed, and tried on past tickets first. Called by ``web.desk_setting``.

In force with the next panel that opens, whichever process answers: it is read with the ticket's own rows.
"""

import asyncio
from collections.abc import Sequence
from typing import Any

from dispatch.domain.access import Actor, Role
from dispatch.domain.desk_setting import checked_minutes, checked_words, tried
from dispatch.domain.privacy import storable
from dispatch.errors import BadInput, Conflict, Refused
from dispatch.saying import say
from dispatch.store import audit
from dispatch.store import desk_setting as store
from dispatch.store.database import Database

LONGEST_NOTE = 200


async def change(
    database: Database, actor: Actor, based_on: int, words: Sequence[str], minutes: int, note: str
) -> int:
    """The next version, in force at once; its number.

    Raises:
        BadInput: a word or the time cannot be, or nothing says why.
        Conflict: somebody saved another version meanwhile.
        Refused: nothing differs.
    """
    chosen, time, why = checked_words(words), checked_minutes(minutes), " ".join(note.split())
    if not why or len(why) > LONGEST_NOTE or not storable(why):
        raise BadInput(say("请写明变更说明，1 到 {most} 字。", most=LONGEST_NOTE), field="note")
    async with database.system() as tx:
        former = await store.locked(tx)
        if former.version != based_on:
            raise Conflict(
                say("设置已有人改到第 {version} 版，请刷新后在新版上修改。", version=former.version)
            )
        if (former.danger_words, former.chase_minutes) == (chosen, time):
            raise Refused(say("没有改动。"))
        version = await store.add(tx, chosen, time, why, actor.person)
        await audit.write(
            tx,
            person=actor.person,
            unit=actor.home,
            action="desk_setting.changed",
            subject=f"desk_setting:{version}",
            reason=why,
        )
    return version


async def trial(database: Database, actor: Actor, words: Sequence[str], most: int) -> dict[str, Any]:
    """Which of the last tickets would stand out, and which do now; the district's desk alone is told their names.

    Raises:
        BadInput: a word cannot be.
    """
    chosen = checked_words(words)
    async with database.system(frozen=True) as tx:
        now = (await store.setting(tx)).danger_words
        past = await store.past(tx, most)
    found = await asyncio.to_thread(tried, past, now, chosen)
    return found if actor.units({Role.DISTRICT_OPERATOR}) else {**found, "listed": []}
