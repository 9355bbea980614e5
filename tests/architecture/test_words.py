"""One word per thing: names without synonyms, nothing left for later, no test that sleeps."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from tests.architecture.sources import PACKAGES, ROOT, files, functions, name, tree

SYNONYMS = {
    "incident": "ticket",
    "workorder": "ticket",
    "gridcell": "cell",
    "geofence": "cell",
    "precinct": "police grid",
    "organization": "unit",
    "tenant": "unit",
    "deadline_timer": "clock",
    "watcher": "audience",
    "subscriber": "audience",
    "manager": "the noun it manages",
    "helper": "what it does",
    "util": "what it does",
    "utils": "what it does",
    "misc": "what it does",
}
LATER = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")


def words(identifier: str) -> set[str]:
    """Return the words of an identifier in any case, singular, and neighbours joined."""
    parts = [part.lower() for part in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", identifier)]
    singular = [part.removesuffix("s") if part not in SYNONYMS else part for part in parts]
    return {*parts, *singular, *("".join(pair) for pair in pairwise(singular))}


def named(path: Path) -> Iterator[str]:
    """Yield the names a file gives: its own, and those of its classes, functions and arguments."""
    yield path.stem
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ClassDef):
            yield node.name
    for function in functions(path):
        yield function.name
        yield from (argument.arg for argument in function.args.args + function.args.kwonlyargs)


def test_names_use_the_words_of_the_glossary() -> None:
    strange = {
        f"{name(path)}: {given}": SYNONYMS[word]
        for path in files("dispatch", "gis", "deploy")
        for given in named(path)
        for word in words(given) & SYNONYMS.keys()
    }
    assert not strange


def test_nothing_is_left_for_later() -> None:
    written = [
        *files(*PACKAGES, "tests"),
        *(ROOT / "frontend/src").rglob("*.ts*"),
        *(ROOT / "dispatch").rglob("*.sql"),
    ]
    own = Path(__file__)
    left = [name(path) for path in written if path != own and LATER.search(path.read_text(encoding="utf-8"))]
    assert not left


def test_no_test_sleeps() -> None:
    sleeping = [
        f"{name(path)}:{node.lineno}"
        for path in files("tests")
        if path.name.startswith("test_")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and sleeps(node)
    ]
    assert not sleeping


def sleeps(call: ast.Call) -> bool:
    """Say whether a call waits for a fixed time; `asyncio.sleep(0)` only lets others run."""
    function = call.func
    called = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    yields = bool(call.args) and isinstance(call.args[0], ast.Constant) and call.args[0].value == 0
    return called in ("sleep", "wait_for_timeout") and not yields
