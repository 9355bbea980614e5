"""The audit's chain: the one form of a row in bytes, seals over runs of rows, heads that hold all before them.

Pure. ``docs/audit.md`` defines every byte, so that others can verify without this program. Used by ``actions.sealing``
(makes seals), ``reads.verifying`` (judges them), ``ports.heads`` (keeps heads outside the database).
"""

import hashlib
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from dispatch.domain.merkle import leaf_of, root_of

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_HEAD = b"dispatch audit head 1\n"
BEFORE_ALL = bytes(32)
"""What stands in the place of a former head before the first seal."""


@dataclass(frozen=True, slots=True)
class Row:
    """One audit row, as it is sealed. ``detail``: JSON, its numbers whole or ``Decimal``."""

    id: int
    at: datetime
    person: int | None
    unit: int | None
    action: str
    subject: str
    reason: str | None
    detail: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Seal:
    """One seal: rows ``first`` … of the chain by their ids, the digest of each, and what it comes to."""

    number: int
    at: datetime
    first: int
    rows: Sequence[int]
    leaves: Sequence[bytes]
    root: bytes
    head: bytes

    @property
    def last(self) -> int:
        """The place of its last row in the chain: how many rows are sealed with it."""
        return self.first + len(self.rows) - 1


def seal_of(former: Seal | None, at: datetime, rows: Sequence[Row]) -> Seal:
    """The seal that follows another (None: the first one) over rows in the order given."""
    number, first = (former.number + 1, former.last + 1) if former else (1, 1)
    leaves = [leaf_of(row_bytes(row)) for row in rows]
    root = root_of(leaves)
    head = head_of(former.head if former else BEFORE_ALL, number, at, first, len(rows), root)
    return Seal(number, at, first, [row.id for row in rows], leaves, root, head)


def head_of(former: bytes, number: int, at: datetime, first: int, count: int, root: bytes) -> bytes:
    """The head of a seal: SHA-256 over a label, the former head, four signed 64-bit big-endian integers, the root."""
    return hashlib.sha256(
        _HEAD + former + struct.pack(">qqqq", number, microseconds(at), first, count) + root
    ).digest()


def microseconds(at: datetime) -> int:
    """An instant as whole microseconds since 1970-01-01T00:00:00Z."""
    return (at - _EPOCH) // _MICROSECOND


def row_bytes(row: Row) -> bytes:
    """The one form of a row: the list of its eight values in ``canonical`` form, the instant in microseconds."""
    return canonical(
        [
            row.id,
            microseconds(row.at),
            row.person,
            row.unit,
            row.action,
            row.subject,
            row.reason,
            row.detail,
        ]
    )


def canonical(value: Any) -> bytes:
    """A JSON value as bytes, the same for equal values: numbers by value, keys in order of their UTF-8.

    Raises:
        TypeError: it is no JSON value; binary fractions are none, for their digits depend on who prints them.
    """
    match value:
        case None:
            return b"n"
        case bool():
            return b"t" if value else b"f"
        case int():
            return b"#" + _scaled("-" if value < 0 else "", str(abs(value)), 0) + b";"
        case Decimal():
            return b"#" + _number(value) + b";"
        case str():
            text = value.encode()
            return b"s%d:" % len(text) + text
        case list() | tuple():
            return b"[" + b"".join(map(canonical, value)) + b"]"
        case Mapping():
            pairs = sorted((str(name).encode(), each) for name, each in value.items())
            return b"{" + b"".join(b"s%d:" % len(n) + n + canonical(each) for n, each in pairs) + b"}"
        case _:
            raise TypeError(f"{type(value).__name__} is no value of JSON")


def _number(value: Decimal) -> bytes:
    """A number as its shortest whole coefficient and a power of ten: 1500 is 15e2, 0.5 is 5e-1, nothing is 0e0."""
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int), "JSON knows no infinity"
    return _scaled("-" if sign else "", "".join(map(str, digits)).lstrip("0"), exponent)


def _scaled(sign: str, digits: str, exponent: int) -> bytes:
    short = digits.rstrip("0")
    return f"{sign}{short}e{exponent + len(digits) - len(short)}".encode() if short else b"0e0"
