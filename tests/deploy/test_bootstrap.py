"""The bootstrap: what it decides, and a private pair of servers from birth to end."""

from __future__ import annotations

import ast
import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
import redis

from deploy.bootstrap import checks, claims, commands, packages, parent, prepare, process, servers, stamps
from deploy.bootstrap.place import ROOT
from deploy.bootstrap.servers import Servers
from deploy.bootstrap.speech import Stop
from deploy.demo import keys
from deploy.demo.accounts import password_maker


@pytest.fixture
def pair() -> Iterator[Servers]:
    """A pair of servers that no other run knows, deleted afterwards."""
    made = Servers(f"probe{os.getpid()}", hasty=True)
    yield made
    servers.forget(made)
    for path in (ROOT / ".local").glob(f"{made.name}.*"):
        path.unlink()


def test_a_pair_is_made_kept_by_its_users_and_ended_by_the_last(pair: Servers) -> None:
    other = Servers(pair.name, hasty=True)
    servers.hold(pair)
    servers.hold(other)
    servers.release(pair)
    with psycopg.connect(other.database_url()) as connection:
        assert connection.execute("SHOW lc_ctype").fetchone() == ("C.UTF-8",)
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
    with redis.Redis.from_url(other.redis_url()) as client:
        assert client.ping() is True
        assert client.config_get("port") == {"port": "0"}
    servers.release(other)
    assert not servers.postgresql_runs(pair)
    assert not servers.redis_runs(pair)


def test_a_pair_keeps_its_data_when_it_is_started_again(pair: Servers) -> None:
    servers.hold(pair)
    servers.query(pair, "CREATE TABLE kept (word text)", servers.DATABASE)
    servers.release(pair)
    servers.hold(pair)
    assert servers.query(pair, "SELECT count(*) FROM kept", servers.DATABASE) == "0"
    servers.release(pair)


@pytest.mark.parametrize("version", ["v20.19.0", "v20.20.2", "v22.12.0", "v23.0.0", "v24.1.0"])
def test_a_node_that_vite_runs_on_serves(version: str) -> None:
    assert prepare.node_serves(version)


@pytest.mark.parametrize("version", ["v18.20.4", "v20.18.9", "v21.7.3", "v22.11.0", "", "node"])
def test_an_older_node_does_not_serve(version: str) -> None:
    assert not prepare.node_serves(version)


def test_a_stamp_changes_with_a_name_or_a_byte(tmp_path: Path) -> None:
    file = tmp_path / "one.ts"
    file.write_text("a", encoding="ascii")
    first = stamps.digest(stamps.sources(tmp_path))
    file.write_text("b", encoding="ascii")
    second = stamps.digest(stamps.sources(tmp_path))
    file.rename(tmp_path / "two.ts")
    assert len({first, second, stamps.digest(stamps.sources(tmp_path))}) == 3


def test_what_is_made_is_no_source(tmp_path: Path) -> None:
    for folder in ("dist", "src"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.js").write_text("", encoding="ascii")
    assert stamps.sources(tmp_path, "dist") == [tmp_path / "src" / "a.js"]


def test_the_port_is_refused_in_a_sentence_when_it_is_taken() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(Stop) as refused:
            claims.claim(port)
    assert f"Port {port}" in refused.value.english
    assert "make demo PORT=" in refused.value.chinese


@pytest.mark.parametrize("said", ["", "0", "65535", "-1", "http"])
def test_a_port_that_is_none_is_refused(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", said)
    if said == "":
        assert claims.wanted_port() == claims.DEFAULT_PORT
    else:
        with pytest.raises(Stop):
            claims.wanted_port()


def test_the_demo_keys_are_random_and_for_this_user_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(keys, "local", lambda: tmp_path)
    made = keys.load()
    assert keys.load() == made
    assert keys.make() != made
    assert stat.S_IMODE((tmp_path / "secrets.json").stat().st_mode) == 0o600


def test_demo_passwords_follow_the_seed_and_the_username() -> None:
    first, again, other = password_maker("a"), password_maker("a"), password_maker("b")
    assert first("desk") == again("desk")
    assert len({first("desk"), first("town"), other("desk")}) == 3


def test_a_failed_installation_is_one_sentence_with_its_cause() -> None:
    said = "Reading...\nE: Unable to locate package redis-server\n"
    stop = packages.refusal(["redis-server"], process.Failed("apt-get", 100, said))
    assert "Unable to locate package redis-server" in stop.english
    assert "网络" in stop.chinese


def test_the_first_file_is_readable_by_older_interpreters() -> None:
    text = (ROOT / "deploy/bootstrap/__main__.py").read_text(encoding="utf-8")
    assert ast.parse(text, feature_version=(3, 7))


def test_an_older_interpreter_gets_a_sentence() -> None:
    pretend = (
        "import runpy, sys; sys.version_info = (3, 9, 2, 'final', 0); sys.argv = ['x', 'demo'];"
        "import os; os.environ['DISPATCH_PYTHON_CHOSEN'] = '1';"
        "runpy.run_module('deploy.bootstrap', run_name='__main__')"
    )
    result = subprocess.run(
        [sys.executable, "-c", pretend],
        cwd=ROOT,
        env=os.environ | {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert result.stderr.startswith("This needs Python 3.11 or newer")
    assert "Traceback" not in result.stderr


def step(folder: Path, name: str, program: str) -> checks.Step:
    """A step that runs a Python program; one that waits in vain is ended."""
    words = ["timeout", "20", sys.executable, "-c", program]
    return checks.Step(name, f"第{name}", words, folder, os.environ)


def test_checks_go_side_by_side_and_those_that_failed_are_named(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "door")
    waits = step(tmp_path, "waits", "print(open('door').read())")
    fails = step(tmp_path, "fails", "raise SystemExit('a reason')")
    meets = step(tmp_path, "meets", "open('door', 'w').write('they met')")
    assert checks.side_by_side([waits, fails], [meets]) == [fails]
    said = capfd.readouterr()
    assert said.out.splitlines() == ["they met", "a reason"]
    with pytest.raises(Stop, match="checks failed: fails;"):
        checks.refuse([fails])


@pytest.mark.parametrize(("cores", "words"), [(1, []), (2, ["-n", "3"]), (64, ["-n", "6"])])
def test_tests_run_on_as_many_cores_as_serve(
    cores: int, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(cores)))
    assert commands.workers()[:2] == words


WAITING = """
import signal, sys
from deploy.bootstrap.parent import end_with_make
end_with_make()
try:
    print("ready", flush=True)
    while True:
        signal.pause()
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGKILL])
def test_what_make_started_ends_when_make_alone_is_told_to(told: signal.Signals, tmp_path: Path) -> None:
    (tmp_path / "waiting.py").write_text(WAITING, encoding="utf-8")
    (tmp_path / "Makefile").write_text(f"all:\n\t@{sys.executable} waiting.py\n", encoding="ascii")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    # A run in the background ignores interrupts, and hands that on to whatever it starts.
    with subprocess.Popen(
        ["env", "--default-signal=INT", "make", "--no-print-directory"],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        start_new_session=True,
    ) as make:
        assert make.stdout is not None
        assert make.stdout.readline() == b"ready\n"
        make.send_signal(told)
        assert make.stdout.readline() == b"interrupted\n"


def test_nobody_waits_for_what_a_person_started() -> None:
    assert parent.make() is None or parent.catches_interrupts(os.getppid())
    assert not parent.catches_interrupts(2**22 + 1)
