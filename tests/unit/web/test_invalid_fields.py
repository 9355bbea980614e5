"""What pydantic finds wrong with a body is told with its field, its bound and what may be chosen instead."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field, TypeAdapter, ValidationError

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
        ("share", 0, "应大于 0.0。"),
        ("share", 1, "应小于 1.0。"),
        ("kinds", [], "太少了，至少 1 项。"),
        ("kinds", ["a", "b", "c"], "太多了，最多 2 项。"),
        ("kinds", "a", "应是列表。"),
        ("on", "明天", "应是日期，例如 2026-11-24。"),
        ("on_duty", "也许", "应是 true 或 false。"),
    ],
)
def test_the_field_and_what_fits_are_said(field: str, value: Any, detail: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Form).validate_python({field: value})
    found = [{**each, "loc": ("body", *each["loc"])} for each in caught.value.errors()]
    refused = invalid_fields(found)
    assert (refused.field, str(refused.detail)) == (field, detail)
