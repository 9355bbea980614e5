"""Personal data under lock: AES-256-GCM with a wrapped data key, and blind indexes to find a caller again.

The master key (environment) wraps the data keys (table ``data_key``); data keys seal callers; another key makes
the HMAC indexes. Used by intake (seal), ``actions.reveal`` (open) and search (indexes).
"""

import hashlib
import hmac
import os
from collections.abc import Mapping
from typing import Any

import orjson
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12


def seal_with(key: bytes, plain: bytes, label: bytes) -> bytes:
    """nonce (12 bytes) + ciphertext of ``plain``, bound to ``label``."""
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain, label)


def open_with(key: bytes, sealed: bytes, label: bytes) -> bytes:
    """The plain bytes of ``seal_with``.

    Raises:
        cryptography.exceptions.InvalidTag: another key or label sealed it, or it was changed.
    """
    return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], label)


def new_data_key(master_key: bytes, key_id: int) -> bytes:
    """A fresh data key, wrapped: what the table ``data_key`` holds."""
    return seal_with(master_key, os.urandom(32), b"data-key:%d" % key_id)


class MasterKey:
    """Seals and opens webhook secrets, directly under the master key."""

    def __init__(self, key: bytes) -> None:
        self._master_key = key

    def seal_secret(self, secret: bytes, label: bytes) -> bytes:
        """A secret, sealed."""
        return seal_with(self._master_key, secret, label)

    def open_secret(self, sealed: bytes, label: bytes) -> bytes:
        """A secret that was sealed by ``seal_secret``."""
        return open_with(self._master_key, sealed, label)


class Sealer(MasterKey):
    """Seals and opens callers; the newest data key seals, every known one opens."""

    def __init__(self, master_key: bytes, index_key: bytes, wrapped: Mapping[int, bytes]) -> None:
        super().__init__(master_key)
        self._index_key = index_key
        self._ciphers = {
            key_id: AESGCM(open_with(master_key, sealed, b"data-key:%d" % key_id))
            for key_id, sealed in wrapped.items()
        }
        self.key_id = max(wrapped)

    def seal(self, value: Mapping[str, Any], label: bytes) -> bytes:
        """A JSON value sealed under the newest data key; ``label`` ties it to its row."""
        nonce = os.urandom(_NONCE)
        return nonce + self._ciphers[self.key_id].encrypt(nonce, orjson.dumps(value), label)

    def open(self, key_id: int, sealed: bytes, label: bytes) -> dict[str, Any]:
        """The JSON value again."""
        plain = self._ciphers[key_id].decrypt(sealed[:_NONCE], sealed[_NONCE:], label)
        value: dict[str, Any] = orjson.loads(plain)
        return value

    def caller_name(self, key_id: int, sealed: bytes, ticket: int) -> str | None:
        """The name among a caller's sealed values: to be looked for in what goes out, shown to nobody."""
        name = self.open(key_id, sealed, caller_label(ticket)).get("name")
        return name if isinstance(name, str) and name else None

    def phone_index(self, phone: str) -> bytes:
        """Blind index of a whole phone number."""
        return self._index(b"phone:", phone)

    def tail_index(self, phone: str) -> bytes:
        """Blind index of a phone's last four digits."""
        return self._index(b"tail:", phone[-4:])

    def name_index(self, name: str) -> bytes:
        """Blind index of a full name."""
        return self._index(b"name:", name)

    def _index(self, label: bytes, value: str) -> bytes:
        return hmac.digest(self._index_key, label + value.encode(), hashlib.sha256)[:16]


def caller_label(ticket: int) -> bytes:
    """What a caller's sealed bytes are bound to."""
    return b"caller:%d" % ticket


def secret_label(source: str) -> bytes:
    """What a webhook secret's sealed bytes are bound to."""
    return b"source-secret:" + source.encode()
