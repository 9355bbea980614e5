"""What is imported from the project is there: also in benches and scripts, which no test runs from end to end."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.sources import PACKAGES, ROOT, files, name, tree

OURS = (*PACKAGES, "tests", "scripts")


def module_file(module: str) -> Path | None:
    """Return the file of a module, or of a package; None for a folder that has no file of its own."""
    base = ROOT.joinpath(*module.split("."))
    return next((path for path in (base.with_suffix(".py"), base / "__init__.py") if path.is_file()), None)


def bound(node: ast.AST) -> Iterator[str]:
    """Yield the names that a statement gives to a module, those of its branches included."""
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            yield node.name
        case ast.Import() | ast.ImportFrom():
            yield from (alias.asname or alias.name.split(".")[0] for alias in node.names)
        case ast.Assign() | ast.AnnAssign():
            yield from (each.id for each in ast.walk(node) if isinstance(each, ast.Name))
        case ast.If() | ast.Try() | ast.With() | ast.For():
            yield from (each for child in ast.iter_child_nodes(node) for each in bound(child))


def is_there(module: str, wanted: str) -> bool:
    """Say whether a module gives a name, or is a package that holds a module of it."""
    path = module_file(module)
    given = {each for node in tree(path).body for each in bound(node)} if path else set()
    return (
        wanted in given
        or (ROOT.joinpath(*module.split("."), wanted).is_dir())
        or bool(module_file(f"{module}.{wanted}"))
    )


def missing(path: Path) -> Iterator[str]:
    """Yield what a file imports from the project and does not find."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] in OURS:
            for alias in node.names:
                if alias.name != "*" and not is_there(node.module, alias.name):
                    yield f"{name(path)}: {node.module}.{alias.name}"


def test_whatever_is_imported_from_the_project_is_there() -> None:
    assert [each for path in files(*OURS) for each in missing(path)] == []


def test_a_name_that_is_not_there_is_found() -> None:
    assert is_there("dispatch.errors", "DispatchError")
    assert is_there("dispatch", "errors")
    assert not is_there("dispatch.errors", "NoSuchError")
    assert not is_there("dispatch.nowhere", "anything")
