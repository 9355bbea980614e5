"""Recordings as browsers make them, put together by hand: as little as tells what they are."""

from __future__ import annotations

SOUND, SIGHT = b"\x02", b"\x01"
UNKNOWN = b"\x01\xff\xff\xff\xff\xff\xff\xff"
"""A length that is not known, as whoever records live says it."""


def element(name: bytes, *contents: bytes) -> bytes:
    """An element of WebM."""
    content = b"".join(contents)
    return name + (len(content) | 1 << 28).to_bytes(4) + content


def webm(*tracks: tuple[bytes, bytes], more: bytes = b"") -> bytes:
    """A recording of Chromium's: tracks by kind and codec, of a length that nobody knew when it began."""
    head = element(b"\x1a\x45\xdf\xa3", element(b"\x42\x82", b"webm"))
    listed = [element(b"\xae", element(b"\x83", kind), element(b"\x86", codec)) for kind, codec in tracks]
    cluster = (
        b"\x1f\x43\xb6\x75" + UNKNOWN + element(b"\xe7", b"\x00") + element(b"\xa3", b"\x81\0\0\x80opus")
    )
    return head + b"\x18\x53\x80\x67" + UNKNOWN + element(b"\x16\x54\xae\x6b", *listed) + more + cluster


SPOKEN = webm((SOUND, b"A_OPUS"))


def box(name: bytes, *contents: bytes) -> bytes:
    """A box of MPEG-4."""
    content = b"".join(contents)
    return (len(content) + 8).to_bytes(4) + name + content


def mp4(handler: bytes = b"soun", codec: bytes = b"mp4a", told: bytes = b"") -> bytes:
    """A recording of Safari's; ``told`` is what it says of the phone."""
    described = box(b"stsd", bytes(4), (1).to_bytes(4), box(codec, bytes(28)))
    media = box(b"mdia", box(b"hdlr", bytes(8), handler, bytes(12)), box(b"minf", box(b"stbl", described)))
    moov = box(b"moov", box(b"trak", media), box(b"udta", told) if told else b"")
    return box(b"ftyp", b"isom", bytes(4), b"isom") + moov + box(b"mdat", b"aac")
