"""Chinese is set with Chinese marks: a comma beside a Chinese character is U+FF0C, not U+002C (GB/T 15834-2011).

`python scripts/punctuation.py` says where a text of the product has another; `--write` sets it right. Only literals are
looked through, never code, and of them only what people read: no statements, no patterns, no samples of tables.
"""

from __future__ import annotations

import io
import re
import sys
import tokenize
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

MARKS: Final = {
    ",": "\uff0c",
    ";": "\uff1b",
    ":": "\uff1a",
    "?": "\uff1f",
    "!": "\uff01",
    "(": "\uff08",
    ")": "\uff09",
}
SHOWN: Final = (
    "dispatch", "gis", "deploy", "frontend/public", "frontend/src", "scripts/dashboard.py",
)  # fmt: skip
"""Where the product's own words stand."""

_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u201c\u201d\u2018\u2019\u2026]")
_LATIN: Final = re.compile(r"[A-Za-z]")
_GAP: Final = "\ufffc"
"""Stands for each character of what is filled in."""
_FILLED: Final = re.compile(r"\$?\{[^{}]*\}")
_INNER: Final = re.compile(r"'[^'\\]*'")
"""A literal in what is filled in."""
_QUOTES: Final = ("", '"', "'", "\\")
_MACHINES: Final = (
    re.compile(r"\b(SELECT|INSERT|UPDATE|DELETE|VALUES|WHERE|CREATE)\b"),
    re.compile(r"(^|\\n)[^\\\u3002]*(,[^\\\u3002]*){3}\\n"),
    re.compile(r"\(\?|\|[^|]*\||\]\{|\]\u3011"),
)
"""A statement, the sample of a table, a pattern."""


def mended(text: str) -> str:
    """A text with its Chinese marks; what stands in braces is left alone."""
    text = _FILLED.sub(lambda filled: _INNER.sub(lambda found: mended(found[0]), filled[0]), text)
    if not _is_chinese(text) or any(each.search(text) for each in _MACHINES):
        return text
    bare = list(_FILLED.sub(lambda found: _GAP * len(found[0]), text))
    made = list(text)
    for at in _asides(bare):
        bare[at] = made[at] = MARKS[bare[at]]
    for at, mark in enumerate(bare):
        if mark in ",;:?!" and _belongs("".join(bare), at):
            bare[at] = made[at] = MARKS[mark]
            if bare[at + 1 : at + 2] == [" "]:
                made[at + 1] = ""
    return "".join(made)


def _is_chinese(text: str) -> bool:
    """Whether it is a Chinese text, rather than one that names something Chinese."""
    words = _FILLED.sub("", text)
    if text.startswith('"""') and not _HAN.match(text[3:].lstrip()):
        return False
    return 0 < len(_HAN.findall(words)) * 3 >= len(_LATIN.findall(words))


def _belongs(bare: str, at: int) -> bool:
    """Whether a mark belongs to Chinese words: one stands beside it, or gaps that words will fill."""
    before, after = bare[:at].rstrip(" ")[-1:], bare[at + 1 :].lstrip(" ")[:1]
    if _CHINESE.match(before):
        return True
    if _CHINESE.match(after):
        return bool(re.match(r"[-0-9A-Za-z%/)\ufffc]", before)) or (before in _QUOTES and bare[at] in ",;:")
    return before == _GAP and after in (*_QUOTES, _GAP)


def _asides(bare: Sequence[str]) -> Iterator[int]:
    """Where the brackets of Chinese words stand; those of a call, of a selector, of a pattern do not count."""
    opened: list[int] = []
    for at, mark in enumerate(bare):
        if mark == "(":
            opened.append(at)
        elif mark == ")" and opened:
            begin = opened.pop()
            if _is_aside(bare, begin, at):
                yield from (begin, at)


def _is_aside(bare: Sequence[str], begin: int, end: int) -> bool:
    first, last = bare[begin + 1], bare[end - 1]
    before, after = "".join(bare[:begin])[-1:], "".join(bare[end + 1 : end + 2])
    if first in "\"'?" or last in "\"'" or (before == " " and after in ("", " ", ".")):
        return False
    if before == "" and _HAN.search("".join(bare[begin:end])):
        return True
    return before == _GAP or any(_CHINESE.match(each) for each in (before, first, last, after))


def python(source: str) -> str:
    """A Python module with its literals mended; raw strings stay."""
    lines = [0]
    for line in source.splitlines(keepends=True):
        lines.append(lines[-1] + len(line))
    made, done = [], 0
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.STRING and not re.match(r"[bfu]*r", token.string.lower()):
            begin, end = (lines[row - 1] + column for row, column in (token.start, token.end))
            made += [source[done:begin], mended(token.string)]
            done = end
    return "".join(made) + source[done:]


_PIECE: Final = re.compile(
    r"//[^\n]*|/\*.*?\*/"
    r"|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|`"
    r"|(?<=[(,=:\[!&|?;])\s*/(?![/*])(?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\\\n])+/",
    re.DOTALL,
)
"""A comment, a literal, the beginning of a template, a pattern."""


def script(source: str) -> str:
    """A TypeScript module with its literals mended; comments and patterns stay."""
    made, at = [], 0
    while found := _PIECE.search(source, at):
        made.append(source[at : found.start()])
        at = found.end()
        piece = found[0]
        if piece == "`":
            piece, at = _template(source, found.start())
        made.append(mended(piece) if piece[0] in "\"'" else piece)
    return "".join(made) + source[at:]


def _template(source: str, start: int) -> tuple[str, int]:
    """A template literal, mended, from its first back-tick on; and where it ends."""
    said, filled = [], []
    at = begin = start + 1
    while source[at] != "`":
        if source[at] == "\\":
            at += 2
        elif source.startswith("${", at):
            said.append(source[begin:at])
            at = _filled(source, at + 2)
            filled.append("${" + script(source[begin + len(said[-1]) + 2 : at - 1]) + "}")
            begin = at
        else:
            at += 1
    said.append(source[begin:at])
    pieces = mended(_GAP.join(said)).split(_GAP)
    return "`" + "".join(a + b for a, b in zip(pieces, [*filled, ""], strict=True)) + "`", at + 1


def _filled(source: str, at: int) -> int:
    """Where the braces end that began before ``at``."""
    depth = 1
    while depth:
        if source[at] == "`":
            _, at = _template(source, at)
        elif found := re.compile(r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'").match(source, at):
            at = found.end()
        else:
            depth += {"{": 1, "}": -1}.get(source[at], 0)
            at += 1
    return at


def table(source: str) -> str:
    """A file of settings with its quoted words and its comments mended."""
    return re.sub(r'"(?:\\.|[^"\\\n])*"|#[^\n]*', lambda found: mended(found[0]), source)


def sayings(source: str) -> str:
    """What callers of the demo say: fields between bars."""
    return "|".join(mended(field) if not field.startswith("#") else field for field in source.split("|"))


def sql(source: str) -> str:
    """SQL with its literals mended; comments stay."""
    return re.sub(
        r"--[^\n]*|'[^'\n]*'", lambda found: mended(found[0]) if found[0][0] == "'" else found[0], source
    )


KINDS: Final[dict[str, Callable[[str], str]]] = {
    ".py": python,
    ".ts": script,
    ".tsx": script,
    ".toml": table,
    ".yml": table,
    ".webmanifest": table,
    ".txt": sayings,
    ".sql": sql,
}


def sources() -> Iterator[tuple[Path, Callable[[str], str]]]:
    """Every file with words of the product, and how it is mended."""
    for shown in map(Path, SHOWN):
        for path in sorted(shown.rglob("*")) if shown.is_dir() else [shown]:
            if path.suffix in KINDS and ".test." not in path.name:
                yield path, KINDS[path.suffix]


def wrong(path: Path, mend: Callable[[str], str]) -> Iterator[str]:
    """The lines of a file whose marks are not Chinese, as they should be, each with its place."""
    source = path.read_text(encoding="utf-8")
    pairs = zip(source.split("\n"), mend(source).split("\n"), strict=True)
    yield from (f"{path}:{number}: {new.strip()}" for number, (old, new) in enumerate(pairs, 1) if old != new)


def main() -> int:
    """Say what is wrong, or set it right."""
    found = 0
    for path, mend in sources():
        lines = list(wrong(path, mend))
        found += len(lines)
        if lines and "--write" in sys.argv:
            path.write_text(mend(path.read_text(encoding="utf-8")), encoding="utf-8")
        print(*lines, sep="\n", end="\n" if lines else "")
    return int(found > 0 and "--write" not in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
