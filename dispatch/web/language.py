"""In which language an exchange is answered: what it asked for (RFC 9110 §12.5.4), Chinese where nothing else is known.

``security`` notes what a request asks for; ``problems``, and ``Sentence`` in the shapes of answers, choose the words by
it.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import Annotated, Any, Literal

from fastapi import Depends, Query
from pydantic import BeforeValidator, WithJsonSchema

from dispatch.retelling import Retelling
from dispatch.saying import Kept, Said, told
from dispatch.text import CATALOGUES

CHINESE = "zh"


@dataclass(slots=True)
class Exchange:
    """One exchange: the language of its answer, and whether anything was said in it."""

    language: str
    spoke: bool = False


_exchange: ContextVar[Exchange] = ContextVar("exchange")


@contextmanager
def answering(accepted: str) -> Iterator[Exchange]:
    """Answer what happens inside in the language that an ``Accept-Language`` asks for."""
    exchange = Exchange(chosen(accepted))
    before = _exchange.set(exchange)
    try:
        yield exchange
    finally:
        _exchange.reset(before)


_Language = Annotated[
    Literal["zh", "en"] | None, Query(description="文件用什么语言；不写时按 Accept-Language")
]


async def _asked_by_link(language: _Language = None) -> None:
    exchange = _exchange.get(None)
    if language and exchange is not None:
        exchange.language = language


LINKED = Depends(_asked_by_link)
"""A file that a link takes away: the link says in which language, because a browser's own header knows nothing of the
page."""


@lru_cache(maxsize=256)
def chosen(accepted: str) -> str:
    """The best language of an ``Accept-Language`` that there is; Chinese where it names none of ours."""
    wishes = [_wish(each) for each in accepted.split(",")]
    ours = [
        (weight, name) for weight, name in wishes if weight > 0 and (name == CHINESE or name in CATALOGUES)
    ]
    return max(ours, key=lambda wish: wish[0], default=(0.0, CHINESE))[1]


def _wish(written: str) -> tuple[float, str]:
    """Weight and language of one wish; what makes no sense weighs nothing."""
    tag, _, parameter = written.strip().lower().partition(";")
    name, _, value = parameter.strip().partition("=")
    try:
        weight = float(value) if name.strip() == "q" else 1.0
    except ValueError:
        weight = 0.0
    primary = tag.strip().partition("-")[0]
    return weight, CHINESE if primary == "*" else primary


def in_words(value: Any, ours: bool = True) -> Any:
    """What is said in an answer, now or once, in the language of the exchange; what is no sentence of ours stays."""
    if isinstance(value, str):
        return _sentence(value, ours)
    if isinstance(value, Mapping):
        return {key: in_words(each, ours) for key, each in value.items()}
    return [in_words(each, ours) for each in value] if isinstance(value, list | tuple) else value


def table_in_words(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """A table to take away: what the service says in it is told, every other cell is data and stays."""
    return [[in_words(cell) if isinstance(cell, Said | Kept) else cell for cell in row] for row in rows]


def _sentence(words: str, ours: bool) -> str:
    exchange, now = _exchange.get(None), isinstance(words, Said)
    if exchange is None:
        return str(words)
    exchange.spoke = exchange.spoke or now
    catalogue = CATALOGUES.get(exchange.language)
    if catalogue is None:
        return str(words)
    reading = _retelling(exchange.language)
    if now:
        return told(words, catalogue, reading.retell)
    again = reading.retell(words, ours or isinstance(words, Kept))
    exchange.spoke = exchange.spoke or again != words
    return again


@cache
def _retelling(language: str) -> Retelling:
    """What was said before, in a language: made when the first who reads it asks."""
    return Retelling(CATALOGUES[language])


_SHARED = BeforeValidator(partial(in_words, ours=False))
SAID = "x-said"
"""Marks in the API's document what is told in the language of whoever asked."""
Sentence = Annotated[str, BeforeValidator(in_words), WithJsonSchema({"type": "string", SAID: True})]
"""What the service says in an answer, or has said and kept: told in the language of whoever asked."""
Remark = Annotated[str, _SHARED, WithJsonSchema({"type": "string", SAID: True})]
"""Where people write too: what is clearly a sentence of the service's is told, their words stay."""
Details = Annotated[
    dict[str, Any], _SHARED, WithJsonSchema({"type": "object", "additionalProperties": True, SAID: True})
]
"""What work came to, or what belongs to a step: the service's sentences among it are told."""
