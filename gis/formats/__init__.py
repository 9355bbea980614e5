"""Boundaries as surveyors send them: GeoJSON, Shapefile, GeoPackage, KML, KMZ, DXF; alone or zipped.

    report = inspect(path)                                     # layers, columns, datum, guesses: ask a person
    imported = read(path, layer, mapping, datum, extent=...)   # features in WGS 84, and what is wrong row by row
    parts = assembled(imported.features, "cell", above=villages)   # names become codes: areas and links of a draft

The only folder of `gis` that reads files. A file that cannot be read at all raises a FileError with a Chinese message
that says what to do; a bad row is a `RowProblem` and never hides the good ones. Called by the service's import and by
the command line.
"""

from gis.formats.assembly import Assembled, assembled
from gis.formats.inspection import inspect
from gis.formats.placed import DATUM_NAMES
from gis.formats.reading import read
from gis.formats.report import (
    FIELD_NAMES,
    FIELDS,
    FORMAT_NAMES,
    USUAL_LIMITS,
    Column,
    Feature,
    Field,
    FileReport,
    Format,
    Imported,
    LayerReport,
    Limits,
    Mapping,
    RowProblem,
)

__all__ = [
    "DATUM_NAMES",
    "FIELDS",
    "FIELD_NAMES",
    "FORMAT_NAMES",
    "USUAL_LIMITS",
    "Assembled",
    "Column",
    "Feature",
    "Field",
    "FileReport",
    "Format",
    "Imported",
    "LayerReport",
    "Limits",
    "Mapping",
    "RowProblem",
    "assembled",
    "inspect",
    "read",
]
