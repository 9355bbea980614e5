"""The schema as text: what ``pg_dump`` says of a database's structure, without what differs from dump to dump.

``python -m migrations schema`` prints it; ``schema.sql`` holds it for readers and reviews, and a test compares.
"""

import re
import subprocess
from pathlib import Path

COMMITTED = Path(__file__).parent / "schema.sql"
HEAD = (
    "-- The schema at head, printed by `python -m migrations schema` (PostgreSQL 15). Not run by anything.\n"
)
_NOISE = re.compile(
    r"^(--.*|\\(?:un)?restrict .*|SET .*;|SELECT pg_catalog\.set_config\('search_path', '', false\);)$\n?",
    re.MULTILINE,
)


def structure(url: str) -> str:
    """The structure of a database: tables, constraints, indexes, functions, policies, grants; no rows, no owners.

    Raises:
        subprocess.CalledProcessError: pg_dump cannot read the database; it says why on standard error.
    """
    command = ["pg_dump", "--schema-only", "--no-owner", "--no-comments", f"--dbname={url}"]
    dump = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return HEAD + "\n" + normalised(dump)


def normalised(dump: str) -> str:
    """A dump without comments, settings and the random ``\\restrict`` line; one empty line between statements."""
    return re.sub(r"\n{3,}", "\n\n", _NOISE.sub("", dump)).strip() + "\n"
