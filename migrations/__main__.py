"""Command line of the schema: ``upgrade`` brings a database to head, ``check`` says whether it is there,
``schema`` prints its structure."""

import os
import sys

from migrations.runner import at_head, upgrade
from migrations.schema import structure


def main(arguments: list[str]) -> int:
    """Run one command; returns the exit code."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        print("DATABASE_URL is not set: set it like postgresql://owner@host/database", file=sys.stderr)
        return 2
    match arguments:
        case ["upgrade"]:
            upgrade(url)
            return 0
        case ["check"]:
            head = at_head(url)
            print(
                "the schema is at head"
                if head
                else "the schema is behind: run `python -m migrations upgrade`"
            )
            return 0 if head else 1
        case ["schema"]:
            print(structure(url), end="")
            return 0
        case _:
            print("usage: python -m migrations upgrade | check | schema", file=sys.stderr)
            return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
