"""What is asked of the geocoder and what it answers: the same fields in Python, in the API and in JSON lines.

Used by `geocode` and by everybody who calls it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, NamedTuple, get_args

from gis.crs import Datum

Level = Literal[
    "coordinate", "house", "interpolated", "building", "poi", "intersection", "road_village", "group", "village",
    "town", "none",
]  # fmt: skip
LEVELS: Final[tuple[Level, ...]] = get_args(Level)
_QUERY_FIELDS: Final = ("id", "address", "title", "content", "lon", "lat", "datum", "village")


@dataclass(frozen=True, slots=True)
class Query:
    """One question. All but `id` may be missing.

    lon, lat: as received (numbers or texts of numbers) in `datum`; None for `datum` means WGS 84.
    village: code (12 digits) or name, if whoever took the call gave one.
    """

    id: str
    address: str | None = None
    title: str | None = None
    content: str | None = None
    lon: float | str | None = None
    lat: float | str | None = None
    datum: str | None = None
    village: str | None = None

    @classmethod
    def from_dict(cls, fields: Mapping[str, Any]) -> Query:
        """From a JSON object; unknown fields are ignored, texts may be any scalar. Raises KeyError without id."""
        known = {name: fields.get(name) for name in _QUERY_FIELDS}
        texts = {name: _text(known[name]) for name in ("address", "title", "content", "datum", "village")}
        return cls(id=str(fields["id"]), lon=known["lon"], lat=known["lat"], **texts)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which probability on the geocoder decides by itself; data of a district, not constants.

    cell: a match places its ticket automatically. town: the town is certain though the cell may not be.
    coordinate_radius_m: 95 % error of a coordinate whose channel declares its datum.
    """

    cell: float = 0.9
    town: float = 0.99
    coordinate_radius_m: float = 20.0

    def is_town_certain(self, match: Match) -> bool:
        """Whether a match is sure of its town, so that the ticket can go to that town's center."""
        return match.town is not None and match.p_town >= self.town


class Candidate(NamedTuple):
    """One possible answer. p: probability that this place is meant and lies in `cell`; reasons: Chinese."""

    place: int
    name: str
    lon: float
    lat: float
    cell: str | None
    p: float
    reasons: tuple[str, ...]


class Match(NamedTuple):
    """The best answer to one query.

    lon, lat: WGS 84 degrees, None when there is no place. cell, village, town: codes; cell is the one that covers
    the point. radius_m holds 95 % of the error; p_cell, p_town: probability that cell and town are right. auto:
    p_cell reaches the threshold and no tie is open. edge_m: metres to the cell's border; near_edge: edge_m <
    radius_m. datum: the coordinate's declared datum, None without one. candidates: most likely first, at most five.
    raw: p_cell and p_town before calibration, which a refit learns from; not part of what is told.
    """

    id: str
    lon: float | None
    lat: float | None
    cell: str | None
    village: str | None
    town: str | None
    level: Level
    radius_m: float | None
    p_cell: float
    p_town: float
    auto: bool
    edge_m: float | None
    on_edge: bool
    near_edge: bool
    datum: Datum | None
    boundary_version: int
    candidates: tuple[Candidate, ...] = ()
    reasons: tuple[str, ...] = ()
    raw: tuple[float, float] = (0.0, 0.0)

    @property
    def matched(self) -> bool:
        """Whether it has a cell from a level finer than the town."""
        return self.cell is not None and self.level not in ("town", "none")

    def to_dict(self) -> dict[str, Any]:
        """The fields in their order, ready for JSON."""
        plain = self._asdict()
        del plain["raw"]
        plain["candidates"] = [{**one._asdict(), "reasons": list(one.reasons)} for one in self.candidates]
        plain["reasons"] = list(self.reasons)
        return plain


def _text(value: object) -> str | None:
    return None if value is None else str(value)
