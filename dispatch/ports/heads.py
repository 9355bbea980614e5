"""Heads of the audit's chain, kept in files outside the database: what a changed database cannot change with itself.

One JSON line a head, one file a month (``heads-2026-11.jsonl``), each line on disk before the next is asked for. Lines
are signed with a key that follows from the master key, so that whoever can write the folder cannot make up heads.
"""

import base64
import binascii
import fcntl
import hashlib
import hmac
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from dispatch.domain.chain import canonical

_LABEL = b"dispatch: audit heads"
_TAIL_BYTES = 64 * 1024
_PATTERN = "heads-*.jsonl"


@dataclass(frozen=True, slots=True)
class HeadLine:
    """One head: of seal ``number``, with which ``rows`` rows are sealed, in an epoch of the database.

    ``lost_to``: the database was restored to this head, and the heads after it up to that number were given up.
    """

    number: int
    at: str
    rows: int
    head: str
    epoch: str
    lost_to: int | None = None
    signature: str | None = None

    def said(self) -> dict[str, Any]:
        """What the line says, and its signature is over."""
        lost = {} if self.lost_to is None else {"lost_to": self.lost_to}
        return {
            "number": self.number,
            "at": self.at,
            "rows": self.rows,
            "head": self.head,
            "epoch": self.epoch,
        } | lost

    @classmethod
    def read(cls, line: bytes) -> "HeadLine | None":
        """The head a line tells; None of one that a crash tore."""
        try:
            told = orjson.loads(line)
            return cls(
                int(told["number"]),
                str(told["at"]),
                int(told["rows"]),
                str(told["head"]),
                str(told["epoch"]),
                None if told.get("lost_to") is None else int(told["lost_to"]),
                told.get("signature"),
            )
        except (orjson.JSONDecodeError, KeyError, TypeError, ValueError):
            return None


class HeadsKey:
    """Signs heads; what checks them is its public half."""

    def __init__(self, master_key: bytes) -> None:
        seed = hmac.digest(master_key, _LABEL, hashlib.sha256)
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = self._key.public_key()

    def sign(self, line: HeadLine) -> str:
        """The signature over what a line says."""
        return base64.b64encode(self._key.sign(canonical(line.said()))).decode()


def public_text(key: Ed25519PublicKey) -> str:
    """A public key as base64."""
    return base64.b64encode(key.public_bytes_raw()).decode()


def public_key(text: str) -> Ed25519PublicKey:
    """The public key that a base64 text holds.

    Raises:
        ValueError: it is none.
    """
    try:
        return Ed25519PublicKey.from_public_bytes(base64.b64decode(text, validate=True))
    except binascii.Error as error:
        raise ValueError("a public key is 32 bytes in base64") from error


def is_signed(line: HeadLine, key: Ed25519PublicKey) -> bool:
    """Whether a line holds the key's signature over what it says."""
    try:
        key.verify(base64.b64decode(line.signature or "", validate=True), canonical(line.said()))
    except (InvalidSignature, binascii.Error):
        return False
    return True


class Heads:
    """The folder; blocking, for use in a thread. Several processes may share it."""

    def __init__(self, folder: Path, key: HeadsKey) -> None:
        self.folder = folder
        self._key = key

    def last(self) -> HeadLine | None:
        """The newest head that was kept."""
        for path in reversed(files(self.folder)):
            found = _last_of(path)
            if found is not None:
                return found
        return None

    def lines(self) -> Iterator[tuple[str, HeadLine | None]]:
        """Every line that was kept, in order, with where it stands."""
        return lines_of(self.folder)

    def keep(self, former: HeadLine | None, lines: Sequence[HeadLine]) -> bool:
        """Add lines after ``former``, on disk when this returns; False where another process was there first."""
        self.folder.mkdir(parents=True, exist_ok=True)
        lock = os.open(self.folder / ".lock", os.O_RDWR | os.O_CREAT, 0o640)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if self.last() != former:
                return False
            self._append(lines)
            return True
        finally:
            os.close(lock)

    def _append(self, lines: Sequence[HeadLine]) -> None:
        path = self.folder / f"heads-{datetime.now(UTC):%Y-%m}.jsonl"
        newest = files(self.folder)[-1:]
        if newest and newest[0].name > path.name:
            path = newest[0]  # this machine's clock went back over the turn of a month
        is_new = not path.exists()
        with path.open("ab") as file:
            torn = not is_new and not _ends_well(path)
            file.write(b"\n" * torn + b"".join(self._written(each) for each in lines))
            file.flush()
            os.fsync(file.fileno())
        if is_new:
            _sync_folder(self.folder)

    def _written(self, line: HeadLine) -> bytes:
        told = line.said() | {"signature": self._key.sign(line)}
        return orjson.dumps(told, option=orjson.OPT_APPEND_NEWLINE)


def files(path: Path) -> list[Path]:
    """The files of heads under a path, oldest first: the months of a folder, or the file itself."""
    return [path] if path.is_file() else sorted(path.glob(_PATTERN))


def lines_of(path: Path) -> Iterator[tuple[str, HeadLine | None]]:
    """Every line kept under a path, in order, with where it stands."""
    for each in files(path):
        with each.open("rb") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield f"{each.name}:{number}", HeadLine.read(line)


def branch_of(lines: Iterable[HeadLine | None]) -> dict[int, str]:
    """The heads that count, by number: what a restore gave up is left out, what a crash tore too."""
    found: dict[int, str] = {}
    for line in lines:
        if line is None:
            continue
        if line.lost_to is not None:
            found = {number: head for number, head in found.items() if number <= line.number}
        if line.number:
            found[line.number] = line.head
    return found


def _last_of(path: Path) -> HeadLine | None:
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - _TAIL_BYTES))
        tail = file.read().split(b"\n")
    return next((read for line in reversed(tail) if (read := HeadLine.read(line)) is not None), None)


def _ends_well(path: Path) -> bool:
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - 1))
        return file.read() in (b"\n", b"")


def _sync_folder(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
