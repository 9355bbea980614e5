"""What a client writes down: on disk at once, read back as it was, whole after a crash in the middle of a line."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.chaos.history import history
from tests.chaos.journal import (
    Acted,
    Heard,
    Journal,
    Outcome,
    Pushed,
    digest,
    outcome_of,
    read,
    read_all,
    said,
)

HEARD = Heard(client="ear", id="r1", order_no="JY1", version=2, status="已签收")
ACTED = Acted(client="desk", operation="o1", ticket=1, command="sign", status=None)


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (200, "ok"),
        (207, "ok"),
        (301, "info"),
        (400, "fail"),
        (409, "fail"),
        (500, "info"),
        (503, "info"),
        (None, "info"),
    ],
)
def test_what_a_status_says(status: int | None, outcome: str) -> None:
    assert outcome_of(status) is Outcome(outcome)


def test_an_item_that_a_batch_turned_down_is_refused() -> None:
    pushed = Pushed(client="h", source="s", delivery="d", orders=("JY1", "JY2"), refused=("JY2",), status=207)
    assert [pushed.outcome_for(order) for order in pushed.orders] == [Outcome.OK, Outcome.FAIL]


def test_records_are_read_as_they_were_written(tmp_path: Path) -> None:
    written = history(1).written
    kinds = {type(record).__name__ for record in written}
    assert kinds == {"Pushed", "Acted", "Saw", "Heard"}
    with Journal(tmp_path / "client.jsonl") as journal:
        for record in written:
            journal.write(record)
    assert read(tmp_path / "client.jsonl") == written


def test_a_record_is_on_disk_when_the_client_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settled: list[int] = []
    fsync = os.fsync

    def told(handle: int) -> None:
        fsync(handle)
        settled.append(os.fstat(handle).st_size)

    path = tmp_path / "ear.jsonl"
    with Journal(path) as journal:
        monkeypatch.setattr(os, "fsync", told)
        for _ in range(2):
            journal.write(HEARD)
            assert settled[-1] == path.stat().st_size
    assert len(settled) == 2


def test_a_line_cut_off_by_a_crash_is_no_record_and_spoils_no_later_one(tmp_path: Path) -> None:
    path = tmp_path / "ear.jsonl"
    with Journal(path) as journal:
        journal.write(HEARD)
    with path.open("ab") as file:
        file.write(b'{"kind": "hea')
    assert read(path) == [HEARD]
    with Journal(path) as journal:
        journal.write(HEARD)
    assert read(path) == [HEARD, HEARD]


def test_a_broken_line_in_the_middle_is_named(tmp_path: Path) -> None:
    path = tmp_path / "ear.jsonl"
    path.write_text('{"kind": "dreamt"}\n', encoding="utf-8")
    with pytest.raises(ValueError, match="line 1 is no record: unknown kind 'dreamt'"):
        read(path)


def test_each_client_has_a_file_of_its_own(tmp_path: Path) -> None:
    for name, record in (("desk", ACTED), ("ear", HEARD)):
        with Journal(tmp_path / "clients" / f"{name}.jsonl") as journal:
            journal.write(record)
    assert read_all(tmp_path / "clients") == [ACTED, HEARD]


def test_equal_rows_have_one_digest_whatever_their_order() -> None:
    row = {"id": 1, "title": "路灯", "clocks": [{"kind": "sign"}]}
    assert digest(row) == digest(json.loads(json.dumps(dict(reversed(row.items())))))
    assert digest(row) != digest({**row, "title": "路灯不亮"})


def test_a_frame_is_written_down_with_its_numbers() -> None:
    row = {"id": 4, "version": 3}
    told = said({"entries": [{"seq": 7, "ticket": 4, "row": row}, {"seq": 8, "ticket": 5, "leave": True}]})
    assert [(each.seq, each.ticket, each.version, each.digest) for each in told] == [
        (7, 4, 3, digest(row)),
        (8, 5, None, None),
    ]
