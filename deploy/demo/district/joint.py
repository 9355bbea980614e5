"""Companies outside the district's units: who a sheet may be passed to. Invented names; called by ``load``."""

from typing import Any

import psycopg

BODIES = (
    ("water", "淮阴供水有限公司", "96889"),
    ("power", "淮阴供电公司", "95598"),
    ("gas", "淮阴燃气有限公司", "95777"),
    ("heat", "淮阴热力有限公司", "96177"),
    ("telecom", "淮阴通信管理联合值班", "10010"),
    ("transport", "淮阴公交有限公司", "96196"),
    ("property", "富丽花园物业服务中心", "0517-80000900"),
    ("property", "东方华庭物业服务中心", "0517-80000901"),
)


def load(cursor: psycopg.Cursor[Any]) -> None:
    """Their rows."""
    cursor.executemany("INSERT INTO outside_body (kind, name, phone) VALUES (%s, %s, %s)", BODIES)
