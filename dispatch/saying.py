"""What the service says to people: Chinese sentences that know how they were made, told in other languages at the edge.

Whoever refuses, warns or explains writes ``say("退单时限已过（{reason}），不能再退单。", reason=…)``. That is a ``str``
to whoever compares, stores or logs it. Beside its words it keeps the template and what stands in it, so that ``told``
can say the same in a language with a catalogue (``dispatch/text``). Names, numbers and citizens' words are data: they
stay.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

Catalogue = Mapping[str, str]
"""Templates in Chinese → the same in another language, with the same fields."""
_LIST = "、"
_BETWEEN: Mapping[str, str] = {
    _LIST: ", ",
    ",": ", ",
    ";": "; ",
    ":": ": ",
    "，": ", ",
    "；": "; ",
    "：": ": ",
    "。": ". ",
    "": " ",
    "\n": "\n",
}
"""What stands between the parts of a list, elsewhere than in Chinese."""


class Said(str):
    """A sentence, or a word in one: Chinese as a ``str``, and the parts it was made of."""

    __slots__ = ("members", "parts", "template")
    template: str
    parts: Mapping[str, Any]
    members: tuple[Any, ...] | None
    """What a list is made of; its template is what stands between them."""


class Kept(str):
    """A sentence that comes out of a store, or from who knows of no languages: it is read again where it is told."""

    __slots__ = ()


def say(template: str, **parts: Any) -> Said:
    """A sentence: the template with its fields filled in. Sentences may stand in it, and lists of them."""
    filled = {name: _listed(each) for name, each in parts.items()}
    said = Said(template.format_map(filled) if parts else template)
    said.template, said.parts, said.members = template, parts, None
    return said


def together(sentences: Iterable[Any], seam: str = "") -> Said:
    """Several sentences or words as one."""
    members = tuple(sentences)
    said = Said(seam.join(map(str, members)))
    said.template, said.parts, said.members = seam, {}, members
    return said


def told(words: str, catalogue: Catalogue, again: Callable[[str], str] = str) -> str:
    """What was said, in the language of a catalogue; what is no sentence of ours stays as it is.

    again: reads what was kept.
    """
    if isinstance(words, Kept):
        return again(words)
    if not isinstance(words, Said):
        return words
    if words.members is not None:
        return between(words.template).join(str(_elsewhere(each, catalogue, again)) for each in words.members)
    template = catalogue.get(words.template)
    if template is None:
        return str(words)
    parts = {name: _elsewhere(each, catalogue, again) for name, each in words.parts.items()}
    return template.format_map(parts) if parts else template


def between(seam: str) -> str:
    """What stands between two parts elsewhere than in Chinese."""
    return _BETWEEN.get(seam, seam)


def _elsewhere(part: Any, catalogue: Catalogue, again: Callable[[str], str]) -> Any:
    listed = _listed(part)
    return told(listed, catalogue, again) if isinstance(listed, str) else listed


def _listed(part: Any) -> Any:
    return together(part, _LIST) if isinstance(part, list | tuple) else part
