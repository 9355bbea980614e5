"""The commands of `python3 -m deploy.bootstrap`. Called by the Makefile and by people."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from functools import partial

from deploy.bootstrap import checks, claims, packages, parent, prepare, process, servers
from deploy.bootstrap.place import LOCAL, PYTHON, ROOT, local
from deploy.bootstrap.speech import Stop, refuse, tell

MOST_WORKERS = 6
"""Tests run side by side up to here: they share one pair of servers."""
LONG = {"LIFE_SIZES": "1e4,1e5,1e6,1e7", "PUSH_SIZES": "1000,5000,10000", "SOAK_MINUTES": "60"}
"""The long forms of the benches: some 25 GB of disk and three hours."""
DEMO_FILES = ("demo.json", "secrets.json", "outbox.jsonl", "hotline-*")
"""What the demo keeps in .local beside its servers' data; gone after a reset."""


def up(pair: servers.Servers) -> int:
    """Start the private servers and let them stay."""
    packages.install(servers=True, browser=False)
    local()
    servers.staying(pair).touch()
    servers.hold(pair)
    return url(pair)


def down(pair: servers.Servers) -> int:
    """Stop the private servers, unless somebody uses them."""
    servers.staying(pair).unlink(missing_ok=True)
    servers.release(pair)
    return 0


def url(pair: servers.Servers) -> int:
    """Print the addresses as lines for `export`."""
    sys.stdout.write(f"DATABASE_URL={pair.database_url()}\nREDIS_URL={pair.redis_url()}\n")
    return 0


def ready(_: servers.Servers) -> int:
    """Install and build everything, start nothing."""
    prepare.everything(browser=True)
    return 0


def build(_: servers.Servers) -> int:
    """Install what the lock files name and build the pages; the machine's own packages are left alone."""
    prepare.python_packages()
    prepare.frontend_packages()
    prepare.frontend_build()
    return 0


def check(_: servers.Servers) -> int:
    """Run the checks that need no test."""
    prepare.everything(browser=False)
    checks.run()
    tell("All checks passed", "所有检查通过")
    return 0


def write_format(_: servers.Servers) -> int:
    """Let the formatters write."""
    prepare.everything(browser=False)
    checks.write_format()
    return 0


def demo(_: servers.Servers) -> int:
    """Prepare the machine and become the demo; what cannot run in the end is said at once."""
    with claims.only_one():
        claims.ports()
    prepare.everything(browser=False)
    os.chdir(ROOT)
    os.execv(PYTHON, [str(PYTHON), "-m", "deploy.demo", "run"])  # noqa: S606 - no shell is wanted


def reset(pair: servers.Servers) -> int:
    """Stop the private servers and delete their data; the demo's keys and files go with its data."""
    if pair is servers.DEMO:
        if os.environ.get("DATABASE_URL"):
            raise Stop(
                "DATABASE_URL is set and its database is not ours to empty; empty it yourself or unset it.",
                "已设置 DATABASE_URL，该数据库不归演示环境清空；请自行清空或取消该变量后重试。",
            )
        servers.refuse_while_used(pair)
        for path in (path for name in DEMO_FILES for path in LOCAL.glob(name)):
            path.unlink()
        shutil.rmtree(LOCAL / "evidence", ignore_errors=True)
    servers.forget(pair)
    tell("The private servers and their data are gone", "私有数据库与缓存及其数据已清除")
    return 0


def test(_: servers.Servers) -> int:
    """Run everything, whatever fails: checks, the frontend's tests, and pytest, whose closing line is the last."""
    prepare.everything(browser=True)
    failed = attempt(checks.everything)
    code = with_servers(servers.TEST, ["pytest", *workers(), "--durations", "15"])
    if failed is not None:
        refuse(failed)
    return code or int(failed is not None)


def workers() -> list[str]:
    """Return the words that let pytest use every core; an idle worker takes tests over from a busy one.

    There are half as many workers again as cores: one that waits for a browser or a database leaves its core alone.
    """
    cores = len(os.sched_getaffinity(0))
    return ["-n", str(min(cores * 3 // 2, MOST_WORKERS)), "--dist", "worksteal"] if cores > 1 else []


def attempt(step: Callable[[], None]) -> Stop | None:
    """Do a step and return the sentence of one that failed."""
    try:
        step()
    except Stop as stop:
        return stop
    return None


def bench(_: servers.Servers) -> int:
    """Measure the service on servers of its own."""
    prepare.everything(browser=False)
    return with_servers(servers.BENCH, ["tests.bench"])


def bench_geo(_: servers.Servers) -> int:
    """Measure how well and how quickly places are found, on servers of its own."""
    prepare.everything(browser=False)
    return with_servers(servers.BENCH, ["tests.bench.geo"])


def bench_life(_: servers.Servers) -> int:
    """Measure how acts and boards cost as tickets become many, on servers of its own."""
    prepare.everything(browser=False)
    return with_servers(servers.BENCH, ["tests.bench.life"])


def bench_clocks(_: servers.Servers) -> int:
    """Measure what a million running clocks cost, on servers of its own."""
    prepare.everything(browser=False)
    return with_servers(servers.BENCH, ["tests.bench.clocks"])


def bench_push(_: servers.Servers) -> int:
    """Measure what thousands of sockets hear, how late and at what cost, on servers of its own."""
    prepare.everything(browser=False)
    return with_servers(servers.BENCH, ["tests.bench.push"])


def bench_screens(_: servers.Servers) -> int:
    """Measure the desk in a real browser, on servers of its own."""
    prepare.everything(browser=True)
    return with_servers(servers.BENCH, ["tests.bench.screens"])


def bench_soak(_: servers.Servers) -> int:
    """Measure whether memory stays flat under load that goes on, on servers of its own."""
    prepare.everything(browser=False)
    return with_servers(servers.BENCH, ["tests.bench.soak"])


def bench_long(_: servers.Servers) -> int:
    """Measure all of it in its long form, one thing after another; what is set in the environment stays as it is."""
    prepare.everything(browser=True)
    for name, value in LONG.items():
        os.environ.setdefault(name, value)
    modules = ("", ".geo", ".clocks", ".push", ".screens", ".life", ".soak")
    return in_turn([partial(with_servers, servers.BENCH, [f"tests.bench{each}"]) for each in modules])


def test_long(pair: servers.Servers) -> int:
    """Play the long forms of what the tests play in short: questions, schedules, faults, attacks."""
    prepare.everything(browser=False)
    searching = [
        "pytest",
        *workers(),
        "--hypothesis-profile",
        "searching",
        "tests/unit",
        "tests/chaos/test_checker.py",
    ]
    return in_turn(
        [
            partial(with_servers, servers.TEST, searching),
            partial(with_servers, servers.TEST, ["tests.simulation"]),
            partial(chaos, pair),
            partial(with_servers, servers.TEST, ["tests.attack", "--examples", "5"]),
        ]
    )


def in_turn(steps: Sequence[Callable[[], int]]) -> int:
    """Do all steps, whatever fails; 0 where none did."""
    return max(step() for step in steps)


def chaos(_: servers.Servers) -> int:
    """Break everything that can break, on servers that the run makes for itself; CHAOS holds its further words."""
    prepare.everything(browser=False, clock=True)
    words: process.Words = [PYTHON, "-m", "tests.chaos", *os.environ.get("CHAOS", "").split()]
    return process.awaited(words, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)})


def with_servers(pair: servers.Servers, words: list[str]) -> int:
    """Run a module of the environment while a pair of servers runs."""
    servers.hold(pair)
    addresses = {"DATABASE_URL": pair.database_url(), "REDIS_URL": pair.redis_url()}
    if pair is servers.TEST:
        addresses = {}  # each test is handed its own by conftest
    try:
        environment = os.environ | addresses | {"PYTHONPATH": str(ROOT)}
        return process.awaited([PYTHON, "-m", *words], cwd=ROOT, env=environment)
    finally:
        servers.release(pair)


VERBS: dict[str, Callable[[servers.Servers], int]] = {
    "prepare": ready,
    "build": build,
    "check": check,
    "format": write_format,
    "demo": demo,
    "test": test,
    "bench": bench,
    "chaos": chaos,
    "bench-geo": bench_geo,
    "bench-life": bench_life,
    "bench-clocks": bench_clocks,
    "bench-push": bench_push,
    "bench-screens": bench_screens,
    "bench-soak": bench_soak,
    "bench-long": bench_long,
    "test-long": test_long,
    "up": up,
    "down": down,
    "url": url,
    "reset": reset,
}


def parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    words = argparse.ArgumentParser(prog="python3 -m deploy.bootstrap", description="Prepares this machine.")
    words.add_argument("command", choices=list(VERBS))
    words.add_argument("pair", nargs="?", choices=sorted(servers.ALL), default="demo")
    return words


def run(arguments: list[str]) -> int:
    """Do one command; a step that cannot be done ends in its sentence and code 1."""
    said = parser().parse_args(arguments)
    parent.end_with_make()
    try:
        return VERBS[said.command](servers.ALL[said.pair])
    except Stop as stop:
        return refuse(stop)
    except (OSError, process.Failed) as error:
        english = f"The command {said.command} cannot go on ({error}); repair the cause and run it again."
        return refuse(Stop(english, f"{said.command} 无法继续（{error}）；请排除原因后重试。"))
    except KeyboardInterrupt:
        return 130
