"""The way of an event to a person's eyes, in its parts: to the page, into the document, onto the screen."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy

PARTS: Final = ("to the page", "into the list", "onto the screen")


@dataclass(frozen=True)
class Noted:
    """When a row stood in the document and when it was seen, in milliseconds of the machine's clock."""

    stood: float
    seen: float


def heard(told: Iterable[tuple[float, str]]) -> dict[str, float]:
    """When the page first heard of each ticket."""
    first: dict[str, float] = {}
    for at, text in told:
        message = json.loads(text)
        for entry in message["entries"] if message["type"] == "frame" else ():
            first.setdefault(str(entry["ticket"]), at)
    return first


def parted(
    answered: Mapping[str, float], told: Mapping[str, float], rows: Mapping[str, Noted]
) -> dict[str, Any]:
    """Milliseconds from the sender's answer to the eye, whole and in parts, of the rows that were seen."""
    seen = [name for name in answered if name in told and name in rows and rows[name].seen]
    parts = [
        (
            told[name] - answered[name],
            rows[name].stood - told[name],
            rows[name].seen - rows[name].stood,
        )
        for name in seen
    ]
    whole = [sum(each) for each in parts]
    of_each = {name: spread([each[number] for each in parts]) for number, name in enumerate(PARTS)}
    return {"rows": len(seen), **spread(whole), "parts": of_each}


def spread(found: Iterable[float]) -> dict[str, float]:
    """The middle one, and the one that one in twenty exceeds."""
    numbers = list(found) or [math.nan]
    return {f"p{share}": float(numpy.percentile(numbers, share)) for share in (50, 95)}
