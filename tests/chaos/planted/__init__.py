"""Bugs that are planted into the running service, each in a folder that Python looks into when it starts.

A fault run that stays green with one of these could not tell a broken service from a whole one.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Planted:
    """A bug, the scenario that has to show it, and the invariant that has to say so."""

    name: str
    says: str
    scenario: str
    caught_by: str

    @property
    def folder(self) -> Path:
        """What goes before the service's own code."""
        return Path(__file__).with_name(self.name)


PLANTED = (
    Planted(
        "early_answer",
        "a delivery is answered before it is committed",
        "pg_backend_kill",
        "order_not_lost",
    ),
)
