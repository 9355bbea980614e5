"""Who is on duty at the centers in the weeks around the loading: two shifts a day, a leader for each whole day.

Called by the loader. Operators take turns.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta, timezone

from deploy.demo.district.model import Membership

CHINA = timezone(timedelta(hours=8))
BEFORE, AFTER = 7, 56  # days
DAY, NIGHT = time(8), time(20)
_OPERATORS = frozenset({"town_operator", "district_operator"})

Row = tuple[int, int, str, datetime, datetime]


def shifts(memberships: Sequence[Membership], today: date) -> Iterator[Row]:
    """Rows of the table ``shift``: unit, person, role, begin, end."""
    operators = _by_unit(memberships, _OPERATORS)
    leaders = _by_unit(memberships, frozenset({"duty_leader"}))
    for place in range(-BEFORE, AFTER):
        day = today + timedelta(days=place)
        begin = datetime.combine(day, DAY, CHINA)
        for unit, people in operators.items():
            turn = 2 * day.toordinal()
            yield unit, people[turn % len(people)], "operator", begin, begin + timedelta(hours=12)
            night = datetime.combine(day, NIGHT, CHINA)
            yield unit, people[(turn + 1) % len(people)], "operator", night, night + timedelta(hours=12)
        for unit, people in leaders.items():
            yield unit, people[day.toordinal() % len(people)], "leader", begin, begin + timedelta(days=1)


def _by_unit(memberships: Sequence[Membership], roles: frozenset[str]) -> Mapping[int, Sequence[int]]:
    found: dict[int, list[int]] = {}
    for each in memberships:
        if each.role in roles:
            found.setdefault(each.unit, []).append(each.person)
    return found
