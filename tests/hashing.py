"""A hasher whose checks wait until they are let go, and are counted: for tests of who has to wait for a turn."""

from __future__ import annotations

import threading
from typing import Any

from argon2 import PasswordHasher

from tests.web.towns import HASHER

PATIENCE_SECONDS = 60


class Held(PasswordHasher):
    """Checks as the cheap one does, once it may."""

    def __init__(self) -> None:
        super().__init__(HASHER.time_cost, HASHER.memory_cost, HASHER.parallelism)
        self.begun = 0
        self.may = threading.Event()

    def verify(self, hash: str | bytes, password: str | bytes) -> Any:  # noqa: A002 - as its parent calls it
        """Count, wait, check."""
        self.begun += 1
        assert self.may.wait(PATIENCE_SECONDS)
        return super().verify(hash, password)
