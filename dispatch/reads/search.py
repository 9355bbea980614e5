"""Looking a ticket up: by number or its end, a caller's phone, its last four digits or name, place, words.

One search box, so what was typed decides what is asked. The only read of people's tickets that starts in the system's
scope (words have no index under row security): it gets ids by the reader's units, and the rows are then read as the
reader. The other reads in that scope know no ticket: messages without one, and counts for ``/health``.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dispatch.errors import BadInput
from dispatch.ports.sealing import Sealer
from dispatch.saying import say
from dispatch.store import reading
from dispatch.store import search as store
from dispatch.store.database import Database
from dispatch.store.search import Question

_MOST = 50
_SPACES = re.compile(r"[\s-]")
_MOBILE = re.compile(r"(?:\+?86)?(1[3-9]\d{9})")
_LANDLINE = re.compile(r"0\d{9,11}")
_NUMBER = re.compile(r"[A-Za-z0-9_-]{3,40}")
_NAME = re.compile(r"[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]+·[\u3400-\u9fff·]+")


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows the reader may see, how many more match elsewhere, and whether callers' data were searched."""

    tickets: list[dict[str, Any]]
    elsewhere: int
    by_caller: bool


def question(text: str, sealer: Sealer) -> Question:
    """What a typed text may mean; several meanings are asked together.

    Raises:
        BadInput: fewer than two characters.
    """
    typed = unicodedata.normalize("NFKC", text).strip()
    if len(typed) < 2:
        raise BadInput(say("请至少输入两个字。"), field="text")
    compact = _SPACES.sub("", typed)
    phone = _phone(compact)
    is_number = _NUMBER.fullmatch(typed) is not None
    return Question(
        words=None if phone else typed.lower(),
        number_end=typed.lower() if is_number else None,
        number=typed if is_number else None,
        phone_index=sealer.phone_index(phone) if phone else None,
        tail_index=sealer.tail_index(compact) if re.fullmatch(r"\d{4}", compact) else None,
        name_index=sealer.name_index(typed) if _NAME.fullmatch(typed) else None,
    )


def _phone(compact: str) -> str | None:
    mobile = _MOBILE.fullmatch(compact)
    if mobile:
        return mobile[1]
    return compact if _LANDLINE.fullmatch(compact) else None


async def search(
    database: Database, sealer: Sealer, readers: Iterable[str], text: str, *, counts_elsewhere: bool
) -> Answer:
    """The 50 newest tickets that match and may be seen; of the others a number at most."""
    asked = question(text, sealer)
    tokens = frozenset(readers)
    async with database.system() as tx:
        found = await store.matching(tx, tokens, asked, _MOST)
    async with database.reader(tokens) as tx:
        rows = await reading.rows(tx, found.mine)
    by_caller = any((asked.phone_index, asked.tail_index, asked.name_index))
    return Answer(rows, found.elsewhere if counts_elsewhere else 0, by_caller)
