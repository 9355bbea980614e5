"""What may be kept as a profile: each fault names its field and the way out."""

from __future__ import annotations

from typing import Any

import pytest

from dispatch.domain.intake_profile import LABELS, changed, faults_of, record_of
from dispatch.domain.profile import FIELDS, profile

SOUND: dict[str, Any] = {
    "fields": {
        "kind": ["推送类型"],
        "order_no": ["工单编号", "12345工单编号"],
        "type": ["诉求类型"],
        "content": ["诉求内容"],
        "address": ["诉求地址"],
        "caller_phone": ["联系电话"],
    },
    "values": {"kind": {"新工单": "create"}, "type": {"投诉": "complaint"}},
}


def faults(
    *, fields: dict[str, Any] | None = None, values: dict[str, Any] | None = None
) -> list[tuple[str, bool]]:
    """The fields that are wrong in the sound mapping with some of it replaced, and whether each is broken."""
    given = {"fields": SOUND["fields"] | (fields or {}), "values": SOUND["values"] | (values or {})}
    found = faults_of(record_of(given), lambda name: name == "gcj02")
    assert all(each.says for each in found)
    return [(each.field, each.blocking) for each in found]


def test_what_is_sound_has_no_fault_and_can_be_read_by() -> None:
    assert faults() == []
    assert profile(record_of(SOUND)).names["12345工单编号"] == "order_no"


def test_every_field_has_a_name_in_this_house() -> None:
    assert tuple(LABELS) == FIELDS


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"content": []}, "fields.content"),
        ({"order_no": [" ", ""]}, "fields.order_no"),
        ({"nonsense": ["某项"]}, "fields.nonsense"),
        ({"title": ["诉求内容"]}, "fields.content"),
        ({"title": ["长" * 101]}, "fields.title"),
        ({"title": ["半\ud800"]}, "fields.title"),
        ({"title": [3]}, "fields.title"),
        ({"title": 3}, "fields.title"),
        ({"title": [str(each) for each in range(21)]}, "fields.title"),
    ],
)
def test_names_that_cannot_be_are_broken(fields: dict[str, Any], field: str) -> None:
    assert (field, True) in faults(fields=fields)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"type": {"投诉": "complain"}}, "values.type"),
        ({"kind": {"新": "new"}}, "values.kind"),
        ({"urgency": {"急": True}}, "values.urgency"),
        ({"confidential": {"是": "yes"}}, "values.confidential"),
        ({"datum": {"火星": "mars"}}, "values.datum"),
        ({"content": {"甲": "乙"}}, "values.content"),
        ({"nonsense": {"甲": "乙"}}, "values.nonsense"),
        ({"type": {"": "help"}}, "values.type"),
        ({"type": ["投诉"]}, "values.type"),
        ({"village": {str(each): "村" for each in range(301)}}, "values.village"),
        ({"village": {"村" * 101: "村"}}, "values.village"),
    ],
)
def test_codes_that_mean_nothing_here_are_broken(values: dict[str, Any], field: str) -> None:
    assert (field, True) in faults(values=values)


def test_what_is_seldom_meant_is_told_and_may_be_saved() -> None:
    assert faults(fields={"kind": []}) == [("values.kind", False), ("fields.kind", False)]
    assert faults(fields={"address": [], "caller_phone": []}) == [
        ("fields.caller_phone", False),
        ("fields.address", False),
    ]
    assert faults(fields={"lon": ["经度"]}) == [("fields.lon", False)]
    assert faults(values={"satisfied": {"很好": "满意"}}) == [("values.satisfied", False)]


def test_a_record_is_in_order_without_blanks_and_twins() -> None:
    given = {
        "fields": {"content": " 内容 ", "order_no": ["号", "号", " 号 "], "lat": []},
        "values": {"type": {}},
    }
    kept = record_of(given)
    assert kept == {"fields": {"order_no": ["号"], "content": ["内容"]}, "values": {}}
    assert list(kept["fields"]) == ["order_no", "content"]
    assert record_of({}) == {"fields": {}, "values": {}} == record_of({"fields": 3, "values": "x"})


def test_a_change_is_told_field_by_field() -> None:
    after = {
        "fields": SOUND["fields"] | {"content": ["来电内容"], "lon": ["经度"]},
        "values": {"kind": SOUND["values"]["kind"], "confidential": {"保密": True}},
    }
    assert changed(SOUND, after) == (
        {
            "fields.content": ["诉求内容"],
            "values.type": ["投诉=complaint"],
            "fields.lon": [],
            "values.confidential": [],
        },
        {
            "fields.content": ["来电内容"],
            "values.type": [],
            "fields.lon": ["经度"],
            "values.confidential": ["保密=true"],
        },
    )
    assert changed(SOUND, SOUND) == ({}, {})
