"""Places and their names as rows. Called by ``actions.gazetteer``, ``actions.importing`` and ``reads.gazetteer``."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("gazetteer")
Json: TypeAlias = dict[str, Any]
BEHIND_ALL = "\U0010ffff"
"""Sorts behind every text that begins like the one it is put after."""
_EACH_WAY = 300
_ALIKE = 0.3


@dataclass(frozen=True, slots=True)
class Question:
    """What to look for: a text, its Latin letters where it is such, and where. ``after``: rank and id seen last."""

    text: str
    latin: str | None
    contains: str | None
    alike: bool
    kind: str | None
    town: str | None
    after: tuple[int, int]


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place to be changed, locked."""

    id: int
    kind: str
    name: str
    parent: int | None
    lon: float
    lat: float
    radius_m: float
    village: str | None
    town: str | None
    source: str
    external: str | None
    version: int
    valid_until: Any


@dataclass(frozen=True, slots=True)
class Entry:
    """A place as it is to be kept. Degrees of WGS 84; codes of village and town."""

    name: str
    parent: int | None
    lon: float
    lat: float
    radius_m: float
    village: str | None
    town: str | None
    pinyin: str | None
    initials: str | None


@dataclass(frozen=True, slots=True)
class NameRow:
    """Another name to be decided on, locked."""

    id: int
    place: int
    name: str
    kind: str
    state: str
    proposed_by: int | None
    decided_at: Any
    decided_by: str | None
    town: str | None
    in_force: bool


async def told(tx: Tx, places: Sequence[int]) -> list[Json]:
    """Places as screens know them, in the order asked."""
    return [dict(row) for row in await tx.fetch(SQL.told, list(places))]


async def search(tx: Tx, question: Question, most: int) -> list[tuple[int, int]]:
    """(id, rank) of places by name, best first. Likeness is asked for only where the other ways leave room."""
    rows = await tx.fetch(
        SQL.search,
        question.text,
        question.text + BEHIND_ALL,
        question.latin,
        None if question.latin is None else question.latin + BEHIND_ALL,
        question.contains,
        question.kind,
        question.town,
        _EACH_WAY,
    )
    ranked = [(row["rank"], row["id"]) for row in rows]
    found = [each for each in ranked if each > question.after][:most]
    if len(found) < most and question.alike:
        await tx.execute(SQL.likeness, _ALIKE)
        rows = await tx.fetch(
            SQL.alike,
            question.text,
            [place for _, place in ranked],
            *question.after,
            most - len(found),
            question.kind,
            question.town,
            _EACH_WAY,
        )
        found += [(row["rank"], row["id"]) for row in rows]
    return [(place, rank) for rank, place in found]


async def browse(
    tx: Tx, kind: str | None, town: str | None, after: tuple[str, int], most: int
) -> list[tuple[int, str]]:
    """(id, kind) of places in force, by kind and id, after the one seen last."""
    first = max(after, (kind or "", 0))
    last = kind or BEHIND_ALL
    if town is None:
        rows = await tx.fetch(SQL.browse, *first, last, most)
    else:
        rows = await tx.fetch(SQL.browse_town, *first, last, most, town)
    return [(row["id"], row["kind"]) for row in rows]


async def towns_like(tx: Tx, text: str) -> list[str]:
    """Codes of the towns whose names begin so."""
    return [row["code"] for row in await tx.fetch(SQL.towns_like, text)]


async def history(tx: Tx, place: int, most: int) -> list[Json]:
    """What was done to a place, the newest first."""
    return [dict(row) for row in await tx.fetch(SQL.history, subject(place), most)]


async def proposals(tx: Tx, state: str, after: int | None, most: int) -> list[Json]:
    """Names that wait (the oldest first), or that were decided on (the newest first)."""
    if state == "proposed":
        rows = await tx.fetch(SQL.proposed, after or 0, most)
    else:
        rows = await tx.fetch(SQL.decided, state, after or 2**62, most)
    return [dict(row) for row in await tx.fetch(SQL.proposals, [row["id"] for row in rows])]


async def proposal(tx: Tx, name: int) -> Json | None:
    """One proposed or decided name."""
    row = await tx.fetchrow(SQL.proposals, [name])
    return dict(row) if row else None


async def visible(tx: Tx, ticket: int) -> bool:
    """Whether the reader may see a ticket that may be named as a source."""
    seen: bool = await tx.fetchval(SQL.visible, ticket)
    return seen


async def begin_change(tx: Tx, patience: str) -> None:
    """Wait for whoever else changes the gazetteer; for what follows, locks are waited for no longer than that."""
    await tx.execute(SQL.patience, patience)
    await tx.execute(SQL.change)


async def lock(tx: Tx, place: int) -> PlaceRow | None:
    """A place, locked."""
    row = await tx.fetchrow(SQL.lock, place)
    return PlaceRow(**dict(row)) if row else None


async def parts(tx: Tx, place: int) -> int:
    """How many places in force belong to a place."""
    count: int = await tx.fetchval(SQL.parts, place)
    return count


async def parent(tx: Tx, place: int) -> tuple[str, str | None, str | None] | None:
    """Kind, village and town of a place in force."""
    row = await tx.fetchrow(SQL.parent, place)
    return (row["kind"], row["village"], row["town"]) if row else None


async def namesake(tx: Tx, kind: str, name: str, parent: int | None, but: int | None) -> int | None:
    """A place in force of the same kind, name and parent."""
    found: int | None = await tx.fetchval(SQL.namesake, kind, name, parent, but)
    return found


async def town_of_village(tx: Tx, village: str) -> str | None:
    """The town of a village; None where the village is not known."""
    found: str | None = await tx.fetchval(SQL.village, village)
    return found


async def knows_town(tx: Tx, town: str) -> bool:
    """Whether there is a town of this code."""
    known: bool = await tx.fetchval(SQL.town, town)
    return known


async def add(tx: Tx, kind: str, entry: Entry, source: str) -> int:
    """A new place; its id."""
    identity: int = await tx.fetchval(
        SQL.add, kind, entry.name, entry.parent, entry.lon, entry.lat, entry.radius_m, entry.village, entry.town,
        source, entry.pinyin, entry.initials,
    )  # fmt: skip
    return identity


async def edit(tx: Tx, place: int, entry: Entry) -> None:
    """A place as it is from now on."""
    await tx.execute(
        SQL.edit, place, entry.name, entry.parent, entry.lon, entry.lat, entry.radius_m, entry.village,
        entry.town, entry.pinyin, entry.initials,
    )  # fmt: skip


async def retire(tx: Tx, place: int, *, with_parts: bool) -> int:
    """End a place, with all that belongs to it where asked; how many ended."""
    count: int = await tx.fetchval(SQL.retire, place, with_parts)
    return count


async def propose(
    tx: Tx,
    place: int,
    name: str,
    kind: str,
    reason: str,
    ticket: int | None,
    person: int,
    spelling: tuple[str, str],
) -> int | None:
    """A proposed name; its id, or None where it is proposed or approved already."""
    identity: int | None = await tx.fetchval(
        SQL.propose, place, name, kind, reason, ticket, person, *spelling
    )
    return identity


async def known_as(tx: Tx, place: int, name: str) -> str | None:
    """``proposed`` or ``approved`` where the place is called so already."""
    state: str | None = await tx.fetchval(SQL.known_as, place, name)
    return state


async def lock_name(tx: Tx, name: int) -> NameRow | None:
    """Another name, locked."""
    row = await tx.fetchrow(SQL.lock_alias, name)
    return NameRow(**dict(row)) if row else None


async def decide(tx: Tx, name: int, state: str, person: int, reason: str | None) -> None:
    """What became of a proposal, by whom and why."""
    await tx.execute(SQL.decide, name, state, person, reason)


async def retire_name(tx: Tx, name: int) -> None:
    """A name that is not said any more."""
    await tx.execute(SQL.retire_alias, name)


async def somebody(tx: Tx, username: str) -> tuple[int, str, list[tuple[str, int]]] | None:
    """Person, name, and (role, unit) in force of an account."""
    rows = await tx.fetch(SQL.somebody, username)
    held = [(row["role"], row["unit"]) for row in rows if row["role"] is not None]
    return (rows[0]["person"], rows[0]["name"], held) if rows else None


async def next_version(tx: Tx, change: str) -> int:
    """Make the next version of the gazetteer; ``change`` says what is new in it."""
    version: int = await tx.fetchval(SQL.version, change)
    return version


async def latest(tx: Tx) -> Json:
    """The newest version, its checksum and since when."""
    row = await tx.fetchrow(SQL.latest)
    return dict(row) if row else {"id": 0, "checksum": "", "at": None}


async def counts(tx: Tx) -> list[Json]:
    """How many places in force there are of each kind, and how many of their names are in which state."""
    return [dict(row) for row in await tx.fetch(SQL.counts)]


def subject(place: int) -> str:
    """What the audit calls a place."""
    return f"place:{place}"
