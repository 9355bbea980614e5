"""What hotlines pushed lately, kept sealed: read again by whoever changes how it is read.

A new order is kept with its ticket; here is kept what makes none: what follows an order, and what was refused.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

from dispatch.domain.messages import Message, Refusal
from dispatch.domain.rereading import Pushed
from dispatch.ports.sealing import Sealer, caller_label
from dispatch.store import profiles as store
from dispatch.store.database import Tx

LARGEST = 64 * 1024
"""Bytes of a message, sealed, that is kept: whoever pushes more again and again fills no disk."""
_ELSEWHERE = frozenset({"created", "known"})


class Kept(Protocol):
    """A delivery whose messages may be kept."""

    @property
    def source(self) -> str:
        """Whose it is."""

    @property
    def webhook_id(self) -> str:
        """Its id."""

    @property
    def items(self) -> Sequence[Message | Refusal]:
        """Its messages, in order."""


def rows(sealer: Sealer, delivery: Kept, statuses: Sequence[str], now: datetime) -> list[tuple[Any, ...]]:
    """The rows of a delivery's messages that are kept nowhere else; ``statuses`` says what became of each."""
    found = []
    for place, (item, status) in enumerate(zip(delivery.items, statuses, strict=True)):
        sealed = None if status in _ELSEWHERE else _sealed(sealer, delivery, place, item.raw)
        if sealed is not None:
            found.append((delivery.source, delivery.webhook_id, place, sealer.key_id, sealed, now))
    return found


def _sealed(sealer: Sealer, delivery: Kept, place: int, raw: object) -> bytes | None:
    """A message under seal; None where it is too large, or nested deeper than can be written."""
    try:
        sealed = sealer.seal({"raw": raw}, _label(delivery.source, delivery.webhook_id, place))
    except TypeError:
        return None
    return sealed if len(sealed) <= LARGEST else None


def _label(source: str, webhook_id: str, place: int) -> bytes:
    return f"pushed:{source}:{webhook_id}:{place}".encode()


async def lately(tx: Tx, sources: Sequence[str], most: int) -> list[store.Sealed]:
    """The last messages of sources, still sealed, the newest first."""
    return await store.pushed(tx, sources, most)


def opened(sealer: Sealer, sealed: Sequence[store.Sealed]) -> list[Pushed]:
    """Messages as they came; one without its item (made before items were kept) is left out."""
    found = []
    for each in sealed:
        label = (
            _label(each.source, each.webhook_id, each.place)
            if each.ticket is None
            else caller_label(each.ticket)
        )
        kept = sealer.open(each.key, each.sealed, label)
        if "raw" in kept:
            found.append(Pushed(each.source, each.received_at, kept["raw"]))
    return found
