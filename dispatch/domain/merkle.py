"""The Merkle tree hash of RFC 6962, section 2.1, over SHA-256. Used by ``domain.chain``.

Leaves and nodes are told apart by their first byte, so that no leaf passes for a subtree and no list for another.
"""

import hashlib
from collections.abc import Sequence

DIGEST_BYTES = 32
_LEAF, _NODE = b"\x00", b"\x01"


def leaf_of(entry: bytes) -> bytes:
    """The digest of one entry (32 bytes)."""
    return hashlib.sha256(_LEAF + entry).digest()


def root_of(leaves: Sequence[bytes]) -> bytes:
    """The root over the digests of entries in order (32 bytes); of none, the digest of nothing.

    The tree of the RFC splits at the largest power of two below its size. Joining neighbours level by level, a last one
    without a neighbour going up as it is, makes the same tree.
    """
    if not leaves:
        return hashlib.sha256().digest()
    level = list(leaves)
    while len(level) > 1:
        alone = level[-1:] if len(level) % 2 else []
        pairs = zip(level[::2], level[1::2], strict=False)
        level = [hashlib.sha256(_NODE + left + right).digest() for left, right in pairs] + alone
    return level[0]
