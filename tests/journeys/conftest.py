"""Two towns with limits and a few more people, and the service's own parts over them: what a journey walks through."""

from __future__ import annotations

from collections.abc import AsyncIterator

import psycopg
import pytest

from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.journeys.walking import Walk
from tests.web import towns

MORE_PEOPLE = [
    (9, "甲民警", "社区民警", "policea", "police_officer", towns.POLICE_A),
    (10, "甲带班", "带班领导", "seconda", "duty_leader", towns.CENTER_A),
    (11, "乙带班", "带班领导", "secondb", "duty_leader", towns.CENTER_B),
    (12, "区督查", "督查员", "supervisor", "supervisor", towns.DISTRICT),
]
GROUNDS = """
INSERT INTO upward_ground (kind, code, name, ordinal) VALUES
    ('extend', 'weather', '恶劣天气无法施工', 10), ('suspend', 'project', '列入年度工程计划', 10),
    ('hand_back', 'not_ours', '不属于本区管辖', 10), ('exempt', 'unreasonable', '不合理诉求', 10),
    ('close_as', 'lost', '三次联系不上诉求人', 10), ('merge', 'same', '同一事项多次来电', 10);
"""
HOURS = {
    "place": 1,
    "decide": 2,
    "ruling": 4,
    "sign": 1,
    "contact": 5,
    "inner": 72,
    "review": 6,
    "signoff": 7,
    "reply": 120,
    "redo": 73,
}
NORTH_OF_A = towns.square(119.0, 119.1, 33.7, 33.8)
NORTH = f"""
INSERT INTO village (code, town, name) VALUES ('320804001002', '320804001', '营北社区');
INSERT INTO village_area (boundary_version, village, town, name, geom) VALUES
    (1, '320804001002', '320804001', '营北社区', ST_GeomFromText('{NORTH_OF_A}', 4326));
UPDATE town_area a SET geom = ST_Multi(ST_Union(a.geom, v.geom)) FROM village_area v
WHERE a.boundary_version = 1 AND v.boundary_version = 1 AND a.town = '320804001' AND v.village = '320804001002';
INSERT INTO cell (boundary_version, code, village, town, kind, name, geom) VALUES (1, '320804001002001',
    '320804001002', '320804001', 'general', '第一网格',
    ST_GeomFromText('{NORTH_OF_A}', 4326));
INSERT INTO place (kind, name, lon, lat, radius_m, town, source)
VALUES ('town', '王家营街道', 119.05, 33.7, 5000, '320804001', 't');
"""
"""A second cell of town A, so that the town can be certain where the cell is not."""


@pytest.fixture
async def walk(database: Database) -> AsyncIterator[Walk]:
    """A district in which a journey can begin."""
    towns.found(database.owner_url, NORTH)
    with psycopg.connect(database.owner_url) as connection:
        for person, name, post, username, role, unit in MORE_PEOPLE:
            connection.execute(
                "INSERT INTO person (id, name, post, phone) VALUES (%s, %s, %s, '')", (person, name, post)
            )
            connection.execute("INSERT INTO account VALUES (%s, %s, '')", (person, username))
            connection.execute(
                "INSERT INTO membership VALUES (%s, %s, %s, '[2026-01-01,)')", (person, role, unit)
            )
        for at, (clock, hours) in enumerate(HOURS.items()):
            connection.execute(
                "INSERT INTO clock_rule (version, ordinal, clock, limit_text, reason) VALUES (1, %s, %s, %s, '时限')",
                (at, clock, f"{hours}小时"),
            )
        connection.execute(GROUNDS)
    store = await Store.open(database.url, size=4)
    yield await Walk.begin(store, database.owner_url)
    await store.close()
