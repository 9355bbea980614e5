"""Which format a file is, by its first bytes: names lie, and uploads have none."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, Literal

from gis.errors import BrokenFileError, UnknownFormatError
from gis.formats.report import Format

_HEAD: Final = 4096
_ASK: Final = "请提供 GeoJSON、Shapefile(打成 zip)、GeoPackage、KML/KMZ 或 DXF"
_OTHERS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"AC10", "这是 DWG 图纸；请在 CAD 里另存为 DXF（ASCII）再导入"),
    (b"AutoCAD Binary DXF", "这是二进制 DXF；请在 CAD 里另存为 ASCII 的 DXF 再导入"),
    (b"Rar!", "这是 RAR 压缩包；请解压后打成 zip 再导入"),
    (b"7z\xbc\xaf\x27\x1c", "这是 7z 压缩包；请解压后打成 zip 再导入"),
    (b"\x1f\x8b", "这是 gzip 压缩包；请解压后再导入"),
    (b"\xd0\xcf\x11\xe0", "这是旧式 Office 文件，里面没有图形；" + _ASK),
    (b"%PDF", "这是 PDF，里面没有可用的图形；" + _ASK),
    (b"\x00\x01\x00\x00Standard Jet", "这是 Access 个人地理数据库；请导出为 Shapefile 或 GeoPackage 再导入"),
)
_DXF: Final = re.compile(rb"\s*(999[^\n]*\n[^\n]*\n\s*)*0\s*\r?\n\s*SECTION")
_SHAPEFILE: Final = b"\x00\x00\x27\x0a"
_PART_SUFFIXES: Final = (".dbf", ".shx", ".prj", ".cpg")


def kind_of(path: Path) -> Format | Literal["zip"]:
    """The format of a file, or `zip`. Raises UnknownFormatError, and BrokenFileError for an empty or missing file."""
    if not path.is_file():
        raise BrokenFileError(f"找不到文件 {path.name}；请重新上传")
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head.strip(b"\x00 \r\n\t"):
        raise BrokenFileError("文件是空的；请核对文件后重新上传")
    for start, says in _OTHERS:
        if head.startswith(start):
            raise UnknownFormatError(says)
    found = _by_bytes(head)
    if found is not None and not (found == "shapefile" and path.suffix.lower() == ".shx"):
        return found
    if path.suffix.lower() in _PART_SUFFIXES:
        raise UnknownFormatError("这只是 Shapefile 的一部分；请把 .shp、.shx、.dbf、.prj 一起打成 zip 再导入")
    raise UnknownFormatError(f"不认识这个文件的格式；{_ASK}")


def _by_bytes(head: bytes) -> Format | Literal["zip"] | None:
    text = _plain(head)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if head.startswith(b"SQLite format 3\x00"):
        return "geopackage"
    if head.startswith(_SHAPEFILE):
        return "shapefile"
    if text.startswith((b"{", b"[")):
        return "geojson"
    if text.startswith(b"<") and re.search(rb"<(\w+:)?kml[\s>]", text):
        return "kml"
    if _DXF.match(text):
        return "dxf"
    return None


def _plain(head: bytes) -> bytes:
    """The first bytes without a byte order mark, UTF-16 narrowed."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[: len(head) // 2 * 2].decode("utf-16", "replace").encode("utf-8", "replace")
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()
