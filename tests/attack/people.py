"""Everybody who may ask: each role in town A, in town B and at the district, programs with keys, and nobody at all.

Sessions are put into the database as signing in would have put them, so that a test signs in a hundred people for the
price of one statement.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

import psycopg

from dispatch.domain.access import ADMINISTRATORS, Role
from dispatch.domain.keys import Scope
from tests.web import towns

LAW_A, LAW_B, POLICE_B, WINDOW_A, WINDOW_B, AGENCY_A, AGENCY_B = range(11, 18)
"""Further units: law enforcement, window and agency of each town, the police station of town B."""
UNITS = (
    (LAW_A, "enforcement", "甲综合行政执法局", towns.CENTER_A, towns.TOWN_A, None),
    (LAW_B, "enforcement", "乙综合行政执法局", towns.CENTER_B, towns.TOWN_B, None),
    (POLICE_B, "police_station", "渔沟派出所", towns.CENTER_B, towns.TOWN_B, None),
    (AGENCY_A, "agency", "甲市场监管分局", towns.CENTER_A, towns.TOWN_A, None),
    (AGENCY_B, "agency", "乙市场监管分局", towns.CENTER_B, towns.TOWN_B, None),
    (WINDOW_A, "service_center", "甲全科窗口", towns.CENTER_A, towns.TOWN_A, None),
    (WINDOW_B, "service_center", "乙全科窗口", towns.CENTER_B, towns.TOWN_B, None),
)
_DISTRICT_ROLES = (Role.DISTRICT_OPERATOR, Role.SUPERVISOR, *sorted(ADMINISTRATORS))
_TOWN_ROLES = {
    Role.TOWN_OPERATOR: (towns.CENTER_A, towns.CENTER_B),
    Role.DUTY_LEADER: (towns.CENTER_A, towns.CENTER_B),
    Role.SIGNING_LEADER: (towns.CENTER_A, towns.CENTER_B),
    Role.STATION_CLERK: (towns.STATION_A, towns.STATION_B),
    Role.GRID_WORKER: (towns.STATION_A, towns.STATION_B),
    Role.POLICE_OFFICER: (towns.POLICE_A, POLICE_B),
    Role.ENFORCEMENT_OFFICER: (LAW_A, LAW_B),
    Role.WINDOW_CLERK: (WINDOW_A, WINDOW_B),
    Role.AGENCY_CLERK: (AGENCY_A, AGENCY_B),
}


@dataclass(frozen=True)
class Someone:
    """A person, a program or nobody; ``where`` is ``a``, ``b``, ``district`` or ``nowhere``."""

    name: str
    where: str
    person: int | None = None
    role: Role | None = None
    unit: int | None = None
    scope: Scope | None = None

    @property
    def token(self) -> str:
        """What this one shows: a session's token, or a key."""
        return f"dsk_{self.name}-{'k' * 24}" if self.scope else f"attack-{self.name}"


def _everybody() -> list[Someone]:
    found = [Someone("anonymous", "nowhere")]
    number = 200
    for role in _DISTRICT_ROLES:
        number += 1
        found.append(Someone(role, "district", number, role, towns.DISTRICT))
    number += 1
    found.append(
        Someone(Role.DEPARTMENT_LIAISON, "district", number, Role.DEPARTMENT_LIAISON, towns.DEPARTMENT)
    )
    for role, units in _TOWN_ROLES.items():
        for where, unit in zip("ab", units, strict=True):
            number += 1
            found.append(Someone(f"{role}_{where}", where, number, role, unit))
    return [*found, *(Someone(f"key_{scope}", "b", scope=scope) for scope in Scope)]


EVERYBODY = _everybody()
BY_NAME = {each.name: each for each in EVERYBODY}


def bring(connection: psycopg.Connection[Any]) -> None:
    """Put everybody and their units into a district of two towns, signed in; programs work for the center of town B."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO unit (id, kind, name, center, town, village) VALUES (%s, %s, %s, %s, %s, %s)", UNITS
        )
        for each in EVERYBODY:
            if each.person is not None:
                _bring_person(cursor, each)
            elif each.scope is not None:
                cursor.execute(
                    "INSERT INTO api_key (digest, tail, name, scope, unit, per_minute, expires_at) "
                    "VALUES (%s, %s, %s, %s, %s, 60000, now() + interval '1 day')",
                    (digest(each.token), each.token[-4:], each.name, each.scope, towns.CENTER_B),
                )


def _bring_person(cursor: psycopg.Cursor[Any], someone: Someone) -> None:
    number = someone.person
    cursor.execute(
        "INSERT INTO person (id, name, post, phone) VALUES (%s, %s, '测试', %s)",
        (number, f"某{number}", f"139{number:08d}"),
    )
    cursor.execute(
        "INSERT INTO account (person, username, password_hash) VALUES (%s, %s, %s)",
        (number, someone.name, towns.password_hash()),
    )
    cursor.execute(
        "INSERT INTO membership VALUES (%s, %s, %s, '[2026-01-01,)')", (number, someone.role, someone.unit)
    )
    sign_in(cursor, someone)


def sign_in(cursor: psycopg.Cursor[Any], someone: Someone) -> None:
    """A session that lasts, whatever ended the one before."""
    cursor.execute(
        "INSERT INTO session (digest, person, created_at, seen_at, expires_at) "
        "VALUES (%s, %s, now(), now(), now() + interval '12 hours') "
        "ON CONFLICT (digest) DO UPDATE SET ended_at = NULL, locked_at = NULL, seen_at = now()",
        (digest(someone.token), someone.person),
    )


def come_back(owner_url: str, someone: Someone) -> None:
    """Begin anew: a session that was idle while others asked has locked its screen."""
    if someone.person is not None:
        with psycopg.connect(owner_url) as connection, connection.cursor() as cursor:
            sign_in(cursor, someone)


def digest(token: str) -> bytes:
    """What the database keeps of a token."""
    return hashlib.sha256(token.encode()).digest()


def headers(someone: Someone, url: str) -> dict[str, str]:
    """What a browser of this person, or this program, sends with each request."""
    if someone.scope is not None:
        return {"X-API-Key": someone.token}
    own = {"X-Requested-With": "dispatch", "Origin": url, "Sec-Fetch-Site": "same-origin"}
    return own if someone.person is None else {**own, "Cookie": f"dispatch={someone.token}"}
