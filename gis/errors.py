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


class CalibrationError(GisError):
    """A calibration that is no monotone map of probabilities."""


class RepairError(GisError):
    """A repair that no longer fits the draft it is to be applied to."""


class TuningError(GisError):
    """A threshold, weight or region that cannot be used; `field` names it."""

    def __init__(self, says: str, field: str) -> None:
        super().__init__(says)
        self.field = field


class FileError(GisError):
    """A file of boundaries that cannot be read."""


class UnknownFormatError(FileError):
    """A file of none of the formats that are read."""


class BrokenFileError(FileError):
    """A file that ends too early, lacks a part or contradicts itself."""


class TooLargeError(FileError):
    """A file beyond a limit: bytes, features, vertices, layers, columns."""


class ArchiveError(FileError):
    """An archive that is not unpacked: a bomb, an archive in it, a path that leads out, a password."""


class EmptyFileError(FileError):
    """A file or layer without any feature."""


class LayerError(FileError):
    """A layer that the file does not have, or none named where there are several."""


class ColumnError(FileError):
    """A mapped column that the layer does not have, or no column for the code."""


class NoPolygonsError(FileError):
    """A layer without any areal geometry."""


class CoordinatesError(FileError):
    """Coordinates that cannot be brought to WGS 84: an unsupported system, or values no datum explains."""


class OutsideDistrictError(FileError):
    """A file none of whose features lies in the district."""


class ListingError(GisError):
    """A list of places whose columns do not say what they are."""
