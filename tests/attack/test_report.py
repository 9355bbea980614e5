"""The report of the long form: one row for each, the latest; whatever is wrong is told."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from deploy.bootstrap.place import ROOT
from tests.attack import report
from tests.attack.asking import Asked, Effort
from tests.attack.mended import MENDED
from tests.attack.report import Row

ASKED = Asked(10, Counter({200: 4, 401: 1, 403: 2, 404: 1, 422: 2}), {}, Counter({"GET a -> GET b": 3}))
WRONG = Asked(3, Counter({200: 2, 500: 1}), {"GET /api/me: Server error": "boom\ncurl …"}, Counter(), ["no"])


def test_each_has_one_row_and_whoever_is_asked_again_the_latest(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    for who, asked in (("supervisor", WRONG), ("anonymous", ASKED), ("supervisor", ASKED)):
        report.note(tmp_path, Row.of(who, asked, Effort(7, 2, ("fuzzing",)), 1.5))
    text = (tmp_path / "docs/attack.md").read_text(encoding="utf-8")
    assert "**20 requests as 2 of 27 people and programs, 6 along links: \n0 findings, 0 answers" in text
    rows = [line.split(" | ")[:-1] for line in text.splitlines() if " | fuzzing | " in line]
    figures = ["fuzzing", "7", "2", "10", "4", "3", "1", "2", "0", "3", "1", "0", "2"]
    assert rows == [["| anonymous", *figures], ["| supervisor", *figures]]
    assert "Found, and not mended yet" not in text
    assert "Not asked yet: district_operator" in text


def test_what_is_wrong_is_told() -> None:
    text = report.document([Row.of("supervisor", WRONG, Effort(7, 2), 1)])
    assert "2 findings, 1 answers of 5xx" in text
    assert "- as supervisor: GET /api/me: Server error" in text
    assert "- as supervisor: no" in text


def test_what_was_mended_names_a_test_that_is_there() -> None:
    assert [test for _, test in MENDED if not (ROOT / test).is_file()] == []


def test_the_committed_report_says_what_was_mended() -> None:
    text = (ROOT / "docs/attack.md").read_text(encoding="utf-8")
    assert [what for what, _ in MENDED if what not in text] == []
