"""API keys of machines: what one may be for, how it looks, and that it has no place in an address.

Pure: randomness comes in as bytes. Used by ``actions.keys`` and ``web.guard``.
"""

import base64
import re
from collections.abc import Iterable
from enum import StrEnum


class Scope(StrEnum):
    """What a key opens (密钥用途); a key opens one thing only."""

    FEATURES = "features"
    METRICS = "metrics"


PREFIX = "dsk_"
"""Keys begin alike, so that scanners of repositories and logs recognise one that was left lying about."""
RANDOM_BYTES = 32
TAIL = 4
"""Characters at the end that are kept readable, so that people can tell their keys apart."""
MOST_DAYS = 730
MOST_PER_MINUTE = 60_000
_LOOKS = re.compile(re.escape(PREFIX) + r"[\w-]{20,}", re.ASCII)
_NAMES = frozenset(
    {"key", "apikey", "xapikey", "token", "accesstoken", "authtoken", "authorization", "bearer"}
)


def token_of(random: bytes) -> str:
    """The key as its holder keeps it, from 32 random bytes."""
    if len(random) != RANDOM_BYTES:
        raise ValueError(f"a key is made of {RANDOM_BYTES} random bytes, not {len(random)}")
    return PREFIX + base64.urlsafe_b64encode(random).decode().rstrip("=")


def in_address(pairs: Iterable[tuple[str, str]]) -> bool:
    """Whether the parameters of an address hold a key: by their name, or because a value looks like one."""
    return any(
        re.sub(r"[-_.]", "", name.lower()) in _NAMES or _LOOKS.search(value) is not None
        for name, value in pairs
    )


def keys_in(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """The values in the parameters of an address that look like keys of ours."""
    return [found.group() for _, value in pairs if (found := _LOOKS.search(value)) is not None]
