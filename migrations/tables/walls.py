"""Wall screens: who paired them for which unit, and the codes that wait to be typed."""

from sqlalchemy import Column, Identity, Index, Integer, LargeBinary, Table

from migrations.tables.base import metadata, moment, one_of, person, unit, words

wall = Table(
    "wall",
    metadata,
    Column("id", Integer, Identity(always=True), primary_key=True),
    Column("digest", LargeBinary, nullable=False, unique=True),
    words("name"),
    unit("unit", required=True),
    moment("created_at", now=True),
    person("created_by", required=True),
    moment("last_seen_at", required=False),
    moment("ended_at", required=False),
    person("ended_by"),
    words("shows", default="now"),
    one_of("shows", ("now", "heat", "both")),
    words("theme", default="dark"),
    one_of("theme", ("dark", "light")),
)

wall_pairing = Table(
    "wall_pairing",
    metadata,
    Column("code", LargeBinary, primary_key=True),
    Column("device", LargeBinary, nullable=False),
    moment("expires_at"),
    Index(None, "expires_at"),
)
