"""A module's docstring names who calls it; whoever is named there does import it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.sources import PACKAGES, ROOT, files, tree

CALLED_BY = re.compile(r"[Cc]alled (?:\w+ )?by (.*?)(?:\.\s|\.$|;|:)", re.DOTALL)
NAMED = re.compile(r"``([\w.]+)``")


def module(path: Path) -> str:
    """`dispatch/web/links.py` → `dispatch.web.links`."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def taken(code: ast.Module) -> Iterator[str]:
    """Each module that is imported, and each name from it, which may be a module too."""
    for node in ast.walk(code):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))


def wrongly_named(modules: dict[str, ast.Module]) -> list[str]:
    """Modules that a docstring names as callers and that import nothing from there, or are not there at all."""
    imported = {name: set(taken(code)) for name, code in modules.items()}

    def calls(caller: str, called: str) -> bool:
        answering = (each for each in modules if f".{each}.".find(f".{caller}.") >= 0)
        return any(called in imported[each] for each in answering)

    return [
        f"{name}: called by {caller}?"
        for name, code in modules.items()
        for words in CALLED_BY.findall(ast.get_docstring(code) or "")
        for caller in NAMED.findall(words)
        if not calls(caller, name)
    ]


def test_who_is_said_to_call_a_module_imports_it() -> None:
    modules = {module(path): tree(path) for path in files(*PACKAGES)}
    named = [code for code in modules.values() if CALLED_BY.search(ast.get_docstring(code) or "")]
    assert len(named) > 100
    assert not wrongly_named(modules)


def test_a_caller_that_is_not_one_is_found() -> None:
    said = '"""Keeps. Called by ``b`` in threads and by ``gone``. Ends."""'
    codes = {"a": said, "b": "from a import x", "c": '"""Called by ``b``."""'}
    found = wrongly_named({name: ast.parse(code) for name, code in codes.items()})
    assert found == ["a: called by gone?", "c: called by b?"]
