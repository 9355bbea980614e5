"""People and their posts: an administrator of the system makes persons and accounts, gives posts and ends them.

A password is shown once, and opens nothing but choosing one's own. Every act is an audit row.
"""

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dispatch.actions.passwords import Passwords
from dispatch.domain.access import Role
from dispatch.domain.passwords import one_time
from dispatch.domain.posts import must_fit
from dispatch.errors import BadInput, Conflict, NotFound, Refused
from dispatch.saying import say
from dispatch.store import audit, keeping
from dispatch.store import intake as clock
from dispatch.store import people as store
from dispatch.store.database import Database, Tx


@dataclass(frozen=True, slots=True)
class Post:
    """A role for a unit."""

    role: Role
    unit: int


class People:
    """The verbs. ``hand_on`` is told when a post has ended, so that no open ticket goes on naming who left."""

    def __init__(
        self, database: Database, passwords: Passwords, hand_on: Callable[[], Awaitable[bool]]
    ) -> None:
        self._database = database
        self._passwords = passwords
        self._hand_on = hand_on

    async def listed(self, words: str, unit: int | None) -> list[dict[str, Any]]:
        """The newest hundred people that fit, with their posts and how much is open in their names."""
        async with self._database.system() as tx:
            return await store.people(tx, words.strip(), unit)

    async def units(self) -> list[dict[str, Any]]:
        """The units a post may be for."""
        async with self._database.system() as tx:
            return await store.units(tx)

    async def add(
        self, by: int | None, *, name: str, phone: str, post: str, username: str | None, first: Post
    ) -> tuple[dict[str, Any], str | None]:
        """A new person with their first post, and a one-time password where they get an account; ``by``: None for the
        command line.

        Raises:
            Conflict: the username is somebody else's.
        """
        password = one_time(secrets.choice) if username else None
        encoded = await self._passwords.hash(password) if password else None
        async with self._database.system() as tx:
            said = _said(name, phone, post)
            person = await store.add_person(tx, *said.values())
            await _kept(tx, by, "person.added", person, None, said)
            if username and encoded:
                await self._account(tx, by, person, username, encoded)
            await self._give(tx, by, person, first, await clock.clock(tx), None)
            (made,) = await store.people(tx, "", None, person)
        return made, password

    async def change(self, by: int, person: int, name: str, phone: str, post: str) -> dict[str, Any]:
        """Change name, phone and post.

        Raises:
            NotFound: there is no such person.
        """
        async with self._database.system() as tx:
            said = _said(name, phone, post)
            for former in await store.people(tx, "", None, person):
                await store.change_person(tx, person, *said.values())
                await _kept(tx, by, "person.changed", person, {key: former[key] for key in said}, said)
            changed = await store.people(tx, "", None, person)
        if not changed:
            raise NotFound
        (made,) = changed
        return made

    async def new_password(self, by: int, person: int, username: str | None) -> str:
        """A one-time password in place of a forgotten one, or for a first account under ``username``.

        Raises:
            NotFound: there is no such person, or no account and no username for one.
            Conflict: the username is somebody else's.
        """
        password = one_time(secrets.choice)
        encoded = await self._passwords.hash(password)
        async with self._database.system() as tx:
            if not await store.people(tx, "", None, person):
                raise NotFound
            if await store.reset_password(tx, person, encoded, await store.one_time_end(tx)):
                await _note(tx, by, "account.password_reset", person)
            elif username:
                await self._account(tx, by, person, username, encoded)
            else:
                raise BadInput(say("这个人还没有账号，请填写用户名。"), field="username")
        return password

    async def _account(self, tx: Tx, by: int | None, person: int, username: str, encoded: str) -> None:
        if await store.username_taken(tx, username.strip()):
            raise Conflict(say("这个用户名已经有人用了，请换一个。"), field="username")
        # Whoever has the machine is asked no second time: what the command line gives has no end.
        until = None if by is None else await store.one_time_end(tx)
        await store.add_account(tx, person, username.strip(), encoded, until)
        await _note(tx, by, "account.added", person)

    async def disable(self, by: int, person: int, disabled: bool) -> None:
        """Shut an account, or open it again.

        Raises:
            Refused: it is the actor's own.
            NotFound: there is no such account.
        """
        if person == by:
            raise Refused(say("不能停用自己的账号。"))
        async with self._database.system() as tx:
            if not await store.disable(tx, person, disabled):
                raise NotFound
            await _note(tx, by, "account.disabled" if disabled else "account.enabled", person)

    async def give(
        self, by: int, person: int, post: Post, since: datetime | None, until: datetime | None
    ) -> dict[str, Any]:
        """Give somebody a post.

        Raises:
            NotFound: there is no such person or unit.
            Conflict: they have it already.
            BadInput: it would end before it begins.
            Refused: nobody gives themselves a post.
        """
        if person == by:
            raise Refused(say("不能给自己加岗位，请由另一位系统管理员办理。"))
        async with self._database.system() as tx:
            if not await store.people(tx, "", None, person):
                raise NotFound
            now = await clock.clock(tx)
            if until is not None and until <= (since or now):
                raise BadInput(say("结束时间要晚于开始时间。"), field="until")
            await self._give(tx, by, person, post, since or now, until)
            (made,) = await store.people(tx, "", None, person)
        return made

    async def _give(
        self, tx: Tx, by: int | None, person: int, post: Post, since: datetime, until: datetime | None
    ) -> None:
        kinds = {each["id"]: each["kind"] for each in await store.units(tx)}
        if post.unit not in kinds:
            raise BadInput(say("没有这个单位，请重新选择。"), field="unit")
        held = await store.posts(tx, person)
        if (post.role, post.unit) in held:
            raise Conflict(say("这个人已经有这个岗位。"), field="role")
        must_fit(post.role, kinds[post.unit], (role for role, _ in held))
        await store.add_post(tx, person, post.role, post.unit, since, until)
        await _note(tx, by, "post.given", person, {"role": post.role, "unit": post.unit})

    async def leaves(self, person: int, unit: int) -> dict[str, Any]:
        """What ending a post would leave: the open tickets in this name, and who may take them over."""
        async with self._database.system() as tx:
            return {
                "tickets": await store.open_work(tx, person, unit),
                "colleagues": await store.colleagues(tx, unit, person),
            }

    async def end(
        self,
        by: int,
        person: int,
        post: Post,
        *,
        at: datetime | None,
        successor: int | None,
        reason: str,
    ) -> dict[str, Any]:
        """End a post, now or at an instant; what is open in this name goes to ``successor``, or back to the unit.

        Raises:
            NotFound: they have no such post.
            BadInput: the successor has no post in that unit.
            Refused: the last administrator of the system, or one's own administration.
        """
        if person == by and post.role is Role.SYSTEM_ADMIN:
            raise Refused(say("不能结束自己的系统管理员岗位，请由另一位系统管理员办理。"))
        async with self._database.system() as tx:
            now = await clock.clock(tx)
            heirs = {each["id"] for each in await store.colleagues(tx, post.unit, person)}
            if successor is not None and successor not in heirs:
                raise BadInput(say("接手人不在这个单位任职，请重新选择。"), field="successor")
            ends_at = max(at or now, now)
            if not await store.end_post(tx, person, post.role, post.unit, ends_at):
                raise NotFound(say("这个人没有这个岗位，或已经结束，请刷新。"))
            await store.note_end(tx, person, (post.role, post.unit), ends_at, successor, reason.strip(), by)
            detail = {"role": post.role, "unit": post.unit, "successor": successor}
            await _note(tx, by, "post.ended", person, detail, reason.strip() or None)
        while await self._hand_on():
            pass
        async with self._database.system() as tx:
            (made,) = await store.people(tx, "", None, person)
        return made


def _said(name: str, phone: str, post: str) -> dict[str, str]:
    """What is kept of somebody, in the order in which the store takes it."""
    return {"name": _trimmed(name, "name"), "phone": phone.strip(), "post": post.strip()}


async def _kept(
    tx: Tx, by: int | None, action: str, person: int, before: dict[str, Any] | None, after: dict[str, Any]
) -> None:
    """The history keeps what was before and after; the audit, which holds nothing personal, that it was done."""
    await _note(tx, by, action, person)
    what = action.replace(".", "_")
    await keeping.note(tx, by, f"person:{person}", what, before, after, None)


def _trimmed(words: str, field: str) -> str:
    kept = " ".join(words.split())
    if not kept:
        raise BadInput(say("请填写姓名。"), field=field)
    return kept


async def _note(
    tx: Tx,
    by: int | None,
    action: str,
    person: int,
    detail: dict[str, Any] | None = None,
    reason: str | None = None,
) -> None:
    await audit.write(tx, person=by, action=action, subject=f"person:{person}", detail=detail, reason=reason)
