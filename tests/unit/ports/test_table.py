"""A list that people keep in a file: what is wrong with it in the reader's language, its columns as they are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from dispatch.domain.category_register import LABELS, NEEDED
from dispatch.errors import BadInput
from dispatch.ports import table
from dispatch.saying import told
from dispatch.text import CATALOGUES


def test_a_missing_heading_names_the_columns_as_the_file_has_them(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("甲,乙\n1,2\n", encoding="utf-8")
    with pytest.raises(BadInput) as refused:
        table.read(path, LABELS, NEEDED)
    assert "「分类路径、定位要求」" in refused.value.detail
    assert "“分类路径, 定位要求”" in told(refused.value.detail, CATALOGUES["en"])
