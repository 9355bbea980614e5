"""Safe repairs of a draft, offered and never silent.

    repairs = offers(draft, check(draft))     # each says what it would change, before, after, whose ground
    better = apply(draft, chosen)             # exactly that and nothing else

Called by the service when a person asks what can be mended, and again for what that person chose.
"""

from gis.repair.offer import apply, offers
from gis.repair.repair import REPAIR_NAMES, Change, Move, Repair

__all__ = ["REPAIR_NAMES", "Change", "Move", "Repair", "apply", "offers"]
