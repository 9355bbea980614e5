"""What must hold before a test runs: format, lint, types, import contracts, the frontend's own.

Called by the commands.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from deploy.bootstrap import prepare, process
from deploy.bootstrap.place import FRONTEND, ROOT, VENV
from deploy.bootstrap.speech import Stop, tell

PROGRAMS = VENV / "bin"
TYPED = ("dispatch", "gis", "migrations", "deploy")
CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ruff format", ("ruff", "format", "--check", "--quiet", ".")),
    ("ruff check", ("ruff", "check", "--quiet", ".")),
    ("mypy", ("mypy", "--no-error-summary", *TYPED)),
    ("import contracts", ("lint-imports", "--no-logo")),
)


def frontend(*words: str) -> int:
    """Run one of the frontend's npm scripts with this terminal."""
    environment = prepare.node_environment()
    program = shutil.which("npm", path=environment["PATH"]) or "npm"
    return process.shown([program, "run", "--silent", *words], cwd=FRONTEND, env=environment)


def write_format() -> None:
    """Let ruff and the frontend's formatter write."""
    ruff = PROGRAMS / "ruff"
    process.shown([ruff, "check", "--fix", "--quiet", "."], cwd=ROOT)
    process.shown([ruff, "format", "--quiet", "."], cwd=ROOT)
    frontend("format")


def run() -> None:
    """Run every check and stop with the names of those that failed."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    failed = []
    for name, (program, *words) in CHECKS:
        tell(f"Checking: {name}", f"检查:{name}")
        if process.shown([Path(PROGRAMS / program), *words], cwd=ROOT, env=environment) != 0:
            failed.append(name)
    tell("Checking: frontend", "检查:前端")
    if frontend("check") != 0:
        failed.append("frontend")
    if failed:
        names = ", ".join(failed)
        raise Stop(
            f"These checks failed: {names}; repair what they name above and run `make check` again.",
            f"以下检查未通过:{names};请按上方提示修正后重新运行 make check。",
        )


def frontend_tests() -> None:
    """Run the frontend's unit tests and stop when one fails."""
    tell("Testing: frontend", "测试:前端")
    if frontend("test") != 0:
        raise Stop(
            "The frontend's tests failed; repair what they name above and run again.",
            "前端测试未通过;请按上方提示修正后重试。",
        )
