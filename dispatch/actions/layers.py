"""Files of boundaries become a layer of a draft: inspected, read in a thread, told row by row, saved whole or not.

Called by the web edge and by the command line. The file is on disk already and is nobody's after this.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import shapely

from dispatch.actions.drafts import Told, areas_of, changed, editable, read_rows, rows_of, saying
from dispatch.actions.work import Works
from dispatch.domain.access import Actor
from dispatch.errors import BadInput, TooLarge
from dispatch.ports.apart import Apart
from dispatch.saying import say
from dispatch.store import boundaries as store
from dispatch.store.boundaries import AreaRow, Level
from dispatch.store.database import Database
from gis import formats
from gis.coverage import LAYER_NAMES, Area
from gis.coverage.codes import ABOVE
from gis.crs import DATUMS, Datum, Extent
from gis.errors import FileError, TooLargeError
from gis.formats import FIELDS, Imported

Mode = Literal["replace", "merge"]
MARGIN_DEGREES = 0.02
"""How far beyond the district a cell may lie: about two kilometres."""
TOWN_MARGIN_DEGREES = 0.5
"""How far beyond it a town may: a district may take in its neighbour."""
_FILE = "file"
"""The field that a file's error speaks of."""
_FIELD_NAMES: Mapping[str, str] = {"geometry": say("图形")} | {
    str(k): v for k, v in formats.FIELD_NAMES.items()
}


@dataclass(frozen=True, slots=True)
class Options:
    """How a file is to be read; None takes the guess that inspecting it showed."""

    layer: str | None = None
    datum: Datum | None = None
    mapping: formats.Mapping | None = None
    mode: Mode = "replace"

    @classmethod
    def read(cls, given: Mapping[str, Any]) -> "Options":
        """From JSON.

        Raises:
            BadInput: an option nobody knows; names it.
        """
        unknown = set(given) - {"layer", "datum", "mapping", "mode"}
        if unknown:
            raise BadInput(
                say("没有「{unknown}」这个选项，请去掉。", unknown=min(unknown)),
                field=f"options.{min(unknown)}",
            )
        datum, mode = given.get("datum"), given.get("mode", "replace")
        if datum is not None and datum not in DATUMS:
            raise BadInput(say("坐标系请用其中之一：{datums}。", datums=[*DATUMS]), field="options.datum")
        if mode not in ("replace", "merge"):
            raise BadInput(say("方式请用 replace（整层替换）或 merge（按编码合并）。"), field="options.mode")
        return cls(given.get("layer"), datum, _mapping(given.get("mapping")), mode)


def _mapping(given: Any) -> formats.Mapping | None:
    if given is None:
        return None
    if not isinstance(given, Mapping) or set(given) - set(FIELDS):
        raise BadInput(say("列对应请用这些字段：{fields}。", fields=[*FIELDS]), field="options.mapping")
    return formats.Mapping(**{name: column for name, column in given.items() if column})


class Layers:
    """The verbs of bringing files in."""

    def __init__(
        self, database: Database, works: Works, apart: Apart, limits: formats.Limits = formats.USUAL_LIMITS
    ) -> None:
        self._database = database
        self._works = works
        self._apart = apart
        self._limits = limits

    async def inspect(self, path: Path) -> dict[str, Any]:
        """What a file holds, and guesses at how to read it.

        Raises:
            BadInput, TooLarge: it cannot be read at all; says why and what to do.
        """
        try:
            return await self._apart.do(inspected, path, self._limits, progress=_unheard)
        except FileError as error:
            raise refusal_of(error) from error

    async def start(
        self,
        actor: Actor,
        identity: int,
        level: Level,
        path: Path,
        options: Options,
        release: Callable[[], object] = lambda: None,
    ) -> dict[str, Any]:
        """Begin to bring a file into a draft; answers the work. ``release`` is called when the file was read.

        Raises:
            NotFound, Refused: no such version, it is no draft, or other work on it is running.
        """
        async with self._database.system() as tx:
            await editable(tx, identity)

        async def run(progress: Told) -> dict[str, Any]:
            try:
                return await self._bring_in(actor, identity, level, path, options, progress)
            finally:
                release()

        name = LAYER_NAMES[level]
        return await self._works.start(
            "boundary_import",
            actor.person,
            run,
            subject=f"boundary:{identity}",
            says=say("导入{name}图层", name=name),
        )

    async def _bring_in(
        self, actor: Actor, identity: int, level: Level, path: Path, options: Options, progress: Told
    ) -> dict[str, Any]:
        version, rows = await read_rows(self._database, identity)
        async with self._database.system() as tx:
            in_force = await store.published(tx)
            stations = await store.police_stations(tx)
            bounds = None if in_force is None else await store.bounds(tx, in_force)
        job = Job(level, options, rows, bounds, stations, self._limits)
        try:
            read = await self._apart.do(read_layer, job, path, progress=progress)
        except FileError as error:
            raise refusal_of(error) from error
        progress(1, 1, say("正在保存"))
        async with self._database.system() as tx:
            await editable(tx, identity, version.revision)
            codes = None if options.mode == "replace" else sorted({row.code for row in read.rows})
            await store.remove_areas(tx, identity, level, codes)
            await store.insert_areas(tx, identity, level, read.rows)
            detail = {
                "level": level,
                "mode": options.mode,
                "features": len(read.rows),
                "sha256": read.sha256,
            }
            revision = await changed(tx, identity, actor, "layer_imported", detail)
        return {**read.told(rows[level], options.mode), "revision": revision}


@dataclass(frozen=True, slots=True)
class Read:
    """A file as rows of a level, and what is to be said of it."""

    format: str
    layer: str
    datum: str
    remarks: tuple[str, ...]
    rows: list[AreaRow]
    problems: list[dict[str, Any]]
    left_out: int
    sha256: str

    def told(self, former: Sequence[AreaRow], mode: Mode) -> dict[str, Any]:
        """What came of it, row by row."""
        before, now = {row.code for row in former}, {row.code for row in self.rows}
        return {
            "format": self.format,
            "layer": self.layer,
            "datum": self.datum,
            "features": len(self.rows),
            "left_out": self.left_out,
            "replaced": len(now & before),
            "added": len(now - before),
            "removed": len(before - now) if mode == "replace" else 0,
            "untouched": len(before - now) if mode == "merge" else 0,
            "remarks": list(self.remarks),
            "rows": self.problems,
        }


class Job:
    """Reading apart: the file, its rows as areas, what the library does not carry from the former rows."""

    def __init__(
        self,
        level: Level,
        options: Options,
        rows: Mapping[Level, Sequence[AreaRow]],
        bounds: Sequence[float] | None,
        stations: Mapping[str, int],
        limits: formats.Limits,
    ) -> None:
        self._level, self._options, self._rows = level, options, rows
        self._bounds, self._stations, self._limits = bounds, stations, limits

    def read(self, path: Path, progress: Told) -> Read:
        """The file as rows of the level."""
        options = self._options
        imported = formats.read(
            path,
            options.layer,
            options.mapping,
            options.datum,
            self._extent(),
            self._known(),
            self._limits,
            saying(progress, say("正在读文件")),
            self._level,
        )
        progress(0, 1, say("正在核对编码和名称"))
        found = formats.assembled(
            imported.features,
            self._level,
            areas_of(self._rows[ABOVE[self._level]]) if self._level in ABOVE else (),
            areas_of(self._rows["police_grid"]),
            areas_of(self._rows["town"]),
        )
        problems: list[dict[str, Any]] = [
            {"row": each.row, "field": _FIELD_NAMES[each.field], "says": each.says}
            for each in sorted((*imported.problems, *found.problems), key=lambda each: each.row)
        ]
        left_out = sum(each.left_out for each in imported.problems)
        rows = self._completed(imported, found, problems)
        return Read(
            *(imported.format, imported.layer, imported.datum, imported.remarks),
            *(rows, problems, left_out, _digest(path)),
        )

    def _extent(self) -> Extent | None:
        """The district's rectangle, in force and as the draft draws it, with a margin."""
        if self._bounds is None:
            return None
        boxes = [self._bounds]
        margin = TOWN_MARGIN_DEGREES if self._level == "town" else MARGIN_DEGREES
        if self._level != "town" and self._rows["town"]:
            drawn = [area.geometry for area in areas_of(self._rows["town"])]
            boxes.append(shapely.total_bounds(drawn).tolist())
        west, south = np.min([box[:2] for box in boxes], axis=0) - margin
        east, north = np.max([box[2:] for box in boxes], axis=0) + margin
        return Extent(float(west), float(south), float(east), float(north))

    def _known(self) -> dict[str, Any]:
        """What the draft holds a level above, to tell a wrong datum by: its own redrawn areas, not those in force."""
        if self._level not in ABOVE:
            return {}
        return {area.code: area.geometry for area in areas_of(self._rows[ABOVE[self._level]])}

    def _completed(
        self, imported: Imported, found: formats.Assembled, problems: list[dict[str, Any]]
    ) -> list[AreaRow]:
        """Rows with what the file says beyond the areas, and the former values where it says nothing."""
        former = {row.code: row for row in self._rows[self._level]}
        mapping = imported.mapping
        completed = []
        for row in rows_of(_named(found.areas, former), former):
            changes: dict[str, Any] = {}
            if self._level == "cell":
                if mapping.kind is not None:
                    changes["kind"] = found.kinds.get(row.code, "general")
                if mapping.police_grid is not None:
                    changes["police_grid"] = found.links.get(row.code)
            if self._level == "police_grid" and mapping.police_station is not None:
                changes["police_station"] = self._station(found.police_stations.get(row.code), row, problems)
            completed.append(row._replace(**changes))
        return completed

    def _station(self, name: str | None, row: AreaRow, problems: list[dict[str, Any]]) -> int | None:
        """The police station of a name as files write it: whole, or the end of its full name."""
        if name is None:
            return None
        fitting = {
            unit for known, unit in self._stations.items() if known.endswith(name) or name.endswith(known)
        }
        exact = self._stations.get(name)
        if exact is not None or len(fitting) == 1:
            return exact if exact is not None else fitting.pop()
        if fitting:
            says = say(
                "警格 {code} 的派出所“{name}”在单位里不止一个；请核对名称或先登记单位",
                code=row.code,
                name=name,
            )
        else:
            says = say(
                "警格 {code} 的派出所“{name}”在单位里没有；请核对名称或先登记单位", code=row.code, name=name
            )
        problems.append({"row": None, "field": "派出所", "says": says})
        return None


def read_layer(job: Job, path: Path, progress: Told) -> Read:
    """A file as rows of a level; called in a process of its own."""
    return job.read(path, progress)


def inspected(path: Path, limits: formats.Limits, _progress: Told) -> dict[str, Any]:
    """What a file holds; called in a process of its own."""
    return _told(formats.inspect(path, limits))


def _unheard(done: int, total: int, says: str = "") -> None:
    """Whoever waits for an answer at once looks at no bar."""


def _named(areas: Sequence[Area], former: Mapping[str, AreaRow]) -> list[Area]:
    """Areas without a name keep the former one, else are called by their code."""
    kept = {code: row.name for code, row in former.items()}
    return [
        area
        if area.name
        else Area(area.code, area.geometry, area.parent, kept.get(area.code) or area.code, area.label)
        for area in areas
    ]


def _digest(path: Path) -> str:
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def refusal_of(error: FileError) -> BadInput | TooLarge:
    """A file's error as ours: what is too large keeps its own status."""
    return TooLarge(str(error)) if isinstance(error, TooLargeError) else BadInput(str(error), field=_FILE)


def _told(report: formats.FileReport) -> dict[str, Any]:
    return {
        "format": report.format,
        "format_name": formats.FORMAT_NAMES[report.format],
        "size": report.size_bytes,
        "encoding": report.encoding,
        "layers": [_told_layer(layer) for layer in report.layers],
        "problems": list(report.remarks),
    }


def _told_layer(layer: formats.LayerReport) -> dict[str, Any]:
    return {
        "name": layer.name,
        "features": layer.features,
        "geometry": layer.geometry_types,
        "datum": layer.declared,
        "declared_as": layer.declared_as,
        "datum_guess": layer.datum,
        "refused": layer.refused,
        "swapped": layer.swapped,
        "bounds": layer.bounds,
        "holds": layer.holds,
        "columns": [
            {"name": each.name, "type": each.type, "samples": list(each.samples), "filled": each.filled}
            for each in layer.columns
        ],
        "mapping": layer.mapping._asdict(),
        "mappings": {level: mapping._asdict() for level, mapping in layer.mappings.items()},
        "remarks": list(layer.remarks),
        "outlines": {datum: json.loads(shapely.to_geojson(shape)) for datum, shape in layer.sketches.items()},
    }
