"""A small district of two towns for the tests of the edge: units, people with passwords, cells, tickets, callers.

Town A has center 2, station 4 and police station 5; town B has center 3 and station 7; 1 is the district's center,
6 a department. Everybody's password is ``PASSWORD``.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from typing import Any

import psycopg
from argon2 import PasswordHasher

from dispatch.actions.passwords import Passwords
from dispatch.ports.sealing import Sealer, caller_label, seal_with
from tests.databases import INDEX_KEY, MASTER_KEY

PASSWORD = "right horse battery"
DISTRICT, CENTER_A, CENTER_B, STATION_A, POLICE_A, DEPARTMENT, STATION_B = range(1, 8)
TOWN_A, TOWN_B = "320804001", "320804102"
VILLAGE_A, VILLAGE_B = "320804001001", "320804102201"
CELL_A, CELL_B = "320804001001001", "320804102201001"
SOUTH, NORTH = 33.6, 33.7


def ring(west: float, east: float, south: float = SOUTH, north: float = NORTH) -> list[tuple[float, float]]:
    """A rectangle's corners; its parallels have one each hundredth of a degree, because in metres they are curved."""
    steps = [each / 100 for each in range(round(west * 100), round(east * 100) + 1)]
    lons = sorted({west, east, *(each for each in steps if west < each < east)})
    return [*((lon, south) for lon in lons), *((lon, north) for lon in reversed(lons)), (lons[0], south)]


def square(west: float, east: float, south: float = SOUTH, north: float = NORTH) -> str:
    """A rectangle as WKT, of the towns' height unless said otherwise."""
    return f"MULTIPOLYGON((({','.join(f'{lon} {lat}' for lon, lat in ring(west, east, south, north))})))"


AREAS = {"a": square(119.0, 119.1), "b": square(119.1, 119.2)}

UNITS = [
    (DISTRICT, "district_center", "淮阴区社会治理指挥中心", DISTRICT, None, None),
    (CENTER_A, "town_center", "王家营街道社会治理指挥中心", CENTER_A, TOWN_A, None),
    (CENTER_B, "town_center", "渔沟镇社会治理指挥中心", CENTER_B, TOWN_B, None),
    (STATION_A, "station", "营东社区工作站", CENTER_A, TOWN_A, VILLAGE_A),
    (POLICE_A, "police_station", "王营派出所", CENTER_A, TOWN_A, None),
    (DEPARTMENT, "department", "区住建局", DISTRICT, None, None),
    (STATION_B, "station", "渔沟村工作站", CENTER_B, TOWN_B, VILLAGE_B),
]
PEOPLE = [
    (1, "区值班", "区中心值班员", "13900000001", "district", "district_operator", DISTRICT),
    (2, "甲值班", "值班员", "13900000002", "towna", "town_operator", CENTER_A),
    (3, "乙值班", "值班员", "13900000003", "townb", "town_operator", CENTER_B),
    (4, "甲网格", "网格员", "13900000004", "workera", "grid_worker", STATION_A),
    (5, "管系统", "系统管理员", "13900000005", "admin", "system_admin", DISTRICT),
    (6, "甲站点", "工作站专员", "13900000006", "stationa", "station_clerk", STATION_A),
    (7, "联络员", "部门联络员", "13900000007", "department", "department_liaison", DEPARTMENT),
    (8, "甲分管", "分管领导", "13900000008", "leadera", "signing_leader", CENTER_A),
]


HASHER = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
"""A hash that costs next to nothing: tests sign in hundreds of times. End to end, the service has the real one."""


@cache
def password_hash() -> str:
    """The hash of everybody's password, made once."""
    return HASHER.hash(PASSWORD)


def passwords() -> Passwords:
    """What checks everybody's password, at that price."""
    return Passwords(HASHER)


@cache
def sealer_keys() -> tuple[bytes, bytes, dict[int, bytes]]:
    """Master key, index key and one wrapped data key, the same in every process: databases are shared by them."""
    master, index = base64.b64decode(MASTER_KEY), base64.b64decode(INDEX_KEY)
    return master, index, {1: seal_with(master, hashlib.sha256(b"tests: data").digest(), b"data-key:1")}


def sealer() -> Sealer:
    """The sealer of the tests' callers."""
    return Sealer(*sealer_keys())


def found(owner_url: str, further: str = "") -> None:
    """Load the district into an empty, migrated database; ``further`` areas come in before they are published."""
    with psycopg.connect(owner_url) as connection, connection.cursor() as cursor:
        cursor.execute("INSERT INTO data_key (id, wrapped) VALUES (1, %s)", (sealer_keys()[2][1],))
        _places(cursor, further)
        _people(cursor)
        _rules(cursor)


def _places(cursor: psycopg.Cursor[Any], further: str) -> None:
    towns, villages = [(TOWN_A, "王家营街道"), (TOWN_B, "渔沟镇")], [(VILLAGE_A, TOWN_A, "营东社区")]
    cursor.executemany("INSERT INTO town (code, name) VALUES (%s, %s)", towns)
    villages.append((VILLAGE_B, TOWN_B, "渔沟村"))
    cursor.executemany("INSERT INTO village (code, town, name) VALUES (%s, %s, %s)", villages)
    cursor.executemany(
        "INSERT INTO unit (id, kind, name, center, town, village) VALUES (%s, %s, %s, %s, %s, %s)", UNITS
    )
    cursor.execute("INSERT INTO stream (id) VALUES (1), (2), (3)")
    cursor.execute(
        "INSERT INTO boundary_version (id, state, note) VALUES (1, 'draft', 't'), (2, 'draft', 't')"
    )
    _areas(cursor, dict(towns), {village: name for village, _, name in villages})
    cursor.execute(further.encode())
    cursor.execute(
        "UPDATE boundary_version SET state = 'published', published_at = '2026-01-01Z' WHERE id = 1"
    )
    cursor.execute("INSERT INTO cell_police_grid VALUES (%s, 'HY-WJY-01', '[2026-01-01,)')", (CELL_A,))
    cursor.execute("INSERT INTO gazetteer_version (id, checksum) VALUES (1, 't')")
    cursor.execute(
        "INSERT INTO place (kind, name, lon, lat, radius_m, village, town, source) "
        "VALUES ('estate', '富丽花园', 119.05, 33.65, 80, %s, %s, 't')",
        (VILLAGE_A, TOWN_A),
    )


def _areas(cursor: psycopg.Cursor[Any], towns: dict[str, str], villages: dict[str, str]) -> None:
    """Each town one village, each village one cell; the cell of town A has a police grid."""
    for town, village, cell, area, grid in (
        (TOWN_A, VILLAGE_A, CELL_A, AREAS["a"], "HY-WJY-01"),
        (TOWN_B, VILLAGE_B, CELL_B, AREAS["b"], None),
    ):
        cursor.execute(
            "INSERT INTO town_area (boundary_version, town, name, geom) "
            "VALUES (1, %s, %s, ST_GeomFromText(%s, 4326))",
            (town, towns[town], area),
        )
        cursor.execute(
            "INSERT INTO village_area (boundary_version, village, town, name, geom) "
            "VALUES (1, %s, %s, %s, ST_GeomFromText(%s, 4326))",
            (village, town, villages[village], area),
        )
        cursor.execute(
            "INSERT INTO cell (boundary_version, code, village, town, kind, name, police_grid, geom) "
            "VALUES (1, %s, %s, %s, 'general', '第一网格', %s, ST_GeomFromText(%s, 4326))",
            (cell, village, town, grid, area),
        )
    cursor.execute(
        "INSERT INTO police_grid (boundary_version, code, name, town, police_station, geom) "
        "VALUES (1, 'HY-WJY-01', '王营01警格', %s, %s, ST_GeomFromText(%s, 4326))",
        (TOWN_A, POLICE_A, AREAS["a"]),
    )


def _people(cursor: psycopg.Cursor[Any]) -> None:
    for person, name, post, phone, username, role, unit in PEOPLE:
        cursor.execute(
            "INSERT INTO person (id, name, post, phone) VALUES (%s, %s, %s, %s)", (person, name, post, phone)
        )
        cursor.execute(
            "INSERT INTO account (person, username, password_hash) VALUES (%s, %s, %s)",
            (person, username, password_hash()),
        )
        cursor.execute("INSERT INTO membership VALUES (%s, %s, %s, '[2026-01-01,)')", (person, role, unit))
    cursor.execute("INSERT INTO cell_duty VALUES (%s, 4, 'worker', true, '[2026-01-01,)')", (CELL_A,))


def _rules(cursor: psycopg.Cursor[Any]) -> None:
    cursor.execute("INSERT INTO category (code, path, place_need) VALUES ('0101', '市政设施/路灯', 'cell')")
    cursor.execute("INSERT INTO rule_set (version, note, active) VALUES (1, 't', true)")
    cursor.execute(
        "INSERT INTO routing_rule (version, ordinal, name, target_kind, reason) "
        "VALUES (1, 1, '属地', 'town', '按所在镇街派单')"
    )
    cursor.execute(
        "INSERT INTO intake_profile (name, version, mapping) VALUES ('t', 1, '{}'); "
        "INSERT INTO source (id, name, datum, profile, secrets, callback_url) "
        "VALUES ('huaian-12345', '12345', 'gcj02', 't', '{}', 'https://hotline.invalid/callbacks')"
    )


TICKET: dict[str, Any] = {
    "version": 1,
    "state": "dispatched",
    "state_since": "2026-11-24T01:00:00Z",
    "source": "huaian-12345",
    "type": "complaint",
    "channel": "phone",
    "urgency": "normal",
    "category": "0101",
    "title": "路灯不亮",
    "content": "富丽花园门口路灯不亮三天",
    "address": "富丽花园门口",
    "confidential": False,
    "received_at": "2026-11-24T01:00:00Z",
    "place_need": "cell",
    "placement": "placed",
    "level": "poi",
    "near_edge": False,
    "boundary_version": 1,
    "rule_set": 1,
    "no_return": False,
    "hops": 0,
    "urged": 0,
    "supplements": 0,
    "rework": 0,
}
IN_A = {
    "town": TOWN_A,
    "village": VILLAGE_A,
    "cell": CELL_A,
    "lon": 119.05,
    "lat": 33.65,
    "stream": CENTER_A,
    "owed_by": CENTER_A,
    "unit": CENTER_A,
    "audience": ["unit:1", "unit:2"],
}
IN_B = {
    "town": TOWN_B,
    "village": VILLAGE_B,
    "cell": CELL_B,
    "lon": 119.15,
    "lat": 33.65,
    "stream": CENTER_B,
    "owed_by": CENTER_B,
    "unit": CENTER_B,
    "audience": ["unit:1", "unit:3"],
}


def add_ticket(owner_url: str, ticket: int, place: dict[str, Any], **values: Any) -> int:
    """Add a ticket with its first journal row, a reply clock and a caller (``name``, ``phone``)."""
    name, phone = values.pop("name", None), values.pop("phone", None)
    number = f"HY20261124{ticket:05d}"
    row = {**TICKET, **place, "id": ticket, "number": number, "order_no": f"JY{ticket:06d}", **values}
    with psycopg.connect(owner_url) as connection, connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ticket SELECT * FROM jsonb_populate_record(NULL::ticket, %s)", (json.dumps(row),)
        )
        cursor.execute(
            "INSERT INTO hotline_order VALUES ('huaian-12345', %s, %s, '\\x00')", (row["order_no"], ticket)
        )
        cursor.execute(
            "INSERT INTO journal (ticket, version, at, event, command, actor, state_to, changes) "
            "VALUES (%s, 1, now(), 'ticket.received', 'receive', '12345 热线', 'dispatched', '{}')",
            (ticket,),
        )
        cursor.execute(
            "INSERT INTO clock (ticket, kind, started_at, due_at, reason) "
            "VALUES (%s, 'reply', now(), now() + interval '5 days', '5 个工作日')",
            (ticket,),
        )
        _add_caller(cursor, ticket, name, phone)
    return ticket


def _add_caller(cursor: psycopg.Cursor[Any], ticket: int, name: str | None, phone: str | None) -> None:
    if phone is None:
        return
    seal = sealer()
    sealed = seal.seal({"name": name, "phone": phone}, caller_label(ticket))
    cursor.execute(
        "INSERT INTO caller VALUES (%s, 1, %s, %s, %s, %s, %s, %s)",
        (
            *(ticket, sealed, "张*", "138****5678"),
            *(seal.phone_index(phone), seal.tail_index(phone), seal.name_index(name) if name else None),
        ),
    )


def add_callback(owner_url: str, ticket: int, state: str) -> str:
    """Add a status report about a ticket, due now; answers its id."""
    with psycopg.connect(owner_url) as connection:
        row = connection.execute(
            "INSERT INTO callback (id, source, ticket, version, status, body, state, attempts, created_at, next_at) "
            "VALUES (gen_random_uuid(), 'huaian-12345', %s, 1, '已签收', '{}', %s, 12, now(), now()) RETURNING id",
            (ticket, state),
        ).fetchone()
    assert row is not None
    return str(row[0])


def sealer_of(owner_url: str) -> Sealer:
    """A sealer over the data keys a database holds."""
    master, index, _ = sealer_keys()
    with psycopg.connect(owner_url) as connection:
        keys: dict[int, bytes] = dict(connection.execute("SELECT id, wrapped FROM data_key").fetchall())
    return Sealer(master, index, keys)
