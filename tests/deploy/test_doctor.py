"""The doctor on real servers: a well installation, and each fault with its sentence."""

from __future__ import annotations

import ast
import base64
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from deploy.bootstrap.place import ROOT
from deploy.bootstrap.servers import TEST
from dispatch.doctor import examine
from dispatch.doctor.finding import Finding
from dispatch.doctor.servers import room, server_findings
from dispatch.doctor.surroundings import LIBRARIES, evidence_folder, gateway
from tests.databases import INDEX_KEY, MASTER_KEY, Database


@pytest.fixture
def environ(database: Database, redis_url: str, tmp_path: Path) -> dict[str, str]:
    """The environment of an installation that is well."""
    (tmp_path / "index.html").write_text("<!doctype html>", encoding="utf-8")
    return {
        "DATABASE_URL": database.url,
        "REDIS_URL": redis_url,
        "DISPATCH_MASTER_KEY": MASTER_KEY,
        "DISPATCH_INDEX_KEY": INDEX_KEY,
        "DISPATCH_EVIDENCE_DIR": str(tmp_path / "evidence"),
        "DISPATCH_FRONTEND_DIR": str(tmp_path),
    }


def faults(environ: dict[str, str]) -> list[str]:
    """Return the English sentences of what is not well."""
    return [finding.english for finding in examine(environ) if not finding.well]


def judged(server: dict[str, object], at: float = 0.0) -> list[str]:
    """Return the faults of a server that says this of itself."""
    return [finding.english for finding in server_findings(server, at, at) if not finding.well]


def test_a_well_installation_has_no_fault(environ: dict[str, str]) -> None:
    found = examine(environ)
    assert [finding.english for finding in found if not finding.well] == []
    assert any("PostGIS 3" in finding.english for finding in found)


def test_missing_and_weak_keys_are_named(environ: dict[str, str]) -> None:
    weak = base64.b64encode(b"a" * 32).decode()
    found = faults(environ | {"DISPATCH_MASTER_KEY": weak, "DISPATCH_INDEX_KEY": ""})
    assert [line.split(" ")[0] for line in found] == ["DISPATCH_MASTER_KEY", "DISPATCH_INDEX_KEY"]
    assert "weak" in found[0]


@pytest.mark.parametrize(
    ("given", "well", "named"),
    [
        ({}, True, "call list"),
        ({"DISPATCH_GATEWAY_URL": "file:///tmp/outbox.jsonl"}, False, "tells nobody"),
        ({"DISPATCH_GATEWAY_URL": "file:///tmp/outbox.jsonl", "DISPATCH_DEMO": "1"}, True, "outbox"),
        ({"DISPATCH_GATEWAY_URL": "https://sms.example/m"}, False, "DISPATCH_GATEWAY_HOSTS"),
        (
            {"DISPATCH_GATEWAY_URL": "http://sms.example/m", "DISPATCH_GATEWAY_HOSTS": "sms.example"},
            False,
            "not encrypted",
        ),
        (
            {"DISPATCH_GATEWAY_URL": "https://sms.example/m", "DISPATCH_GATEWAY_HOSTS": "sms.example"},
            True,
            "sms.example",
        ),
    ],
)
def test_where_messages_go_is_said_and_a_gateway_that_would_hear_nothing_is_named(
    given: dict[str, str], well: bool, named: str
) -> None:
    found = gateway(given)
    assert found.well is well
    assert named in found.english


def test_a_demo_may_have_a_weak_key(environ: dict[str, str]) -> None:
    weak = base64.b64encode(b"a" * 32).decode()
    assert faults(environ | {"DISPATCH_MASTER_KEY": weak, "DISPATCH_DEMO": "1"}) == []


def test_two_equal_keys_are_a_fault(environ: dict[str, str]) -> None:
    assert "equals" in faults(environ | {"DISPATCH_INDEX_KEY": MASTER_KEY})[0]


def test_servers_that_are_away_are_named(environ: dict[str, str]) -> None:
    away = {"DATABASE_URL": "postgresql://nobody@/x?host=/nowhere", "REDIS_URL": "unix:///nowhere/redis.sock"}
    found = faults(environ | away)
    assert [line.split(" ")[1] for line in found] == ["database", "does"]


def test_a_database_without_schema_is_sent_to_the_migrations(environ: dict[str, str]) -> None:
    found = faults(environ | {"DATABASE_URL": TEST.database_url("postgres")})
    assert any("python -m migrations upgrade" in line for line in found)


def test_a_login_that_may_not_become_the_application_is_told(
    environ: dict[str, str], database: Database
) -> None:
    with psycopg.connect(database.owner_url, autocommit=True) as owner:
        owner.execute("DROP ROLE IF EXISTS dispatch_stranger")
        owner.execute("CREATE ROLE dispatch_stranger LOGIN")
        found = faults(
            environ | {"DATABASE_URL": database.url.replace("dispatch_login", "dispatch_stranger")}
        )
        owner.execute("DROP ROLE dispatch_stranger")
    assert len(found) == 1
    assert "GRANT dispatch_app" in found[0]


def test_an_application_role_that_owns_a_table_is_refused(
    environ: dict[str, str], database: Database
) -> None:
    with psycopg.connect(database.owner_url, autocommit=True) as owner:
        owner.execute("ALTER TABLE ticket OWNER TO dispatch_app")
    assert any("owner of the tables" in line for line in faults(environ))


def test_old_servers_and_a_wrong_clock_are_told() -> None:
    server = {"version": 140_011, "postgis": "3.2.0", "ctype": "C", "now": 100.0}
    found = judged(server, at=103.5)
    assert [line.split(" ")[0] for line in found] == ["PostgreSQL", "PostGIS", "The", "This"]
    assert "3.5 s" in found[-1]


def test_more_processes_than_there_are_connections_for_are_told(environ: dict[str, str]) -> None:
    environ |= {"DISPATCH_PROCESSES": "500", "DISPATCH_POOL_SIZE": "20"}
    (found,) = faults(environ)
    assert "500 × (20 + 1) + 5 = 10505" in found


@pytest.mark.parametrize(
    ("connections", "processes", "pool", "says"),
    [
        (97, "2", "10", None),
        (27, "2", "10", None),
        (26, "2", "10", "set DISPATCH_POOL_SIZE=9 or max_connections higher by 1"),
        (15, "2", "10", "set DISPATCH_POOL_SIZE=4 or max_connections higher by 12"),
        (14, "2", "10", "set fewer processes or max_connections higher by 13"),
        (97, "0", "10", "whole numbers"),
        (97, "2", "ten", "whole numbers"),
    ],
)
def test_pools_have_to_fit_into_the_connections(
    connections: int, processes: str, pool: str, says: str | None
) -> None:
    found = room(connections, {"DISPATCH_PROCESSES": processes, "DISPATCH_POOL_SIZE": pool})
    assert found.well is (says is None)
    assert says is None or says in found.english


def test_an_unbuilt_frontend_is_told(environ: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "index.html").unlink()
    assert "npm run build" in faults(environ)[0]


@pytest.mark.parametrize("folder", ["/proc/evidence", "/proc/self/evidence", "/dev/null/evidence"])
def test_an_evidence_folder_that_takes_no_files_is_told(folder: str) -> None:
    """Also to root, whom permissions never stop."""
    finding = evidence_folder({"DISPATCH_EVIDENCE_DIR": folder})
    assert not finding.well
    assert f"{folder} cannot be written" in finding.english


def test_looking_at_the_evidence_folder_leaves_nothing_there(tmp_path: Path) -> None:
    assert evidence_folder({"DISPATCH_EVIDENCE_DIR": str(tmp_path / "not" / "yet")}).well
    assert list(tmp_path.iterdir()) == []


def bare(*words: str) -> subprocess.CompletedProcess[str]:
    """Run the command line with a Python that has no libraries."""
    environ = {"DISPATCH_EVIDENCE_DIR": "/tmp", "LANG": "C.UTF-8", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-S", "-m", "dispatch", *words],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_doctor_speaks_where_the_libraries_are_missing() -> None:
    told = bare("doctor")
    assert (told.returncode, told.stderr) == (1, "")
    lines = told.stdout.splitlines()
    assert lines[0].startswith("✓ Python 3.")
    assert lines[1].startswith("✗ Python libraries are missing: PIL, ahocorasick, ")
    assert "pip install --require-hashes -r requirements.lock" in lines[1]
    assert any(line.startswith("✗ DISPATCH_MASTER_KEY is not set") for line in lines)


@pytest.mark.parametrize("command", ["serve", "openapi"])
def test_the_other_commands_say_one_sentence_where_the_libraries_are_missing(command: str) -> None:
    told = bare(command)
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.startswith("Python libraries are missing: ")
    assert told.stderr.count("\n") == 1


@pytest.mark.parametrize("port", ["0", "65536", "x", "-1"])
def test_a_port_that_is_none_is_refused(port: str) -> None:
    words = [sys.executable, "-m", "dispatch", "serve", "--port", port]
    told = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 2
    assert "--port" in told.stderr


def test_the_doctor_asks_for_every_library_that_is_imported() -> None:
    imported = {
        name.split(".")[0]
        for folder in ("dispatch", "gis")
        for path in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [each.name for each in node.names] if isinstance(node, ast.Import) else [node.module or ""]
        )
    }
    assert imported - sys.stdlib_module_names - {"dispatch", "gis"} <= set(LIBRARIES)


def test_the_doctor_can_be_read_by_a_python_that_is_too_old() -> None:
    names = ["__main__.py", *(f"doctor/{each.name}" for each in (ROOT / "dispatch/doctor").glob("*.py"))]
    for name in names:
        assert ast.parse((ROOT / "dispatch" / name).read_text(encoding="utf-8"), feature_version=(3, 7))


def test_a_finding_speaks_the_language_of_the_locale() -> None:
    finding = Finding(False, "wrong", "不对")
    assert finding.sentence({"LANG": "zh_CN.UTF-8"}) == "不对"
    assert finding.sentence({"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}) == "wrong"
