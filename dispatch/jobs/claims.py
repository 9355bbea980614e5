"""What was claimed for a minute is sent within it: afterwards it is somebody else's. Used by whatever sends.

A process that was stopped in between, and goes on, would send behind what went out since. Most of what it held it does
not send; a post that was just leaving may still arrive, once more, under the same id.
"""

import time

from dispatch.ports.outbound import PATIENCE_SECONDS
from dispatch.saying import say

SECONDS = 60.0
"""How long the claims of `reports.sql` and `telling.sql` last."""
OVER = say("处理中断过，稍后再发")


class Claim:
    """One round's claim, from when its rows were read."""

    def __init__(self) -> None:
        self._until = time.monotonic() + SECONDS - PATIENCE_SECONDS

    def is_over(self) -> bool:
        """Whether a post that begins now might end after the claim."""
        return time.monotonic() > self._until
