"""The schema as it stands at head: one module per theme, read by Alembic and by the schema test.

Row security, grants, functions and triggers are SQL in ``versions/``; ``schema.sql`` shows the whole.
"""

from migrations.tables import (
    boundaries,
    clocks,
    closing,
    desk,
    district,
    duty,
    hotline,
    joint,
    keeping,
    leases,
    locating,
    owning,
    people,
    places,
    rules,
    scores,
    security,
    streams,
    telling,
    tickets,
    upward,
    walls,
    work,
)
from migrations.tables.base import metadata

__all__ = [
    "boundaries",
    "clocks",
    "closing",
    "district",
    "desk",
    "duty",
    "hotline",
    "joint",
    "keeping",
    "leases",
    "locating",
    "metadata",
    "owning",
    "people",
    "places",
    "rules",
    "scores",
    "security",
    "streams",
    "telling",
    "tickets",
    "upward",
    "walls",
    "work",
]
