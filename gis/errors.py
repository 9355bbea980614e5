"""The library's own error tree. Every message says in Chinese what is wrong and what to do next."""

from __future__ import annotations


class GisError(Exception):
    """Base of everything `gis` raises on purpose."""


class DatumError(GisError):
    """A datum that cannot be used."""


class UnknownDatumError(DatumError):
    """A datum name this library has never heard of."""


class RefusedDatumError(DatumError):
    """A datum that is known and deliberately not converted (Xi'an 80, Beijing 54)."""


class CellsError(GisError):
    """Cells that no index can be built from: a code twice, an empty or non-areal geometry."""


class GazetteerError(GisError):
    """Places or aliases that no gazetteer can be built from: an id twice, an alias of nothing, an unknown kind."""


class CrosswalkError(GisError):
    """Two versions that cannot be compared: figures of a code that the old version does not have."""


class CalibrationError(GisError):
    """A calibration that is no monotone map of probabilities."""


class RepairError(GisError):
    """A repair that no longer fits the draft it is to be applied to."""


class TuningError(GisError):
    """A threshold, weight or region that cannot be used; `field` names it."""

    def __init__(self, says: str, field: str) -> None:
        super().__init__(says)
        self.field = field
