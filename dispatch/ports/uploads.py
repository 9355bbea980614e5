"""Files that people send in: one copy on disk until it was read, never in memory whole. Used by the web edge."""

import asyncio
import re
import shutil
import tempfile
from pathlib import Path
from typing import Protocol

_CHUNK = 1024 * 1024
_PREFIX = "dispatch-"
_STRANGE = re.compile(r"[^\w.-]+")
_LONGEST = 80
_BYTES = 250
"""Bytes of a name: file systems take 255, and a rare character is four of them."""


class Incoming(Protocol):
    """A file as the edge receives it."""

    filename: str | None

    async def read(self, size: int = -1) -> bytes:
        """The next bytes, none at the end."""


async def kept(incoming: Incoming) -> Path:
    """A file on disk, in a folder of its own, under its own name: formats and layers are told by it."""
    path = await asyncio.to_thread(_place, incoming.filename or "")
    try:
        with await asyncio.to_thread(path.open, "wb") as written:
            while piece := await incoming.read(_CHUNK):
                await asyncio.to_thread(written.write, piece)
    except BaseException:
        drop(path)
        raise
    return path


def drop(path: Path) -> None:
    """Remove a file that is read, or that nobody wants, and the folder that was made for it."""
    path.unlink(missing_ok=True)
    if path.parent.name.startswith(_PREFIX):
        shutil.rmtree(path.parent, ignore_errors=True)


def harmless(name: str) -> str:
    """A file's name without anything that leads elsewhere."""
    kept = _STRANGE.sub("_", name.replace("\\", "/").rpartition("/")[2]).lstrip(".")
    stem, dot, ending = kept.rpartition(".")
    ending = f"{dot}{ending[:10]}" if dot else ""
    room = _BYTES - len(ending.encode())
    return f"{_cut((stem if dot else kept)[:_LONGEST], room) or 'file'}{ending}"


def _cut(name: str, most: int) -> str:
    """A name of at most so many bytes, without half a character."""
    return name.encode()[:most].decode(errors="ignore")


def _place(name: str) -> Path:
    return Path(tempfile.mkdtemp(prefix=_PREFIX)) / harmless(name)
