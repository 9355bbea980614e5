"""Who may know whom, where the import contracts of pyproject.toml do not reach."""

from __future__ import annotations

import sys

from tests.architecture.sources import PACKAGES, files, imports, name


def roots(folder: str) -> dict[str, set[str]]:
    """Return the top-level packages that each file of a folder imports."""
    return {name(path): {module.split(".")[0] for module in imports(path)} for path in files(folder)}


def test_the_bootstrap_needs_nothing_that_it_installs() -> None:
    allowed = set(sys.stdlib_module_names) | {"deploy"}
    found = {path: modules - allowed for path, modules in roots("deploy/bootstrap").items()}
    assert len(found) > 5
    assert not {path: modules for path, modules in found.items() if modules}


def test_the_bootstrap_does_not_reach_into_the_rest_of_deploy() -> None:
    reached = {
        name(path): module
        for path in files("deploy/bootstrap")
        for module in imports(path)
        if module.startswith("deploy.") and not module.startswith("deploy.bootstrap")
    }
    assert not reached


def test_pools_are_opened_at_the_composition_root_alone() -> None:
    allowed = {"dispatch/doctor/servers.py"}
    knowing = {path for path, modules in roots("dispatch").items() if "asyncpg" in modules}
    outside = {path for path in knowing - allowed if not path.startswith("dispatch/store/")}
    assert knowing
    assert not outside


def test_only_the_migrations_know_the_schema_tools() -> None:
    tools = {"sqlalchemy", "geoalchemy2", "alembic"}
    knowing = [path for package in PACKAGES for path, modules in roots(package).items() if modules & tools]
    assert knowing
    assert all(path.startswith("migrations/") for path in knowing)
