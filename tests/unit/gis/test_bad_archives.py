"""Archives that are not unpacked: bombs, sizes that lie, paths that lead out, archives in archives, passwords."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from gis.errors import ArchiveError, BrokenFileError, TooLargeError
from gis.formats import Limits, inspect
from tests.unit.gis.files import zipped


def test_zip_bombs_are_not_unpacked(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.geojson": b"0" * 20_000_000})
    assert path.stat().st_size < 100_000
    with pytest.raises(ArchiveError, match="炸弹"):
        inspect(path)
    with pytest.raises(TooLargeError, match="解开后"):
        inspect(path, Limits(unpacked_bytes=10_000_000))
    many = zipped(tmp_path / "b.zip", {f"{number}.prj": b"" for number in range(20)})
    with pytest.raises(ArchiveError, match="20 个文件"):
        inspect(many, Limits(entries=10))


def test_a_directory_that_lies_about_a_size(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.geojson": b"{" + b" " * 50_000 + b"}"})
    true, told = (50_002).to_bytes(4, "little"), (60).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(true, told))
    with pytest.raises((ArchiveError, BrokenFileError)):
        inspect(path)


@pytest.mark.parametrize(
    "name", ["../a.geojson", "/etc/a.geojson", "a/../../b.geojson", "..\\a.geojson", "C:\\a.geojson"]
)
def test_paths_that_lead_out(tmp_path: Path, name: str) -> None:
    with pytest.raises(ArchiveError, match="包外"):
        inspect(zipped(tmp_path / "a.zip", {name: b"{}"}))


def test_archives_in_archives_links_and_passwords(tmp_path: Path) -> None:
    for name in ("b.zip", "b.KMZ", "成果.rar", "b.tar.gz"):
        with pytest.raises(ArchiveError, match="还有压缩包"):
            inspect(zipped(tmp_path / "a.zip", {name: b"PK"}))
    link = zipfile.ZipInfo("a.geojson")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(ArchiveError, match="链接"):
        inspect(tmp_path / "a.zip")
    path = zipped(tmp_path / "a.zip", {"a.geojson": b"{}"})
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    with pytest.raises(ArchiveError, match="密码"):
        inspect(path)
    with pytest.raises(ArchiveError, match="没有可导入的图层"):
        inspect(zipped(path, {"说明.txt": b"x"}))
    with pytest.raises(ArchiveError, match="空的"):
        inspect(zipped(path, {}))
