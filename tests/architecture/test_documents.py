"""Documents agree with the code they speak of: its table, its files, its settings, its commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from dispatch.cli import commands
from scripts.lifecycle import document
from tests.architecture.sources import ROOT, files, name

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
SETTING = re.compile(r"\b(?:DISPATCH_[A-Z_]+|OTEL_[A-Z_]+|DATABASE_URL|REDIS_URL)\b")
COMMAND = re.compile(r"(?:python -m dispatch|^dispatch) ([a-z][^`#|\n]*)", re.MULTILINE)


def text(path: Path) -> str:
    """A document's or a program's words."""
    return path.read_text(encoding="utf-8")


def test_the_lifecycle_is_drawn_from_its_table() -> None:
    drawn = (ROOT / "docs/lifecycle.md").read_text(encoding="utf-8")
    assert drawn == document(), "run `python -m scripts.lifecycle > docs/lifecycle.md`"


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_links_lead_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text(path))
    ours = [target for target in targets if "://" not in target and not target.startswith("mailto:")]
    assert not [target for target in ours if not (path.parent / target).exists()]


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_files_named_in_documents_exist(path: Path) -> None:
    named = re.findall(r"`((?:dispatch|gis|migrations|frontend|deploy|tests|scripts|docs)/[\w./-]+)`",
                       text(path))  # fmt: skip
    assert not [each for each in named if not (ROOT / each).exists()]


def test_the_commands_of_the_readme_are_those_of_the_makefile() -> None:
    goals = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for readme in ("README.md", "README.zh-CN.md"):
        said = set(re.findall(r"\bmake ([a-z-]+)", (ROOT / readme).read_text(encoding="utf-8")))
        assert said, readme
        assert said <= goals, readme


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_settings_of_the_readme_are_those_that_are_read(readme: str) -> None:
    read = {word for path in files("dispatch", "migrations") for word in SETTING.findall(text(path))}
    assert set(SETTING.findall(text(ROOT / readme))) == read - {"DISPATCH_DEMO"}  # the demo's own


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_commands_in_documents_can_be_given(path: Path) -> None:
    assert not [fault for given in COMMAND.findall(text(path)) if (fault := fault_of(given.split()))]


def fault_of(given: list[str]) -> str | None:
    """The first word that is no command of its group, or the first option that the command does not have."""
    found = get_command(commands)
    for word in given:
        if isinstance(found, TyperGroup) and not word.startswith("--"):
            if word not in found.commands:
                return word
            found = found.commands[word]
    known = {
        name
        for parameter in found.params
        for name in (*parameter.opts, *getattr(parameter, "secondary_opts", []))
    }
    return next((word for word in given if word.startswith("--") and word not in known | {"--help"}), None)


def test_a_command_that_cannot_be_given_is_found() -> None:
    assert fault_of(["units", "import", "a.xlsx", "--dry-run"]) is None
    assert fault_of(["units", "export"]) == "export"
    assert fault_of(["cells", "publish", "1", "--now"]) == "--now"


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_readme_leads_to_every_document(readme: str) -> None:
    led = set(re.findall(r"\]\(docs/([\w-]+\.md)\)", text(ROOT / readme)))
    assert led == {path.name for path in (ROOT / "docs").glob("*.md")}
