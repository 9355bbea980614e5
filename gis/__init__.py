"""Locating: datums, governance cells, and a geocoder for one district, all in process.

A library: it knows no ticket, opens no connection and reads no clock. The service builds a `Gazetteer` and a
`CellIndex` from its rows and asks one `Locator`; tools use `crs` and `coverage` by themselves.
"""

from gis.cells import CellIndex
from gis.crs import Extent
from gis.gazetteer import Gazetteer
from gis.geocode import Locator
from gis.match import Match, Query, Thresholds

__all__ = ["CellIndex", "Extent", "Gazetteer", "Locator", "Match", "Query", "Thresholds"]
