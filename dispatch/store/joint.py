"""Sheets for companies, hand-overs to the police, cases, and what is set about handling together."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any, TypeAlias

import asyncpg
import orjson

from dispatch.domain.case import Record
from dispatch.domain.joint import (
    EnforcementCase,
    JointSetting,
    JointTables,
    OutsideBody,
    OutsideTransfer,
    Records,
)
from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("joint")
Json: TypeAlias = dict[str, Any]


async def write(tx: Tx, ticket: int, record: Record, at: datetime) -> None:
    """A row that follows from a decision on a ticket, at the moment it was done."""
    await _WRITERS[record.name](tx, ticket, record.values, at)


async def _transfer_out(tx: Tx, ticket: int, given: Mapping[str, Any], at: datetime) -> None:
    await tx.execute(
        SQL.transfer_out,
        ticket,
        given["body"],
        given["matter"],
        given["due_at"],
        at,
        given["person"],
        given["unit"],
    )


async def _outside_answer(tx: Tx, ticket: int, given: Mapping[str, Any], at: datetime) -> None:
    await tx.execute(SQL.outside_answer, ticket, given["id"], given["answer"], at, given["person"])


async def _police_handover(tx: Tx, ticket: int, given: Mapping[str, Any], at: datetime) -> None:
    await hand_over(tx, ticket, given, at)


async def hand_over(tx: Tx, ticket: int | None, given: Mapping[str, Any], at: datetime) -> int:
    """What went to the police at once; answers its number."""
    values = [given[name] for name in ("center", "person", "unit", "what", "whom", "phone", "result")]
    return int(await tx.fetchval(SQL.hand_over, ticket, at, *values))


async def _case_referred(tx: Tx, ticket: int, given: Mapping[str, Any], at: datetime) -> None:
    await tx.execute(SQL.case_referred, ticket, given["unit"], given["clue"], at, given["person"])


async def _case_filed(tx: Tx, ticket: int, given: Mapping[str, Any], at: datetime) -> None:
    await tx.execute(SQL.case_filed, ticket, given["id"], given["case_no"], list(given["officers"]), at)


async def _case_refused(tx: Tx, ticket: int, given: Mapping[str, Any], at: datetime) -> None:
    await tx.execute(SQL.case_refused, ticket, given["id"], given["reason"], at)


async def _case_recorded(tx: Tx, ticket: int, given: Mapping[str, Any], _at: datetime) -> None:
    await tx.execute(
        SQL.case_recorded,
        ticket,
        given["id"],
        given.get("full_record"),
        given.get("decision"),
        given.get("listed"),
        given.get("legal_review"),
        _day(given.get("published_on")),
        _day(given.get("decision_on")),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


async def _case_closed(tx: Tx, ticket: int, given: Mapping[str, Any], at: datetime) -> None:
    await tx.execute(SQL.case_closed, ticket, given["id"], at)


_WRITERS: Mapping[str, Callable[[Tx, int, Mapping[str, Any], datetime], Awaitable[None]]] = {
    "transfer_out": _transfer_out,
    "outside_answer": _outside_answer,
    "police_handover": _police_handover,
    "case_referred": _case_referred,
    "case_filed": _case_filed,
    "case_refused": _case_refused,
    "case_recorded": _case_recorded,
    "case_closed": _case_closed,
}


async def records(tx: Tx, ticket: int, case_no: str | None = None) -> Records:
    """The sheets and cases of a ticket, and whether a case number is taken."""
    row = await tx.fetchrow(SQL.records, ticket)
    assert row is not None
    taken = case_no is not None and bool(await tx.fetchval(SQL.case_no_taken, case_no))
    return Records(tuple(map(_transfer, row["transfers"])), tuple(map(_case, row["cases"])), taken)


def _transfer(given: Json) -> OutsideTransfer:
    answered = given["answered_at"]
    return OutsideTransfer(
        given["id"],
        given["body"],
        given["matter"],
        datetime.fromisoformat(given["due_at"]),
        datetime.fromisoformat(answered) if answered else None,
    )


def _case(given: Json) -> EnforcementCase:
    days = {name: _day(given[name]) for name in ("published_on", "decision_on")}
    return EnforcementCase(**{**given, "officers": tuple(given["officers"] or ()), **days})


async def tables(tx: Tx) -> JointTables:
    """What decisions read of it."""
    row = await tx.fetchrow(SQL.setting)
    setting = JointSetting(**dict(row)) if row else JointSetting()
    bodies = {each["id"]: OutsideBody(**dict(each)) for each in await tx.fetch(SQL.active_bodies)}
    police = frozenset(each["id"] for each in await tx.fetch(SQL.police_sources))
    return JointTables(setting, bodies, police)


async def of_ticket(tx: Tx, ticket: int) -> Json | None:
    """What a panel shows of it: transfers, handovers, cases, parent, children, and the ticket's own words."""
    row = await tx.fetchrow(SQL.of_ticket, ticket)
    return dict(row) if row else None


async def waiting(tx: Tx, center: int | None) -> Json:
    """What is owed by others: whistles nobody answered, sheets without answer, cases under way."""
    row = await tx.fetchrow(SQL.waiting, center)
    assert row is not None
    return dict(row)


async def handovers(tx: Tx, most: int) -> list[Json]:
    """What went to the police, the newest first."""
    return [each[0] for each in await tx.fetch(SQL.handovers, most)]


async def bodies(tx: Tx) -> list[Json]:
    """Every company, also those no longer in use."""
    return [each[0] for each in await tx.fetch(SQL.bodies)]


async def body(tx: Tx, number: int) -> Json | None:
    """One company, locked."""
    row = await tx.fetchrow(SQL.body, number)
    return dict(row) if row else None


async def add_body(tx: Tx, given: Mapping[str, Any], person: int | None) -> int:
    """A new company."""
    values = [given[name] for name in ("kind", "name", "phone", "town", "note")]
    return int(await tx.fetchval(SQL.add_body, *values, person))


async def change_body(tx: Tx, number: int, given: Mapping[str, Any]) -> None:
    """A company as it is from now on."""
    values = [given[name] for name in ("kind", "name", "phone", "town", "note", "active")]
    await tx.execute(SQL.change_body, number, *values)


async def setting(tx: Tx) -> Json:
    """The setting in force, locked against another change."""
    row = await tx.fetchrow(SQL.setting_locked)
    assert row is not None
    return dict(row)


async def change_setting(tx: Tx, given: Mapping[str, Any], note: str, person: int | None) -> int:
    """A new version of the setting comes in force; answers its number."""
    names = ("report_in_minutes", "outside_days", "near_m", "within_days", "least_likeness")
    await tx.execute(SQL.retire_setting)
    return int(await tx.fetchval(SQL.add_setting, *(given[name] for name in names), note, person))


async def settings(tx: Tx) -> list[Json]:
    """Every version of the setting, the newest first."""
    return [each[0] for each in await tx.fetch(SQL.settings)]


async def note_change(
    tx: Tx, person: int | None, subject: str, what: str, before: Any, after: Any, reason: str | None
) -> None:
    """Keep what was changed, by whom, from what to what."""
    await tx.execute(SQL.note_change, person, subject, what, _json(before), _json(after), reason)


async def changes(tx: Tx, most: int) -> list[Json]:
    """What was changed, the newest first."""
    return [each[0] for each in await tx.fetch(SQL.changes, most)]


def _json(value: Any) -> str | None:
    return None if value is None else orjson.dumps(value, default=str).decode()


async def similar(tx: Tx, ticket: int, readers: Iterable[str], days: int, most: int) -> list[asyncpg.Record]:
    """Open tickets of the same center that the reader may see, with what each has in common with this one."""
    return list(await tx.fetch(SQL.similar, ticket, sorted(readers), days, most))


async def similar_elsewhere(tx: Tx, ticket: int, readers: Iterable[str], days: int) -> int:
    """How many open tickets of other centers may speak of the same."""
    return int(await tx.fetchval(SQL.similar_elsewhere, ticket, sorted(readers), days))
