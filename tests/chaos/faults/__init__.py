"""Planted bugs for each invariant: what a service with that bug would leave behind. Each breaks a healthy world.

A fault leaves all else as it was, so that the invariant it stands under in ``FAULTS``, and no other, catches it.
"""

from collections.abc import Mapping

from tests.chaos.faults import asked, due, held, sealed, told
from tests.chaos.faults.fault import Fault

__all__ = ["FAULTS", "Fault"]

FAULTS: Mapping[str, tuple[Fault, ...]] = {
    **asked.FAULTS,
    **held.FAULTS,
    **told.FAULTS,
    **due.FAULTS,
    **sealed.FAULTS,
}
"""Invariant → bugs that it, and no other, catches."""
