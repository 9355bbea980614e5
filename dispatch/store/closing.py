"""What a district sets about answering and closing, promises to callers, and what a decision of a reply looks at.

Called by ``actions.closing``, ``actions.closing_rules``, ``actions.concluding`` and ``reads.closing``.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, TypeAlias

from dispatch.domain.closing import (
    Closing,
    ClosingRules,
    Earlier,
    EvidenceRule,
    Piece,
    ReplySetting,
    SensitiveWord,
    SignoffRule,
)
from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("closing")
Json: TypeAlias = dict[str, Any]
Kind: TypeAlias = Literal["evidence_rule", "signoff_rule", "standard_text", "sensitive_word"]
MOST_LISTED = 200


async def rules(tx: Tx) -> ClosingRules:
    """Everything of it that is in force, but for the words."""
    found: Json = await tx.fetchval(SQL.rules)
    setting = found["setting"]
    return ClosingRules(
        evidence=tuple(_evidence_rule(each) for each in found["evidence"]),
        signoff=tuple(_signoff_rule(each) for each in found["signoff"]),
        grounds={each["code"]: each["name"] for each in found["grounds"]},
        setting=ReplySetting(**_tuples(setting)) if setting else ReplySetting(),
    )


async def words(tx: Tx) -> tuple[SensitiveWord, ...]:
    """The sensitive words in force: there may be thousands, so they are read only where a reply is looked at."""
    return tuple(SensitiveWord(*row) for row in await tx.fetch(SQL.words))


def _tuples(values: Json) -> Json:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}


def _any_of(values: Sequence[str] | None) -> frozenset[str] | None:
    return None if values is None else frozenset(values)


def _evidence_rule(row: Json) -> EvidenceRule:
    return EvidenceRule(
        id=row["id"],
        category=row["category"],
        category_asks=row["category_asks"],
        how_closed=_any_of(row["how_closed"]),
        kinds=frozenset(row["kinds"]),
        least=row["least"],
        within_m=row["within_m"],
        within_hours=row["within_hours"],
        reason=row["reason"],
    )


def _signoff_rule(row: Json) -> SignoffRule:
    return SignoffRule(
        id=row["id"],
        category=row["category"],
        category_asks=row["category_asks"],
        types=_any_of(row["types"]),
        urgencies=_any_of(row["urgencies"]),
        how_closed=_any_of(row["how_closed"]),
        least_rework=row["least_rework"],
        unhappy=row["unhappy"],
        confidential=row["confidential"],
        signer=row["signer"],
        reason=row["reason"],
    )


async def closing(tx: Tx, ticket: int) -> Closing:
    """What the decision of an answer or a review looks at; the caller's name is not among it."""
    row = await tx.fetchrow(SQL.facts, ticket)
    if row is None:
        return Closing(await rules(tx))
    pieces = tuple(_piece(each) for each in row["pieces"])
    return Closing(
        await rules(tx), pieces, row["voices"], row["reply"], row["how_closed"], asked=row["asked"]
    )


def _piece(row: Json) -> Piece:
    return Piece(
        kind=row["kind"],
        received_at=datetime.fromisoformat(row["received_at"]),
        taken_at=datetime.fromisoformat(row["taken_at"]) if row["taken_at"] else None,
        metres=row["metres"],
        has_place=row["has_place"],
        from_gallery=row["from_gallery"],
    )


async def earlier(tx: Tx, unit: int, ticket: int, most: int) -> list[Earlier]:
    """The last replies of a unit's other tickets, the newest first."""
    return [Earlier(row["number"], row["reply"]) for row in await tx.fetch(SQL.earlier, unit, ticket, most)]


async def texts(tx: Tx, category: str, units: Sequence[int], most: int = 9) -> list[Json]:
    """The standard texts for a category's path, usable by these units: id, title, words."""
    return [dict(row) for row in await tx.fetch(SQL.texts, category, list(units), most)]


async def draft_facts(tx: Tx, ticket: int) -> Json | None:
    """What a reply is drafted from and looked at by, or None where the reader does not see the ticket."""
    row = await tx.fetchrow(SQL.draft_facts, ticket)
    return dict(row) if row else None


async def make_promise(
    tx: Tx,
    ticket: int,
    version: int,
    unit: int | None,
    person: int | None,
    now: datetime,
    due: datetime | None,
    words: str | None,
) -> None:
    """A caller is to be called again."""
    await tx.execute(SQL.make_promise, ticket, version, unit, person, now, due, words)


async def keep_promises(tx: Tx, ticket: int, at: datetime, *, whole: bool) -> None:
    """What was promised before is done with: ``whole``, or as far as it was due by then."""
    await tx.execute(SQL.keep_promises, ticket, at, whole)


async def promises(tx: Tx, most: int = MOST_LISTED) -> list[Json]:
    """Promises that are still to be kept, in tickets the reader sees, the nearest first."""
    return [row[0] for row in await tx.fetch(SQL.promises, most)]


async def early_warnings(tx: Tx, streams: Sequence[int], most: int = MOST_LISTED) -> list[Json]:
    """Tickets whose caller was not happy when the town called back."""
    return [row[0] for row in await tx.fetch(SQL.warnings, list(streams), most)]


async def open_promise(tx: Tx, ticket: int) -> Json | None:
    """The promise of a ticket that is still to be kept."""
    found: Json | None = await tx.fetchval(SQL.open_promise, ticket)
    return found


async def due_to_conclude(tx: Tx, days: int, most: int) -> list[int]:
    """Replied tickets that nobody called back about for so many days."""
    return [row["id"] for row in await tx.fetch(SQL.due_to_conclude, days, most)]


async def hold(tx: Tx, kind: str) -> None:
    """Nobody else changes this kind of rule before the transaction ends."""
    await tx.execute(SQL.lock_kind, kind)


async def add(tx: Tx, kind: Kind, values: Mapping[str, Any], person: int | None, former: int | None) -> int:
    """A new row of a kind; its number."""
    number: int = await tx.fetchval(getattr(SQL, f"add_{kind}"), dict(values), person, former)
    return number


async def add_words(tx: Tx, words: Sequence[Mapping[str, Any]], person: int | None) -> list[int]:
    """New sensitive words; those that stand in the list already are left as they are. The numbers of the new ones."""
    return [row["id"] for row in await tx.fetch(SQL.add_sensitive_words, list(words), person)]


async def end(tx: Tx, kind: Kind, number: int, person: int | None) -> bool:
    """End a row; false where there is none in force by that number."""
    return await tx.fetchval(getattr(SQL, f"end_{kind}"), number, person) is not None


async def kept(tx: Tx, kind: Kind) -> list[Json]:
    """The rows of a kind with their history: those in force first."""
    return [row[0] for row in await tx.fetch(getattr(SQL, f"kept_{kind}s"))]


async def settings(tx: Tx) -> list[Json]:
    """Versions of how replies are looked at, the newest first; none as long as the program's own holds."""
    return [row[0] for row in await tx.fetch(SQL.kept_settings)]


async def add_setting(tx: Tx, values: Mapping[str, Any], person: int | None) -> int:
    """The next version; its number."""
    number: int = await tx.fetchval(SQL.add_setting, dict(values), person)
    return number


async def unit_exists(tx: Tx, unit: int) -> bool:
    """Whether there is such a unit."""
    found: bool = await tx.fetchval(SQL.unit_exists, unit)
    return found


async def category_exists(tx: Tx, path: str) -> bool:
    """Whether some category that is not over has this path, or lies below it."""
    found: bool = await tx.fetchval(SQL.category_exists, path)
    return found
