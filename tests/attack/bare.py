"""The service in narrow rooms, with its guard or behind uvicorn's own protocols: what floods do to that."""

from __future__ import annotations

import resource
from collections.abc import Mapping
from pathlib import Path

from dispatch.cli import serving
from dispatch.web.connections import Patience, protocols
from tests.e2e.service import be_the_service

FILES = 168
"""How many files its process may open: room for some forty connections beside what it needs itself."""


HASTY = Patience(head_seconds=0.5, look_seconds=0.5)
"""The guard's patience, shortened: what is shown is that it ends, not when."""


def be_guarded(environment: Mapping[str, str], port: int, log: Path) -> None:
    """Be the service as it is, in narrow rooms and in haste."""
    _narrow()
    vars(serving)["protocols"] = lambda: protocols(HASTY)
    be_the_service(environment, port, log)


def be_bare(environment: Mapping[str, str], port: int, log: Path) -> None:
    """Be the same application behind what uvicorn itself speaks, in the same rooms."""
    _narrow()
    vars(serving)["protocols"] = lambda: ("httptools", "websockets")
    be_the_service(environment, port, log)


def _narrow() -> None:
    resource.setrlimit(resource.RLIMIT_NOFILE, (FILES, FILES))
