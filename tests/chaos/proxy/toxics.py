"""What is wrong with a link at a moment, as a value that travels to the proxy. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from random import Random
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Toxics:
    """Nothing is wrong unless said. All but ``refuse`` hold for the ways that are named by ``up`` and ``down``."""

    refuse: bool = False
    """Nobody listens: whoever connects is refused at once. Connections that are open go on."""
    black_hole: bool = False
    """A firewall forgot every flow: connections stay open, and no byte of theirs arrives any more, healed or not."""
    stall: bool = False
    """Nothing gets through for now; what was sent arrives once the link heals, as TCP sends lost bytes again."""
    latency_ms: float = 0
    jitter_ms: float = 0
    """Added to the latency by chance, up to this much; the order stays."""
    slice_bytes: int = 0
    """Bytes arrive in pieces of at most this size, each by itself."""
    bytes_per_second: int = 0
    """How much gets through; 0 is all there is."""
    up: bool = True
    """What a client sends to the server."""
    down: bool = True
    """What the server sends to a client."""

    def on(self, *, up: bool) -> Toxics:
        """What is wrong with one way."""
        return self if (self.up if up else self.down) else Toxics(refuse=self.refuse)

    def told(self) -> dict[str, Any]:
        """As JSON."""
        return asdict(self)

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Toxics:
        """From JSON; a name that there is not is a mistake of whoever wrote it."""
        return cls(**told)

    def delay(self, random: Random) -> float:
        """Seconds that a piece is under way."""
        return (self.latency_ms + random.uniform(0, self.jitter_ms)) / 1000

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """How bytes arrive."""
        size = self.slice_bytes or len(data)
        yield from (data[at : at + size] for at in range(0, len(data), size or 1))

    def seconds(self, data: bytes) -> float:
        """How long a piece occupies the line."""
        return len(data) / self.bytes_per_second if self.bytes_per_second else 0.0
