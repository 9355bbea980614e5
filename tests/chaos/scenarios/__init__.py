"""What can break, one function for each fault; its docstring is its sentence in the report."""

from __future__ import annotations

from tests.chaos.scenario import SCENARIOS
from tests.chaos.scenarios import changes, crash, deliveries, postgresql

__all__ = ["SCENARIOS", "changes", "crash", "deliveries", "postgresql"]
