"""The audit's chain verifies to its last seal against heads kept outside.

Written anew from ``docs/audit.md``, so that a fault of the service's hashing does not pass for health.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from tests.chaos.sealed import AuditRow, Sealed
from tests.chaos.verdict import Evidence, Finding


def chain_verifies(evidence: Evidence) -> Iterator[Finding]:
    """Every row lies in one seal or waits, as it was sealed; every seal follows the one before; heads outside agree."""
    audit = evidence.found.audit
    rows = {each.id: each for each in audit.rows}
    sealed: set[int] = set()
    head, first = bytes(32), 1
    for number, seal in enumerate(audit.seals, start=1):
        if seal.number != number or seal.first != first:
            yield f"seal {seal.number}", f"stands where seal {number} from row {first} on was due"
        missing = [each for each in seal.rows if each not in rows or each in sealed]
        if missing:
            yield f"audit row {missing[0]}", f"sealed in {seal.number}, and gone or sealed before"
        elif _root([_leaf(rows[each]) for each in seal.rows]) != seal.root:
            yield f"seal {seal.number}", "its rows are not what was sealed"
        if _head(head, seal) != seal.head:
            yield f"seal {seal.number}", "does not follow from the one before"
        sealed.update(seal.rows)
        head, first = seal.head, first + len(seal.rows)
    loose = rows.keys() - sealed - audit.waiting
    if loose:
        yield f"audit row {min(loose)}", f"and {len(loose) - 1} more lie in no seal and wait for none"
    yield from _outside(audit.heads, {each.number: each.head.hex() for each in audit.seals})


def _outside(heads: Any, inside: dict[int, str]) -> Iterator[Finding]:
    for number in sorted(heads or ()):
        if inside.get(number) != heads[number]:
            yield f"seal {number}", f"its head outside is {heads[number][:16]}…, inside {inside.get(number)}"
            return


def _leaf(row: AuditRow) -> bytes:
    told = [row.id, row.at, row.person, row.unit, row.action, row.subject, row.reason, row.detail]
    return hashlib.sha256(b"\x00" + _bytes(told)).digest()


def _root(leaves: list[bytes]) -> bytes:
    if len(leaves) < 2:
        return leaves[0] if leaves else hashlib.sha256().digest()
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\x01" + _root(leaves[:split]) + _root(leaves[split:])).digest()


def _head(former: bytes, seal: Sealed) -> bytes:
    figures = (seal.number, seal.at, seal.first, len(seal.rows))
    told = b"".join(each.to_bytes(8, "big", signed=True) for each in figures)
    return hashlib.sha256(b"dispatch audit head 1\n" + former + told + seal.root).digest()


def _bytes(value: Any) -> bytes:
    if value is None or isinstance(value, bool):
        return {None: b"n", True: b"t", False: b"f"}[value]
    if isinstance(value, int | Decimal):
        return b"#" + _number(Decimal(value)).encode() + b";"
    if isinstance(value, str):
        return str(len(value.encode())).encode().join((b"s", b":")) + value.encode()
    if isinstance(value, list):
        return b"[" + b"".join(map(_bytes, value)) + b"]"
    members = sorted(value.items(), key=lambda each: each[0].encode())
    return b"{" + b"".join(_bytes(name) + _bytes(each) for name, each in members) + b"}"


def _number(value: Decimal) -> str:
    if not value:
        return "0e0"
    power = int(value.as_tuple().exponent)
    whole = int(value.scaleb(-power)) if power < 0 else int(value)
    power = min(power, 0)
    while whole % 10 == 0:
        whole, power = whole // 10, power + 1
    return f"{whole}e{power}"
