"""What a large index weighs in memory, and giving that memory back so that nobody notices. Pure.

The weight is estimated from samples: exact sums would take as long as building it.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping
from itertools import islice
from typing import Any, Final

import ahocorasick
import numpy as np

_SAMPLE: Final = 400
_DEPTH: Final = 5
_PLAIN: Final = (str, bytes, float, int, type, type(None))
"""What refers to nothing else that counts."""


def weight(thing: Any, depth: int = _DEPTH) -> int:
    """Bytes held by an object and what it refers to; of long containers a few hundred members stand for all.

    Members that several containers share count in each, so that the sum is rather too large than too small.
    """
    if isinstance(thing, np.ndarray | memoryview):
        return int(thing.nbytes)
    if isinstance(thing, ahocorasick.Automaton):
        return int(thing.get_stats()["total_size"])
    own = sys.getsizeof(thing, 0)
    if depth == 0 or isinstance(thing, _PLAIN):
        return own
    if isinstance(thing, Mapping):
        return own + _members(thing.keys(), depth) + _members(thing.values(), depth)
    if isinstance(thing, list | tuple | set | frozenset):
        return own + _members(thing, depth)
    return own + sum(weight(value, depth - 1) for value in _fields(thing))


def dissolve(thing: Any) -> None:
    """Empty an object's lists and dictionaries bit by bit; whoever still used it would find it empty.

    A million objects that are freed in one go keep every other thread waiting for as long.
    """
    for held in list(vars(thing).values()):
        if isinstance(held, list):
            while held:
                del held[-_SAMPLE:]
        elif isinstance(held, dict):
            while held:
                for _ in range(min(_SAMPLE, len(held))):
                    held.popitem()


def _members(held: Collection[Any], depth: int) -> int:
    count = len(held)
    if not count:
        return 0
    step = max(1, count // _SAMPLE)
    sample = [weight(each, depth - 1) for each in islice(held, 0, None, step)]
    return sum(sample) * count // len(sample)


def _fields(thing: Any) -> list[Any]:
    """The values of an object's fields, in a dictionary or in slots."""
    slots = [name for kind in type(thing).__mro__ for name in getattr(kind, "__slots__", ())]
    return [
        *getattr(thing, "__dict__", {}).values(),
        *(getattr(thing, name, None) for name in slots if name != "__dict__"),
    ]
