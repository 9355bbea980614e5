"""The store of backups by itself: what is half never looks whole, what is spoilt is told, nothing needed is dropped."""

from __future__ import annotations

import gzip
import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dispatch.cli import run
from dispatch.ports.backup import base as bases
from dispatch.ports.backup import heads, pictures, segments
from dispatch.ports.backup.store import BackupRefused, Base, File, Store, write_manifest
from tests.backup.conftest import programs

SIZE = 1 << 20
NIGHT = datetime(2026, 11, 1, 18, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store."""
    made = Store(tmp_path / "store")
    made.make()
    return made


@pytest.fixture
def evidence(tmp_path: Path) -> Path:
    """The service's folder of pictures, with one in it."""
    folder = tmp_path / "evidence"
    add_picture(folder, 1)
    return folder


def add_picture(folder: Path, number: int) -> Path:
    """Keep a picture as the service does."""
    name = f"{number:032x}.jpg"
    path = folder / name[:2] / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"picture %d" % number)
    return path


def add_base(store: Store, night: int, first: int) -> Base:
    """A base of a night, from which replaying begins with a segment."""
    at = NIGHT + timedelta(days=night)
    content = b"base %d" % night
    sum_of = File(len(content), hashlib.sha256(content).hexdigest())
    name = f"{at:%Y%m%dT%H%M%SZ}"
    times = (at.isoformat(), (at + timedelta(minutes=5)).isoformat())
    base = Base(name, *times, "0027", "71", 1, segment(first), SIZE, 10, 0, {"base.tar.gz": sum_of})
    (store.bases / name).mkdir()
    (store.bases / name / "base.tar.gz").write_bytes(content)
    write_manifest(store.bases / name, base)
    return base


def segment(number: int) -> str:
    """The name of a segment on the first timeline."""
    return f"{1:08X}{number // 4096:08X}{number % 4096:08X}"


def keep(store: Store, evidence: Path, number: int, folder: Path) -> bool:
    """Hand a full segment over."""
    path = folder / "segment"
    path.write_bytes(number.to_bytes(4, "big") * (SIZE // 4))
    return segments.keep(store, path, segment(number), evidence)


def verify(store: Store) -> int:
    """The command's word on the store."""
    return run(["backup", "verify", "--store", str(store.folder)])


def test_a_segment_is_kept_after_the_pictures_that_its_rows_may_name(
    store: Store, evidence: Path, tmp_path: Path
) -> None:
    picture = add_picture(evidence, 2)
    content = picture.read_bytes()
    picture.unlink()
    picture.symlink_to(tmp_path / "a disk that is away")
    with pytest.raises(BackupRefused, match="照片没能全部抄进备份"):
        keep(store, evidence, 7, tmp_path)
    assert segments.kept(store) == []
    picture.unlink()
    picture.write_bytes(content)
    assert keep(store, evidence, 7, tmp_path)
    assert segments.kept(store) == [segment(7)]
    assert pictures.count(store) == 2


def test_pictures_that_come_within_one_tick_of_the_last_sweep_are_found(store: Store, evidence: Path) -> None:
    pictures.sweep(store, evidence)
    for number in range(2, 30):
        add_picture(evidence, number)
        assert pictures.sweep(store, evidence) == 1


def test_a_folder_that_is_not_there_is_no_folder_without_pictures(store: Store, tmp_path: Path) -> None:
    with pytest.raises(BackupRefused, match="不存在"):
        keep(store, tmp_path / "wrongly-set", 7, tmp_path)


def test_the_same_segment_again_is_well_and_another_of_its_name_is_not(
    store: Store, evidence: Path, tmp_path: Path
) -> None:
    assert keep(store, evidence, 7, tmp_path)
    assert not keep(store, evidence, 7, tmp_path)
    path = tmp_path / "other"
    path.write_bytes(b"x" * SIZE)
    with pytest.raises(BackupRefused, match="不能共用一个备份目录"):
        segments.keep(store, path, segment(7), evidence)


@pytest.mark.parametrize("name", ["../../etc/passwd", "segment", "000000010000000000000007.gz"])
def test_only_what_postgresql_hands_over_is_kept(
    store: Store, evidence: Path, tmp_path: Path, name: str
) -> None:
    with pytest.raises(BackupRefused, match="archive_command"):
        segments.keep(store, tmp_path, name, evidence)


def whole(store: Store, evidence: Path, tmp_path: Path) -> None:
    """A base and three segments, from the one that it begins with."""
    add_base(store, 1, 7)
    for number in (7, 8, 9):
        keep(store, evidence, number, tmp_path)


def test_what_is_whole_is_verified(
    store: Store, evidence: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole(store, evidence, tmp_path)
    assert verify(store) == 0
    assert "1 份备份、3 段 WAL、1 张照片，全部完好" in capsys.readouterr().out


def test_every_kind_of_damage_is_told(
    store: Store, evidence: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole(store, evidence, tmp_path)
    (base,) = store.whole()
    (store.bases / base.name / "base.tar.gz").write_bytes(b"base X")
    (store.wal / f"{segment(8)}.gz").unlink()
    packed = store.wal / f"{segment(9)}.gz"
    packed.write_bytes(gzip.compress(b"short"))
    next(store.pictures.rglob("*.jpg")).write_bytes(b"painted over")
    assert verify(store) == 1
    said = capsys.readouterr().out
    for words in (
        "base.tar.gz 缺失或已损坏",
        f"{segment(8)[8:]} 缺失",
        f"{segment(9)} 读不出来",
        "内容与抄录时不同",
    ):
        assert words in said


def test_an_empty_store_is_not_well(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(store) == 1
    assert "没有一份完整的备份" in capsys.readouterr().out


def test_retention_keeps_the_newest_and_all_the_wal_that_they_need(
    store: Store, evidence: Path, tmp_path: Path
) -> None:
    for night, first in ((1, 4094), (2, 4096), (3, 4098)):
        add_base(store, night, first)
    for number in range(4094, 4100):
        keep(store, evidence, number, tmp_path)
    forgotten, dropped = bases.retain(store, 2)
    assert (len(forgotten), dropped) == (1, 2)
    assert [base.first_segment for base in store.whole()] == [segment(4096), segment(4098)]
    assert segments.kept(store) == [segment(number) for number in range(4096, 4100)]
    assert verify(store) == 0


def making(store: Store, evidence: Path, size: int) -> bases.Making:
    """A base to be made of a cluster that does not answer."""
    server = bases.Server(NIGHT, "0027", "71", SIZE, size)
    url = f"postgresql://nobody@/nothing?host={store.folder}"
    return bases.Making(store, url, evidence, Path(programs()), lambda: server, lambda _done, _total: None)


def test_a_base_that_was_cut_short_leaves_nothing_that_looks_whole(store: Store, evidence: Path) -> None:
    killed = store.bases / "20261101T170000Z.part"
    killed.mkdir()
    (killed / "base.tar.gz").write_bytes(b"half")
    assert store.whole() == []
    with pytest.raises(BackupRefused, match="REPLICATION"):
        bases.make(making(store, evidence, 1))
    assert list(store.bases.iterdir()) == []


def test_a_base_for_which_there_is_no_room_is_not_begun(store: Store, evidence: Path) -> None:
    with pytest.raises(BackupRefused, match="请腾出空间"):
        bases.make(making(store, evidence, 1 << 60))


def test_two_bases_are_not_made_at_once(store: Store, evidence: Path) -> None:
    with store.locked("making", waits=False), pytest.raises(BackupRefused, match="另一个备份正在进行"):
        bases.make(making(store, evidence, 1))


def test_heads_of_the_audit_come_along_and_are_given_back_where_there_are_none(
    store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "audit-heads"
    assert heads.keep(store, folder) == 0
    folder.mkdir()
    month = folder / "heads-2026-11.jsonl"
    month.write_text("1\n", encoding="utf-8")
    assert (heads.keep(store, folder), heads.keep(store, folder)) == (1, 0)
    month.write_text("1\n2\n", encoding="utf-8")
    assert heads.keep(store, folder) == 1
    month.write_text("1\n2\n3\n", encoding="utf-8")
    assert heads.give_back(store, folder) == 0
    assert month.read_text(encoding="utf-8") == "1\n2\n3\n", "newer ones stay"
    assert heads.give_back(store, tmp_path / "anew") == 1
    assert (tmp_path / "anew" / month.name).read_text(encoding="utf-8") == "1\n2\n"
