"""What pydantic finds wrong with a body is told with its field, its bound and what may be chosen instead."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from dispatch.errors import BadInput
from dispatch.saying import told
from dispatch.text import CATALOGUES
from dispatch.web.problems import invalid_fields


class Kind(Enum):
    """Two of them."""

    BEFORE = "before"
    AFTER = "after"


class Form(BaseModel):
    """A field for each finding."""

    kind: Kind = Kind.BEFORE
    way: Literal["point", "line"] = "point"
    level: Literal[1, 2, 3] = 1
    name: Annotated[str, Field(min_length=2, max_length=4)] = "路灯"
    days: Annotated[int, Field(ge=1, le=30)] = 1
    share: Annotated[float, Field(gt=0, lt=1)] = 0.5
    far: Annotated[float, Field(ge=0.05, le=20_000)] = 1
    code: Annotated[str, Field(min_length=1, max_length=1)] = "甲"
    pair: Annotated[list[str], Field(min_length=2)] = ["a", "b"]
    kinds: Annotated[list[str], Field(min_length=1, max_length=2)] = ["a"]
    on: date = date(2026, 11, 24)
    on_duty: bool = True


@pytest.mark.parametrize(
    ("field", "value", "detail"),
    [
        ("kind", "during", "不在可选范围内，可选：before、after。"),
        ("way", "area", "不在可选范围内，可选：point、line。"),
        ("level", 4, "不在可选范围内，可选：1、2、3。"),
        ("name", "灯", "太短了，至少 2 个字。"),
        ("name", "路灯不亮了", "太长了，最多 4 个字，请缩短。"),
        ("days", 0, "不能小于 1。"),
        ("days", 31, "不能大于 30。"),
        ("share", 0, "应大于 0。"),
        ("share", 1, "应小于 1。"),
        ("far", 20000.5, "不能大于 20000。"),
        ("far", 0, "不能小于 0.05。"),
        ("code", "", "不能为空，请填写。"),
        ("code", "甲乙", "太长了，只能写 1 个字。"),
        ("kinds", [], "不能为空，至少要有 1 项。"),
        ("pair", ["a"], "太少了，至少 2 项。"),
        ("pair", [], "太少了，至少 2 项。"),
        ("kinds", ["a", "b", "c"], "太多了，最多 2 项。"),
        ("kinds", "a", "应是列表。"),
        ("on", "明天", "应是日期，例如 2026-11-24。"),
        ("on_duty", "也许", "应是 true 或 false。"),
    ],
)
def test_the_field_and_what_fits_are_said(field: str, value: Any, detail: str) -> None:
    refused = _refused(field, value)
    assert (refused.field, str(refused.detail)) == (field, detail)


@pytest.mark.parametrize(
    ("field", "value", "detail"),
    [
        ("far", 20000.5, "It must be at most 20000."),
        ("far", 0, "It must be at least 0.05."),
        ("code", "", "This may not be empty. Please fill it in."),
        ("code", "ab", "Too long: one character at most."),
        ("name", "a", "Too short: at least 2 characters."),
        ("name", "abcde", "Too long: 4 characters at most. Please shorten it."),
        ("kinds", [], "This may not be empty: it needs at least one."),
    ],
)
def test_a_bound_is_said_in_english_as_one_says_it(field: str, value: Any, detail: str) -> None:
    assert told(_refused(field, value).detail, CATALOGUES["en"]) == detail


def _refused(field: str, value: Any) -> BadInput:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Form).validate_python({field: value})
    return invalid_fields([{**each, "loc": ("body", *each["loc"])} for each in caught.value.errors()])
