"""Clients in numbers and of the wrong kind: phones that vanish, sockets that nobody reads, everybody back at once."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from tests.chaos.clients.desk import Desk
from tests.chaos.clients.ok import Oks
from tests.chaos.clients.person import Person
from tests.chaos.scenario import PATIENCE_SECONDS, Run, scenario
from tests.chaos.scenarios.pushing import Pushing
from tests.chaos.world.app import App
from tests.chaos.world.world import accounts

VANISHED, STRANDS = 20, 5
SILENT, RESUMES = 40, 60
SILENT_BYTES = 1024 * 1024
"""What one socket that nobody reads may cost: its mailbox, what the kernel holds, and what a frame is made of."""
BACK = 60
STORMS = 4


@scenario
async def half_open(run: Run) -> None:
    """Phones vanish without a word, again and again; the service lets go of what they left, and they come back."""
    line = await run.world.proxies.to(run.world.front.address)
    worker = accounts(run.world.database, "grid_worker")[0]["username"]
    url = f"http://127.0.0.1:{line.port}"
    phones = await _desks(run, [Person(run.world, worker, url)], VANISHED, "vanishing")
    before = _open_files(run)
    async with asyncio.TaskGroup() as group:
        for phone in phones:
            group.create_task(phone.run())
        for _ in range(STRANDS):
            await _all_connected(run, phones)
            run.fault(f"{await line.strand(client=True)} connections lost their phone")
            await run.until(ok=3)
        run.over()
        await run.when(lambda: _open_files(run) <= before + 2 * VANISHED)
        await _all_connected(run, phones)
        run.world.quiet.set()
    await asyncio.gather(*(phone.settle() for phone in phones))


def _open_files(run: Run) -> int:
    """How many files and sockets the processes of the service hold."""
    return sum(len(list(Path(f"/proc/{_pid(app)}/fd").iterdir())) for app in run.world.apps)


def _pid(app: App) -> int:
    assert app.running is not None
    return app.running.pid


async def _desks(run: Run, people: Sequence[Person], count: int, name: str) -> list[Desk]:
    """So many desks, each person signed in once at all of theirs."""
    for person in people:
        async with person.online() as client:
            await person.sign_in(client)
    return [
        Desk(
            run.world,
            people[number % len(people)].username,
            Oks(),
            f"{name}-{number}",
            people[number % len(people)],
        )
        for number in range(count)
    ]


async def _all_connected(run: Run, desks: Sequence[Desk]) -> None:
    """Wait until every one of them hears of what happens."""
    await run.when(lambda: all(desk.connected for desk in desks))


@scenario
async def never_reading(run: Run) -> None:
    """Sockets ask for everything again and again and never read: the memory of a process stays flat."""
    app = run.world.apps[0]
    username = accounts(run.world.database, "duty_leader")[0]["username"]
    await run.underway()
    person = Person(run.world, username, app.url)
    async with person.online() as client, AsyncExitStack() as stack:
        await person.sign_in(client)
        before = _resident_bytes(_pid(app))
        run.fault(f"{SILENT} sockets that nobody reads ask {RESUMES} times each")
        sockets = [await stack.enter_async_context(_silent(client)) for _ in range(SILENT)]
        await asyncio.gather(*(_ask_for_everything(client, each) for each in sockets))
        await run.underway()
        grown = _resident_bytes(_pid(app)) - before
        run.expect(
            grown < SILENT * SILENT_BYTES,
            "the memory of process 0",
            f"grew by {grown // 1024:,} KiB for {SILENT}",
        )
    run.over()
    await run.underway()


def _resident_bytes(pid: int) -> int:
    """What a process holds in memory."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    line = next(each for each in status.splitlines() if each.startswith("VmRSS:"))
    return int(line.split()[1]) * 1024


@asynccontextmanager
async def _silent(client: httpx.AsyncClient) -> AsyncIterator[ClientConnection]:
    """A socket that has said hello and reads nothing: its kernel takes as little as it can, its program nothing."""
    parts = urlsplit(str(client.base_url))
    raw = socket.socket()
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    raw.setblocking(False)
    await asyncio.get_running_loop().sock_connect(raw, (parts.hostname, parts.port))
    ticket = (await client.post("/api/socket-ticket")).json()["ticket"]
    async with connect(
        f"ws://{parts.netloc}/api/stream",
        sock=raw,
        proxy=None,
        compression=None,
        max_queue=1,
        ping_interval=None,
        close_timeout=0.1,
    ) as made:
        await made.send(json.dumps({"type": "hello", "ticket": ticket}))
        yield made


async def _ask_for_everything(client: httpx.AsyncClient, silent: ClientConnection) -> None:
    """Resume from the very beginning, again and again, until it is shut out or has asked often enough."""
    welcome = json.loads(await silent.recv())
    stream = welcome["streams"][0]
    shot = (await client.get(f"/api/streams/{stream}/snapshot")).json()
    position = {"epoch": shot["epoch"], "seq": 0, "rights": shot["rights"]}
    with suppress(ConnectionClosed, TimeoutError, OSError):
        async with asyncio.timeout(PATIENCE_SECONDS):
            for _ in range(RESUMES):
                await silent.send(json.dumps({"type": "resume", "stream": stream, "position": position}))


@scenario
async def back_at_once(run: Run) -> None:
    """Every client is cut off and all come back in the same moment, twice: each board is whole again."""
    desks = await _desks(run, [Person(run.world, each) for each in _leaders(run)], BACK, "back")
    async with asyncio.TaskGroup() as group:
        for desk in desks:
            group.create_task(desk.run())
        for _ in range(2):
            await _all_connected(run, desks)
            run.fault(f"{await run.world.front.cut()} connections cut at once")
            await run.until(ok=3)
        run.over()
        await _all_connected(run, desks)
        await run.underway()
        run.world.quiet.set()
    await asyncio.gather(*(desk.settle() for desk in desks))


def _leaders(run: Run) -> list[str]:
    """People who see all of a town, or of the district, and are not in the crowd."""
    roles = ("duty_leader", "supervisor")
    return [each["username"] for role in roles for each in accounts(run.world.database, role)]


@scenario
async def subscribe_in_a_storm(run: Run) -> None:
    """Desks come, fetch their boards and go while batches pour in: none misses what comes between the two."""
    async with Pushing.of(run, "storm") as pushing:
        for round_ in range(STORMS):
            run.fault("a storm of batches")
            pouring = [
                asyncio.create_task(pushing.until_ok(f"msg_storm_{round_}_{number}", pushing.messages(60)))
                for number in range(4)
            ]
            visits = [Desk(run.world, each, Oks(), f"visit-{round_}-{each}") for each in _leaders(run)]
            await asyncio.gather(*(visit.settle() for visit in visits))
            await asyncio.gather(*pouring)
    run.over()
    await run.underway()


@scenario
async def rights_changed(run: Run) -> None:
    """A person is moved to another town while their desk is off: nothing of the former town is shown any more."""
    leaders = [each["username"] for each in accounts(run.world.database, "duty_leader")]
    desk = Desk(run.world, leaders[0], Oks(), name="moved")
    there = run.world.rows(_UNITS, leaders[1])[0][0]
    home = run.world.rows(_UNITS, leaders[0])[0][0]
    for unit in (there, home, there):
        await run.underway()
        await desk.settle()
        run.fault("a leader is moved to another town")
        run.world.rows(_MOVE, unit, leaders[0])
        desk.person.learn()
        await desk.settle()
        run.expect(
            set(desk.boards) == {unit},
            "the boards of a leader who was moved",
            f"are {sorted(desk.boards)}, not {unit}",
        )
    run.over()
    await run.underway()
    await desk.settle()


_UNITS = (
    "SELECT m.unit FROM account a JOIN membership m ON m.person = a.person AND m.valid @> now()"
    " WHERE a.username = %s"
)
_MOVE = (
    "UPDATE membership SET unit = %s WHERE person = (SELECT person FROM account WHERE username = %s)"
    " RETURNING unit"
)
