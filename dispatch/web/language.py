"""In which language an exchange is answered: what it asked for (RFC 9110 §12.5.4), Chinese where nothing else is known.

``security`` notes what a request asks for; ``problems``, and ``Sentence`` in the shapes of answers, choose the words by
it.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BeforeValidator

from dispatch.saying import Said, told
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


def in_words(value: Any) -> Any:
    """What is said in an answer, in the language of the exchange; whatever is no sentence of ours stays."""
    if isinstance(value, Said):
        exchange = _exchange.get(None)
        if exchange is None:
            return str(value)
        exchange.spoke = True
        words = CATALOGUES.get(exchange.language)
        return told(value, words) if words else str(value)
    if isinstance(value, Mapping):
        return {key: in_words(each) for key, each in value.items()}
    return [in_words(each) for each in value] if isinstance(value, list | tuple) else value


Sentence = Annotated[str, BeforeValidator(in_words)]
"""What the service says in an answer: told in the language of whoever asked."""
