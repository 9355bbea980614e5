"""Signing in and out, the screen lock, and who a request comes from. Called by ``web.session`` and ``web.guard``.

Sessions live in PostgreSQL; the browser holds 32 random bytes, the database their digest. Five wrong passwords rest
an account for 300 s (GB/T 22239 level 3); 600 idle seconds lock the screen; 12 hours end the session.
"""

import hashlib
import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from dispatch.actions.passwords import Gone, Passwords, stays
from dispatch.domain import access
from dispatch.domain.access import Actor, Membership
from dispatch.domain.passwords import check_password
from dispatch.errors import (
    AccountLocked,
    AnotherPerson,
    BadInput,
    NotSignedIn,
    OneTimeOver,
    ScreenLocked,
    WrongPassword,
)
from dispatch.saying import say
from dispatch.store import accounts, audit
from dispatch.store.database import Database

TRIES = 5
REST_SECONDS = 300
IDLE_SECONDS = 600
SESSION_SECONDS = 12 * 3600


@dataclass(frozen=True)
class SignedIn:
    """The person behind a request, with the roles in force now."""

    session: bytes
    person: int
    name: str
    post: str
    username: str
    memberships: frozenset[Membership]
    locked: bool
    must_change: bool = False
    """The password was set by somebody else: it opens nothing but choosing one's own."""
    ticket: int | None = None
    """The one ticket this session reaches, where a link began it."""

    @cached_property
    def actor(self) -> Actor:
        """The person as domain.access sees them."""
        return Actor(self.name, self.person, self.memberships)

    @cached_property
    def readers(self) -> frozenset[str]:
        """The audience tokens the person reads as."""
        return access.readers(self.person, self.memberships)

    def must_be(self, person: int | None) -> None:
        """Refuse an act that somebody else did: a phone's outbox outlives the session it was filled in.

        Raises:
            AnotherPerson: the act names another person than the one signed in.
        """
        if person is not None and person != self.person:
            raise AnotherPerson

    @cached_property
    def rights(self) -> str:
        """The revision of the person's rights."""
        return access.rights_revision(self.person, self.memberships)


Crowd = Callable[[bytes], Awaitable[SignedIn | None]]
"""Looks a session up by its digest, together with those that others ask for."""


def digest_of(token: str) -> bytes:
    """What the database keeps of a token."""
    return hashlib.sha256(token.encode()).digest()


async def sign_in(
    database: Database, passwords: Passwords, *, username: str, password: str, gone: Gone = stays
) -> tuple[str, SignedIn]:
    """A new session for the right password: its token and the person.

    Raises:
        WrongPassword: name or password is wrong; the two are not told apart.
        OneTimeOver: it is right, but one-time, and its days are over.
        AccountLocked: too many failures; ``retry_after`` seconds remain.
        TooMany, HungUp: as ``Passwords.fits``. The try counts all the same.
    """
    person = await _check(database, passwords, username, password, gone)
    token = secrets.token_urlsafe(32)
    digest = digest_of(token)
    async with database.system() as tx:
        await accounts.begin_session(tx, digest, person, SESSION_SECONDS)
        await audit.write(tx, person=person, action="session.begun", subject=f"person:{person}")
        session = await accounts.session(tx, digest, IDLE_SECONDS)
    if session is None:
        raise WrongPassword
    return token, _signed_in(session)


async def unlock(
    database: Database, passwords: Passwords, signed_in: SignedIn, password: str, gone: Gone = stays
) -> None:
    """Open a locked screen with the password.

    Raises:
        WrongPassword, AccountLocked, TooMany, HungUp: as at signing in.
    """
    person = await _check(database, passwords, signed_in.username, password, gone)
    async with database.system() as tx:
        await accounts.unlock(tx, signed_in.session)
        await audit.write(tx, person=person, action="session.unlocked", subject=f"person:{person}")


async def lock(database: Database, signed_in: SignedIn) -> None:
    """Lock the screen until the password is given again."""
    async with database.system() as tx:
        await accounts.lock(tx, signed_in.session)


async def sign_out(database: Database, signed_in: SignedIn) -> None:
    """End the session; its sockets and unused socket tickets end with it."""
    async with database.system() as tx:
        await accounts.end_session(tx, signed_in.session)
        await audit.write(
            tx, person=signed_in.person, action="session.ended", subject=f"person:{signed_in.person}"
        )


async def change_password(
    database: Database,
    passwords: Passwords,
    signed_in: SignedIn,
    former: str,
    chosen: str,
    gone: Gone = stays,
) -> None:
    """Choose a password of one's own; the person's other sessions end.

    Raises:
        WrongPassword, AccountLocked: the former one is wrong.
        TooMany, HungUp: as at signing in.
        BadInput: the new one is too simple, or the former one again.
    """
    check_password(chosen, signed_in.username)
    await _check(database, passwords, signed_in.username, former, gone)
    if chosen == former:
        raise BadInput(say("新密码不能和原来的一样。"), field="password")
    encoded = await passwords.hash(chosen, gone)
    async with database.system() as tx:
        await accounts.change_password(tx, signed_in.person, encoded, signed_in.session)
        await audit.write(
            tx,
            person=signed_in.person,
            action="account.password_changed",
            subject=f"person:{signed_in.person}",
        )


async def recognise(database: Database, token: str | None, *, even_locked: bool, counts: bool) -> SignedIn:
    """The person a token belongs to. ``counts``: the request is a person's doing and puts off the idle lock.

    Raises:
        NotSignedIn: no token, or its session is over.
        ScreenLocked: the screen is locked and the question asks for content.
    """
    if not token:
        raise NotSignedIn
    async with database.system() as tx:
        session = await accounts.session(tx, digest_of(token), IDLE_SECONDS)
        if session is not None and counts and session.stale and not session.locked:
            await accounts.touch(tx, session.digest, IDLE_SECONDS)
    if session is None:
        raise NotSignedIn
    if session.locked and not even_locked:
        raise ScreenLocked
    return _signed_in(session)


async def recognise_together(crowd: Crowd, token: str | None, *, even_locked: bool) -> SignedIn:
    """The person a token belongs to, asked for with many others; never a person's doing.

    Raises:
        NotSignedIn, ScreenLocked: as when asked for alone.
    """
    person = await crowd(digest_of(token)) if token else None
    if person is None:
        raise NotSignedIn
    if person.locked and not even_locked:
        raise ScreenLocked
    return person


async def of_sessions(database: Database, digests: Sequence[bytes]) -> dict[bytes, SignedIn]:
    """The persons of those of some sessions that live, with the rights of now. Streams ask at each resume."""
    async with database.system() as tx:
        found = await accounts.sessions(tx, digests, IDLE_SECONDS)
    return {session.digest: _signed_in(session) for session in found}


async def check_of_person(
    database: Database, passwords: Passwords, username: str, password: str, gone: Gone = stays
) -> int:
    """The person whose password this is, without signing them in: a second signature on somebody else's screen.

    Raises:
        WrongPassword, AccountLocked, TooMany, HungUp: as at signing in.
    """
    return await _check(database, passwords, username, password, gone)


async def _check(database: Database, passwords: Passwords, username: str, password: str, gone: Gone) -> int:
    """The person whose password this is; the try is counted first and forgiven when it was right."""
    async with database.system() as tx:
        attempt = await accounts.attempt(tx, username, tries=TRIES, rest_seconds=REST_SECONDS)
        resting = await accounts.rest(tx, username) if attempt is None else None
    if resting is not None:
        raise AccountLocked(retry_after=resting)
    right = await passwords.fits(attempt.password_hash if attempt else None, password, gone)
    if attempt is None:
        raise WrongPassword
    if not right:
        await _note_failure(database, attempt.person, locked=attempt.last_try)
        raise AccountLocked(retry_after=REST_SECONDS) if attempt.last_try else WrongPassword
    newer = await passwords.hash(password) if passwords.is_old(attempt.password_hash) else None
    async with database.system() as tx:
        await accounts.forgive(tx, attempt.person)
        if newer is not None:
            await accounts.keep_hash(tx, attempt.person, newer)
    if attempt.is_over:
        await _note_failure(database, attempt.person, locked=False)
        raise OneTimeOver
    return attempt.person


async def _note_failure(database: Database, person: int, *, locked: bool) -> None:
    async with database.system() as tx:
        action = "account.locked" if locked else "session.refused"
        await audit.write(tx, person=person, action=action, subject=f"person:{person}")


def _signed_in(session: accounts.Session) -> SignedIn:
    return SignedIn(
        session=session.digest,
        person=session.person,
        name=session.name,
        post=session.post,
        username=session.username,
        memberships=session.memberships,
        locked=session.locked,
        must_change=session.must_change,
        ticket=session.ticket,
    )
