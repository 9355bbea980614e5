"""The code of a wall screen: readable across a room, typed with any case and gaps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dispatch.domain.pairing import ALPHABET, LENGTH, RANDOM_BYTES, code_of, typed

RANDOM = st.binary(min_size=RANDOM_BYTES, max_size=RANDOM_BYTES)


@given(RANDOM, RANDOM)
def test_every_random_number_has_a_code_of_its_own(one: bytes, other: bytes) -> None:
    assert (code_of(one) == code_of(other)) == (one == other)


@given(RANDOM)
def test_a_code_is_read_whatever_its_case_and_gaps(random: bytes) -> None:
    code = code_of(random)
    assert len(code) == LENGTH
    assert set(code) <= set(ALPHABET) - set("01IO")
    assert typed(f" {code[:4].lower()}-{code[4:]} ") == code


@pytest.mark.parametrize("text", ["", "ABCD", "ABCDEFGHJ", "ABCDEFG0", "ABCDEFG你", "İBCDEFGH"])
def test_what_can_be_no_code_is_none(text: str) -> None:
    assert typed(text) is None


def test_a_code_is_not_made_of_too_little() -> None:
    with pytest.raises(ValueError, match="5 random bytes"):
        code_of(b"1234")
