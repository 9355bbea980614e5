"""What must hold before pytest runs: format, lint, types, import contracts, the frontend's own checks and tests.

Python's and the frontend's go side by side, each step's words in one piece when it is done. Called by the commands.
"""

from __future__ import annotations

import os
import shutil
import sys
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from deploy.bootstrap import prepare, process
from deploy.bootstrap.place import FRONTEND, ROOT, VENV
from deploy.bootstrap.speech import Stop, tell

PROGRAMS = VENV / "bin"
TYPED = ("dispatch", "gis", "migrations", "deploy", "tests/e2e", "tests/bench/screens")
PYTHON: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ruff format", ("ruff", "format", "--check", "--quiet", ".")),
    ("ruff check", ("ruff", "check", "--quiet", ".")),
    ("mypy", ("mypy", "--no-error-summary", *TYPED)),
    ("import contracts", ("lint-imports", "--no-logo")),
    ("punctuation", ("python", "scripts/punctuation.py")),
)


@dataclass(frozen=True)
class Step:
    """One program to run: its name for people, its words, where and with what environment."""

    english: str
    chinese: str
    words: Sequence[str | Path]
    folder: Path
    environment: Mapping[str, str]


def python_steps() -> list[Step]:
    """Return the checks of the Python code."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return [
        Step(name, name, [PROGRAMS / program, *words], ROOT, environment)
        for name, (program, *words) in PYTHON
    ]


def frontend_step(english: str, chinese: str, script: str) -> Step:
    """Return one of the frontend's npm scripts as a step."""
    environment = prepare.node_environment() | ({} if sys.stdout.isatty() else {"NO_COLOR": "1"})
    program = shutil.which("npm", path=environment["PATH"]) or "npm"
    return Step(english, chinese, [program, "run", "--silent", script], FRONTEND, environment)


def write_format() -> None:
    """Let ruff and the frontend's formatter write."""
    ruff = PROGRAMS / "ruff"
    process.shown([ruff, "check", "--fix", "--quiet", "."], cwd=ROOT)
    process.shown([ruff, "format", "--quiet", "."], cwd=ROOT)
    process.shown([PROGRAMS / "python", "scripts/punctuation.py", "--write"], cwd=ROOT)
    step = frontend_step("frontend", "前端", "format")
    process.shown(step.words, cwd=step.folder, env=step.environment)


def run() -> None:
    """Run every check and stop with the names of those that failed."""
    refuse(side_by_side(python_steps(), [frontend_step("frontend", "前端", "check")]))


def everything() -> None:
    """Run every check and the frontend's tests, and stop with the names of those that failed."""
    tests = frontend_step("frontend tests", "前端测试", "test")
    refuse(side_by_side(python_steps(), [frontend_step("frontend", "前端", "check"), tests]))


def refuse(failed: Sequence[Step]) -> None:
    """Stop when a step failed."""
    if failed:
        english = ", ".join(each.english for each in failed)
        chinese = "、".join(each.chinese for each in failed)
        raise Stop(
            f"These checks failed: {english}; repair what they name above and run it again.",
            f"以下检查未通过：{chinese}；请按上方提示修正后重试。",
        )


def side_by_side(*lanes: Sequence[Step]) -> list[Step]:
    """Run the steps of each lane one after the other, the lanes at once; return the steps that failed."""
    speaking = threading.Lock()

    def pass_through(lane: Sequence[Step]) -> list[Step]:
        return [step for step in lane if not holds(step, speaking)]

    with ThreadPoolExecutor(len(lanes)) as pool:
        return [step for failed in pool.map(pass_through, lanes) for step in failed]


def holds(step: Step, speaking: threading.Lock) -> bool:
    """Run one step, and show its name and all it said when it is done."""
    code, said = process.heard(step.words, cwd=step.folder, env=step.environment)
    with speaking:
        tell(f"Checked: {step.english}", f"已检查：{step.chinese}")
        sys.stdout.write(said)
        sys.stdout.flush()
        if code != 0:
            tell(f"Failed: {step.english}", f"未通过：{step.chinese}")
    return code == 0
