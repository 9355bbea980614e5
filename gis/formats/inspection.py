"""What a file holds, before anybody decides how to read it: layers, columns, coordinate system, and guesses at each."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import shapely

from gis.coverage.draft import LAYERS
from gis.crs import is_metric
from gis.formats.columns import guessed, holds
from gis.formats.declared import Declared, declared
from gis.formats.placed import DATUM_NAMES, guessed_datum, seen
from gis.formats.report import USUAL_LIMITS, Column, FileReport, LayerReport, Limits
from gis.formats.sketch import sketches
from gis.formats.source import Source, opened, silent
from gis.formats.table import Table

_SAMPLES = 5
_SAMPLE_LENGTH = 60


def inspect(path: Path, limits: Limits = USUAL_LIMITS) -> FileReport:
    """What a file holds. Raises FileError where it cannot be read at all or has no feature; else says it in remarks."""
    with opened(path, limits) as source:
        remarks = list(source.remarks)
        layers, encoding = [], "UTF-8"
        for outline in source.outlines:
            if not outline.features:
                remarks.append(f"图层“{outline.name}”是空的")
                continue
            table, found = source.table(outline.name, silent)
            encoding = found.name if not found.name.startswith("UTF-8") else encoding
            layers.append(described(table, source))
        return FileReport(source.kind, source.size_bytes, encoding, tuple(layers), tuple(remarks))


def described(table: Table, source: Source) -> LayerReport:
    """One layer, described."""
    look = seen(table.shapes)
    says = declared(table.crs)
    columns = described_columns(table)
    layer = holds(columns)
    known = ~look.empty & ~look.wrong
    swapped = bool(known.any() and look.swapped[known].mean() > 0.5)
    datum = None if says.firm else guessed_datum(look, says.datum)
    bounds = shapely.total_bounds(table.shapes)
    return LayerReport(
        name=table.name,
        features=len(table.rows),
        geometry_types=dict(Counter("None" if each is None else each.geom_type for each in table.shapes)),
        declared=says.datum,
        declared_as=says.called,
        refused=says.refused if says.firm else None,
        datum=datum,
        swapped=swapped,
        bounds=(float(bounds[0]), float(bounds[1]), float(bounds[2]), float(bounds[3]))
        if np.isfinite(bounds).all()
        else None,
        columns=columns,
        holds=layer,
        mappings={each: guessed(columns, each) for each in LAYERS},
        sketches={} if says.firm else sketches(table.shapes),
        remarks=tuple(table.remarks + _doubts(table, says, source.kind == "kml", swapped, datum is None)),
    )


def described_columns(table: Table) -> tuple[Column, ...]:
    """The columns of a table with samples."""
    found = []
    for name, values in table.columns.items():
        filled = [value for value in values if value is not None]
        samples = [value[:_SAMPLE_LENGTH] for value in list(dict.fromkeys(filled))[:_SAMPLES]]
        found.append(Column(name, table.types[name], tuple(samples), len(filled)))
    return tuple(found)


def _doubts(table: Table, says: Declared, kml: bool, swapped: bool, senseless: bool) -> list[str]:
    found = []
    look = seen(table.shapes)
    known = ~look.empty & ~look.wrong
    if says.refused and not says.firm:
        found.append(says.refused)
    if says.datum is None and not says.refused:
        found.append(
            "文件没有声明坐标系；经纬度先按 WGS 84 猜测，若来自高德、腾讯、百度地图请改选 GCJ-02 或 BD-09"
        )
    elif kml:
        found.append(
            "KML 规定用 WGS 84，但国内地图软件导出的常是 GCJ-02；若叠上底图偏了几百米，请改选 GCJ-02"
        )
    if (
        says.datum is not None
        and known.any()
        and look.metric[known].mean() > 0.5
        and not is_metric(says.datum)
    ):
        found.append(
            f"声明的坐标系是 {DATUM_NAMES[says.datum]}，数值却是平面坐标（米），将按数值换算；请核对"
        )
    if swapped:
        found.append("经度和纬度（东和北）写反了，读取时会对调")
    if senseless and not says.firm:
        found.append("坐标的数值不像中国的经纬度，也不像 120° 带的平面坐标；请核对坐标系和带号")
    return found
