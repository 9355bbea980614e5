"""Chinese words of the product are set with Chinese marks."""

from __future__ import annotations

from scripts.punctuation import sources, wrong


def test_chinese_is_set_with_chinese_marks() -> None:
    found = list(sources())
    assert len(found) > 1_000
    assert [line for path, mend in found for line in wrong(path, mend)] == [], (
        "python scripts/punctuation.py --write"
    )
