"""Zip archives, distrusted: what is in one is judged by its directory before a byte of it is unpacked.

Refused: bombs (size, ratio, number of files), archives in archives, paths that lead out, links, passwords.
"""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from gis.errors import ArchiveError, BrokenFileError, TooLargeError
from gis.formats.report import Limits
from gis.formats.texts import whole_text

_SAYS_UTF8: Final = 0x800
_BLOCK: Final = 1 << 20
_SMALL: Final = 10_000_000  # below this a bomb does no harm, and tables of blanks pack 300 to 1
_DAMAGE: Final = (  # what damaged bytes make zipfile raise; NotImplementedError is a RuntimeError
    zipfile.BadZipFile, zlib.error, struct.error, UnicodeError, ValueError, RuntimeError, EOFError, OSError,
    IndexError,  # an entry without a name
)  # fmt: skip
_NESTED: Final = (".zip", ".kmz", ".rar", ".7z", ".gz", ".tgz", ".bz2", ".xz", ".tar")
_WANTED: Final = (".shp", ".shx", ".dbf", ".prj", ".cpg", ".geojson", ".json", ".gpkg", ".kml", ".dxf")


def unpack(path: Path, folder: Path, limits: Limits) -> list[Path]:
    """The files of an archive that can be of use, in `folder`, in order of their names there.

    Raises ArchiveError, TooLargeError or BrokenFileError; then nothing was unpacked, unless a file turned out longer
    than the archive's directory said.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _refuse(entries, limits)
            return sorted(_files(archive, entries, folder))
    except _DAMAGE as error:
        raise BrokenFileError(f"压缩包已损坏，解不开（{_reason(error)}）；请重新打包后上传") from error


def _reason(error: Exception) -> str:
    return type(error).__name__ if not isinstance(error, NotImplementedError) else "压缩方法不受支持"


def _refuse(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if not entries:
        raise ArchiveError("压缩包是空的；请核对后重新打包")
    if len(entries) > limits.entries:
        raise ArchiveError(
            f"压缩包里有 {len(entries)} 个文件，超过 {limits.entries} 个的上限；请只打包要导入的图层"
        )
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    if unpacked > limits.unpacked_bytes:
        raise TooLargeError(
            f"压缩包解开后有 {unpacked / 1e6:.0f} MB，超过 {limits.unpacked_bytes / 1e6:.0f} MB 的上限；"
            "请分批导入，或简化图形后再导入"
        )
    if unpacked > _SMALL and unpacked / packed > limits.ratio:
        raise ArchiveError(
            f"压缩包解开后是原来的 {unpacked / packed:.0f} 倍，像是压缩炸弹，没有解开；请用普通方式重新打包"
        )
    for entry in entries:
        _refuse_entry(entry)


def _refuse_entry(entry: zipfile.ZipInfo) -> None:
    name = _name(entry)
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if name.startswith(("/", "\\")) or ".." in parts or ":" in name[:3]:
        raise ArchiveError(f"压缩包里的路径“{name[:60]}”指到了包外，没有解开；请重新打包")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise ArchiveError(f"压缩包里的“{name[:60]}”是链接，没有解开；请把文件本身打进去")
    if entry.flag_bits & 0x1:
        raise ArchiveError("压缩包加了密码；请去掉密码后重新打包")
    if name.lower().endswith(_NESTED):
        raise ArchiveError(f"压缩包里还有压缩包“{name[:60]}”；请先解开里面的，再把图层文件直接打成一个 zip")


def _name(entry: zipfile.ZipInfo) -> str:
    """An entry's name; where the archive does not say UTF-8, Chinese names come in UTF-8 or GBK all the same."""
    if entry.flag_bits & _SAYS_UTF8:
        return entry.filename
    try:
        return whole_text(entry.filename.encode("cp437"))[0]
    except UnicodeEncodeError:
        return entry.filename


def _files(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], folder: Path) -> Iterator[Path]:
    """Unpack what can be of use, flat; a name used in two folders keeps its folder in front."""
    taken: set[str] = set()
    for entry in entries:
        inside = PurePosixPath(_name(entry).replace("\\", "/"))
        hidden = inside.name.startswith(".") or inside.parts[0] == "__MACOSX"
        if hidden or inside.suffix.lower() not in _WANTED:
            continue
        name = inside.name if inside.name.lower() not in taken else "_".join(inside.parts)
        taken.add(name.lower())
        target = folder / (PurePosixPath(name).stem + inside.suffix.lower())
        _copy(archive, entry, target)
        yield target


def _copy(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path) -> None:
    left = entry.file_size
    with archive.open(entry) as source, target.open("wb") as copy:
        while block := source.read(_BLOCK):
            left -= len(block)
            if left < 0:
                raise ArchiveError("压缩包里的文件比目录写的更长，已停止解开；请重新打包")
            copy.write(block)
