"""What forbids to act on an answer by itself, whatever its probability. Used by `geocode` after `score`.

The probabilities say how well the text fits what the gazetteer knows. Each rule here asks whether the text may mean
something that it does not know: a longer name, another name of the same kind, a number far beyond the last one. One
rule that speaks is enough: a person decides, and reads why.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from gis.candidates import Anchor
from gis.names import GUESSED

FACTOR: Final = 0.7
"""By which the probabilities of cell and town shrink."""


def unread_beside(anchor: Anchor) -> str | None:
    """代梨园村 is not 梨园村: characters that nothing explains stand beside the name."""
    for mention in anchor.mentions:
        if mention.unread:
            return f"“{mention.text}”旁边的“{mention.unread}”没有认出，可能是另一个地名"
    return None


def another_name(anchor: Anchor) -> str | None:
    """淮海南路 is no mistake for 淮海北路: what is written neither sounds nor looks like the name."""
    option = anchor.options[0]
    if option.trust == "slip":
        return f"“{anchor.mentions[-1].text}”与“{option.name}”音形都不相近，可能是另一个地名"
    return None


def slip_against_parents(anchor: Anchor) -> str | None:
    """A name with a mistake in it that does not lie where the text says either."""
    option = anchor.options[0]
    if option.trust in GUESSED and option.opposed:
        return "名称不完全相符，所在镇村也不相符"
    return None


def beyond_numbers(anchor: Anchor) -> str | None:
    """932号 of a lane whose last number is 32."""
    return anchor.options[0].beyond or None


Rule = Callable[[Anchor], str | None]
RULES: Final[tuple[Rule, ...]] = (unread_beside, another_name, slip_against_parents, beyond_numbers)


def cautions(anchor: Anchor) -> tuple[str, ...]:
    """What every rule says of a chain's best option, in their order."""
    return tuple(said for rule in RULES if (said := rule(anchor)) is not None)
