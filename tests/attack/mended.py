"""What attacks found and was mended: in a sentence, and the test that holds it. Told in docs/attack.md."""

from __future__ import annotations

MENDED: tuple[tuple[str, str], ...] = (
    (
        "Half a head or half a body was waited for without end, and so was an answer that nobody fetched.",
        "tests/attack/test_connections.py",
    ),
    (
        "Pings, and parts of a message that never ended, were taken without end over a socket.",
        "tests/attack/test_connections.py",
    ),
    (
        "Cards and hand-overs of other units were told apart from ones that do not exist.",
        "tests/attack/test_matrix.py",
    ),
    (
        "A photograph's form was received whole, 12 MB of it, before its sender was asked for a session.",
        "tests/attack/test_matrix.py",
    ),
)
