"""The runbook speaks of what is there: commands, options, units, migrations, and sentences that screens really show."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

from deploy.bootstrap.place import ROOT
from dispatch.cli import commands

PAGES = ("docs/runbook.md", "docs/backup.md", "docs/running.md")
UNITS = ROOT / "deploy/systemd"
OTHERS = {"postgresql@15-main", "redis-server", "systemd-timesyncd", "nginx"}


def text_of(page: str) -> str:
    """A page, with lines that are broken by a backslash joined."""
    return (ROOT / page).read_text(encoding="utf-8").replace("\\\n", " ")


def spoken(page: str, program: str) -> list[list[str]]:
    """The words after a program wherever a page names it, up to what ends a command."""
    found = re.findall(rf"{re.escape(program)} ([^`\n|#;)>]*)", text_of(page))
    return [re.sub(r"'[^']*'", "QUOTED", each).split() for each in found]


def refusal(words: list[str]) -> str | None:
    """Why a command of ours cannot be given, or None."""
    command: Any = typer.main.get_command(commands)
    rest = list(words)
    while hasattr(command, "commands"):
        if not rest or rest[0] not in command.commands:
            return f"no command {words}"
        command = command.commands[rest.pop(0)]
    options = {name for each in command.params for name in each.opts} | {"--help"}
    unknown = [word for word in rest if word.startswith("--") and word not in options]
    return f"{words}: no option {unknown}" if unknown else None


@pytest.mark.parametrize("page", PAGES)
def test_every_command_exists(page: str) -> None:
    given = [words for words in spoken(page, "python -m dispatch") if words != ['"$@"']]
    given += spoken(page, "\ndispatch")  # as running.md calls it from then on
    assert given
    assert not [why for words in given if (why := refusal(words))]


@pytest.mark.parametrize("page", PAGES)
def test_every_migration_command_exists(page: str) -> None:
    known = (ROOT / "migrations/__main__.py").read_text(encoding="utf-8")
    assert all(f'case ["{words[0]}"]' in known for words in spoken(page, "python -m migrations"))


def test_a_command_that_is_not_there_would_be_noticed() -> None:
    assert refusal(["backup", "mend"])
    assert refusal(["restore", "--to", "now"])
    assert refusal(["restore", "--to-time", "QUOTED"]) is None


@pytest.mark.parametrize("page", PAGES)
def test_every_unit_exists(page: str) -> None:
    said = re.findall(
        r"systemctl (?:enable --now|enable|start|stop|restart|status|reload) ([^`\n&#;|]*)", text_of(page)
    )
    for name in " ".join(said).split():
        template = re.sub(r"@\d+$", "@", name)
        there = {path.name for path in UNITS.iterdir()} | OTHERS
        assert name in there or template in there or f"{template}.service" in there, name


def test_the_proxy_command_takes_what_the_pages_give_it() -> None:
    (words,) = spoken("docs/running.md", "python3 -m deploy.proxy")
    made = subprocess.run(
        [sys.executable, "-m", "deploy.proxy", *words], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "server_name dispatch.example.gov.cn;" in made.stdout


def test_what_is_seen_on_screens_is_what_screens_show() -> None:
    shown = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "dispatch").rglob("*.py")))
    quoted = [
        part.strip()
        for line in text_of("docs/runbook.md").splitlines()
        if line.startswith("- **看到**")
        for sentence in re.findall(r"「([^」]*)」", line)
        for part in re.split(r"N|…", sentence)
    ]
    assert len(quoted) >= 10
    assert not [part for part in quoted if part not in shown]


def test_units_stop_later_than_the_service_does_and_hold_no_secret() -> None:
    unit = (UNITS / "dispatch@.service").read_text(encoding="utf-8")
    limit = re.search(
        r"LIMIT_SECONDS = ([\d.]+)", (ROOT / "dispatch/cli/serving.py").read_text(encoding="utf-8")
    )
    stop = re.search(r"^TimeoutStopSec=(\d+)$", unit, re.MULTILINE)
    assert limit is not None
    assert stop is not None
    assert float(stop[1]) > float(limit[1])
    assert "KEY=" not in unit
    for wanted in ("Restart=always", "NoNewPrivileges=yes", "ProtectSystem=strict", "MemoryMax="):
        assert wanted in unit


def test_systemd_understands_the_units(tmp_path: Path) -> None:
    python = tmp_path / "python"
    python.symlink_to(sys.executable)
    paths = []
    for unit in sorted(UNITS.iterdir()):
        text = unit.read_text(encoding="utf-8").replace("/opt/dispatch/.local/venv/bin/python", str(python))
        name = unit.name.replace("@.", "@8101.")
        (tmp_path / name).write_text(text, encoding="utf-8")
        paths.append(str(tmp_path / name))
        assert lines_are_settings(text), unit.name
    if Path("/usr/bin/systemd-analyze").exists():
        words = ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", *paths]
        said = subprocess.run(words, capture_output=True, text=True, check=False)
        assert (said.returncode, said.stderr) == (0, "")


def lines_are_settings(text: str) -> bool:
    """Whether each line is a section, a comment, a setting or empty."""
    return all(re.fullmatch(r"|#.*|\[[A-Z]\w+\]|[A-Z]\w+=.*", line) for line in text.splitlines())
