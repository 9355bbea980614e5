"""A list that is taken away as a workbook: its sheet says what it is, in the language that the link names."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from dispatch.actions.work import Progress, Works
from dispatch.domain.exports import LABELS as ORDER_LABELS
from gis import formats
from gis.columns import LABELS as PLACE_LABELS
from tests.web.conftest import Browser, SignIn

SHEETS = {
    "/api/units/list.xlsx": ("district", "单位名册", "Units"),
    "/api/people/list.xlsx": ("admin", "人员名册", "People"),
    "/api/cell-people/list.xlsx": ("district", "网格人员", "Cells' people"),
    "/api/categories/list.xlsx": ("district", "事项分类表", "Categories"),
    "/api/rates/export.xlsx?month=2026-11": ("towna", "考核与统计", "Scores and statistics"),
}


async def sheet_of(browser: Browser, path: str, language: str) -> str:
    """The name of the only sheet of a workbook."""
    answer = await browser.get(f"{path}{'&' if '?' in path else '?'}language={language}")
    assert answer.status_code == 200, answer.text
    (name,) = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).sheet_names
    return name


@pytest.mark.parametrize(("path", "expected"), SHEETS.items(), ids=str)
async def test_a_sheet_is_called_what_it_holds(
    sign_in: SignIn, path: str, expected: tuple[str, str, str]
) -> None:
    username, *names = expected
    browser = await sign_in(username)
    assert [await sheet_of(browser, path, language) for language in ("zh", "en")] == names


LABELS = sorted({*ORDER_LABELS.values(), *PLACE_LABELS.values(), *formats.FIELD_NAMES.values(), "图形"})


async def test_every_field_of_rows_that_were_not_taken_is_said_in_both_languages(
    sign_in: SignIn, works: Works
) -> None:
    async def run(_: Progress) -> dict[str, Any]:
        return {"rows": [{"row": at, "field": each, "says": "x"} for at, each in enumerate(LABELS)]}

    started = await works.start("import", 1, run)
    await works.ended(started["id"])
    browser, path = await sign_in("district"), f"/api/work/{started['id']}/rows.csv"
    assert await fields_of(browser, path, "zh") == LABELS
    told = await fields_of(browser, path, "en")
    assert [each for each in told if re.search("[\u4e00-\u9fff]", each)] == []


async def fields_of(browser: Browser, path: str, language: str) -> list[str]:
    """The second column of a table."""
    answer = await browser.get(path, params={"language": language})
    _, *lines = answer.content.decode("utf-8-sig").splitlines()
    return [line.split(",")[1] for line in lines if line.startswith(tuple("0123456789"))]
