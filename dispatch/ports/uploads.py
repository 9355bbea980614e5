"""Files that people send in: one copy on disk until it was read, never in memory whole. Used by the web edge."""

import asyncio
import re
import tempfile
from pathlib import Path
from typing import Protocol

_CHUNK = 1024 * 1024
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,10}$")


class Incoming(Protocol):
    """A file as the edge receives it."""

    filename: str | None

    async def read(self, size: int = -1) -> bytes:
        """The next bytes, none at the end."""


async def kept(incoming: Incoming) -> Path:
    """A file on disk under a name of ours; of its own name only the ending stays, by which formats are told."""
    found = _ENDING.search(incoming.filename or "")
    path = await asyncio.to_thread(_place, found.group().lower() if found else "")
    try:
        with await asyncio.to_thread(path.open, "wb") as written:
            while piece := await incoming.read(_CHUNK):
                await asyncio.to_thread(written.write, piece)
    except BaseException:
        drop(path)
        raise
    return path


def drop(path: Path) -> None:
    """Remove a file that is read, or that nobody wants."""
    path.unlink(missing_ok=True)


def _place(ending: str) -> Path:
    with tempfile.NamedTemporaryFile(prefix="dispatch-", suffix=ending, delete=False) as made:
        return Path(made.name)
