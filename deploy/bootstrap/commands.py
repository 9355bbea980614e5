"""The commands of `python3 -m deploy.bootstrap`. Called by the Makefile and by people."""

from __future__ import annotations

import argparse
import sys

from deploy.bootstrap import prepare, servers
from deploy.bootstrap.place import is_root
from deploy.bootstrap.speech import Stop, refuse


def up(pair: servers.Servers) -> int:
    """Start the private servers and let them stay."""
    prepare.packages_only()
    servers.staying(pair).touch()
    servers.hold(pair)
    return url(pair)


def down(pair: servers.Servers) -> int:
    """Stop the private servers."""
    servers.staying(pair).unlink(missing_ok=True)
    servers.release(pair)
    return 0


def url(pair: servers.Servers) -> int:
    """Print the addresses as lines for `export`."""
    sys.stdout.write(f"DATABASE_URL={pair.database_url()}\nREDIS_URL={pair.redis_url()}\n")
    return 0


def reset(pair: servers.Servers) -> int:
    """Stop the private servers and delete their data."""
    servers.forget(pair)
    return 0


def parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    words = argparse.ArgumentParser(prog="python3 -m deploy.bootstrap", description=__doc__)
    words.add_argument("command", choices=["prepare", "up", "down", "url", "reset"])
    words.add_argument("pair", nargs="?", choices=sorted(servers.ALL), default="demo")
    return words


def run(arguments: list[str]) -> int:
    """Do one command; a step that cannot be done ends in its sentence and code 1."""
    said = parser().parse_args(arguments)
    verbs = {"up": up, "down": down, "url": url, "reset": reset}
    try:
        return verbs[said.command](servers.ALL[said.pair])
    except Stop as stop:
        return refuse(stop)
    except KeyboardInterrupt:
        return 130
