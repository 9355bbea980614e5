"""A fault: breaks one thing of a healthy world."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from tests.chaos.history import History

Fault: TypeAlias = Callable[[History], None]
