"""Heads on disk: one line each, whole after a crash, one writer at a time, signed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dispatch.ports.heads import HeadLine, Heads, HeadsKey, branch_of, is_signed, public_key, public_text

KEY = HeadsKey(b"k" * 32)
ONE = HeadLine(1, "2026-11-26T00:00:00+00:00", 10, "aa" * 32, "e1")
TWO = replace(ONE, number=2, rows=20, head="bb" * 32)


@pytest.fixture
def heads(tmp_path: Path) -> Heads:
    return Heads(tmp_path / "heads", KEY)


def unsigned(line: HeadLine | None) -> HeadLine | None:
    return line and replace(line, signature=None)


def test_what_was_kept_is_found_again(heads: Heads) -> None:
    assert heads.last() is None
    assert heads.keep(None, [ONE])
    assert heads.keep(heads.last(), [TWO])
    assert [unsigned(line) for _, line in heads.lines()] == [ONE, TWO]
    assert unsigned(heads.last()) == TWO


def test_who_comes_second_adds_nothing(heads: Heads) -> None:
    assert heads.keep(None, [ONE])
    assert not heads.keep(None, [ONE])
    assert len(list(heads.lines())) == 1


def test_a_torn_line_is_left_behind(heads: Heads) -> None:
    heads.keep(None, [ONE])
    (path,) = heads.folder.glob("heads-*.jsonl")
    with path.open("ab") as file:
        file.write(b'{"number":2,"at":"20')
    assert unsigned(heads.last()) == ONE
    assert heads.keep(heads.last(), [TWO])
    assert [unsigned(line) for _, line in heads.lines()] == [ONE, None, TWO]


def test_the_newest_month_is_gone_on_with(heads: Heads) -> None:
    heads.keep(None, [ONE])
    (path,) = heads.folder.glob("heads-*.jsonl")
    path.rename(heads.folder / "heads-9999-01.jsonl")
    assert heads.keep(heads.last(), [TWO])
    assert [each.name for each in heads.folder.glob("heads-*.jsonl")] == ["heads-9999-01.jsonl"]


def test_only_the_service_signs(heads: Heads) -> None:
    heads.keep(None, [ONE])
    line = heads.last()
    assert line is not None
    known = public_key(public_text(KEY.public))
    assert is_signed(line, known)
    assert not is_signed(replace(line, head="cc" * 32), known)
    assert not is_signed(replace(line, lost_to=9), known)
    assert not is_signed(replace(line, signature="no base64"), known)
    assert not is_signed(replace(line, signature=None), known)
    assert not is_signed(line, HeadsKey(b"o" * 32).public)
    with pytest.raises(ValueError, match="32 bytes"):
        public_key("!")


def test_what_a_restore_gave_up_counts_no_more() -> None:
    three = replace(TWO, number=3, head="cc" * 32)
    back = replace(ONE, lost_to=3, epoch="e2")
    again = replace(TWO, head="dd" * 32, epoch="e2")
    assert branch_of([ONE, TWO, three, back, again]) == {1: ONE.head, 2: again.head}
    assert branch_of([ONE, replace(ONE, number=0, lost_to=1), None]) == {}
