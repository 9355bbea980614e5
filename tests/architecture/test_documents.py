"""Documents agree with the code they speak of: the lifecycle is drawn from its table, links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.lifecycle import document
from tests.architecture.sources import ROOT, name

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def test_the_lifecycle_is_drawn_from_its_table() -> None:
    drawn = (ROOT / "docs/lifecycle.md").read_text(encoding="utf-8")
    assert drawn == document(), "run `python -m scripts.lifecycle > docs/lifecycle.md`"


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_links_lead_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    ours = [target for target in targets if "://" not in target and not target.startswith("mailto:")]
    assert not [target for target in ours if not (path.parent / target).exists()]


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_files_named_in_documents_exist(path: Path) -> None:
    named = re.findall(r"`((?:dispatch|gis|migrations|frontend|deploy|tests|scripts|docs)/[\w./-]+)`",
                       path.read_text(encoding="utf-8"))  # fmt: skip
    assert not [each for each in named if not (ROOT / each).exists()]


def test_the_commands_of_the_readme_are_those_of_the_makefile() -> None:
    goals = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for readme in ("README.md", "README.zh-CN.md"):
        said = set(re.findall(r"\bmake ([a-z-]+)", (ROOT / readme).read_text(encoding="utf-8")))
        assert said, readme
        assert said <= goals, readme
