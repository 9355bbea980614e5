"""One-use links: ``/t/<token>`` opens one ticket for one person, for 24 hours, on the first device that follows it.

The token is an HMAC of the message's id, so that a message sent twice holds the same link, and the database holds its
digest alone. Following it makes a session that reaches that ticket and nothing else. A device holds one secret for all
links it opened; each link's session is known by that secret and the link's name, which by itself opens nothing.
"""

import hashlib
import hmac
import re
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from dispatch.actions.keys import Counts
from dispatch.actions.sign_in import digest_of
from dispatch.errors import LinkClosed, TooMany
from dispatch.saying import say
from dispatch.store import accounts, audit
from dispatch.store import telling as store
from dispatch.store.database import Database, Tx
from dispatch.store.telling import Link

HOURS = 24
A_LINK_PER_MINUTE, AN_ADDRESS_PER_MINUTE = 10, 60
"""How often a link, and how often an address, may be tried: a mobile operator has many phones behind one address."""
_NAME = re.compile("[0-9a-f]{20}")
_TOKEN_BYTES = 18
_LABEL = b"dispatch: one-use link"


@dataclass(frozen=True, slots=True)
class Followed:
    """A link that opened: its ticket, until when, its name, and the device's secret, new or as it was."""

    ticket: int
    expires_at: datetime
    name: str
    device: str


def name_of(token: str) -> str:
    """The name of a link, by which its page says which of the device's links it means."""
    return digest_of(token).hex()[:20]


def session_token(device: str | None, name: str | None) -> str | None:
    """The token of the session that a device has of a link, or None where no link is meant."""
    return f"{device}.{name}" if device and name and _NAME.fullmatch(name) else None


class Links:
    """Makes links and follows them."""

    def __init__(self, master_key: bytes, public_url: str, counts: Counts) -> None:
        self._key = hmac.digest(master_key, _LABEL, hashlib.sha256)
        self._public_url = public_url
        self._counts = counts

    async def make(self, tx: Tx, message: UUID, ticket: int | None, person: int) -> str:
        """The address a message leads to: its ticket's link, or the phone page where it is about no single one."""
        if ticket is None:
            return f"{self._public_url}/m"
        token = self.token(message)
        await store.link(tx, digest_of(token), message, ticket, person, HOURS)
        return f"{self._public_url}/t/{token}"

    def token(self, message: UUID) -> str:
        """The token of a message's link: 144 bits that only the holder of the master key can compute."""
        return urlsafe_b64encode(
            hmac.digest(self._key, message.bytes, hashlib.sha256)[:_TOKEN_BYTES]
        ).decode()

    async def admit(self, token: str, address: str) -> None:
        """Let a link be tried, so often a minute: guesses end, and a page that reloads itself does no harm.

        Raises:
            TooMany: the link, or the address, was tried too often; ``retry_after`` seconds remain.
        """
        for name, most in (
            (f"link:{name_of(token)}", A_LINK_PER_MINUTE),
            (f"link_from:{address}", AN_ADDRESS_PER_MINUTE),
        ):
            wait = await self._counts.take(name, most)
            if wait is not None:
                raise TooMany(say("打开得太频繁，请 {wait} 秒后再试。", wait=wait), retry_after=wait)

    async def follow(self, database: Database, token: str, device: str | None) -> Followed:
        """Open a link on this device; ``device``: the secret of this browser, where it opened links before.

        Raises:
            LinkClosed: no such link, or it is over, or another device opened it; says whom to ring up.
        """
        digest, name = digest_of(token), name_of(token)
        device = device or secrets.token_urlsafe(32)
        session = digest_of(f"{device}.{name}")
        async with database.system() as tx:
            link = await store.follow_link(tx, digest)
            if link is None:
                raise LinkClosed(say("链接不完整或已失效，请重新点开短信里的链接，或与派单的指挥中心联系。"))
            if link.expired or not link.active:
                raise _closed(link, say("链接已过期（24 小时内有效）"))
            if link.session not in (None, session):
                raise _closed(link, say("链接已在另一台设备上打开过，不能再用"))
            if link.session is None:
                await _begin(tx, link, digest, session)
        return Followed(link.ticket, link.expires_at, name, device)

    @staticmethod
    async def gone(database: Database, ticket: int) -> LinkClosed:
        """What is said where the ticket of a link is not its holder's any more: whom to ring up."""
        async with database.system() as tx:
            found = await store.center_of(tx, ticket)
        name, phone = (found.name, found.phone) if found else ("", None)
        asked = say("，电话 {phone}", phone=phone) if phone else ""
        return LinkClosed(
            say("这张工单已经不在您手上；有疑问请与{name}联系{asked}。", name=name, asked=asked),
            center=name,
            phone=phone,
        )


async def _begin(tx: Tx, link: Link, digest: bytes, session: bytes) -> None:
    """The session of the first device, and what follows from having been opened."""
    await accounts.begin_bound_session(tx, session, link.person, link.ticket, link.expires_at)
    await store.bind_link(tx, digest, session)
    await store.opened(tx, link.ticket, link.person)
    await audit.write(
        tx,
        person=link.person,
        action="link.opened",
        subject=f"ticket:{link.ticket}",
        detail={"message": str(link.notification)},
    )


def _closed(link: Link, why: str) -> LinkClosed:
    phone = say("，电话 {phone}", phone=link.center_phone) if link.center_phone else ""
    return LinkClosed(
        say("{why}；请与{center}联系{phone}。", why=why, center=link.center_name, phone=phone),
        center=link.center_name,
        phone=link.center_phone,
    )
