"""Loads a generated district into a migrated, empty database: one transaction, COPY throughout.

Called by `python -m deploy.demo load` and by the tests' template databases. A second call changes nothing.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, cast

import psycopg
import shapely
from argon2 import PasswordHasher
from cryptography.exceptions import InvalidTag
from psycopg.types.json import Jsonb
from shapely.geometry.base import BaseGeometry

from deploy.bootstrap.speech import Stop
from deploy.demo.district import closing, joint, upward
from deploy.demo.district.generate import SEED, remembered
from deploy.demo.district.model import District
from deploy.demo.district.rules import POLICE_PROFILE, PROFILE, REGION, SEASONS
from deploy.demo.district.shifts import shifts
from dispatch.domain.doors import POLICE
from dispatch.ports.holidays import SOURCE as OFFICIAL
from dispatch.ports.holidays import official_days, official_years
from dispatch.ports.sealing import open_with, seal_with, secret_label
from dispatch.store.tuning import LEAST_PRECISION
from gis.match import Thresholds
from gis.names import Kind
from gis.register import is_searched
from gis.spelling import spelled

SOURCE = "huaian-12345"
BOUNDARY_VERSION = 1
RULE_SET = 1
TIMETABLE = 1
LOADING = 1_718_001  # advisory lock of whoever loads
SINCE = datetime(2026, 1, 1, tzinfo=UTC)
NOTE = "示意：名称与代码取自国家统计局 2023 年统计用区划代码，边界、道路、地名与人员均为演示生成，不代表实际"
Rows = Iterable[Sequence[Any]]


@dataclass(frozen=True)
class DemoUser:
    """One sign-in of the demo."""

    role: str
    unit: str
    username: str
    password: str


@dataclass(frozen=True)
class Secrets:
    """What the hotline and the service share, and the key it is sealed with."""

    master_key: bytes
    webhook_secret: str
    callback_url: str

    @classmethod
    def from_environment(cls) -> Secrets:
        """Read DISPATCH_MASTER_KEY, DEMO_WEBHOOK_SECRET and DEMO_CALLBACK_URL."""
        names = ("DISPATCH_MASTER_KEY", "DEMO_WEBHOOK_SECRET", "DEMO_CALLBACK_URL")
        for name in names:
            if not os.environ.get(name):
                raise Stop(
                    f"{name} is not set; `make demo` sets it, or set it yourself.",
                    f"未设置 {name}；请用 make demo 运行，或自行设置。",
                )
        key, secret, url = (os.environ[name] for name in names)
        return cls(base64.b64decode(key), secret, url)

    def sealed(self, source: str = SOURCE) -> bytes:
        """The webhook secret as the table ``source`` keeps it."""
        return seal_with(self.master_key, self.webhook_secret.encode(), secret_label(source))


def load(
    database_url: str,
    seed: int = SEED,
    password_for: Callable[[str], str] | None = None,
    secrets: Secrets | None = None,
) -> list[DemoUser]:
    """Load the district of a seed unless one is loaded; answer the demo's sign-ins.

    Raises:
        Stop: a setting is missing, or the database holds another district.
    """
    if password_for is None:
        raise Stop("No passwords are given for the demo's people.", "没有给出演示用户的口令。")
    kept = secrets or Secrets.from_environment()
    began = time.monotonic()
    with psycopg.connect(database_url) as connection:
        connection.execute("SELECT pg_advisory_xact_lock(%s)", (LOADING,))
        district = remembered(seed)
        users = _users(district, password_for)
        if _loaded(connection, district):
            _meet_hotline(connection, kept)
            with connection.cursor() as cursor:
                upward.load(cursor)
            return users
        _say(f"区划已生成：{len(district.cells)} 个网格、{len(district.places)} 条地名", began)
        with ThreadPoolExecutor(2) as threads:
            hashes = threads.map(PasswordHasher().hash, [user.password for user in users])
            _copy_all(connection, district, kept, began)
            _copy_accounts(connection, district, list(hashes))
        _say("入库完成", began)
    return users


def _say(words: str, began: float) -> None:
    sys.stderr.write(f"  {words}（{time.monotonic() - began:.1f} 秒）\n")
    sys.stderr.flush()


def _users(district: District, password_for: Callable[[str], str]) -> list[DemoUser]:
    names = {unit.id: unit.name for unit in district.units}
    return [
        DemoUser(account.role, names[account.unit], account.username, password_for(account.username))
        for account in district.accounts
    ]


def _loaded(connection: psycopg.Connection[Any], district: District) -> bool:
    """Whether the district is there already."""
    found = connection.execute("SELECT count(*) FROM town").fetchone()
    if found is None or found[0] == 0:
        return False
    ours = connection.execute(
        "SELECT count(*) FROM account WHERE username = ANY (%s)",
        ([account.username for account in district.accounts],),
    ).fetchone()
    if ours is None or ours[0] != len(district.accounts):
        raise Stop(
            "The database holds another district than this demo's; use an empty database, or `make demo-reset`.",
            "数据库中已有其他区划；请换一个空数据库，或执行 make demo-reset 后重试。",
        )
    return True


def _meet_hotline(connection: psycopg.Connection[Any], secrets: Secrets) -> None:
    """Refuse a database whose hotline has another secret; note where the hotline listens this time."""
    row = connection.execute("SELECT callback_secret FROM source WHERE id = %s", (SOURCE,)).fetchone()
    try:
        known = row and open_with(secrets.master_key, row[0], secret_label(SOURCE))
    except InvalidTag:
        known = None
    if known != secrets.webhook_secret.encode():
        raise Stop(
            "The database was loaded with other secrets than those of this checkout's .local/secrets.json; use the "
            "checkout that loaded it, or an empty database.",
            "数据库由另一套密钥载入，与本目录 .local/secrets.json 不符；请在载入它的目录运行，或换一个空数据库。",
        )
    connection.execute(
        "UPDATE source SET callback_url = %s WHERE id = %s AND callback_url <> %s",
        (secrets.callback_url, SOURCE, secrets.callback_url),
    )


def _copy_all(
    connection: psycopg.Connection[Any], district: District, secrets: Secrets, began: float
) -> None:
    with connection.cursor() as cursor:
        _areas(cursor, district)
        _units(cursor, district)
        _grids(cursor, district)
        _publish(cursor)
        _staff(cursor, district)
        _say("网格、警格、单位、人员已入库", began)
        _rules(cursor, district)
        _hotline(cursor, district, secrets)
        _gazetteer(cursor, district)
        cursor.execute("SELECT setval(pg_get_serial_sequence('place', 'id'), (SELECT max(id) FROM place))")


def _copy(cursor: psycopg.Cursor[Any], table: str, columns: str, rows: Rows) -> None:
    with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _wkb(shape: BaseGeometry) -> str:
    return str(shapely.to_wkb(shapely.set_srid(shape, 4326), hex=True, include_srid=True))


def _areas(cursor: psycopg.Cursor[Any], district: District) -> None:
    _copy(cursor, "town", "code, name", ((town.code, town.name) for town in district.towns))
    villages = ((village.code, village.town, village.name) for village in district.villages)
    _copy(cursor, "village", "code, town, name", villages)
    version = (BOUNDARY_VERSION, "draft", NOTE, True, SINCE)
    _copy(cursor, "boundary_version", "id, state, note, illustrative, created_at", [version])
    rows = ((BOUNDARY_VERSION, area.code, area.name, _wkb(area.shape)) for area in district.towns)
    _copy(cursor, "town_area", "boundary_version, town, name, geom", rows)
    lying = (
        (BOUNDARY_VERSION, area.code, area.town, area.name, _wkb(area.shape)) for area in district.villages
    )
    _copy(cursor, "village_area", "boundary_version, village, town, name, geom", lying)
    grids = {code: grid.code for grid in district.police_grids for code in grid.cells}
    columns = ("code", "village", "town", "kind", "name")
    cells = (
        (BOUNDARY_VERSION, *(getattr(cell, name) for name in columns), grids[cell.code], _wkb(cell.shape))
        for cell in district.cells
    )
    _copy(cursor, "cell", f"boundary_version, {', '.join(columns)}, police_grid, geom", cells)


def _units(cursor: psycopg.Cursor[Any], district: District) -> None:
    columns = ("id", "kind", "name", "parent", "center", "town", "village", "police_grid", "station", "phone")
    rows = (tuple(getattr(unit, name) for name in columns) for unit in district.units)
    _copy(cursor, "unit", ", ".join(columns), rows)
    centers = sorted({unit.center for unit in district.units})
    _copy(cursor, "stream", "id, seq", ((center, 0) for center in centers))


def _grids(cursor: psycopg.Cursor[Any], district: District) -> None:
    grids = (
        (BOUNDARY_VERSION, grid.code, grid.name, grid.town, grid.police_station, _wkb(grid.shape))
        for grid in district.police_grids
    )
    _copy(cursor, "police_grid", "boundary_version, code, name, town, police_station, geom", grids)
    valid = f"[{SINCE.isoformat()},)"
    links = ((cell, grid.code, valid) for grid in district.police_grids for cell in grid.cells)
    _copy(cursor, "cell_police_grid", "cell, police_grid, valid", links)


def _publish(cursor: psycopg.Cursor[Any]) -> None:
    """The areas are complete: from now on nobody changes them."""
    cursor.execute(
        "UPDATE boundary_version SET state = 'published', published_at = %s WHERE id = %s",
        (SINCE, BOUNDARY_VERSION),
    )


def _staff(cursor: psycopg.Cursor[Any], district: District) -> None:
    valid = f"[{SINCE.isoformat()},)"
    people = ((person.id, person.name, person.phone, person.post) for person in district.people)
    _copy(cursor, "person", "id, name, phone, post", people)
    memberships = ((each.person, each.role, each.unit, valid) for each in district.memberships)
    _copy(cursor, "membership", "person, role, unit, valid", memberships)
    duties = ((each.cell, each.person, each.duty, each.full_time, valid) for each in district.duties)
    _copy(cursor, "cell_duty", "cell, person, duty, full_time, valid", duties)
    rows = shifts(district.memberships, datetime.now(UTC).date())
    _copy(cursor, "shift", "unit, person, role, starts_at, ends_at", rows)


def _rules(cursor: psycopg.Cursor[Any], district: District) -> None:
    columns = ("code", "path", "place_need", "evidence_required", "signoff_required")
    rows = (tuple(getattr(category, name) for name in columns) for category in district.categories)
    _copy(cursor, "category", ", ".join(columns), rows)
    note = "演示规则第 1 版"
    _copy(
        cursor,
        "rule_set",
        "version, note, active, created_at, activated_at",
        [(RULE_SET, note, True, SINCE, SINCE)],
    )
    routing = (
        "ordinal",
        "name",
        "types",
        "categories",
        "place_needs",
        "cell_kinds",
        "target_kind",
        "target_unit",
        "police_lists",
        "power",
        "time_from",
        "time_until",
    )
    _copy_rules(cursor, "routing_rule", (*routing, "reason"), district.routing_rules)
    _timetable(cursor, district)
    _owning(cursor, district)
    _locating(cursor)
    closing.load(cursor)
    upward.load(cursor)
    joint.load(cursor)


def _owning(cursor: psycopg.Cursor[Any], district: District) -> None:
    """Powers of the towns, the lists shared with the police, and when ownership asks for attention."""
    columns = ("power", "categories", "town", "bureau", "valid_from", "valid_until")
    held = (
        (each.power, list(each.categories), each.town, each.bureau, each.valid_from, each.valid_until)
        for each in district.powers
    )
    _copy(cursor, "enforcement_power", ", ".join(columns), held)
    named = ("list", "matter", "category", "valid_from", "valid_until")
    matters = (tuple(getattr(matter, name) for name in named) for matter in district.police_lists)
    _copy(cursor, "police_list", ", ".join(named), matters)
    chosen = (1, 3, 2, 300, "演示设置第 1 版", True, SINCE)
    columns_set = "version, propose_after, alarm_hops, near_m, note, active, created_at"
    _copy(cursor, "owning_setting", columns_set, [chosen])


def _timetable(cursor: psycopg.Cursor[Any], district: District) -> None:
    """The district's own first timetable over the empty one of the migrations, and the years with a notice."""
    cursor.execute("DELETE FROM office_hours WHERE version = %s", (TIMETABLE,))
    clocks = ("ordinal", "clock", "limit_text", "reason", "types", "urgencies", "categories", "share")
    _copy_rules(cursor, "clock_rule", clocks, district.clock_rules)
    hours = ((TIMETABLE, at, *season) for at, season in enumerate(SEASONS, 1))
    _copy(cursor, "office_hours", "version, ordinal, name, first_day, last_day, hours", hours)
    named = ((each.day, each.kind, each.name, OFFICIAL) for each in official_days())
    _copy(cursor, "calendar_day", "day, kind, name, source", named)
    _copy(cursor, "calendar_year", "year, source", ((year, OFFICIAL) for year in official_years()))


def _locating(cursor: psycopg.Cursor[Any]) -> None:
    """Where the district lies; everything else about locating as the program has it."""
    usual = Thresholds()
    columns = "version, note, active, cell, town, coordinate_radius_m, least_precision, region, created_at"
    limits = (usual.cell, usual.town, usual.coordinate_radius_m, LEAST_PRECISION)
    _copy(cursor, "locating_setting", columns, [(1, "演示设置第 1 版", True, *limits, list(REGION), SINCE)])


def _copy_rules(
    cursor: psycopg.Cursor[Any], table: str, columns: Sequence[str], rules: Sequence[object]
) -> None:
    def plain(value: object) -> object:
        return list(value) if isinstance(value, tuple) else value

    rows = ((RULE_SET, *(plain(getattr(rule, name)) for name in columns)) for rule in rules)
    _copy(cursor, table, ", ".join(["version", *columns]), rows)


def _hotline(cursor: psycopg.Cursor[Any], district: District, secrets: Secrets) -> None:
    profiles = ((profile.name, profile.version, Jsonb(profile.mapping)) for profile in district.profiles)
    _copy(cursor, "intake_profile", "name, version, mapping", profiles)
    columns = "id, name, datum, profile, secrets, callback_url, callback_secret, platform"
    sealed = secrets.sealed()
    row = (SOURCE, "淮安市 12345 政务服务便民热线", "gcj02", PROFILE, [sealed], secrets.callback_url, sealed)
    police = (
        POLICE,
        "110 非警务移交",
        "gcj02",
        POLICE_PROFILE,
        [secrets.sealed(POLICE)],
        None,
        None,
        "police",
    )
    _copy(cursor, "source", columns, [(*row, "hotline"), police])


def _gazetteer(cursor: psycopg.Cursor[Any], district: District) -> None:
    columns = ("id", "kind", "name", "parent", "lon", "lat", "radius_m", "village", "town", "source")
    lines = _lines_of_roads(district)
    places = (
        (*(getattr(place, name) for name in columns), lines.get(place.id), *_spelling(place.kind, place.name))
        for place in district.places
    )
    _copy(cursor, "place", ", ".join((*columns, "line", "pinyin", "initials")), places)
    aliases = (
        (alias.place, alias.name, alias.kind, "approved", *spelled(alias.name)) for alias in district.aliases
    )
    _copy(cursor, "alias", "place, name, kind, state, pinyin, initials", aliases)
    roads = ((road.id, road.name, road.grade, _wkb(road.shape), list(road.towns)) for road in district.roads)
    _copy(cursor, "road", "id, name, grade, geom, towns", roads)
    checksum = hashlib.sha256(json.dumps([district.seed, district.digest]).encode()).hexdigest()
    _copy(cursor, "gazetteer_version", "id, checksum", [(1, checksum)])


def _lines_of_roads(district: District) -> dict[int, str]:
    """The line of each road's place; places of roads come in the order of the roads."""
    named = [place for place in district.places if place.kind == "road"]
    return {
        place.id: _wkb(road.shape)
        for place, road in zip(named, district.roads, strict=True)
        if place.name == road.name
    }


def _spelling(kind: str, name: str) -> tuple[str | None, str | None]:
    return spelled(name) if is_searched(cast(Kind, kind), name) else (None, None)


def _copy_accounts(connection: psycopg.Connection[Any], district: District, hashes: Sequence[str]) -> None:
    rows = (
        (account.person, account.username, encoded)
        for account, encoded in zip(district.accounts, hashes, strict=True)
    )
    with connection.cursor() as cursor:
        _copy(cursor, "account", "person, username, password_hash", rows)
