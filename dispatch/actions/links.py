"""One-use links: ``/t/<token>`` opens one ticket for one person, for 24 hours, on the first device that follows it.

The token is an HMAC of the message's id, so that a message sent twice holds the same link, and the database holds its
digest alone. Following it makes a session that reaches that ticket and nothing else.
"""

import hashlib
import hmac
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from dispatch.actions.sign_in import digest_of
from dispatch.errors import LinkClosed
from dispatch.store import accounts, audit
from dispatch.store import telling as store
from dispatch.store.database import Database, Tx
from dispatch.store.telling import Link

HOURS = 24
_TOKEN_BYTES = 18
_LABEL = b"dispatch: one-use link"


@dataclass(frozen=True, slots=True)
class Followed:
    """A link that opened: its ticket, until when, and the session's token where this device is the first."""

    ticket: int
    expires_at: datetime
    token: str | None


class Links:
    """Makes links and follows them."""

    def __init__(self, master_key: bytes, public_url: str) -> None:
        self._key = hmac.digest(master_key, _LABEL, hashlib.sha256)
        self._public_url = public_url

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

    async def follow(self, database: Database, token: str, held: str | None) -> Followed:
        """Open a link on this device; ``held``: the token of the link session this browser has.

        Raises:
            LinkClosed: no such link, or it is over, or another device opened it; says whom to ring up.
        """
        digest = digest_of(token)
        async with database.system() as tx:
            link = await store.follow_link(tx, digest)
            if link is None:
                raise LinkClosed("链接不完整或已失效,请重新点开短信里的链接,或与派单的指挥中心联系。")
            if link.expired or not link.active:
                raise _closed(link, "链接已过期(24 小时内有效)")
            if link.session is not None:
                if held is None or digest_of(held) != link.session:
                    raise _closed(link, "链接已在另一台设备上打开过,不能再用")
                return Followed(link.ticket, link.expires_at, None)
            made = secrets.token_urlsafe(32)
            await _begin(tx, link, digest, digest_of(made))
        return Followed(link.ticket, link.expires_at, made)

    @staticmethod
    async def gone(database: Database, ticket: int) -> LinkClosed:
        """What is said where the ticket of a link is not its holder's any more: whom to ring up."""
        async with database.system() as tx:
            found = await store.center_of(tx, ticket)
        name, phone = found or ("", None)
        asked = f",电话 {phone}" if phone else ""
        return LinkClosed(f"这张工单已经不在您手上;有疑问请与{name}联系{asked}。", center=name, phone=phone)


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
    phone = f",电话 {link.center_phone}" if link.center_phone else ""
    return LinkClosed(
        f"{why};请与{link.center_name}联系{phone}。", center=link.center_name, phone=link.center_phone
    )
