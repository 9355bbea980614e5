"""What every table module shares: the metadata with its naming rule, and short makers of usual columns."""

from collections.abc import Iterable

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

metadata = MetaData(
    naming_convention={
        "pk": "%(table_name)s_pkey",
        "fk": "%(table_name)s_%(column_0_name)s_fkey",
        "uq": "%(table_name)s_%(column_0_N_name)s_key",
        "ix": "%(table_name)s_%(column_0_N_name)s_idx",
        "ck": "%(table_name)s_%(constraint_name)s_check",
    }
)


def moment(name: str, *, required: bool = True, now: bool = False) -> Column[object]:
    """An instant (timestamptz, UTC); ``now`` lets the database's clock fill it."""
    return Column(
        name,
        DateTime(timezone=True),
        nullable=not required,
        server_default=text("now()") if now else None,
    )


def words(name: str, *, required: bool = True, default: str | None = None) -> Column[str]:
    """A text column."""
    return Column(name, Text, nullable=not required, server_default=default)


def record(name: str, *, required: bool = False) -> Column[object]:
    """A jsonb column."""
    return Column(name, JSONB, nullable=not required)


def unit(name: str, *, required: bool = False) -> Column[int]:
    """A reference to a unit."""
    return Column(name, Integer, ForeignKey("unit.id"), nullable=not required)


def person(name: str, *, required: bool = False) -> Column[int]:
    """A reference to a person."""
    return Column(name, Integer, ForeignKey("person.id"), nullable=not required)


def one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    """State as text with CHECK: a new value is one migration, and the operators stay leakproof."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def setting(name: str, *values: Column[object], bounds: str) -> Table:
    """What is set about a theme: a row a version, one of them in force, each with its note and who saved it."""
    return Table(
        name,
        metadata,
        Column("version", Integer, primary_key=True, autoincrement=False),
        *values,
        words("note"),
        Column("active", Boolean, nullable=False),
        moment("created_at", now=True),
        person("created_by"),
        CheckConstraint(bounds, name="bounds"),
        Index(f"{name}_one_active_idx", "active", unique=True, postgresql_where=text("active")),
    )


def changes(name: str) -> Table:
    """What people changed of a theme's own records: who, what, before and after, and why."""
    return Table(
        name,
        metadata,
        Column("id", BigInteger, Identity(always=False), primary_key=True),
        moment("at", now=True),
        person("person"),
        words("subject"),
        words("what"),
        record("before"),
        record("after"),
        words("reason", required=False),
        Index(f"{name}_subject_idx", "subject", "id"),
    )
