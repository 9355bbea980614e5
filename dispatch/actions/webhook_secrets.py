"""Hotlines' secrets are rotated: a new one beside the old, both good for a while, then the old one ends.

There are two ways: what a hotline pushes is good by either secret; what is reported to it is signed with both, so that
it may take the new one whenever it likes.

Called by ``web.webhook_secrets`` and the command line. Every process reads them anew every few seconds
(``actions.channels``); a secret lies in the database sealed, is shown once, and is named by its fingerprint.
"""

import secrets
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, Protocol

from dispatch.domain import signing
from dispatch.domain.signing import Way
from dispatch.errors import BadInput, Conflict, NotFound, Refused
from dispatch.ports.sealing import secret_label
from dispatch.saying import say
from dispatch.store import audit
from dispatch.store import webhook_secrets as store
from dispatch.store.database import Database, Tx
from dispatch.store.webhook_secrets import Fact

MOST = 2
"""Good at a time: the one that is used and the one that comes after it."""
HOURS = 24
MOST_HOURS = 720
Json = dict[str, Any]
_ACTIONS = {Way.PUSH: "secret", Way.REPORT: "report_secret"}


class Vault(Protocol):
    """Seals and opens secrets under the master key; ``ports.sealing`` does."""

    def seal_secret(self, secret: bytes, label: bytes) -> bytes:
        """A secret, sealed."""

    def open_secret(self, sealed: bytes, label: bytes) -> bytes:
        """The secret again."""


async def listed(database: Database, vault: Vault) -> list[Json]:
    """Every source with the secrets that are good now: by fingerprint, since when, until when."""
    async with database.system() as tx:
        return await _listed(tx, vault)


async def add(
    database: Database,
    vault: Vault,
    person: int | None,
    source: str,
    given: str | None = None,
    *,
    way: Way = Way.PUSH,
) -> tuple[str, Json]:
    """A further secret for a source, made here or ``given`` by the hotline; the secret, and the source as listed.

    Raises:
        NotFound: there is no such source, or nothing is reported to it.
        Refused: two are good already.
        BadInput: the given one is no secret of Standard Webhooks, or was ended before.
        Conflict: the given one is good already.
    """
    secret = signing.secret_of(secrets.token_bytes(signing.SECRET_BYTES)) if given is None else given.strip()
    if not signing.is_fit(secret):
        raise BadInput(say("密钥应是 whsec_ 加 24 到 64 字节的 base64，请向热线核对。"), field="secret")
    name = signing.fingerprint(secret)
    async with database.system() as tx:
        good, facts = await _good(tx, vault, source, way)
        if name in good:
            raise Conflict(say("这把密钥已经在用。"))
        if (source, name) in facts:
            raise BadInput(say("这把密钥停用过，不能再用；请换一把新的。"), field="secret")
        if len(good) >= MOST:
            raise Refused(say("已有两把有效的密钥，请先停用旧的那把。"))
        sealed = vault.seal_secret(secret.encode(), secret_label(source))
        await store.keep(tx, way, source, [*good.values(), sealed])
        await store.add(tx, way, source, name, person)
        await _note(
            tx, person, f"{_ACTIONS[way]}.added", source, {"fingerprint": name, "given": given is not None}
        )
        return secret, _one(await _listed(tx, vault), source)


async def end(
    database: Database,
    vault: Vault,
    person: int | None,
    source: str,
    fingerprint: str,
    hours: int = HOURS,
    *,
    way: Way = Way.PUSH,
) -> Json:
    """Let a secret end in so many hours, 0 for at once; the source as listed.

    Raises:
        NotFound: there is no such source, or no such secret is good.
        BadInput: too many hours.
        Refused: no other secret would stay.
    """
    if not 0 <= hours <= MOST_HOURS:
        raise BadInput(say("并行时间是 0 到 {most} 小时。", most=MOST_HOURS), field="hours")
    async with database.system() as tx:
        good, facts = await _good(tx, vault, source, way)
        if fingerprint not in good:
            raise NotFound(say("没有这把有效的密钥，请核对指纹。"))
        if not any(_stays(facts, source, each) for each in good if each != fingerprint):
            raise Refused(say("停用后就没有有效的密钥了；请先增加一把新的，热线换用后再停用这把。"))
        await store.end(tx, way, source, fingerprint, hours, person)
        if hours == 0:
            await store.keep(tx, way, source, [good[each] for each in good if each != fingerprint])
        await _note(
            tx, person, f"{_ACTIONS[way]}.ended", source, {"fingerprint": fingerprint, "hours": hours}
        )
        return _one(await _listed(tx, vault), source)


async def _good(
    tx: Tx, vault: Vault, source: str, way: Way
) -> tuple[dict[str, bytes], dict[tuple[str, str], Fact]]:
    """The sealed secrets of a locked source that are good now, by fingerprint; and what is known of all."""
    sealed = await store.lock(tx, way, source)
    if sealed is None:
        raise NotFound(say("没有登记这个热线来源，或没有登记它的回传地址。"))
    facts = await store.facts(tx, way)
    return _by_fingerprint(vault, source, sealed, facts), facts


def _by_fingerprint(
    vault: Vault, source: str, sealed: Iterable[bytes], facts: dict[tuple[str, str], Fact]
) -> dict[str, bytes]:
    opened = {
        signing.fingerprint(vault.open_secret(each, secret_label(source)).decode()): each for each in sealed
    }
    return {
        name: each for name, each in opened.items() if not facts.get((source, name), Fact(source, name)).over
    }


def _stays(facts: dict[tuple[str, str], Fact], source: str, fingerprint: str) -> bool:
    """Whether nobody has said when a secret ends."""
    fact = facts.get((source, fingerprint))
    return fact is None or fact.ends_at is None


async def _listed(tx: Tx, vault: Vault) -> list[Json]:
    reports = await _told(tx, vault, Way.REPORT)
    pushes = await _told(tx, vault, Way.PUSH)
    return [
        {
            "source": found.id,
            "name": found.name,
            "active": found.active,
            "secrets": pushes[found.id],
            "reports": found.id in reports,
            "report_secrets": reports.get(found.id, []),
        }
        for found in await store.sources(tx, Way.PUSH)
    ]


async def _told(tx: Tx, vault: Vault, way: Way) -> dict[str, list[Json]]:
    """What is known of the good secrets of each source."""
    facts = await store.facts(tx, way)
    return {
        found.id: [
            {
                key: value
                for key, value in asdict(facts.get((found.id, name), Fact(found.id, name))).items()
                if key not in ("source", "over")
            }
            for name in _by_fingerprint(vault, found.id, found.secrets, facts)
        ]
        for found in await store.sources(tx, way)
    }


def _one(found: list[Json], source: str) -> Json:
    return next(each for each in found if each["source"] == source)


async def _note(tx: Tx, person: int | None, action: str, source: str, detail: Json) -> None:
    await audit.write(tx, person=person, action=action, subject=f"source:{source}", detail=detail)
