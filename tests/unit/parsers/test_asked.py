"""What addresses, searches and forms ask for: answered, or refused by the parameter, whatever is written there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple
from datetime import UTC, date, datetime, timedelta
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from dispatch.domain import keys, windows
from dispatch.domain.drafting import placeholders
from dispatch.domain.rule_faults import Known, faults_of, record_of, rules_of, told
from dispatch.domain.sensitive import find
from dispatch.domain.ticket import PlaceNeed, Type, Urgency
from dispatch.errors import BadInput, Malformed
from dispatch.ports.sealing import Sealer, new_data_key
from dispatch.reads.features import COLLECTIONS
from dispatch.reads.gazetteer import _seen
from dispatch.reads.search import question
from dispatch.web.features_query import MOST, SYSTEMS, item, items, moment, span
from tests.unit.domain import field

SEALER = Sealer(b"m" * 32, b"i" * 32, {1: new_data_key(b"m" * 32, 1)})
KNOWN = Known(
    field.UNITS,
    frozenset(each.path for each in field.CATEGORIES.values()),
    frozenset({"desk"}),
    date(2026, 11, 24),
)


def answer_of(read: Callable[..., Any], *given: Any) -> Any:
    """What a reader answers, or the error by which it refuses: no other may come."""
    try:
        return read(*given)
    except BadInput as refused:
        return refused


INSTANT = st.sampled_from(
    [
        "2026-11-24",
        "2026-11-24T08:00:00Z",
        "0001-01-01",
        "9999-12-31",
        "..",
        "",
        "0001-01-01T00:00:00+23:59",
        "9999-12-31T23:59:59-23:59",
    ]
)
VALUE = (
    st.text(max_size=10)
    | st.lists(INSTANT, min_size=1, max_size=3).map("/".join)
    | st.lists(
        st.sampled_from(["119", "33.6", "-180", "1e999", "nan", "\u0661", " 1 ", "1_0"]), max_size=7
    ).map(",".join)
    | st.sampled_from(["json", "9" * 5000, *SYSTEMS])
)
NAME = st.sampled_from(
    ["f", "version", "datetime", "crs", "limit", "bbox", "bbox-crs", "after", "before", "name"]
) | st.text(max_size=3)


@given(st.lists(st.tuples(NAME, VALUE), max_size=4), st.sampled_from(sorted(COLLECTIONS)))
def test_a_query_is_understood_or_refused_by_its_parameter(
    pairs: list[tuple[str, str]], collection: str
) -> None:
    names = {name for name, _ in pairs}
    for read in (
        lambda: items(pairs, COLLECTIONS[collection]),
        lambda: item(pairs),
        lambda: moment(pairs, datetimes=True),
    ):
        answer = answer_of(read)
        if isinstance(answer, Malformed):
            assert answer.field in {name[:40] for name in names} | {"before", "datetime", "bbox"}
    asked = answer_of(items, pairs, COLLECTIONS[collection])
    assert isinstance(asked, Malformed) or 1 <= asked.wish.limit <= MOST


@given(VALUE)
def test_a_span_of_time_can_be_asked_of_the_database(text: str) -> None:
    found = answer_of(span, text)
    if not isinstance(found, Malformed):
        assert all(each is None or each.astimezone(UTC) for each in found)


@given(st.dates(), st.sampled_from([0, 720]), st.integers(1, 28))
def test_a_day_has_its_window_or_is_of_no_year(of: date, starts: int, month_starts: int) -> None:
    window = answer_of(windows.day, of, windows.Cut(starts, month_starts))
    if isinstance(window, BadInput):
        assert not 1900 <= of.year < 2900
    else:
        assert window.until - window.since == timedelta(days=1)


@given(st.datetimes(timezones=st.just(UTC)), st.datetimes(timezones=st.just(UTC)))
def test_a_span_is_counted_or_refused(since: datetime, until: datetime) -> None:
    window = answer_of(windows.span, since, until)
    assert isinstance(window, BadInput) or window.since < window.until


@pytest.mark.parametrize("of", [date.min, date.max])
def test_the_first_and_the_last_day_there_are(of: date) -> None:
    with pytest.raises(BadInput) as refused:
        windows.day(of, windows.Cut(0, 1))
    assert refused.value.field == "on"


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30)
    | st.sampled_from(["13812345678", "+86 138-1234-5678", "0517 83912345", "5678", "张三", "HY-1"])
)
def test_a_search_means_something_or_is_too_short(typed: str) -> None:
    asked = answer_of(question, typed, SEALER)
    if isinstance(asked, BadInput):
        assert asked.field == "text"
    else:
        assert any(each is not None for each in astuple(asked))


@given(st.text(max_size=12) | st.from_regex(r"[rk]-[a-z0-9]{1,14}-[0-9]{1,20}", fullmatch=True))
def test_a_place_in_a_list_is_one_that_was_given_out_or_refused(cursor: str) -> None:
    seen = answer_of(_seen, cursor)
    if isinstance(seen, BadInput):
        assert seen.field == "cursor"
    elif cursor:
        assert _seen("-".join(map(str, seen))) == seen
        assert seen[2] < 2**63


@given(st.binary(min_size=32, max_size=32), st.text(max_size=10), st.text(max_size=10))
def test_a_key_in_an_address_is_seen_wherever_it_stands(random: bytes, before: str, after: str) -> None:
    token = keys.token_of(random)
    pairs = [("q", f"{before} {token} {after}")]
    assert keys.in_address(pairs)
    assert keys.keys_in(pairs) == [token]


WORDS = st.text(max_size=8)
LISTED = st.none() | st.lists(WORDS, max_size=3)
RECORD = st.fixed_dictionaries(
    {
        "name": WORDS,
        "reason": WORDS,
        "target_kind": st.sampled_from(["town", "unit", "bureau", "district"]) | WORDS,
    },
    optional={
        "enabled": st.booleans(),
        "types": st.none() | st.lists(st.sampled_from(list(Type)), max_size=2),
        "urgencies": st.none() | st.lists(st.sampled_from(list(Urgency)), max_size=2),
        "place_needs": st.none() | st.lists(st.sampled_from(list(PlaceNeed)), max_size=2),
        **dict.fromkeys(("categories", "towns", "sources", "channels", "police_lists", "cell_kinds"), LISTED),
        **dict.fromkeys(
            ("power", "days", "time_from", "time_until"),
            st.none() | WORDS | st.sampled_from(["08:30", "held", "off"]),
        ),
        **dict.fromkeys(("valid_from", "valid_until"), st.none() | WORDS | st.dates() | st.dates().map(str)),
        "target_unit": st.none() | st.integers(),
    },
)


@given(st.lists(RECORD, max_size=3))
def test_rules_of_a_draft_are_read_with_their_faults_and_travel(given_rules: list[dict[str, Any]]) -> None:
    rules, unread = rules_of(given_rules)
    assert len(rules) == len(given_rules)
    assert rules_of([record_of(rule) for rule in rules])[0] == rules
    for each in told([*unread, *faults_of(rules, KNOWN)]):
        assert each["says"]
        assert each["field"]


@given(st.text(max_size=60), st.lists(st.text(min_size=1, max_size=4), max_size=4))
def test_words_are_found_where_they_stand(text: str, words: list[str]) -> None:
    places = find(text, words)
    assert all(0 <= each.start < each.end <= len(text) and each.word in words for each in places)
    assert [each.start for each in places] == sorted(each.start for each in places)


@given(st.text(alphabet="{}标题a", max_size=30))
def test_blanks_of_a_standard_text_have_names(words: str) -> None:
    assert all(name and not set(name) & set("{}") and f"{{{name}}}" in words for name in placeholders(words))
