"""How the code is cut: short functions, a docstring a module, SQL in its own files."""

from __future__ import annotations

import ast
import re
from collections import Counter

from tests.architecture.sources import PACKAGES, ROOT, docstrings, files, functions, name, tree

Function = ast.FunctionDef | ast.AsyncFunctionDef
LONGEST = 40  # lines of a function, decorators not counted
STATEMENT = re.compile(
    r"^\s*(SELECT\s|INSERT\s+INTO\s|UPDATE\s+\S+\s+SET\s|DELETE\s+FROM\s|WITH\s+\w+\s+AS\s*\(|MERGE\s+INTO\s)",
    re.IGNORECASE,
)


def own_lines(function: Function) -> int:
    """Count a function's lines without those of the functions written inside it, which are counted themselves."""
    inner = [node for node in ast.walk(function) if node is not function and isinstance(node, Function)]
    within = {line for node in inner for line in range(node.lineno, (node.end_lineno or 0) + 1)}
    return len(set(range(function.lineno, (function.end_lineno or 0) + 1)) - within)


def test_no_function_is_longer_than_forty_lines() -> None:
    found = files(*PACKAGES, "tests", "scripts")
    assert len(found) > 50
    long = {
        f"{name(path)}:{node.lineno} {node.name}": own_lines(node)
        for path in found
        for node in functions(path)
        if own_lines(node) > LONGEST
    }
    assert not long


def test_every_module_says_what_it_owns() -> None:
    silent = [name(path) for path in files(*PACKAGES) if not ast.get_docstring(tree(path))]
    assert not silent


def test_sql_of_the_service_lies_in_sql_files() -> None:
    spoken = [
        f"{name(path)}:{node.lineno}"
        for path in files("dispatch", "gis")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and STATEMENT.match(node.value)
        and node not in docstrings(path)
    ]
    assert not spoken


def test_every_sql_block_has_its_sentence() -> None:
    blocks = [
        (name(path), *match)
        for path in sorted((ROOT / "dispatch/store/sql").glob("*.sql"))
        for match in re.findall(r"^-- name: (\w+)\n(.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert len(blocks) > 10
    assert not [(path, block) for path, block, line in blocks if not line.startswith("-- ")]


def test_no_sql_block_has_a_namesake_in_its_file() -> None:
    for path in sorted((ROOT / "dispatch/store/sql").glob("*.sql")):
        names = Counter(re.findall(r"^-- name: (\w+)$", path.read_text(encoding="utf-8"), re.MULTILINE))
        assert [block for block, count in names.items() if count > 1] == [], name(path)
