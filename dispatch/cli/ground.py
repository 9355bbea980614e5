"""What the commands stand on: the database named by ``DATABASE_URL``, and lines of JSON in and out."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, TypeVar

from dispatch.logs import quiet
from dispatch.settings import SettingsError
from dispatch.store.database import Database

_Answer = TypeVar("_Answer")


def run(work: Callable[[Database], Coroutine[Any, Any, _Answer]]) -> _Answer:
    """Do one piece of work on the database and close it.

    Raises:
        SettingsError: ``DATABASE_URL`` is not set.
        DatabaseAway: it does not answer.
    """

    quiet()

    async def whole() -> _Answer:
        async with opened() as database:
            return await work(database)

    return asyncio.run(whole())


@asynccontextmanager
async def opened() -> AsyncIterator[Database]:
    """The database, as the service's role."""
    url = os.environ.get("DATABASE_URL")
    if not url:
        raise SettingsError(
            "DATABASE_URL is not set: set it like postgresql://user@host/database "
            "(a running demo writes its own to .local/demo.json as database_url)"
        )
    database = await Database.open(url, size=4)
    try:
        yield database
    finally:
        await database.close()


@contextmanager
def quietly() -> Iterator[None]:
    """A reader who has had enough (``| head``) is no error."""
    try:
        yield
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def lines(source: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """The lines that hold something, with their numbers from 1."""
    for number, line in enumerate(source, start=1):
        if line.strip():
            yield number, line


def existing(path: Path) -> Path:
    """The path, when a file is there.

    Raises:
        SettingsError: none is.
    """
    if not path.is_file():
        raise SettingsError(f"{path} is no file: give the path of one that exists")
    return path
