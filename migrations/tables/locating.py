"""What a district sets about locating, version by version, and the alarms of channels that speak another datum."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Double,
    Identity,
    Index,
    Integer,
    Table,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY

from migrations.tables.base import metadata, moment, one_of, person, record, words

DATUMS = ("wgs84", "gcj02", "bd09")
ENDS = ("behaved", "acknowledged", "declared")

locating_setting = Table(
    "locating_setting",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    words("note"),
    Column("active", Boolean, nullable=False),
    Column("cell", Double, nullable=False),
    Column("town", Double, nullable=False),
    Column("coordinate_radius_m", Double, nullable=False),
    Column("least_precision", Double, nullable=False),
    record("weights"),
    record("calibration"),
    Column("region", ARRAY(Text), nullable=False),
    moment("created_at", now=True),
    person("created_by"),
    CheckConstraint(
        "cell BETWEEN 0.5 AND 1 AND town BETWEEN 0.5 AND 1 AND coordinate_radius_m BETWEEN 1 AND 500 "
        "AND least_precision BETWEEN 0.5 AND 1",
        name="bounds",
    ),
    Index(
        "locating_setting_one_active_idx",
        "active",
        unique=True,
        postgresql_where=text("active"),
    ),
)

channel_alarm = Table(
    "channel_alarm",
    metadata,
    Column("id", BigInteger, Identity(always=False), primary_key=True),
    words("source"),
    words("declared"),
    words("seen"),
    moment("since"),
    moment("raised_at", now=True),
    Column("votes", Integer, nullable=False),
    Column("share", Double, nullable=False),
    Column("east_m", Double, nullable=False),
    Column("north_m", Double, nullable=False),
    moment("ended_at", required=False),
    words("ended", required=False),
    person("ended_by"),
    words("note", required=False),
    one_of("declared", DATUMS),
    one_of("seen", DATUMS),
    one_of("ended", ENDS),
    Index(None, "source", "declared"),
    Index(
        "channel_alarm_one_open_idx",
        "source",
        "declared",
        unique=True,
        postgresql_where=text("ended_at IS NULL"),
    ),
)
