"""The audit's chain: the tree of RFC 6962 against its vectors and its words, one form of bytes, heads that bind all."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from dispatch.domain.chain import BEFORE_ALL, Row, canonical, head_of, microseconds, row_bytes, seal_of
from dispatch.domain.merkle import leaf_of, root_of

ENTRIES = [
    bytes.fromhex(each)
    for each in (
        *("", "00", "10", "2021", "3031", "40414243", "5051525354555657"),
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [  # those of the reference implementation of Certificate Transparency, for 0 to 8 of the entries
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
AT = datetime(2026, 11, 26, 1, 2, 3, 456789, UTC)
ROW = Row(7, AT, 2, 3, "caller.revealed", "ticket:301", "联系诉求人", {"a": [1, None, True], "b": "乙"})
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.decimals(allow_nan=False, allow_infinity=False, places=6)
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)


def by_the_words(leaves: list[bytes]) -> bytes:
    """Section 2.1 word by word: split at the largest power of two smaller than the number of entries."""
    if not leaves:
        return hashlib.sha256().digest()
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return hashlib.sha256(b"\x01" + by_the_words(leaves[:split]) + by_the_words(leaves[split:])).digest()


@pytest.mark.parametrize("count", range(len(ROOTS)))
def test_the_tree_is_that_of_the_rfc(count: int) -> None:
    assert root_of([leaf_of(each) for each in ENTRIES[:count]]).hex() == ROOTS[count]


@given(st.lists(st.binary(max_size=8), max_size=70))
def test_the_tree_is_what_the_rfc_says_in_words(entries: list[bytes]) -> None:
    leaves = [leaf_of(each) for each in entries]
    assert root_of(leaves) == by_the_words(leaves)


def test_a_value_has_one_form() -> None:
    assert canonical({"b": [1, None, True, False], "a": "二"}) == b"{s1:as3:\xe4\xba\x8cs1:b[#1e0;ntf]}"
    for same in ("1500", "1.5e3", "15E+2", "1500.000"):
        assert canonical(json.loads(same, parse_float=Decimal)) == b"#15e2;"
    for nothing in ("0", "-0", "0.000", "0e9"):
        assert canonical(json.loads(nothing, parse_float=Decimal)) == b"#0e0;"
    assert canonical(Decimal("-0.25")) == b"#-25e-2;"
    assert canonical(10**400) == b"#1e400;"


def test_a_binary_fraction_is_no_value() -> None:
    with pytest.raises(TypeError, match="float"):
        canonical({"a": 0.1})


@given(JSON, JSON)
def test_equal_bytes_mean_equal_values(one: Any, other: Any) -> None:
    assert (canonical(one) == canonical(other)) == _same(one, other)


def _same(one: Any, other: Any) -> bool:
    """Equality as JSON has it: true is no number."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[name], other[name]) for name in one)
    return bool(one == other)


def test_an_instant_is_the_same_in_every_zone() -> None:
    here = AT.astimezone(timezone(timedelta(hours=8)))
    assert microseconds(here) == microseconds(AT) == 1_795_654_923_456_789
    assert row_bytes(replace(ROW, at=here)) == row_bytes(ROW)


@pytest.mark.parametrize(
    "change",
    [
        {"id": 8},
        {"at": AT + timedelta(microseconds=1)},
        {"person": None},
        {"unit": 2},
        {"action": "caller.refused"},
        {"subject": "ticket:302"},
        {"reason": "联系诉求人 "},
        {"detail": {"a": [1, None, True], "b": "乙", "c": None}},
    ],
)
def test_each_part_of_a_row_is_sealed(change: dict[str, Any]) -> None:
    assert row_bytes(replace(ROW, **change)) != row_bytes(ROW)
    assert seal_of(None, AT, [replace(ROW, **change)]).head != seal_of(None, AT, [ROW]).head


def test_the_documented_example_holds() -> None:
    seal = seal_of(None, AT, [ROW])
    assert row_bytes(ROW).decode() == (
        "[#7e0;#1795654923456789e0;#2e0;#3e0;s15:caller.revealeds10:ticket:301s15:联系诉求人"
        "{s1:a[#1e0;nt]s1:bs3:乙}]"
    )
    label, figures = b"dispatch audit head 1\n", (1, microseconds(AT), 1, 1)
    parts = [label, BEFORE_ALL, *(each.to_bytes(8, "big", signed=True) for each in figures), seal.root]
    assert seal.head == hashlib.sha256(b"".join(parts)).digest()


def test_a_head_holds_all_before_it() -> None:
    first = seal_of(None, AT, [ROW])
    second = seal_of(first, AT, [replace(ROW, id=8), replace(ROW, id=9)])
    assert (first.number, first.first, first.last) == (1, 1, 1)
    assert (second.number, second.first, second.last) == (2, 2, 3)
    other = seal_of(seal_of(None, AT, [replace(ROW, id=6)]), AT, [replace(ROW, id=8), replace(ROW, id=9)])
    assert second.root == other.root
    assert second.head != other.head
    assert second.head == head_of(first.head, 2, AT, 2, 2, second.root)
