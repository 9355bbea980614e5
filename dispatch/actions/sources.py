"""Hotlines and platforms that push to us: opened, put right, retired, taken up again. Called by web and cli.

A source begins with a secret of its own and a profile of its own name, copied from another or given. What is retired
pushes no more and is told so; what it pushed before is worked on and reported as ever.
"""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from dispatch.actions.profiles import sound
from dispatch.actions.rules import noted
from dispatch.actions.webhook_secrets import Vault
from dispatch.domain import doors, signing
from dispatch.domain.access import Actor
from dispatch.domain.privacy import storable
from dispatch.errors import BadInput, NotFound, Refused
from dispatch.ports.sealing import secret_label
from dispatch.saying import say
from dispatch.store import audit, keeping, profiles
from dispatch.store import sources as store
from dispatch.store.channels import PHONES
from dispatch.store.database import Database, Tx
from dispatch.store.sources import New, Source
from gis.crs import datum_named
from gis.errors import DatumError

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LONGEST_ID, LONGEST_NAME, LONGEST_URL = 40, 60, 300
_OURS = frozenset({doors.DESK, doors.PATROL, PHONES})
"""Names that tickets of our own doors have."""
PLATFORMS = ("hotline", "police")
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Opening:
    """A source to be opened. ``mapping``: its first profile; without one it is copied from ``like``."""

    id: str
    name: str
    datum: str
    platform: str = "hotline"
    callback_url: str | None = None
    like: str | None = None
    mapping: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Secrets:
    """What is shown this once: what the source signs pushes with, and what we sign reports to it with."""

    secret: str
    callback_secret: str | None


class Sources:
    """The verbs. ``hosts``: where reports may go (``DISPATCH_CALLBACK_HOSTS``)."""

    def __init__(self, database: Database, vault: Vault, hosts: frozenset[str]) -> None:
        self._database = database
        self._vault = vault
        self._hosts = hosts

    async def open(self, actor: Actor, given: Opening, note: str) -> Secrets:
        """A new source; its secrets, this once.

        Raises:
            BadInput: a value is missing or does not fit, or the id is taken.
        """
        said = noted(note)
        new, made = self._new(given)
        async with self._database.system() as tx:
            mapping = sound(given.mapping if given.mapping is not None else await _like(tx, given.like))
            if not await profiles.add(tx, new.profile, said, mapping, actor.person):
                raise BadInput(say("已经有叫「{id}」的接入配置，请换一个编号。", id=new.id), field="id")
            if not await store.add(tx, new):
                raise BadInput(say("编号「{id}」已经有来源在用，请换一个。", id=new.id), field="id")
            after = {name: getattr(new, name) for name in ("name", "datum", "platform", "callback_url")}
            await _tell(tx, actor, new.id, "added", said, None, after)
        return made

    def _new(self, given: Opening) -> tuple[New, Secrets]:
        identity, name = given.id.strip(), _name(given.name)
        if not _ID.fullmatch(identity) or len(identity) > LONGEST_ID or identity in _OURS:
            says = say(
                "编号用小写字母、数字和短横，字母开头，最多 {most} 个，如 huaian-12345;desk、patrol 等不能用。",
                most=LONGEST_ID,
            )
            raise BadInput(says, field="id")
        if given.platform not in PLATFORMS:
            raise BadInput(say("平台类别是 hotline（热线）或 police（公安）。"), field="platform")
        url = self._url(given.callback_url)
        made = Secrets(_secret(), _secret() if url else None)
        label = secret_label(identity)
        sealed = [self._vault.seal_secret(made.secret.encode(), label)]
        back = made.callback_secret and self._vault.seal_secret(made.callback_secret.encode(), label)
        return (
            New(identity, name, _datum(given.datum), identity, sealed, url, back or None, given.platform),
            made,
        )

    async def change(
        self, actor: Actor, source: str, name: str, callback_url: str | None, note: str
    ) -> str | None:
        """Put a source's name or callback address right; the secret that signs reports, where it is the first.

        Raises:
            NotFound: there is no such source.
            BadInput: a value does not fit.
            Refused: nothing differs.
        """
        said, called, url = noted(note), _name(name), self._url(callback_url)
        async with self._database.system() as tx:
            former = await _held(tx, source)
            before = {"name": former.name, "callback_url": former.callback_url}
            after = {"name": called, "callback_url": url}
            if before == after:
                raise Refused(say("没有改动。"))
            await store.change(tx, source, called, url)
            made = _secret() if url and not former.signs_reports else None
            if made:
                await store.sign(tx, source, self._vault.seal_secret(made.encode(), secret_label(source)))
            await _tell(tx, actor, source, "changed", said, before, after)
        return made

    async def retire(self, actor: Actor, source: str, note: str) -> None:
        """A source pushes no more; its pushes are told so from within five seconds on.

        Raises:
            NotFound: there is no such source. Refused: it is retired already.
        """
        await self._rest(actor, source, note, active=False)

    async def resume(self, actor: Actor, source: str, note: str) -> None:
        """A retired source may push again.

        Raises:
            NotFound: there is no such source. Refused: it is not retired.
        """
        await self._rest(actor, source, note, active=True)

    async def _rest(self, actor: Actor, source: str, note: str, *, active: bool) -> None:
        said = noted(note)
        async with self._database.system() as tx:
            held = await _held(tx, source)
            if held.active is active:
                raise Refused(say("这个来源正在接收。") if active else say("这个来源已经停收。"))
            await store.rest(tx, source, active=active)
            await _tell(tx, actor, source, "resumed" if active else "retired", said, None, None)

    def _url(self, given: str | None) -> str | None:
        """Where reports may go; none where nothing is given."""
        url = (given or "").strip()
        if not url:
            return None
        parts = urlsplit(url)
        if parts.scheme not in ("https", "http") or not parts.netloc or len(url) > LONGEST_URL:
            raise BadInput(
                say("回传地址应是 https:// 开头的完整网址，最多 {most} 字。", most=LONGEST_URL),
                field="callback_url",
            )
        if parts.username or parts.netloc not in self._hosts:
            says = say("回传地址的主机「{host}」不在允许名单里", host=parts.netloc.rpartition("@")[2])
            raise BadInput(
                say("{says}；请先由运维把它写进设置 DISPATCH_CALLBACK_HOSTS。", says=says),
                field="callback_url",
            )
        return url


async def _like(tx: Tx, name: str | None) -> Json:
    """The mapping in force of a profile to copy."""
    found = await profiles.in_force(tx, name) if name else None
    if found is None:
        raise BadInput(say("请选择照着哪个接入配置开始。"), field="like")
    return found.mapping


async def _held(tx: Tx, source: str) -> Source:
    held = await store.lock(tx, source)
    if held is None:
        raise NotFound(say("没有登记这个来源，请刷新后再选。"))
    return held


def _secret() -> str:
    return signing.secret_of(secrets.token_bytes(signing.SECRET_BYTES))


def _name(given: str) -> str:
    name = " ".join(given.split())
    if not name or len(name) > LONGEST_NAME or not storable(name):
        raise BadInput(say("请写名称，最多 {most} 字。", most=LONGEST_NAME), field="name")
    return name


def _datum(given: str) -> str:
    try:
        return datum_named(given)
    except DatumError as error:
        raise BadInput(f"{error}。", field="datum") from error


async def _tell(
    tx: Tx, actor: Actor, source: str, what: str, reason: str, before: Json | None, after: Json | None
) -> None:
    """Both records of a change: the one people look through, and the audit's."""
    subject = f"source:{source}"
    await keeping.note(tx, actor.person, subject, what, before, after, reason)
    await audit.write(
        tx, person=actor.person, unit=actor.home, action=f"source.{what}", subject=subject, reason=reason
    )
