"""What a field of a route reads is worked out once per process, not again for each service that a test builds.

A service has two hundred routes with some five hundred fields, of a few dozen kinds, and pydantic takes half the time
of building it to work them out. A process in production does that once, a process of the tests hundreds of times.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from pydantic import TypeAdapter

_KNOWN: dict[object, TypeAdapter[Any]] = {}


@contextmanager
def remembered() -> Iterator[None]:
    """FastAPI is given the adapter that was made for an equal field."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("fastapi._compat.v2.TypeAdapter", _adapter)
        yield


def _adapter(annotated: Any, *, config: Any = None) -> TypeAdapter[Any]:
    """The adapter of a type with what is said of it; what is said is kept with it, so no address in it comes again."""
    key = (annotated.__origin__, repr(annotated.__metadata__), repr(config))
    if key not in _KNOWN:
        _KNOWN[key] = TypeAdapter(annotated, config=config)
    return _KNOWN[key]
