"""Decks: chance without luck. Every card of a deck comes once before any comes again. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

Card = TypeVar("Card")


def chance(seed: int, *words: object) -> Random:
    """Chance that depends on a seed and on what it is for, on nothing else."""
    return Random(":".join(str(word) for word in (seed, *words)))


def drawn(seed: int, theme: str, cards: Sequence[Card], number: int) -> Card:
    """The card that lies at a place (counted from 0) when deck after deck is shuffled and laid out."""
    deck, place = divmod(number, len(cards))
    order = list(range(len(cards)))
    chance(seed, theme, deck).shuffle(order)
    return cards[order[place]]
