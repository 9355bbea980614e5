"""What a client of the fault run has to be. Those there are live in ``tests.chaos.clients``."""

from __future__ import annotations

from typing import Protocol


class Client(Protocol):
    """Somebody outside the system: does things, writes down what came of them, survives every trouble."""

    @property
    def name(self) -> str:
        """What its file is called; one client has one name."""
        ...

    @property
    def worst_lag_ms(self) -> float | None:
        """The longest from an ok to the moment it was shown here; None where nothing was."""
        ...

    async def run(self) -> None:
        """Go on until ``world.quiet`` is set. What has an unknown outcome is asked again under the same id."""
        ...

    async def settle(self) -> None:
        """After the last fault: ask again until nothing is unknown, catch up, and write down a last view."""
        ...
