"""Standard Webhooks 1.0 signatures: HMAC-SHA256 over ``id.timestamp.body``, ``v1,`` + base64, several for rotation.

Pure; both directions use it: the hotline edge verifies, status reports are signed; ``actions.webhook_secrets`` rotates
the secrets. Source: standardwebhooks.com.
"""

import base64
import hashlib
import hmac
from collections.abc import Sequence
from enum import StrEnum

PREFIX = "whsec_"
SECRET_BYTES = 32
SHORTEST_BYTES, LONGEST_BYTES = 24, 64
"""How many bytes a secret may have, by Standard Webhooks 1.0."""
_FINGERPRINT = 8


class Way(StrEnum):
    """Which way a secret signs: what the hotline pushes, or what is reported to it."""

    PUSH = "push"
    REPORT = "report"


def key_of(secret: str) -> bytes:
    """The key bytes of a secret such as ``whsec_MfKQ…``.

    Raises:
        ValueError: the part after the prefix is not base64.
    """
    return base64.b64decode(secret.removeprefix(PREFIX), validate=True)


def secret_of(random: bytes) -> str:
    """A new secret as both sides keep it, from random bytes."""
    return PREFIX + base64.b64encode(random).decode()


def is_fit(secret: str) -> bool:
    """Whether a secret that somebody else made is one of Standard Webhooks, and long enough."""
    try:
        key = key_of(secret)
    except ValueError:
        return False
    return secret.startswith(PREFIX) and SHORTEST_BYTES <= len(key) <= LONGEST_BYTES


def fingerprint(secret: str) -> str:
    """What both sides may tell each other of a secret: as ``printf %s 'whsec_…' | sha256sum | cut -c1-8`` does."""
    return hashlib.sha256(secret.encode()).hexdigest()[:_FINGERPRINT]


def sign(key: bytes, identity: str, timestamp: int, body: bytes) -> str:
    """The ``webhook-signature`` header for a body."""
    signed = b"%s.%d.%s" % (identity.encode(), timestamp, body)
    return "v1," + base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()


def sign_with(keys: Sequence[bytes], identity: str, timestamp: int, body: bytes) -> str:
    """The header with a signature of each key: while a secret is rotated the reader may know either."""
    return " ".join(sign(key, identity, timestamp, body) for key in keys)


def verify(keys: Sequence[bytes], identity: str, timestamp: int, body: bytes, header: str) -> bool:
    """Whether one of the header's signatures was made with one of the keys; compared in constant time."""
    return signed_by(keys, identity, timestamp, body, header) is not None


def signed_by(keys: Sequence[bytes], identity: str, timestamp: int, body: bytes, header: str) -> int | None:
    """Which of the keys made one of the header's signatures; None where none did. Compared in constant time."""
    given = [each.encode("utf-8", "replace") for each in header.split()]
    expected = [sign(key, identity, timestamp, body).encode() for key in keys]
    matches = [[hmac.compare_digest(one, other) for one in given] for other in expected]
    return next((at for at, found in enumerate(matches) if any(found)), None)
