"""A file opened for reading, whatever its format: its layers, and each of them as a table.

Everything is read from a folder of its own that goes away afterwards: nothing is written beside the file, and names
that GDAL might take for addresses never reach it.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from gis.errors import ArchiveError, BrokenFileError, EmptyFileError, LayerError, TooLargeError
from gis.formats import dxf, kml, vector
from gis.formats.archive import unpack
from gis.formats.kinds import kind_of
from gis.formats.report import FORMAT_NAMES, Format, Limits
from gis.formats.table import Outline, Table
from gis.formats.texts import Encoding, whole_text
from gis.formats.vector import Read

_BY_SUFFIX: Final[dict[str, Format]] = {
    ".shp": "shapefile", ".gpkg": "geopackage", ".geojson": "geojson", ".json": "geojson", ".kml": "kml",
    ".dxf": "dxf",
}  # fmt: skip
_PARTS: Final = (".shp", ".shx", ".dbf", ".prj", ".cpg")
_SUFFIX: Final[dict[Format, str]] = {
    "geojson": ".geojson", "shapefile": ".shp", "geopackage": ".gpkg", "kml": ".kml", "dxf": ".dxf",
}  # fmt: skip


def silent(_done: int, _total: int) -> None:
    """Progress that nobody wants to hear of."""


class _Layer(NamedTuple):
    outline: Outline
    table: Callable[[Read], tuple[Table, Encoding]]


@dataclass(frozen=True)
class Source:
    """A file that is open. remarks: about the file as a whole."""

    kind: Format
    size_bytes: int
    layers: list[_Layer]
    remarks: list[str]

    @property
    def outlines(self) -> list[Outline]:
        """Its layers."""
        return [layer.outline for layer in self.layers]

    def table(self, name: str | None, read: Read) -> tuple[Table, Encoding]:
        """One layer; None takes the only one that has features. Raises LayerError, EmptyFileError."""
        if name is None:
            filled = [layer for layer in self.layers if layer.outline.features]
            if len(filled) > 1:
                names = "、".join(layer.outline.name for layer in filled[:10])
                raise LayerError(f"文件里有 {len(filled)} 个图层，请选一个：{names}")
            chosen = filled[0] if filled else self.layers[0]
        else:
            found = [layer for layer in self.layers if layer.outline.name == name]
            if not found:
                names = "、".join(layer.outline.name for layer in self.layers[:10])
                raise LayerError(f"文件里没有图层“{name}”；有这些：{names}")
            chosen = found[0]
        if not chosen.outline.features:
            raise EmptyFileError(f"图层“{chosen.outline.name}”里没有任何要素；请核对导出时是否选中了图形")
        return chosen.table(read)


@contextmanager
def opened(path: Path, limits: Limits) -> Iterator[Source]:
    """Open a file, a zip of one, or a .shp beside its other parts. Raises FileError."""
    kind = kind_of(path)
    size = path.stat().st_size
    if size > limits.file_bytes:
        raise TooLargeError(
            f"文件有 {size / 1e6:.0f} MB，超过 {limits.file_bytes / 1e6:.0f} MB 的上限；"
            "请按镇街分批导入，或抽稀边线（1 米以内不影响）后再导入"
        )
    with tempfile.TemporaryDirectory(prefix="boundaries-") as name:
        folder = Path(name)
        inside = folder / "inside"
        inside.mkdir()
        if kind == "zip":
            kind, files = _of_archive(unpack(path, inside, limits))
        else:
            files = [_brought(path, kind, inside)]
        for prj in inside.glob("*.prj"):
            _in_utf8(prj)
        layers = [layer for file in files for layer in _layers(file, kind, folder, limits)]
        _refuse(layers, kind, limits)
        yield Source(kind, size, layers, _remarks(kind, files))


def _of_archive(files: list[Path]) -> tuple[Format, list[Path]]:
    """The format of an archive's files, and those of that format."""
    for suffix, kind in _BY_SUFFIX.items():
        found = [file for file in files if file.suffix == suffix]
        if found:
            return kind, found
    if any(file.suffix in _PARTS for file in files):
        raise BrokenFileError("压缩包里缺 .shp 文件；请把 .shp、.shx、.dbf、.prj 一起打包")
    raise ArchiveError(
        "压缩包里没有可导入的图层；请放入 .shp（及 .shx、.dbf、.prj）、.geojson、.gpkg、.kml 或 .dxf"
    )


def _brought(path: Path, kind: Format, inside: Path) -> Path:
    """The file, under a name that GDAL knows; a .shp with the parts beside it."""
    target = inside / f"{_plain(path.stem)}{_SUFFIX[kind]}"
    if kind == "geopackage":
        shutil.copyfile(path, target)  # SQLite may write beside the file that it reads
        return target
    target.symlink_to(path.resolve())
    if kind == "shapefile":
        for beside in path.parent.glob(f"{_escaped(path.stem)}.*"):
            part = target.with_suffix(beside.suffix.lower())
            if beside.suffix.lower() in _PARTS and not part.exists():
                part.symlink_to(beside.resolve())
    return target


def _plain(stem: str) -> str:
    return "".join(each if each.isalnum() or each in "-_. " else "_" for each in stem).strip(". ") or "layer"


def _escaped(stem: str) -> str:
    return "".join(f"[{each}]" if each in "*?[" else each for each in stem)


def _layers(file: Path, kind: Format, folder: Path, limits: Limits) -> list[_Layer]:
    if kind == "kml":
        outline, table, encoding = kml.layer(file, limits)
        return [_Layer(outline, lambda _: (table, encoding))]
    if kind == "dxf":
        tables, encoding = dxf.tables(file, folder, limits)
        return [_drawn(table, encoding) for table in tables]
    if kind == "geojson":
        file = _as_utf8(file)
    return [_from_gdal(file, kind, outline, limits) for outline in vector.outlines(file, kind)]


def _drawn(table: Table, encoding: Encoding) -> _Layer:
    return _Layer(Outline(table.name, len(table.rows), None), lambda _: (table, encoding))


def _from_gdal(file: Path, kind: Format, outline: Outline, limits: Limits) -> _Layer:
    return _Layer(outline, lambda read: vector.table(file, kind, outline, limits, read))


def _in_utf8(prj: Path) -> None:
    """Write a .prj anew whose names are in GBK: GDAL takes its texts for UTF-8."""
    content = prj.read_bytes()
    if not content.isascii():
        text, _ = whole_text(content)
        prj.unlink()
        prj.write_text(text, encoding="utf-8")


def _as_utf8(file: Path) -> Path:
    """A GeoJSON that some program wrote in GBK or UTF-16, written anew in UTF-8."""
    content = file.read_bytes()
    try:
        content.decode("utf-8")
        return file
    except UnicodeDecodeError:
        text, _ = whole_text(content)
        anew = file.with_name(f"utf8-{file.name}")
        anew.write_text(text, encoding="utf-8")
        return anew


def _refuse(layers: list[_Layer], kind: Format, limits: Limits) -> None:
    if not layers:
        raise EmptyFileError(f"{FORMAT_NAMES[kind]} 里没有任何图层；请核对导出时是否选中了图形")
    if len(layers) > limits.layers:
        raise TooLargeError(f"文件有 {len(layers)} 个图层，超过 {limits.layers} 个的上限；请只留要导入的图层")
    features = sum(layer.outline.features for layer in layers)
    if features > limits.features:
        raise TooLargeError(f"文件有 {features} 个要素，超过 {limits.features} 个的上限；请按镇街分批导入")
    if not features:
        raise EmptyFileError("文件里没有任何要素；请核对导出时是否选中了图形")


def _remarks(kind: Format, files: list[Path]) -> list[str]:
    if kind != "shapefile":
        return []
    found = []
    for file in files:
        if not file.with_suffix(".dbf").exists():
            found.append(f"{file.stem} 缺 .dbf 文件，读不到编码和名称；请把 .dbf 一起打包")
        if not file.with_suffix(".prj").exists():
            found.append(f"{file.stem} 缺 .prj 文件，没有声明坐标系；请核对下面的坐标系")
    return found
