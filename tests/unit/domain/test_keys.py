"""How a key looks, and how one is recognised in an address."""

from __future__ import annotations

import pytest

from dispatch.domain.keys import in_address, keys_in, token_of


def test_a_key_is_its_random_bytes_and_fits_a_header() -> None:
    made = {token_of(bytes([number]) * 32) for number in range(256)}
    assert len(made) == 256
    assert all(token.isascii() and token.startswith("dsk_") and len(token) == 47 for token in made)
    with pytest.raises(ValueError, match="32 random bytes, not 16"):
        token_of(bytes(16))


@pytest.mark.parametrize(
    "name", ["key", "api_key", "apikey", "X-API-Key", "access_token", "token", "Authorization"]
)
def test_a_parameter_that_means_a_key_is_one(name: str) -> None:
    assert in_address([("limit", "10"), (name, "whatever")])


def test_a_key_is_recognised_under_any_name() -> None:
    token = token_of(bytes(32))
    assert in_address([("f", token)])
    assert keys_in([("f", f"Bearer {token}"), ("limit", "1")]) == [token]


@pytest.mark.parametrize("name", ["town", "keyword", "bbox", "kind", "tokens"])
def test_other_parameters_are_no_keys(name: str) -> None:
    assert not in_address([(name, "320804001"), ("name", "dsk_短")])
