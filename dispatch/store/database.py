"""The pool, and the two scopes every transaction runs in. Constructed by ``app`` alone.

``system`` is for actions, intake, relay and jobs, where ``domain.access`` decides in the same transaction.
``reader`` is for people's reads: row security lets through only what the reader's audience tokens may see.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Any, TypeAlias

import asyncpg
import orjson

from dispatch import metrics
from dispatch.errors import Collision, DatabaseAway, Unstorable
from dispatch.store.reconnecting import Reconnecting
from dispatch.store.sql import load

SQL = load("database")
Tx: TypeAlias = "asyncpg.Connection[asyncpg.Record]"
"""A connection inside a transaction of one of the two scopes: what every store function is handed."""
_AWAY = (
    OSError,
    TimeoutError,
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # a question on a connection whose end has been heard, but not yet seen
    asyncpg.CannotConnectNowError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.InsufficientResourcesError,  # no room on its disk, no memory, no connection left
    asyncpg.QueryCanceledError,  # it took too long, or whoever looks after the database ended it
)
_COLLISIONS = (
    asyncpg.DeadlockDetectedError,
    asyncpg.SerializationError,
    asyncpg.UniqueViolationError,
    asyncpg.LockNotAvailableError,
)
_ROLLBACK_SECONDS = 2.0
"""A connection that does not even roll back in this time is silent: its line is dead, or its server stands still. Then
others may be too, also those that nobody uses now: each is made anew before it is used again."""
_CLOSE_SECONDS = 10.0
FREE_SECONDS = 10.0
"""How long somebody waits for a free connection before they are told to come again."""
_APPLICATION_ROLE = "dispatch_app"
_FROZEN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"


class Database:
    """A pool of connections that act as the application role."""

    def __init__(
        self, pool: "asyncpg.Pool[asyncpg.Record]", dsn: str = "", door: Reconnecting | None = None
    ) -> None:
        self._pool = pool
        self._dsn = dsn
        self._door = door or Reconnecting()
        self._waiting: dict[object, float] = {}
        """Since when, in seconds of the steady clock, each waits for a connection; whoever came first stands first."""
        self.full_at = float("-inf")
        """When the database last said that its disk is full, in seconds of the steady clock."""

    @property
    def waiting(self) -> int:
        """How many wait for a connection now."""
        return len(self._waiting)

    @property
    def wait_seconds(self) -> float:
        """How long whoever waits longest has waited for a connection by now; 0 while nobody waits."""
        return time.monotonic() - next(iter(self._waiting.values())) if self._waiting else 0.0

    @property
    def connections(self) -> tuple[int, int, int]:
        """Connections in use, open, and at most."""
        size = self._pool.get_size()
        return size - self._pool.get_idle_size(), size, self._pool.get_max_size()

    @classmethod
    async def open(cls, dsn: str, *, size: int) -> "Database":
        """Connect ``size`` connections at most; refuses a role that row security would not bind."""
        door = Reconnecting()
        try:
            pool = await asyncpg.create_pool(
                dsn,
                connect=door.connect,
                min_size=min(2, size),
                max_size=size,
                init=_codecs,
                reset=_as_it_is,
                command_timeout=30,
                server_settings=_settings(),
            )
        except _AWAY as error:
            raise DatabaseAway from error
        database = cls(pool, dsn, door)
        try:
            await database._refuse_mighty_role()
        except BaseException:
            pool.terminate()
            raise
        return database

    async def close(self) -> None:
        """Give every connection back and end; one that does not answer is not waited for."""
        try:
            async with asyncio.timeout(_CLOSE_SECONDS):
                await self._pool.close()
        except TimeoutError:
            self._pool.terminate()

    @asynccontextmanager
    async def system(self, *, frozen: bool = False) -> AsyncIterator["asyncpg.Connection[asyncpg.Record]"]:
        """A transaction that sees every row. The caller decides rights itself, in the same transaction.

        ``frozen``: a read-only snapshot, for what is read in several questions and has to fit together.
        """
        async with (
            self._connection() as connection,
            _begun(connection, SQL.enter_system, frozen=frozen, silent=self._pool.expire_connections),
        ):
            yield connection

    @asynccontextmanager
    async def reader(
        self, audience: Sequence[str] | frozenset[str]
    ) -> AsyncIterator["asyncpg.Connection[asyncpg.Record]"]:
        """A read-only snapshot that sees what the audience tokens may see."""
        async with (
            self._connection() as connection,
            _begun(connection, frozen=True, silent=self._pool.expire_connections),
        ):
            await connection.execute(SQL.enter_unit, _array_literal(sorted(audience)))
            yield connection

    @asynccontextmanager
    async def session(self) -> AsyncIterator["asyncpg.Connection[asyncpg.Record]"]:
        """A connection of its own for long work, in no transaction: what it makes and locks for itself ends with it."""
        try:
            connection = await self._door.connect(self._dsn, server_settings=_settings(), timeout=10)
        except _AWAY as error:
            raise DatabaseAway from error
        try:
            await _codecs(connection)
            with _translated():
                yield connection
        except BaseException:
            connection.terminate()
            raise
        await connection.close(timeout=10)

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator["asyncpg.Connection[asyncpg.Record]"]:
        turn = object()
        self._waiting[turn] = time.monotonic()
        try:
            connection = await self._pool.acquire(timeout=FREE_SECONDS)
        except _AWAY as error:
            metrics.DATABASE_ERRORS.labels(type(error).__name__).inc()
            raise DatabaseAway from error
        finally:
            del self._waiting[turn]
        try:
            with _translated():
                yield connection
        except DatabaseAway as away:
            if isinstance(away.__cause__, asyncpg.DiskFullError):
                self.full_at = time.monotonic()
            raise
        finally:
            await self._give_back(connection)

    async def _give_back(self, connection: Tx) -> None:
        """Back to the pool. One that is broken the pool has ended by then; the next who asks is given a new one."""
        with suppress(asyncpg.PostgresError, *_AWAY):
            await self._pool.release(connection)

    async def _refuse_mighty_role(self) -> None:
        async with self._connection() as connection:
            mighty = await connection.fetchval(SQL.mighty_role)
        if mighty:
            raise RuntimeError(
                f"the application role {_APPLICATION_ROLE} is superuser, BYPASSRLS or owner of the tables: "
                "row security would not bind it; run `python -m migrations upgrade` as another role"
            )


def _settings() -> dict[str, str]:
    return {
        "role": _APPLICATION_ROLE,
        "application_name": "dispatch",
        "timezone": "UTC",
        "jit": "off",
        "enable_seqscan": "off",  # kept plans, those of foreign keys too, outlive the empty table
        "statement_timeout": "30s",
        "idle_in_transaction_session_timeout": "60s",
        # by TCP, the server notices within a minute too that this machine is gone; nothing at a socket file
        "tcp_keepalives_idle": "30",
        "tcp_keepalives_interval": "10",
        "tcp_keepalives_count": "3",
        "tcp_user_timeout": "60000",
    }


@asynccontextmanager
async def changing(session: Tx) -> AsyncIterator[Tx]:
    """A transaction of a ``session`` that sees every row, as ``Database.system`` does."""
    async with _begun(session, SQL.enter_system):
        yield session


@asynccontextmanager
async def _begun(
    connection: Tx,
    scope: str = "",
    *,
    frozen: bool = False,
    silent: Callable[[], Awaitable[None]] | None = None,
) -> AsyncIterator[None]:
    """A transaction; its scope is set by the same message that begins it.

    ``silent`` is called where the connection does not answer any more; what it held its server takes back.
    """
    try:
        await connection.execute(f"{_FROZEN if frozen else 'BEGIN'}; {scope}")
        yield
        await connection.execute("COMMIT")
    except BaseException:
        if not connection.is_closed() and not await _rolled_back(connection) and silent is not None:
            await silent()
        raise


async def _rolled_back(connection: Tx) -> bool:
    """Roll back; False where the connection did not answer in time and was ended.

    It is ended too where whoever asked is cancelled once more meanwhile: nobody would know what it still holds.
    """
    asked = asyncio.ensure_future(connection.execute("ROLLBACK"))
    try:
        # not asyncio.timeout: in a task that was cancelled, Python 3.11.2 takes its own expiry for one more cancelling
        await asyncio.wait({asked}, timeout=_ROLLBACK_SECONDS)
        if asked.done():
            await asked
            return True
    except (asyncpg.PostgresError, *_AWAY):
        pass
    except asyncio.CancelledError:
        _end(connection, asked)
        raise
    _end(connection, asked)
    return False


def _end(connection: Tx, asked: asyncio.Future[str]) -> None:
    connection.terminate()
    asked.cancel()
    asked.add_done_callback(lambda ended: ended.cancelled() or ended.exception())


@asynccontextmanager
async def savepoint(tx: Tx) -> AsyncIterator[None]:
    """A part of a transaction that can fail alone.

    Raises:
        Unstorable: the database refuses a value of it; what came before in the transaction stands.
    """
    with _translated():
        await tx.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            if not tx.is_closed():
                await tx.execute("ROLLBACK TO part; RELEASE part")
            raise
        await tx.execute("RELEASE part")


@contextmanager
def _translated() -> Iterator[None]:
    """The driver's errors as ours."""
    try:
        yield
    except (asyncpg.PostgresError, *_AWAY) as error:
        metrics.DATABASE_ERRORS.labels(type(error).__name__).inc()
        if isinstance(error, _COLLISIONS):
            raise Collision from error
        if isinstance(error, asyncpg.DataError | asyncpg.IntegrityConstraintViolationError):
            raise Unstorable from error
        if isinstance(error, _AWAY):
            raise DatabaseAway from error
        raise


def _array_literal(tokens: Sequence[str]) -> str:
    return "{" + ",".join(f'"{token}"' for token in tokens) + "}"


def _dump(value: Any) -> str:
    return value if isinstance(value, str) else orjson.dumps(value).decode()


async def _codecs(connection: "asyncpg.Connection[asyncpg.Record]") -> None:
    """jsonb goes in as a value or as ready JSON text, and comes out as a value."""
    await connection.set_type_codec(
        "jsonb", schema="pg_catalog", encoder=_dump, decoder=orjson.loads, format="text"
    )


async def _as_it_is(_: "asyncpg.Connection[asyncpg.Record]") -> None:
    """A connection goes back without a reset: every setting was its transaction's own; an open one was rolled back."""
