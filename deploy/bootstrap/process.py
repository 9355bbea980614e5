"""Runs programs: with sudo where needed, as the servers' user, with output kept in a log. Used by all of bootstrap."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from deploy.bootstrap.place import LOGS, is_root, local, server_user

Words = Sequence[str | Path]


class Failed(Exception):
    """A program ended with an error; carries the end of what it said."""

    def __init__(self, program: str, code: int, said: str) -> None:
        super().__init__(f"{program} ended with code {code}: {said}")
        self.program = program
        self.code = code
        self.said = said

    def last_line(self) -> str:
        """Return the last line it said that is not empty."""
        lines = [line.strip() for line in self.said.splitlines() if line.strip()]
        return lines[-1] if lines else f"code {self.code}"


def logged(words: Words, log: str, *, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> None:
    """Run a program quietly; its output goes to .local/log/LOG and its end into the error."""
    local()
    path = LOGS / log
    with path.open("wb") as output:
        result = subprocess.run(
            [str(word) for word in words],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=cwd,
            env=None if env is None else dict(env),
            check=False,
        )
    if result.returncode != 0:
        raise Failed(
            str(words[0]), result.returncode, path.read_text(encoding="utf-8", errors="replace")[-4000:]
        )


def shown(words: Words, *, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> int:
    """Run a program with this terminal and return its exit code."""
    return subprocess.run(
        [str(word) for word in words], cwd=cwd, env=None if env is None else dict(env), check=False
    ).returncode


def heard(words: Words, *, cwd: Path, env: Mapping[str, str]) -> tuple[int, str]:
    """Run a program and return its exit code and all it said."""
    result = subprocess.run(
        [str(word) for word in words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=cwd,
        env=dict(env),
        check=False,
    )
    return result.returncode, result.stdout.decode("utf-8", "replace")


def awaited(words: Words, *, cwd: Path, env: Mapping[str, str]) -> int:
    """Run a program with this terminal and return its exit code; an interrupt reaches it too, and it ends itself."""
    with subprocess.Popen([str(word) for word in words], cwd=cwd, env=dict(env)) as program:
        while True:
            try:
                return program.wait()
            except KeyboardInterrupt:
                continue  # the servers it uses have to outlive it


def answer(words: Words, *, as_server: bool = False, env: Mapping[str, str] | None = None) -> str:
    """Run a program and return what it printed; as the servers' user when asked."""
    other = as_server and is_root()
    user = pwd.getpwnam(server_user())
    surroundings = dict(os.environ if env is None else env)
    if other:
        surroundings["HOME"] = user.pw_dir
    result = subprocess.run(
        [str(word) for word in words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        cwd="/" if as_server else None,
        env=surroundings,
        user=user.pw_uid if other else None,
        group=user.pw_gid if other else None,
        extra_groups=[] if other else None,
    )
    if result.returncode != 0:
        said = (result.stderr + result.stdout).decode("utf-8", "replace")
        raise Failed(str(words[0]), result.returncode, said[-4000:])
    return result.stdout.decode("utf-8", "replace").strip()


def privileged(words: Words) -> list[str] | None:
    """Return the words as root would say them, or None when this user has no way to become root."""
    plain = [str(word) for word in words]
    if is_root():
        return plain
    sudo = shutil.which("sudo")
    if sudo is None:
        return None
    if sys.stdin is not None and sys.stdin.isatty():
        return [sudo, *plain]
    asked = subprocess.run([sudo, "-n", "true"], capture_output=True, check=False)
    return [sudo, "-n", *plain] if asked.returncode == 0 else None
