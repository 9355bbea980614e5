"""Walks a written journey through the real actions and listens, as each reader, through the real hub."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from dispatch.actions.intake import Delivery, Intake
from dispatch.actions.rezoning import Rezoning
from dispatch.actions.tickets import Tickets
from dispatch.actions.upward import Upward
from dispatch.actions.warning import Warnings
from dispatch.actions.world import Worlds
from dispatch.client.board import Board, Taken
from dispatch.domain import access
from dispatch.domain.access import Actor, Membership, Role
from dispatch.domain.commands import Command
from dispatch.domain.messages import parse
from dispatch.domain.profile import FIELDS, Profile
from dispatch.errors import DispatchError
from dispatch.live.frames import Entry
from dispatch.live.hub import Client, Hub
from dispatch.reads.snapshots import Snapshots
from dispatch.store import streams
from dispatch.store.database import Database as Store
from tests.boundaries import Borders
from tests.journeys import clock_steps, closing_steps, doors_steps, joint_steps, telling_steps
from tests.web import towns

READERS = ("towna", "townb", "district", "workera", "policea")
PLAIN = Profile({name: name for name in FIELDS}, {})
EPOCH, MOMENT = "journey", "2026-11-24T00:00:00.000Z"
END = '{"type":"end"}'
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
_NUMBER = re.compile(r'"\d{6}-(\d{6})"')
Json = dict[str, Any]
NEW_BORDER = """
UPDATE town_area SET geom = ST_Multi(CASE town WHEN '{a}' THEN ST_Union({west}, {north}) ELSE {east} END) WHERE {draft};
UPDATE village_area SET geom = CASE town WHEN '{a}' THEN {west} ELSE {east} END WHERE {draft} AND village <> '{n}';
UPDATE cell SET geom = CASE town WHEN '{a}' THEN {west} ELSE {east} END, police_grid = 'PG-' || town
WHERE {draft} AND village <> '{n}';
UPDATE cell SET police_grid = 'PG-{a}' WHERE {draft} AND village = '{n}';
DELETE FROM police_grid WHERE {draft};
INSERT INTO police_grid (boundary_version, code, name, town, police_station, geom)
SELECT boundary_version, 'PG-' || town, name, town, {station}, geom FROM town_area WHERE {draft};
"""

HOTLINE_TIME = {
    "arrived": "UPDATE upward_request SET state = 'sent', sent_at = now(), answer_due_at = now() + interval '1 day' "
    "WHERE state = 'signed_off'",
    "overdue": "UPDATE upward_request SET answer_due_at = now() WHERE state = 'sent'",
    "rested": "UPDATE ticket SET suspended_until = now() WHERE state = 'suspended'",
}
"""What the outbox and the clock do to upward requests and to suspended tickets."""


@dataclass
class Ear:
    """One reader of one stream: the snapshot it began with, every frame since, and the board they make."""

    stream: int
    actor: Actor
    client: Client
    before: Json
    board: Board
    frames: list[Json] = field(default_factory=list)

    async def listen(self) -> None:
        """Take what has come."""
        self.client.put(END)
        while (text := await self.client.take()) is not None and text != END:
            self.client.sent(text)
            frame = json.loads(text)
            taken = self.board.take(frame)
            assert taken in (Taken.APPLIED, Taken.KNOWN)
            if taken is Taken.APPLIED:
                self.frames.append(frame)
        self.client.sent(END)


@dataclass
class Walk:
    """A journey under way."""

    store: Store
    owner_url: str
    worlds: Worlds
    hub: Hub
    people: dict[str, Actor]
    ears: dict[tuple[str, int], Ear] = field(default_factory=dict)
    versions: dict[int, int] = field(default_factory=dict)
    """How much of each ticket's journal was judged."""

    @classmethod
    async def begin(cls, store: Store, owner_url: str) -> Walk:
        """Everybody is listening, nothing has happened."""
        worlds, hub = Worlds(store), Hub()
        await worlds.refresh()
        async with store.system() as tx:
            epoch, tops = await streams.position(tx)
        hub.start(epoch, tops)
        walk = cls(store, owner_url, worlds, hub, people(owner_url))
        for name in READERS:
            for stream in access.streams(walk.people[name].memberships, worlds.current.tables.units):
                walk.ears[name, stream] = await walk.ear(name, stream)
        return walk

    async def ear(self, name: str, stream: int) -> Ear:
        """A reader that has fetched its snapshot and joined."""
        actor = self.people[name]
        before = await self.snapshot(actor, stream)
        client = Client(
            actor.person or 0, actor.name, b"", access.readers(actor.person or 0, actor.memberships)
        )
        self.hub.enter(client)
        assert self.hub.join(client, stream, before["seq"])
        return Ear(stream, actor, client, before, Board.of_snapshot(before))

    async def snapshot(self, actor: Actor, stream: int) -> Json:
        """What the snapshot's route would answer now."""
        snapshots = Snapshots(self.store, lambda: self.worlds.current.tables.units)
        made = await snapshots.of(stream, access.readers(actor.person or 0, actor.memberships))
        rights = access.rights_revision(actor.person or 0, actor.memberships)
        answer: Json = json.loads(gzip.decompress(made.body(rights)))
        answer["tickets"] = answer.pop("tickets")  # the longest comes last in what is recorded
        return answer

    async def step(self, step: Json) -> None:
        """One written step, judged by what it says has to come of it."""
        if "push" in step:
            assert await self.push(step["push"]) == step["status"]
        elif "due" in step:
            await self.fall_due(step["due"])
        elif "upward" in step:
            await self.wait_for_the_hotline(step["upward"])
        elif "border" in step:
            await self.redraw(step["border"])
        elif await self.takes_further(step):
            pass
        elif "refused" in step:
            with pytest.raises(DispatchError) as refused:
                await self.act(step)
            assert step["refused"] in refused.value.detail
        else:
            await self.act(step)
        await self.relay()
        self.judge(step)

    async def takes_further(self, step: Json) -> bool:
        """A step of a theme that keeps its own kinds of steps; false where it is of none."""
        for theme in (closing_steps, clock_steps, telling_steps, doors_steps, joint_steps):
            if await theme.taken(self, step):
                return True
        return False

    async def act(self, step: Json) -> None:
        """A person's command, on the first ticket unless another one is named."""
        fields = closing_steps.said(step["fields"])
        tickets = Tickets(self.store, self.worlds, towns.sealer(), _nobody)
        actor, number = self.people[step["by"]], step.get("ticket", 1)
        await tickets.perform(actor, number, Command(step["command"]), fields, uuid4())

    async def push(self, message: Json) -> str:
        """A delivery of the hotline with one message; the word it is answered with."""
        digest = hashlib.sha256(json.dumps(message).encode()).digest()
        delivery = Delivery(
            "huaian-12345", "wgs84", PLAIN, uuid4().hex, digest, [parse(message, PLAIN)], single=True
        )
        answer = await Intake(self.store, self.worlds, towns.sealer(), _nobody).submit(delivery)
        return "refused" if answer.status == 422 else str(json.loads(answer.body)["status"])

    async def fall_due(self, clock: str) -> None:
        """The time of a clock's first warning has come."""
        with psycopg.connect(self.owner_url) as connection:
            connection.execute(
                "UPDATE clock SET next_at = now(), marks = ARRAY[now(), now(), marks[3], marks[4]] WHERE kind = %s",
                (clock,),
            )
        await Warnings(self.store, self.worlds, _nobody).fire_due()

    async def wait_for_the_hotline(self, what: str) -> None:
        """``arrived``: what went up is there; ``overdue``, ``rested``: the time of an answer, a suspension is over."""
        with psycopg.connect(self.owner_url) as connection:
            connection.execute(HOTLINE_TIME[what].encode())
        await Upward(self.store, self.worlds, _nobody).follow()

    async def redraw(self, lon: float) -> None:
        """A version comes in force in which the border of the two towns runs elsewhere; open tickets follow."""
        with tempfile.TemporaryDirectory() as folder:
            borders = Borders(self.store, self.worlds, Path(folder))
            version = await borders.draft(self.worlds.current.boundary_version)
            with psycopg.connect(self.owner_url) as connection:
                connection.execute(new_border(version, lon).encode())
            found = await borders.check(version)
            assert found["blocking"] == 0, found
            await borders.publish(version)
        rezoning = Rezoning(self.store, self.worlds, _nobody)
        while await rezoning.move_some():
            pass

    async def relay(self) -> None:
        """What the relay does in a round; then everybody listens."""
        async with self.store.system() as tx:
            rows = await streams.entries_after(tx, self.hub.cursors)
        self.hub.publish([Entry(*row) for row in rows])
        self.hub.beacon()
        for ear in self.ears.values():
            await ear.listen()

    def judge(self, step: Json) -> None:
        """The journals hold exactly the events that were to come, and the ticket is in the state it was to reach.

        Of several tickets, the first one's events come first. ``states`` names those of the others.
        """
        with psycopg.connect(self.owner_url) as connection:
            rows = connection.execute(
                "SELECT ticket, event, version FROM journal ORDER BY ticket, version"
            ).fetchall()
            states = dict(connection.execute("SELECT id::text, state FROM ticket").fetchall())
        happened = [row for row in rows if row[2] > self.versions.get(row[0], 0)]
        expected = step.get("events", ["ticket.received"] if step.get("status") == "created" else [])
        assert [event for _, event, _ in happened] == expected, step
        self.versions |= {ticket: version for ticket, _, version in rows}
        wanted = dict(step.get("states", {}))
        if "state" in step:
            wanted[str(step.get("ticket", 1))] = step["state"]
        assert {ticket: states[ticket] for ticket in wanted} == wanted, step

    async def compare(self) -> None:
        """The oracle: every reader's folded board is a snapshot taken now."""
        for (name, stream), ear in self.ears.items():
            now = await self.snapshot(ear.actor, stream)
            assert ear.board.seq == now["seq"], (name, stream)
            assert ear.board.tickets == {row["id"]: row for row in now["tickets"]}, (name, stream)

    async def recorded(self) -> Json:
        """Snapshots and frames of every reader, each row written once, without what differs from walk to walk."""
        rows: list[Any] = []

        def numbered(row: Any) -> int:
            if row not in rows:
                rows.append(row)
            return rows.index(row)

        told: Json = {}
        for (name, stream), ear in self.ears.items():
            after = await self.snapshot(ear.actor, stream)
            told.setdefault(name, {})[str(stream)] = {
                "before": _short(_plain(ear.before), numbered),
                "frames": [_short(_plain(frame), numbered) for frame in ear.frames],
                "after": _short(_plain(after), numbered),
            }
        return {"readers": told, "rows": rows}


def new_border(version: int, lon: float) -> str:
    """Statements that redraw a draft of the two towns; the northern village stays as it is."""

    def shape(wkt: str) -> str:
        return f"ST_GeomFromText('{wkt}', 4326)"

    return NEW_BORDER.format(
        draft=f"boundary_version = {version}",
        a=towns.TOWN_A,
        n="320804001002",
        station=towns.POLICE_A,
        north=shape(towns.square(119.0, 119.1, 33.7, 33.8)),
        west=shape(towns.square(119.0, lon)),
        east=shape(towns.square(lon, 119.2)),
    )


def people(owner_url: str) -> dict[str, Actor]:
    """Everybody by username, as access sees them."""
    with psycopg.connect(owner_url) as connection:
        found = connection.execute(
            "SELECT a.username, p.name, p.id, m.role, m.unit FROM account a JOIN person p ON p.id = a.person "
            "JOIN membership m ON m.person = p.id"
        ).fetchall()
    return {
        username: Actor(name, person, frozenset({Membership(Role(role), unit)}))
        for username, name, person, role, unit in found
    }


async def _nobody(_streams: Sequence[int]) -> None:
    """Nobody is waiting to be woken: the walk relays by itself."""


def _plain(value: Json) -> Json:
    text = _NUMBER.sub(r'"J-\1"', _TIME.sub(MOMENT, json.dumps(value, ensure_ascii=False)))
    plain: Json = json.loads(text)
    return {**plain, "epoch": EPOCH}


def _short(value: Json, numbered: Any) -> Json:
    """Rows replaced by their place in the list of rows."""
    if "tickets" in value:
        return {**value, "tickets": [numbered(row) for row in value["tickets"]]}
    entries = [{**each, "row": numbered(each["row"])} if "row" in each else each for each in value["entries"]]
    return {**value, "entries": entries}
