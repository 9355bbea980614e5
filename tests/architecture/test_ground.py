"""What the two commands stand on: locks with hashes and no hosts, one runner, nothing read from outside."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.architecture.sources import PACKAGES, ROOT, files, name

LOCKS = ("requirements.lock", "requirements-node.lock")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_version_and_a_hash(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.strip().startswith("#")]
    assert lines
    assert not [
        line for line in lines if not re.match(r"^[a-z0-9-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", line)
    ]


@pytest.mark.parametrize("lock", [*LOCKS, "frontend/package-lock.json"])
def test_no_lock_names_a_host(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    hosts = re.findall(r'--index-url|--find-links|"resolved": "https?:[^"]*|@ ?https?:\S+', text)
    assert not hosts


def test_every_declared_package_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    declared = [*project["dependencies"], *(line for extra in extras.values() for line in extra)]
    locked = set(
        re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE)
    )
    names = {re.split(r"[\[<>=!~ ]", line)[0] for line in declared}
    assert names <= locked


def test_the_runner_calls_make_test_and_nothing_else() -> None:
    lines = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith(("#", "set ", "cd "))]
    assert commands == ["exec make --no-print-directory test"]


def test_nothing_is_read_from_outside_the_checkout() -> None:
    outside = "../" + "shared"
    reading = [
        name(path) for path in files(*PACKAGES, "tests") if outside in path.read_text(encoding="utf-8")
    ]
    assert not reading
