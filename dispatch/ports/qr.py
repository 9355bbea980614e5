"""A QR code (ISO/IEC 18004) of an address, as rows of modules. Called by ``reads.papers``; the page draws it."""

import segno

ERROR_LEVEL = "q"
"""A quarter of it may be dirty, folded or signed over."""


def modules(address: str) -> list[str]:
    """The code's rows, ``1`` for a dark module; the quiet zone around it is whoever's draws it."""
    code = segno.make(address, error=ERROR_LEVEL, micro=False, boost_error=False)
    return ["".join(str(module & 1) for module in row) for row in code.matrix]
