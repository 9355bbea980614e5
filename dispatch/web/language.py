"""In which language an exchange is answered: what it asked for (RFC 9110 §12.5.4), Chinese where nothing else is known.

``security`` notes what a request asks for; ``problems``, and ``Sentence`` in the shapes of answers, choose the words by
it. Catalogues lie in ``dispatch/text``: a folder for each language, a file for each subject.
"""

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator

from dispatch.saying import Catalogue, Said, told

CHINESE = "zh"
TEXTS = Path(__file__).parents[1] / "text"


@dataclass(slots=True)
class Exchange:
    """One exchange: the language of its answer, and whether anything was said in it."""

    language: str
    spoke: bool = False


_exchange: ContextVar[Exchange] = ContextVar("exchange")


def catalogue(language: str) -> dict[str, str]:
    """All that a language has words for."""
    files = sorted((TEXTS / language).glob("*.toml"))
    return {said: words for file in files for said, words in tomllib.loads(file.read_text("utf-8")).items()}


_CATALOGUES: Mapping[str, Catalogue] = {CHINESE: {}} | {
    folder.name: catalogue(folder.name) for folder in sorted(TEXTS.iterdir())
}


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
        (weight, name) for weight, name in wishes if weight > 0 and (name == CHINESE or name in _CATALOGUES)
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
        return told(value, _CATALOGUES[exchange.language])
    if isinstance(value, Mapping):
        return {key: in_words(each) for key, each in value.items()}
    return [in_words(each) for each in value] if isinstance(value, list | tuple) else value


Sentence = Annotated[str, BeforeValidator(in_words)]
"""What the service says in an answer: told in the language of whoever asked."""
