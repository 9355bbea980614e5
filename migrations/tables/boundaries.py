"""Boundary versions at work: faults, repairs, preview of a draft; tickets on the move; what became of which area."""

from geoalchemy2 import Geometry
from sqlalchemy import BigInteger, Column, Double, ForeignKey, Integer, Table, Text, text
from sqlalchemy.dialects.postgresql import ARRAY

from migrations.tables.base import metadata, moment, one_of, record, words

LEVELS = ("town", "village", "cell", "police_grid")


def _draft() -> Column[int]:
    """The version that something was found out about; it goes with the draft."""
    draft = ForeignKey("boundary_version.id", ondelete="CASCADE")
    return Column("boundary_version", Integer, draft, primary_key=True)


def _shape(name: str) -> Column[object]:
    return Column(name, Geometry("GEOMETRY", 4326, spatial_index=False), nullable=False)


def _figure(name: str) -> Column[float]:
    return Column(name, Double, nullable=False)


boundary_fault = Table(
    "boundary_fault",
    metadata,
    _draft(),
    Column("ordinal", Integer, primary_key=True),
    words("kind"),
    words("severity"),
    words("layer"),
    Column("codes", ARRAY(Text), nullable=False),
    _figure("area_m2"),
    _figure("width_m"),
    words("says"),
    words("repair", required=False),
    _shape("geom"),
    one_of("severity", ("blocking", "warning")),
)

boundary_repair = Table(
    "boundary_repair",
    metadata,
    _draft(),
    Column("id", Text, primary_key=True),
    Column("ordinal", Integer, nullable=False),
    words("kind"),
    words("layer"),
    Column("codes", ARRAY(Text), nullable=False),
    words("says"),
    _figure("moved_m2"),
    _figure("most_m2"),
    _shape("before"),
    _shape("after"),
)

boundary_preview = Table(
    "boundary_preview",
    metadata,
    _draft(),
    Column("revision", Integer, nullable=False),
    Column("against", Integer, ForeignKey("boundary_version.id")),
    moment("at", now=True),
    record("told", required=True),
)


def _count(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False, server_default=text("0"))


rezoning = Table(
    "rezoning",
    metadata,
    Column("boundary_version", Integer, ForeignKey("boundary_version.id"), primary_key=True),
    Column("total", Integer, nullable=False),
    _count("done"),
    _count("moved"),
    _count("other_center"),
    _count("failed"),
    moment("started_at"),
    moment("finished_at", required=False),
    Column("overtaken_by", Integer, ForeignKey("boundary_version.id")),
)

rezoning_left = Table(
    "rezoning_left",
    metadata,
    Column("boundary_version", Integer, ForeignKey("rezoning.boundary_version"), primary_key=True),
    Column("ticket", BigInteger, ForeignKey("ticket.id"), primary_key=True),
    words("why"),
    moment("at", now=True),
)

crosswalk = Table(
    "crosswalk",
    metadata,
    Column("from_version", Integer, ForeignKey("boundary_version.id"), primary_key=True),
    Column("to_version", Integer, ForeignKey("boundary_version.id"), primary_key=True),
    Column("level", Text, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    words("from_code", required=False),
    words("to_code", required=False),
    _figure("area_m2"),
    _figure("share"),
    _figure("back_share"),
    one_of("level", LEVELS),
)
