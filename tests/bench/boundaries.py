"""Measures boundaries: reading a file, checking a draft, offering repairs, comparing two versions.

``python -m tests.bench.boundaries`` prints seconds of processor time on the demo district (1,242 cells) and on eight
of it side by side (9,936 cells). Decides no test.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import shapely
from shapely.affinity import translate

from deploy.demo.district import District, remembered
from gis.coverage import Area, Draft, check
from gis.crosswalk import crosswalk
from gis.formats import read
from gis.repair import apply, offers
from tests.unit.gis.files import geojson, shapefile, shifted

COPIES = 8
APART = 0.6  # degrees: the district is half a degree wide


def draft_of(district: District) -> Draft:
    """The demo's boundary version as a draft."""
    return Draft(
        tuple(Area(each.code, each.shape, None, each.name) for each in district.towns),
        tuple(Area(each.code, each.shape, each.town, each.name) for each in district.villages),
        tuple(Area(each.code, each.shape, each.village, each.name) for each in district.cells),
        tuple(Area(each.code, each.shape, each.town, each.name) for each in district.police_grids),
        {cell: grid.code for grid in district.police_grids for cell in grid.cells},
    )


def side_by_side(draft: Draft) -> Draft:
    """Several of a draft beside one another, their codes told apart by a digit in front."""

    def copies(areas: Sequence[Area]) -> tuple[Area, ...]:
        return tuple(
            replace(
                area,
                code=f"{number}{area.code}",
                parent=f"{number}{area.parent}" if area.parent else None,
                geometry=translate(area.geometry, (number - COPIES / 2) * APART),
            )
            for number in range(COPIES)
            for area in areas
        )

    links = {f"{n}{cell}": f"{n}{grid}" for n in range(COPIES) for cell, grid in draft.links.items()}
    return Draft(
        copies(draft.towns), copies(draft.villages), copies(draft.cells), copies(draft.police_grids), links
    )


def drawn_again(draft: Draft, by: float) -> Draft:
    """The cells as another hand would draw them: each simplified by itself, which parts it from its neighbours."""
    cells = tuple(replace(cell, geometry=shapely.simplify(cell.geometry, by)) for cell in draft.cells)
    return replace(draft, cells=cells)


def timed(what: str, act: Callable[[], Any]) -> Any:
    """The result, its seconds printed."""
    start = time.process_time()
    result = act()
    seconds = time.process_time() - start
    sys.stdout.write(f"{what:<44} {seconds:8.2f} s\n")
    sys.stdout.flush()
    return result


def measure(draft: Draft) -> None:
    """Everything once on one draft."""
    count = f"{len(draft.cells):,} cells"
    timed(f"check, sound, {count}", lambda: check(draft))
    broken = drawn_again(draft, 3e-6)
    faults = timed(f"check, drawn again, {count}", lambda: check(broken))
    repairs = timed(f"offers for {len(faults):,} faults", lambda: offers(broken, faults))
    timed(f"apply {len(repairs):,} repairs", lambda: apply(broken, repairs))
    timed(f"crosswalk with itself, {count}", lambda: crosswalk(draft.cells, draft.cells))
    moved = [replace(cell, geometry=translate(cell.geometry, 0.001, 0.001)) for cell in draft.cells]
    timed(f"crosswalk with all moved, {count}", lambda: crosswalk(draft.cells, moved))
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            {"网格编码": cell.code, "网格名称": cell.name, "shape": cell.geometry} for cell in draft.cells
        ]
        path = geojson(Path(folder) / "a.geojson", rows)
        timed(f"read GeoJSON of {path.stat().st_size / 1e6:.0f} MB", lambda: read(path, datum="gcj02"))
        metres = [{**row, "shape": shifted(row["shape"], "cgcs2000_gk_zone40")} for row in rows]
        path = shapefile(Path(folder), metres)
        timed(f"read Shapefile of {path.stat().st_size / 1e6:.0f} MB in GBK", lambda: read(path))


if __name__ == "__main__":
    one = draft_of(remembered())
    measure(one)
    measure(side_by_side(one))
