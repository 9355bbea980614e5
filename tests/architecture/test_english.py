"""Whatever the service says can be told in English: every sentence has its words, and none are left over."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import dispatch.app
import dispatch.cli  # noqa: F401 - every refusal there is
from dispatch.errors import DispatchError
from dispatch.text import TEXTS, catalogue
from tests.architecture.sources import ROOT, docstrings, files, name, tree

HAN = re.compile(r"[\u3400-\u9fff]+")
DOCSTRINGS = {"dispatch/errors.py", "dispatch/web/problems.py"}
"""Where the docstring of a class is said, which is no literal there."""

PATTERN = re.compile(r"\(\?|[\\|]|\[.*\]")
"""What only a regular expression holds."""
QUOTED = re.compile(r"'([^'\n]*[\u3400-\u9fff][^'\n]*)'")
READS_WORDS = frozenset(
    f"gis/{each}.py"
    for each in ("address", "beside", "cues", "deal", "distance", "names", "propose", "regions", "spans")
)
"""Where Chinese is what is looked for in addresses."""
_CLAUSES = re.compile("[,;:。\uff0c\uff1b\uff1a]|请")
"""What tells a sentence from a word."""

ON_TERMINALS = ("dispatch/cli/", "dispatch/ports/backup/")
"""What is printed on a server's terminal, in Chinese: no page shows it."""

ON_PAPER = (
    "dispatch/domain/papers/",
    "dispatch/domain/day_report.py",
    "dispatch/domain/drafting.py",
    "dispatch/ports/report_",
    "dispatch/ports/spreadsheet.py",
    "dispatch/web/features_",
    "dispatch/reads/features.py",
    "dispatch/doctor/",
    "dispatch/domain/traditional.py",
)
"""Papers, tables, drafts of replies and documents for programs, which are Chinese; the doctor speaks on a terminal."""

NAMES = frozenset(
    {
        "{}到{}",
        "到{}",
        "{}（第{}列）",
        "第{}列",
        "{}制止",
        "【缺：{}】",
        "{} is not set: maps have to name their source, like 天地图 GS(2024)0650号",
    }
)
"""Names of rules and columns, marks in a draft, and what an operator is told at the start."""
ASKS = re.compile("(?<![申邀聘])请(?![示假求])")

DESCRIBED = frozenset({"Field", "Query", "Path", "Form", "File", "Body", "Header", "compile"})
"""What the API's document says, and patterns."""


def sources() -> list[Path]:
    """Everything that may say something."""
    return files("dispatch")


def is_said(call: ast.Call) -> bool:
    """Whether a call is one of ``say``."""
    return isinstance(call.func, ast.Name) and call.func.id == "say"


def calls(path: Path) -> Iterator[ast.Call]:
    """All calls in a source."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


def fields(template: str) -> set[str]:
    """What is filled into a template."""
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def kinds(kind: type[DispatchError] = DispatchError) -> Iterator[type[DispatchError]]:
    """Every class of refusals, whose docstrings are said."""
    yield kind
    for each in kind.__subclasses__():
        yield from kinds(each)


def said() -> dict[str, set[str]]:
    """Every sentence of the service → its fields."""
    found = {(kind.__doc__ or "").strip(): set[str]() for kind in kinds() if HAN.search(kind.__doc__ or "")}
    for path in sources():
        for call in calls(path):
            if is_said(call) and isinstance(call.args[0], ast.Constant):
                found[str(call.args[0].value)] = {each.arg for each in call.keywords if each.arg}
    return found


def written() -> Iterator[tuple[str, bool]]:
    """Every Chinese text of ``gis``, which knows of no languages, as a template; and whether it is a sentence."""
    for path in files("gis"):
        passed = {*map(id, docstrings(path))}
        passed |= {
            id(each)
            for node in ast.walk(tree(path))
            if isinstance(node, ast.JoinedStr)
            for each in node.values
        }
        for node in ast.walk(tree(path)):
            template = None if id(node) in passed else as_template(node)
            if template and HAN.search(template):
                filled = isinstance(node, ast.JoinedStr)
                yield template, filled or (bool(_CLAUSES.search(template)) and name(path) not in READS_WORDS)


def as_template(node: ast.AST) -> str | None:
    """A text as a template, what is filled in as ``{}``; None for what is no text, or a pattern."""
    if isinstance(node, ast.JoinedStr):
        pieces = [each.value if isinstance(each, ast.Constant) else None for each in node.values]
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        pieces = [node.value]
    else:
        return None
    if any(piece and PATTERN.search(piece) for piece in pieces):
        return None
    return "".join("{}" if piece is None else piece.replace("{", "{{").replace("}", "}}") for piece in pieces)


def test_sentences_stand_where_they_are_said() -> None:
    hidden = [
        f"{name(path)}:{call.lineno}"
        for path in sources()
        for call in calls(path)
        if is_said(call) and not isinstance(call.args[0], ast.Constant)
        if name(path) not in DOCSTRINGS
    ]
    assert not hidden, "say() takes the sentence itself, so that it can be found and translated"


def test_every_sentence_gets_what_it_names() -> None:
    wrong = {each: given for each, given in said().items() if given and fields(each) != given}
    assert not wrong


def test_every_sentence_has_english_words_with_the_same_fields() -> None:
    english = catalogue("en")
    assert len(english) > 40
    missing = sorted(said().keys() - english.keys())
    assert not missing, "write them into a file of dispatch/text/en"
    differing = [each for each, given in said().items() if given and fields(english[each]) != given]
    assert not differing


def delivered() -> set[str]:
    """What the first rules and settings say, which come with the schema."""
    scripts = (ROOT / "migrations" / "versions").glob("*.sql")
    return {found for file in scripts for found in QUOTED.findall(file.read_text("utf-8"))}


def test_every_sentence_of_gis_has_english_words() -> None:
    english = catalogue("en")
    sentences = {template for template, is_sentence in written() if is_sentence}
    assert len(sentences) > 150
    missing = sorted(sentences - english.keys())
    assert not missing, "write them into places.toml or borders.toml of dispatch/text/en"
    assert not [each for each in sentences if len(places(english[each])) != len(places(each))]


def places(template: str) -> list[str]:
    """What is filled into a template by its place."""
    return [name for _, name, _, _ in Formatter().parse(template) if name is not None]


def test_no_english_words_are_left_over() -> None:
    """Templates without a word of their own (``{}:{}``) say how sentences stand together."""
    used = said().keys() | {template for template, _ in written()} | delivered()
    assert sorted(each for each in catalogue("en").keys() - used if HAN.search(each)) == []


def test_english_is_english_and_said_once() -> None:
    """Chinese stands in it only as what somebody has to type: words of the sentence itself."""
    chinese = [
        words
        for template, words in catalogue("en").items()
        for run in HAN.findall(words)
        if run not in template
    ]
    assert chinese == []
    entries = Counter(
        template for file in TEXTS.glob("en/*.toml") for template in tomllib.loads(file.read_text("utf-8"))
    )
    assert [template for template, times in entries.items() if times > 1] == []


def test_refusals_are_said() -> None:
    """A refusal whose words are a bare literal would stay Chinese on an English page."""
    refusals = {kind.__name__ for kind in kinds()}
    bare = Counter(
        name(path)
        for path in sources()
        for call in calls(path)
        if last_name(call) in refusals and call.args and is_bare(call.args[0])
        if not name(path).startswith(ON_TERMINALS)
    )
    assert bare == {}


def last_name(call: ast.Call) -> str:
    """What is called, without where it is from."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def is_bare(words: ast.expr) -> bool:
    """Whether Chinese words are given as they are."""
    if isinstance(words, ast.IfExp):
        return is_bare(words.body) or is_bare(words.orelse)
    if isinstance(words, ast.JoinedStr):
        return any(is_bare(each) for each in words.values)
    return isinstance(words, ast.Constant) and isinstance(words.value, str) and bool(HAN.search(words.value))


def test_sentences_are_said_and_not_written() -> None:
    """What is kept as a mere text has a template too, or nobody could tell it again: papers and names have none."""
    bare = {
        f"{name(path)}:{node.lineno}"
        for path in sources()
        if not name(path).startswith((*ON_TERMINALS, *ON_PAPER))
        for node in written_out(path)
    }
    assert bare == set(), "say() them, or name the file as one of papers, patterns and names"


def written_out(path: Path) -> Iterator[ast.expr]:
    """Chinese sentences of a source that nobody says: filled in, or ended like one."""
    passed = {*map(id, docstrings(path))}
    for call in calls(path):
        if is_said(call) or last_name(call) in DESCRIBED:
            passed |= {id(each) for each in ast.walk(call)}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.JoinedStr):
            passed |= {id(each) for each in node.values}
        template = None if id(node) in passed else as_template(node)
        if isinstance(node, ast.expr) and template and HAN.search(template) and template not in NAMES:
            filled = isinstance(node, ast.JoinedStr)
            yield from [node] if filled or ASKS.search(template) or template.endswith("。") else []
