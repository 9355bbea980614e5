"""Whether two pictures show the same: a letter may be drawn a little otherwise, nothing may move, go or change colour.

Four questions, each deaf to what another version of a browser or a font does:

- **moved**: is each pixel, in either picture, between the darkest and the lightest of its neighbours in the other one?
- **line**: the same, more strictly, of straight lines as long as a piece, which no letter is.
- **colour**: where both are flat, is it the same colour?
- **weight**: is a piece as dark on the whole as it was? Letters that became paler or bolder are seen here.

What a map draws is compared by the last question alone, and in pieces so large that a name may stand elsewhere: where
names find room depends on which part of a map came first. Knows no browser and no file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Mask = NDArray[np.bool_]

REACH = 2
"""By so many pixels a stroke may lie elsewhere."""
PIECE = 16
"""The side of the square pieces that faults are counted in."""
BROAD = 4
"""So many pieces long and wide is what a map draws compared in."""
MOVED, LINE, COLOUR, WEIGHT, DRAWN = 48, 14, 6, 24, 32
"""How far a value of 0 to 255 may be off in each question; the last for the weight of what a map draws."""
FLAT = 4
"""What differs by no more among neighbours is flat."""
MOVED_LEAST, COLOUR_LEAST = 32, 40
"""So many pixels of a piece have to say so."""


@dataclass(frozen=True)
class Picture:
    """A picture, and which pixels of it a map has drawn."""

    pixels: Pixels
    drawn: Mask


@dataclass(frozen=True)
class Difference:
    """A place where two pictures do not show the same, and what is wrong there."""

    what: str
    left: int
    top: int
    right: int
    bottom: int

    def __str__(self) -> str:
        return f"{self.what} at {self.left},{self.top}, {self.right - self.left} × {self.bottom - self.top}"

    @property
    def area(self) -> int:
        """Square pixels."""
        return (self.right - self.left) * (self.bottom - self.top)


@dataclass(frozen=True)
class Around:
    """A picture, and the least and the greatest value around each of its pixels."""

    seen: NDArray[np.int16]
    least: NDArray[np.int16]
    greatest: NDArray[np.int16]

    @classmethod
    def of(cls, pixels: Pixels) -> Self:
        """All three of a picture."""
        least, greatest = pixels, pixels
        for axis in (0, 1):
            least, greatest = along(least, axis, np.minimum), along(greatest, axis, np.maximum)
        return cls(pixels.astype(np.int16), least.astype(np.int16), greatest.astype(np.int16))

    @property
    def flat(self) -> Mask:
        """Pixels whose neighbours are alike."""
        return np.asarray((self.greatest - self.least).max(axis=2) <= FLAT, dtype=np.bool_)

    def beyond(self, other: Self) -> NDArray[np.int16]:
        """How far each pixel is from what anything near it in the other picture explains."""
        far: NDArray[np.int16] = np.maximum(other.least - self.seen, self.seen - other.greatest).max(axis=2)
        return far


def differences(expected: Picture, actual: Picture) -> list[Difference]:
    """Where two pictures differ, the largest place first; nothing where they show the same."""
    height, width = actual.pixels.shape[:2]
    if expected.pixels.shape != actual.pixels.shape:
        return [Difference("another size", 0, 0, width, height)]
    is_map = expected.drawn & actual.drawn
    was, now = Around.of(expected.pixels), Around.of(actual.pixels)
    far = np.where(is_map, 0, np.maximum(was.beyond(now), now.beyond(was)))
    recoloured = (np.abs(was.seen - now.seen).max(axis=2) > COLOUR) & was.flat & now.flat & ~is_map
    asked = {
        "moved": pieces(far > MOVED) >= MOVED_LEAST,
        "another line": lines(far > LINE),
        "another colour": pieces(recoloured) >= COLOUR_LEAST,
        "paler or bolder": heavier(expected.pixels, actual.pixels, is_map),
    }
    found = [Difference(what, *box) for what, bad in asked.items() for box in boxes(bad, width, height)]
    return sorted(found, key=lambda each: -each.area)


def heavier(expected: Pixels, actual: Pixels, is_map: Mask) -> Mask:
    """Pieces that are darker or lighter on the whole."""
    was, now = means(expected), means(actual)
    off = np.abs(was - now).max(axis=2) > WEIGHT
    off_map = np.abs(broad(was) - broad(now)).max(axis=2) > DRAWN
    mostly = pieces(is_map) > PIECE * PIECE // 2
    return np.asarray(np.where(mostly, off_map, off), dtype=np.bool_)


def broad(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """The mean of the pieces around, for each of them."""
    rows, columns = values.shape[:2]
    wide = np.pad(values, [(0, -rows % BROAD), (0, -columns % BROAD), (0, 0)], mode="edge")
    blocks = wide.reshape(wide.shape[0] // BROAD, BROAD, wide.shape[1] // BROAD, BROAD, -1).mean(axis=(1, 3))
    spread: NDArray[np.float64] = blocks.repeat(BROAD, axis=0).repeat(BROAD, axis=1)[:rows, :columns]
    return spread


def along(pixels: Pixels, axis: int, choose: np.ufunc) -> Pixels:
    """The chosen value of those up to REACH away in one direction and its opposite."""
    room = [(REACH, REACH) if each == axis else (0, 0) for each in range(3)]
    wide = np.pad(pixels, room, mode="edge")
    length, chosen = pixels.shape[axis], pixels
    for step in range(2 * REACH + 1):
        beside = wide[step : step + length] if axis == 0 else wide[:, step : step + length]
        chosen = choose(chosen, beside)
    return chosen


def cut(values: NDArray[Any]) -> NDArray[Any]:
    """Values in square pieces: row, column, then what is in the piece; the edges are repeated to fill the last ones."""
    height, width = values.shape[:2]
    room = [(0, -height % PIECE), (0, -width % PIECE), *[(0, 0)] * (values.ndim - 2)]
    wide = np.pad(values, room, mode="edge")
    rows, columns = wide.shape[0] // PIECE, wide.shape[1] // PIECE
    return wide.reshape(rows, PIECE, columns, PIECE, *values.shape[2:]).swapaxes(1, 2)


def pieces(mask: Mask) -> NDArray[np.int64]:
    """How many pixels of each piece are so."""
    counted: NDArray[np.int64] = cut(mask).sum(axis=(2, 3), dtype=np.int64)
    return counted


def lines(mask: Mask) -> Mask:
    """Pieces that a straight line crosses from end to end."""
    cells: Mask = cut(mask)
    along_rows, along_columns = np.all(cells, axis=3), np.all(cells, axis=2)
    return np.asarray(np.any(along_rows | along_columns, axis=2), dtype=np.bool_)


def means(pixels: Pixels) -> NDArray[np.float64]:
    """The colour of each piece on the whole."""
    mean: NDArray[np.float64] = cut(pixels).mean(axis=(2, 3), dtype=np.float64)
    return mean


def boxes(bad: Mask, width: int, height: int) -> list[tuple[int, int, int, int]]:
    """Pieces that touch each other, each heap of them in one box of pixels."""
    left = {(int(row), int(column)) for row, column in np.argwhere(bad)}
    found = []
    while left:
        heap, edge = set(), [left.pop()]
        while edge:
            row, column = here = edge.pop()
            heap.add(here)
            near = {(row + y, column + x) for y in (-1, 0, 1) for x in (-1, 0, 1)} & left
            left -= near
            edge.extend(near)
        rows, columns = zip(*heap, strict=True)
        right, bottom = (max(columns) + 1) * PIECE, (max(rows) + 1) * PIECE
        found.append((min(columns) * PIECE, min(rows) * PIECE, min(right, width), min(bottom, height)))
    return found
