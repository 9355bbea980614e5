"""Puts a run's surroundings together: servers, district, proxy, processes of the service, the hotline's ear."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, LiteralString

import psycopg

from dispatch.jobs.loop import end
from tests.chaos.journal import Acted, Journal, Outcome, Pushed, Record
from tests.chaos.proxy import Proxies, Proxy, proxying
from tests.chaos.world import ear, ground
from tests.chaos.world.app import App
from tests.chaos.world.servers import Pair, Postgresql, Redis
from tests.databases import SECRETS, WEBHOOK_SECRET, Database
from tests.ports import reserved

SOURCE = "huaian-12345"
POOL = "8"


@dataclass
class Tally:
    """What clients have been answered so far; whoever waits for more of it is woken."""

    count: Counter[Outcome] = field(default_factory=Counter)
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def until(self, more: int, outcome: Outcome = Outcome.OK) -> None:
        """Wait until so many more have come to an outcome."""
        whole = self.count[outcome] + more
        async with self._changed:
            await self._changed.wait_for(lambda: self.count[outcome] >= whole)

    async def note(self, outcome: Outcome) -> None:
        """One more."""
        self.count[outcome] += 1
        async with self._changed:
            self._changed.notify_all()


class Kept(Journal):
    """A client's file that also counts."""

    tally: Tally
    notes: set[asyncio.Task[None]]

    @classmethod
    def at(cls, path: Path, tally: Tally, notes: set[asyncio.Task[None]]) -> Kept:
        """The file at a path, counted by a tally; ``notes`` holds what wakes who waits."""
        kept = cls(path)
        kept.tally, kept.notes = tally, notes
        return kept

    def write(self, record: Record) -> None:
        """Append a record; it is on disk when this returns."""
        super().write(record)
        if isinstance(record, Pushed | Acted):
            task = asyncio.get_running_loop().create_task(self.tally.note(record.outcome))
            self.notes.add(task)
            task.add_done_callback(self.notes.discard)


@dataclass
class World:
    """Everything of one run that can be used, watched or broken."""

    folder: Path
    seed: int
    pair: Pair
    postgresql: Postgresql
    redis: Redis
    database: Database
    proxies: Proxies
    front: Proxy
    """Between clients and the processes; balances."""
    ear_link: Proxy
    """Between the processes and the hotline's receiver."""
    ear: ear.Ear
    apps: list[App] = field(default_factory=list)
    quiet: asyncio.Event = field(default_factory=asyncio.Event)
    """Set: clients begin nothing new."""
    tally: Tally = field(default_factory=Tally)
    source: str = SOURCE
    secret: str = WEBHOOK_SECRET
    _notes: set[asyncio.Task[None]] = field(default_factory=set)
    _files: ExitStack = field(default_factory=ExitStack)

    def close(self) -> None:
        """Close the clients' files."""
        self._files.close()

    @property
    def url(self) -> str:
        """Where clients find the service: through the proxy."""
        return f"http://127.0.0.1:{self.front.port}"

    def random(self, name: str) -> Random:
        """The dice of a client or of the scenario: each its own, so that none decides by another's turn."""
        return Random(f"{self.seed}/{name}")

    @property
    def journals(self) -> Path:
        """The folder of what clients write down."""
        return self.folder / "journals"

    def journal(self, name: str) -> Journal:
        """A client's file; it is closed with the world."""
        return self._files.enter_context(Kept.at(self.journals / f"{name}.jsonl", self.tally, self._notes))

    def rows(self, question: LiteralString, *values: object) -> list[tuple[Any, ...]]:
        """What the database holds, asked past every proxy as its owner."""
        with psycopg.connect(self.database.owner_url, autocommit=True) as connection:
            return connection.execute(question, values or None).fetchall()

    async def up(self) -> None:
        """Wait until every process that is wanted is well."""
        await asyncio.gather(*(app.up() for app in self.apps if app.wanted.is_set()))


@asynccontextmanager
async def world(
    pair: Pair, folder: Path, seed: int, processes: int, planted: Sequence[Path] = ()
) -> AsyncIterator[World]:
    """A world that is up, perhaps with a planted bug; all of it ends afterwards, but for the pair of servers."""
    async with AsyncExitStack() as stack:
        proxies = await stack.enter_async_context(proxying(seed))
        journal = stack.enter_context(Journal(folder / "journals" / f"{ear.NAME}.jsonl"))
        hearing = await stack.enter_async_context(ear.listening(journal))
        ear_link = await proxies.to(("127.0.0.1", hearing.port))
        address = f"127.0.0.1:{ear_link.port}"
        database = stack.enter_context(ground.district(pair, f"http://{address}/callbacks"))
        ports = [stack.enter_context(reserved()) for _ in range(processes)]
        front = await proxies.to(*(("127.0.0.1", port) for port in ports), ready="/health/ready")
        made = World(
            *(folder, seed, pair, Postgresql(pair), Redis(pair), database, proxies, front, ear_link, hearing)
        )
        stack.callback(made.close)
        for number, port in enumerate(ports):
            await _add_app(made, number, port, address)
        for keeping in (made.postgresql.keep_up, made.redis.keep_up, *(app.keep_up for app in made.apps)):
            stack.push_async_callback(end, asyncio.create_task(keeping()))
        stack.push_async_callback(
            made.postgresql.start
        )  # what a scenario left stopped; the database is dropped
        for app in made.apps:
            app.planted = tuple(planted)
            app.start()
        await made.up()
        yield made


async def _add_app(made: World, number: int, port: int, ear_address: str) -> None:
    to_database = await made.proxies.to(made.pair.postgresql_address)
    to_redis = await made.proxies.to(made.pair.redis_socket)
    environment = SECRETS | {
        "DATABASE_URL": _through(made.database.url, to_database.port),
        "REDIS_URL": f"redis://127.0.0.1:{to_redis.port}/0",
        "DISPATCH_PUBLIC_URL": made.url,
        "DISPATCH_EVIDENCE_DIR": str(made.folder / "evidence"),
        "DISPATCH_FRONTEND_DIR": str(made.folder / "frontend"),
        "DISPATCH_CALLBACK_HOSTS": ear_address,
        "DISPATCH_POOL_SIZE": POOL,
        "DISPATCH_GATEWAY_URL": (made.folder / "outbox.jsonl").as_uri(),
    }
    log = made.folder / f"app-{number}.log"
    made.apps.append(App(number, port, environment, log, to_database, to_redis))


def _through(database_url: str, port: int) -> str:
    """The address of a database on a socket, through a link on a port."""
    role, _, rest = database_url.removeprefix("postgresql://").partition("@")
    return f"postgresql://{role}@127.0.0.1:{port}{rest.partition('?')[0]}"


def accounts(database: Database, role: str) -> Sequence[dict[str, str]]:
    """The sign-ins of a role."""
    return [each for each in database.users if each["role"] == role]
