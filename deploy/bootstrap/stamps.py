"""Stamps: a step is done again only when what it is made from has changed. Called by prepare."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path


def digest(paths: Iterable[Path], *words: str) -> str:
    """Return a digest of files (name and content) and words."""
    total = hashlib.sha256("\0".join(words).encode())
    for path in sorted(paths):
        total.update(f"{path}\0".encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def sources(folder: Path, *without: str) -> list[Path]:
    """Return the files under a folder, without the top-level names that are made, not written."""
    found: list[Path] = []
    for entry in folder.iterdir():
        if entry.name in without:
            continue
        found += [path for path in entry.rglob("*") if path.is_file()] if entry.is_dir() else [entry]
    return found


def fresh(stamp: Path, value: str) -> bool:
    """Say whether the step left this very stamp."""
    return stamp.exists() and stamp.read_text(encoding="ascii") == value


def leave(stamp: Path, value: str) -> None:
    """Remember that the step was done."""
    stamp.write_text(value, encoding="ascii")
