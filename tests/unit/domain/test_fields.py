"""The fields of a command as somebody sent them: in form, in bounds, scrubbed, or refused by name."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from dispatch.domain.commands import Command
from dispatch.domain.fields import LONGEST, machine_fields, read
from dispatch.domain.forms import FIELDS
from dispatch.errors import BadInput
from tests.unit.domain.test_messages import JSON

KINDS = {
    *(
        "text",
        "long_text",
        "number",
        "choice",
        "unit",
        "assignment",
        "handler",
        "colleague",
        "handlers",
        "point",
        "moment",
        "pick",
        "category",
        "date",
        "ticket",
        "reply",
        "order_no",
    )
}


def refused(command: Command, fields: dict[str, Any]) -> str | None:
    """The field a command is refused for."""
    with pytest.raises(BadInput) as bad:
        read(command, fields)
    assert bad.value.detail
    return bad.value.field


def test_what_is_in_form_is_kept() -> None:
    lead = {"unit": 4, "person": None}
    given = {"lead": lead, "co": [{"unit": 5, "person": 9}], "inner_minutes": 60, "note": " 请今天处理 "}
    assert read(Command.ASSIGN, given) == {**given, "note": "请今天处理"}
    assert read(Command.SIGN, {}) == {}


@pytest.mark.parametrize("nothing", [None, "", "  "])
def test_what_is_asked_for_has_to_be_said(nothing: Any) -> None:
    assert refused(Command.DECLINE, {"reason": nothing}) == "reason"
    assert refused(Command.DECLINE, {}) == "reason"


def test_what_is_not_asked_for_is_refused() -> None:
    assert refused(Command.SIGN, {"state": "closed"}) == "state"


@pytest.mark.parametrize(("length", "taken"), [(5_000, True), (5_001, False)])
def test_long_text_has_an_end(length: int, taken: bool) -> None:
    assert LONGEST["long_text"] == 5_000
    if taken:
        assert len(read(Command.NOTE, {"text": "字" * length})["text"]) == length
    else:
        assert refused(Command.NOTE, {"text": "字" * length}) == "text"


@pytest.mark.parametrize("strange", ["一\x00二", "一\ud800二", 5, ["一"], {"一": 1}, True])
def test_words_are_words_that_can_be_stored(strange: Any) -> None:
    assert refused(Command.NOTE, {"text": strange}) == "text"


@pytest.mark.parametrize("code", ["nothing", 5, [], ["solved"], {"a": 1}, True])
def test_a_choice_is_one_of_those_offered(code: Any) -> None:
    assert refused(Command.ANSWER, {"done": "好了", "how_closed": code}) == "how_closed"


def test_what_depends_on_another_answer_is_asked_for_only_then() -> None:
    done = {"done": "已答复", "how_closed": "solved"}
    assert read(Command.ANSWER, {**done, "reference": "信访局"}) == done
    assert refused(Command.ANSWER, {**done, "how_closed": "referred"}) == "reference"
    told = read(Command.ANSWER, {**done, "how_closed": "referred", "reference": "信访局"})
    assert told["reference"] == "信访局"


@pytest.mark.parametrize("at", ["明天", "2026-11-30", "2026-11-30T09:00", 5, [], True])
def test_a_moment_is_an_instant_with_its_zone(at: Any) -> None:
    assert refused(Command.ANSWER, {"done": "好", "how_closed": "stage", "next_at": at}) == "next_at"


def test_a_moment_is_read_as_an_instant() -> None:
    given = {"done": "好", "how_closed": "stage", "next_at": "2026-11-30T09:00:00+08:00"}
    assert read(Command.ANSWER, given)["next_at"] == datetime(2026, 11, 30, 1, tzinfo=UTC)


def test_a_public_reply_is_not_masked_behind_ones_back() -> None:
    assert read(Command.REVIEW, {"reply": "请打13812345678"})["reply"] == "请打13812345678"


@pytest.mark.parametrize("point", [5, {}, {"lon": "x", "lat": 1}, {"lon": float("nan"), "lat": 1}, [119, 33]])
def test_a_point_is_two_numbers(point: Any) -> None:
    assert refused(Command.PLACE, {"point": point}) == "point"


@pytest.mark.parametrize("datum", [5, [], "mars", None])
def test_a_point_is_in_a_datum_that_is_known(datum: Any) -> None:
    given = {"point": {"lon": 119.05, "lat": 33.65, "datum": datum}}
    if datum is None:
        assert read(Command.PLACE, given)["point"]["datum"] == "wgs84"
    else:
        assert refused(Command.PLACE, given) == "point"


@pytest.mark.parametrize("number", [2**31, -1, 2**70, 1.5, True])
def test_a_unit_is_a_number_that_a_unit_may_have(number: Any) -> None:
    assert refused(Command.DECIDE, {"unit": number}) == "unit"
    assert refused(Command.ASSIGN, {"lead": {"unit": number, "person": None}}) == "lead"


def test_words_are_scrubbed() -> None:
    said = read(Command.NOTE, {"text": "打13812345678联系"})["text"]
    assert said == "打138****5678联系"
    assert machine_fields(Command.SUPPLEMENT, {"text": "打13812345678联系"}) == {"text": said}


def test_a_machine_says_what_is_needed() -> None:
    with pytest.raises(BadInput):
        machine_fields(Command.REDO, {"reason": ""})


def test_every_kind_of_field_is_read() -> None:
    assert {each.kind for asked in FIELDS.values() for each in asked} == KINDS


@given(st.sampled_from(sorted(FIELDS)), st.data())
def test_whatever_is_sent_is_read_or_refused_by_name(command: Command, data: st.DataObject) -> None:
    given = {each.name: data.draw(JSON | st.just({"unit": 1, "person": None})) for each in FIELDS[command]}
    try:
        checked = read(command, given)
    except BadInput as bad:
        named = bad.field
    else:
        named = None
        assert checked.keys() <= given.keys()
    assert named is None or named in given


@pytest.mark.parametrize(("name", "most"), [("lon", 180), ("lat", 90)])
def test_a_position_is_on_the_earth(name: str, most: int) -> None:
    for value in (most, -most, 0):
        assert read(Command.ARRIVE, {name: value}) == {name: value}
        point = {"lon": 1, "lat": 1, name: value}
        assert read(Command.PLACE, {"point": point})["point"][name] == value
    for value in (most + 1, -most - 0.001, 999, 10**400, -(10**400), math.inf, math.nan):
        assert refused(Command.ARRIVE, {name: value}) == name
        assert refused(Command.PLACE, {"point": {"lon": 1, "lat": 1, name: value}}) == "point"


@pytest.mark.parametrize("day", ["2026-02-30", "昨天", 20261201, ""])
def test_a_day_is_one_of_the_calendar(day: Any) -> None:
    assert refused(Command.RECORD_CASE, {"case": "1", "published_on": day or 5}) == "published_on"
    assert (
        read(Command.RECORD_CASE, {"case": "1", "published_on": "2026-12-01"})["published_on"] == "2026-12-01"
    )


@pytest.mark.parametrize("number", [-1, 2**63, "9", True, None])
def test_a_parent_is_a_ticket_by_its_number(number: Any) -> None:
    given = {"parent": number, "reason": "同一件事"}
    assert refused(Command.MERGE, given) == "parent"
    assert read(Command.MERGE, {**given, "parent": 2**40})["parent"] == 2**40
