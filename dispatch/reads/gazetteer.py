"""Looking places up by name, pinyin and likeness; one with its history; names that wait for a second person."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from dispatch.errors import BadInput, NotFound
from dispatch.saying import say
from dispatch.store import gazetteer as store
from dispatch.store.database import Database, Tx
from dispatch.store.gazetteer import Question

PAGE = 50
_HISTORY = 100
_LONGEST = 60
_LATIN = re.compile(r"[a-z0-9' ]*[a-z][a-z0-9' ]*")
_SPECIAL = re.compile(r"([\\%_])")
_CURSOR = re.compile(r"([rk])-([a-z0-9]+)-(\d{1,18})")
_UNPRINTABLE = re.compile(r"[\u0000-\u001f]")


async def places(
    database: Database, readers: Iterable[str], text: str, kind: str | None, town: str | None, cursor: str
) -> dict[str, Any]:
    """A page of places: those a text may mean, best first, or without a text all of them by kind.

    Raises:
        BadInput: the text is too long, or the cursor is none of ours.
    """
    typed = unicodedata.normalize("NFKC", text).strip()
    if len(typed) > _LONGEST or _UNPRINTABLE.search(typed):
        raise BadInput(say("最多输入 {longest} 个字，不能有控制字符。", longest=_LONGEST), field="q")
    mark, first, last = _seen(cursor)
    async with database.reader(frozenset(readers)) as tx:
        if typed:
            after = (int(first), last) if mark == "r" else (-1, 0)
            found = [
                (place, f"r-{rank}-{place}") for place, rank in await _search(tx, typed, kind, town, after)
            ]
        else:
            rows = await store.browse(tx, kind, town, (first, last) if mark == "k" else ("", 0), PAGE + 1)
            found = [(place, f"k-{of_kind}-{place}") for place, of_kind in rows]
        told = await store.told(tx, [place for place, _ in found[:PAGE]])
    return {"places": told, "next": found[PAGE - 1][1] if len(found) > PAGE else None}


async def _search(
    tx: Tx, typed: str, kind: str | None, town: str | None, after: tuple[int, int]
) -> list[tuple[int, int]]:
    """Ids and ranks; of several words the first may be a town: 渔沟 小桥.

    The index knows runs of three characters: of two it finds what begins or ends with them, of one what begins.
    """
    plain = typed.lower()
    if _LATIN.fullmatch(plain):
        latin = re.sub(r"[' ]", "", plain)
        return await store.search(tx, Question(typed, latin, None, False, kind, town, after), PAGE + 1)
    words = typed.split()
    if len(words) > 1 and town is None:
        towns = await store.towns_like(tx, words[0])
        if len(towns) == 1:
            town, typed = towns[0], "".join(words[1:])
    pattern = "%" + _SPECIAL.sub(r"\\\1", typed)
    contains = f"{pattern}%" if len(typed) >= 3 else pattern if len(typed) == 2 else None
    question = Question(typed, None, contains, len(typed) > 1, kind, town, after)
    return await store.search(tx, question, PAGE + 1)


def _seen(cursor: str) -> tuple[str, str, int]:
    """How the last page went (r by rank, k by kind), and the last one on it."""
    if not cursor:
        return "", "", 0
    found = _CURSOR.fullmatch(cursor)
    if found is None or (found[1] == "r" and not found[2].isdigit()) or len(found[2]) > 12:
        raise BadInput(say("翻页位置不对，请从第一页重新查。"), field="cursor")
    return found[1], found[2], int(found[3])


async def place(database: Database, readers: Iterable[str], place: int) -> dict[str, Any]:
    """A place, in force or not, with what was done to it.

    Raises:
        NotFound: no such place.
    """
    async with database.reader(frozenset(readers)) as tx:
        found = await store.told(tx, [place])
        if not found:
            raise NotFound(say("没有这处地名，请刷新后再查。"))
        return found[0] | {"history": await store.history(tx, place, _HISTORY)}


async def proposals(
    database: Database, readers: Iterable[str], person: int | None, state: str, after: int | None
) -> dict[str, Any]:
    """A page of names in a state, each with its place and what approving it would also mean."""
    async with database.reader(frozenset(readers)) as tx:
        rows = await store.proposals(tx, state, after, PAGE + 1)
        page = rows[:PAGE]
        known = {each["id"]: each for each in await store.told(tx, sorted({row["place"] for row in page}))}
    more = page[-1]["id"] if len(rows) > PAGE else None
    return {"proposals": [_proposal(row, known, person) for row in page], "next": more}


def _proposal(row: dict[str, Any], known: dict[int, dict[str, Any]], person: int | None) -> dict[str, Any]:
    count = row["namesakes"]
    says = say("另有 {count} 处同名，核准后仍要凭镇街、村居区分", count=count) if count else ""
    left_out = ("namesakes", "proposer", "place")
    kept = {name: value for name, value in row.items() if name not in left_out}
    mine = person is not None and row["proposer"] == person
    return kept | {"place": known[row["place"]], "says": says, "mine": mine}


async def latest(database: Database, readers: Iterable[str]) -> int:
    """The newest version of the gazetteer; processes take it within seconds."""
    async with database.reader(frozenset(readers)) as tx:
        version: int = (await store.latest(tx))["id"]
    return version
