"""Standard Webhooks 1.0 signatures: HMAC-SHA256 over ``id.timestamp.body``, ``v1,`` + base64, several for rotation.

Pure; both directions use it: the hotline edge verifies, status reports are signed. Source: standardwebhooks.com.
"""

import base64
import hashlib
import hmac
from collections.abc import Sequence

PREFIX = "whsec_"


def key_of(secret: str) -> bytes:
    """The key bytes of a secret such as ``whsec_MfKQ…``.

    Raises:
        ValueError: the part after the prefix is not base64.
    """
    return base64.b64decode(secret.removeprefix(PREFIX), validate=True)


def sign(key: bytes, identity: str, timestamp: int, body: bytes) -> str:
    """The ``webhook-signature`` header for a body."""
    signed = b"%s.%d.%s" % (identity.encode(), timestamp, body)
    return "v1," + base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()


def verify(keys: Sequence[bytes], identity: str, timestamp: int, body: bytes, header: str) -> bool:
    """Whether one of the header's signatures was made with one of the keys; compared in constant time."""
    given = [each.encode("utf-8", "replace") for each in header.split()]
    expected = [sign(key, identity, timestamp, body).encode() for key in keys]
    matches = [hmac.compare_digest(one, other) for one in given for other in expected]
    return any(matches)
