"""The code a screen on a wall shows until somebody at a desk types it. Pure; randomness comes in as bytes.

Eight characters that nobody takes for one another across a room: 40 bits, good for ten minutes and once. Who types is
signed in and counted, so that guessing leads nowhere.
"""

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 characters without 0, 1, I and O: five bits each."""
LENGTH = 8
RANDOM_BYTES = LENGTH * 5 // 8


def code_of(random: bytes) -> str:
    """The code made of five random bytes."""
    if len(random) != RANDOM_BYTES:
        raise ValueError(f"a code is made of {RANDOM_BYTES} random bytes, not {len(random)}")
    number = int.from_bytes(random)
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(LENGTH)))


def typed(text: str) -> str | None:
    """The code somebody typed, whatever its case and gaps; None where it can be none."""
    code = "".join(text.upper().replace("-", " ").split())
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else None
