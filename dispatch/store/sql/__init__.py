"""Reads the named SQL blocks beside this file. Called once per store module, at composition or import of it.

A file is a run of blocks; each starts with ``-- name: the_name`` and a sentence or two of comment, which are for
people: PostgreSQL is not sent them.
"""

import re
from functools import cache
from pathlib import Path
from types import SimpleNamespace

_COMMENT = re.compile(r"^ *--.*\n", re.MULTILINE)
_BLOCK = re.compile(r"^-- name: (\w+)\n(.*?)(?=^-- name: |\Z)", re.MULTILINE | re.DOTALL)


@cache
def load(name: str) -> SimpleNamespace:
    """The blocks of ``<name>.sql`` as attributes of one object."""
    text = (Path(__file__).parent / f"{name}.sql").read_text(encoding="utf-8")
    blocks = {title: _COMMENT.sub("", body).strip().rstrip(";") for title, body in _BLOCK.findall(text)}
    if not blocks:
        raise ValueError(f"{name}.sql holds no block that starts with '-- name: …'")
    return SimpleNamespace(**blocks)
