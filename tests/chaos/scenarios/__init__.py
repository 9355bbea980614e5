"""What can break, one function for each fault; its docstring is its sentence in the report."""

from __future__ import annotations

from tests.chaos.scenario import SCENARIOS
from tests.chaos.scenarios import (
    changes,
    clock,
    crash,
    crowds,
    deliveries,
    network,
    pause,
    postgresql,
    redis,
    restoring,
)

__all__ = [
    "SCENARIOS",
    "changes",
    "clock",
    "crash",
    "crowds",
    "deliveries",
    "network",
    "pause",
    "postgresql",
    "redis",
    "restoring",
]
