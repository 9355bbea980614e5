"""Shifts by pattern and from tables; passwords; what becomes of a part in a ticket when its holder leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from random import Random
from typing import Any

import pytest

from dispatch.domain.access import Membership, Role, person_token, readers, rights_revision
from dispatch.domain.commands import Command
from dispatch.domain.decide import decide
from dispatch.domain.duty import MOST_LISTED, repeated, span, table
from dispatch.domain.lifecycle import Party
from dispatch.domain.papers.of_handover import handover
from dispatch.domain.passwords import check_password, one_time
from dispatch.domain.ticket import State, Ticket
from dispatch.errors import BadInput
from tests.unit.domain import field

HEAD = "日期,岗位,姓名,开始,结束"


def test_a_shift_that_ends_no_later_than_it_begins_ends_the_next_day() -> None:
    begins, ends = span(date(2026, 11, 24), time(20), time(8))
    assert (begins.astimezone(UTC), ends.astimezone(UTC)) == (
        datetime(2026, 11, 24, 12, tzinfo=UTC),
        datetime(2026, 11, 25, 0, tzinfo=UTC),
    )


def test_people_take_turns_over_the_chosen_days_of_several_weeks() -> None:
    shifts = repeated(2, [7, 8, 9], "operator", date(2026, 11, 25), (time(8), time(20)), frozenset({2, 4}), 2)
    assert [(each.person, each.starts_at.day) for each in shifts] == [(7, 25), (8, 27), (9, 2), (7, 4)]


@pytest.mark.parametrize(
    ("wrong", "name"),
    [({"persons": []}, "persons"), ({"role": "guard"}, "role"), ({"weekdays": frozenset({7})}, "weekdays"),
     ({"weekdays": frozenset()}, "weekdays"), ({"weeks": 0}, "weeks"), ({"weeks": 54}, "weeks")],
)  # fmt: skip
def test_a_pattern_that_makes_no_sense_is_refused(wrong: dict[str, Any], name: str) -> None:
    usual: dict[str, Any] = {"persons": [7], "role": "operator", "weekdays": frozenset({0}), "weeks": 1}
    chosen = usual | wrong
    with pytest.raises(BadInput) as refused:
        repeated(2, chosen["persons"], chosen["role"], date(2026, 11, 25), (time(8), time(20)),
                 chosen["weekdays"], chosen["weeks"])  # fmt: skip
    assert refused.value.field == name


def test_a_table_is_read_from_a_sheet_or_a_file_and_its_faults_are_told_by_row() -> None:
    people = {"甲": [7], "同名": [8, 9]}
    pasted = f"\ufeff{HEAD}\n2026-12-01,值班员,甲,8:00,20:00\n\n2026.12.02,带班领导,甲,08:00,08:00\n".replace(
        ",", "\t"
    )
    shifts, faults = table(2, pasted, people)
    assert ([each.role for each in shifts], faults) == (["operator", "leader"], [])
    _, faults = table(
        2, f"{HEAD}\n2026-12-01,值班员,同名,08:00,20:00\n2026-12-01,值班员,甲,八点,20:00", people
    )
    assert [each.row for each in faults] == [1, 2]
    assert "同名" in faults[0].reason
    with pytest.raises(BadInput):
        table(2, "", people)


def test_passwords_are_long_of_several_kinds_and_not_the_username() -> None:
    check_password("Right-horse-9", "towna")
    for bad in ("Sh0rt!", "alllowercaseletters", "Towna-horse-9"):
        with pytest.raises(BadInput):
            check_password(bad, "towna")
    made = one_time(Random(1).choice)
    assert len(made) == 14
    assert not set(made) & set("0O1lIo")


def test_a_stand_in_reads_as_the_absent_person_and_has_other_rights_for_it() -> None:
    own = Membership(Role.GRID_WORKER, field.STATION_A)
    both = [own, Membership(Role.GRID_WORKER, field.STATION_A, 4)]
    assert readers(21, both) - readers(21, [own]) == {person_token(4)}
    assert rights_revision(21, both) != rights_revision(21, [own])


def relieved(
    person: int, successor: int | None, members: dict[int, frozenset[int]], **values: object
) -> Ticket:
    """What becomes of a ticket that names a person who left."""
    held = field.ticket(State.IN_PROGRESS, lead_unit=field.STATION_A, lead_person=4, **values)
    case = field.case(
        held,
        Command.RELIEVE,
        field.person(0),
        {"person": person, "successor": successor},
        parties={Party.JOB},
    )
    return decide(replace(case, members=members)).after


def test_the_lead_goes_to_the_successor_or_to_the_unit_and_never_away() -> None:
    lead = field.lead(field.STATION_A, 4)
    after = relieved(4, 21, {21: frozenset({field.STATION_A})}, assignments=(lead,))
    assert (after.lead_unit, after.lead_person) == (field.STATION_A, 21)
    after = relieved(4, 21, {21: frozenset({field.STATION_B})}, assignments=(lead,))
    assert (after.lead_unit, after.lead_person) == (field.STATION_A, None)
    assert [(each.part, each.person) for each in after.assignments] == [("lead", None)]


def test_a_full_part_of_the_sheet_says_that_there_may_be_more() -> None:
    listed = [
        {"id": each, "number": f"HY{each}", "title": "路灯", "note": None} for each in range(MOST_LISTED)
    ]
    facts = {
        "unit": 2,
        "id": 1,
        "unit_name": "王家营街道",
        "at": datetime(2026, 11, 25, tzinfo=UTC),
        "notes": "",
        "from_name": "甲",
        "to_name": "乙",
        "sound_heard": True,
        "confirmed_at": None,
        "items": {"overdue": listed, "unread": listed[:3]},
    }
    titles = [each.title for each in handover(facts).listings]
    assert titles == ["逾期（50 件以上，列出前 50 件）", "没签收、没打开的（3 件）"]
