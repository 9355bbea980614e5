"""A parser has to end. Each test here may use so much of the processor, far more than it needs, and no more."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from types import FrameType

import pytest
from hypothesis import settings

_PROCESSOR_SECONDS = 20 * max(1, settings().max_examples // 100)
"""Twenty for a hundred examples. Time of the processor, not of the clock on the wall: a busy machine changes nothing.
Patterns that try every way to read a text would need years."""


@pytest.fixture(autouse=True)
def ends() -> Iterator[None]:
    """Fails a test whose parser does not come to an end."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise AssertionError("the parser does not come to an end")

    former = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, _PROCESSOR_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, former)
