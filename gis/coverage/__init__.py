"""Whether the areas of a boundary version form a valid coverage: no gaps, no overlaps, each inside its parent.

    faults = check(Draft(towns, villages, cells, police_grids, links))

`Draft` and `Area` are what is checked, `Fault` is one finding with its place on the map, `Tolerances` what is too
little to count. `gis.repair` offers what can be mended safely, `gis.crosswalk` compares two versions. A library:
the service builds drafts from its rows and stores what comes out.
"""

from gis.coverage.alone import label_point
from gis.coverage.check import blocking, check
from gis.coverage.draft import LAYER_NAMES, LAYERS, Area, Draft, Layer
from gis.coverage.fault import (
    FAULT_KINDS,
    FAULT_NAMES,
    REPAIR_KINDS,
    USUAL,
    Fault,
    FaultKind,
    Progress,
    RepairKind,
    Severity,
    Tolerances,
)

__all__ = [
    "FAULT_KINDS",
    "FAULT_NAMES",
    "LAYERS",
    "LAYER_NAMES",
    "REPAIR_KINDS",
    "USUAL",
    "Area",
    "Draft",
    "Fault",
    "FaultKind",
    "Layer",
    "Progress",
    "RepairKind",
    "Severity",
    "Tolerances",
    "blocking",
    "check",
    "label_point",
]
