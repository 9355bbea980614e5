"""What is checked, repaired and compared: the areas of one boundary version before it is published.

The service builds a `Draft` from its rows or from an imported file; nothing here changes one in place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal, get_args

from shapely.geometry.base import BaseGeometry

Layer = Literal["town", "village", "cell", "police_grid"]
LAYERS: Final[tuple[Layer, ...]] = get_args(Layer)
LAYER_NAMES: Final[dict[Layer, str]] = {
    "town": "镇街",
    "village": "村居",
    "cell": "网格",
    "police_grid": "警格",
}


@dataclass(frozen=True, slots=True)
class Area:
    """One area: its code and name, a (Multi)Polygon in WGS 84 degrees, and the code of the area it lies in.

    parent: the village of a cell, the town of a village or of a police grid, None for a town.
    label: where a file says that the area's label stands (a Point, WGS 84), if it does.
    """

    code: str
    geometry: BaseGeometry
    parent: str | None = None
    name: str = ""
    label: BaseGeometry | None = None

    @property
    def called(self) -> str:
        """How messages call it: name and code."""
        return f"{self.name}（{self.code}）" if self.name else self.code


@dataclass(frozen=True, slots=True)
class Draft:
    """All areas of one version, and which police grid each cell belongs to (cell code → police grid code).

    A code may occur twice, a parent may be missing, a geometry may be broken: `check` says so.
    """

    towns: tuple[Area, ...] = ()
    villages: tuple[Area, ...] = ()
    cells: tuple[Area, ...] = ()
    police_grids: tuple[Area, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)

    def layer(self, layer: Layer) -> tuple[Area, ...]:
        """The areas of one layer."""
        areas: tuple[Area, ...] = getattr(self, f"{layer}s")
        return areas

    def with_layer(self, layer: Layer, areas: tuple[Area, ...]) -> Draft:
        """The same draft with other areas in one layer."""
        if layer == "town":
            return replace(self, towns=areas)
        if layer == "village":
            return replace(self, villages=areas)
        if layer == "cell":
            return replace(self, cells=areas)
        return replace(self, police_grids=areas)
