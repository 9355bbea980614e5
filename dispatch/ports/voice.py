"""Recorded words (语音) as phones send them: told by their bytes, one track of sound and nothing else.

What a browser records is WebM with Opus (Chromium, Firefox) or MPEG-4 with AAC (Safari). It is kept as it came, but for
what MPEG-4 may say of the phone and where it was, which is blanked. Called by ``ports.evidence``.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from dispatch.errors import BadInput, TooLarge
from dispatch.saying import say

MAX_BYTES = 2 * 1024 * 1024
MAX_SECONDS = 60
_NOT_A_VOICE = say("这不是能识别的语音，请用手机页面的「按住说」录音。")
_MOST_PARTS = 10_000
"""Elements or boxes looked at before a file counts as damaged."""

_EBML = b"\x1a\x45\xdf\xa3"
_DOCTYPE, _TRACK_TYPE, _CODEC = b"\x42\x82", b"\x83", b"\x86"
_CLUSTER = b"\x1f\x43\xb6\x75"
_HOLDERS = frozenset({_EBML, b"\x18\x53\x80\x67", b"\x16\x54\xae\x6b", b"\xae"})
"""Elements of WebM that hold elements: its head, the segment, its tracks, a track."""
_ALIEN = frozenset({b"\x12\x54\xc3\x67", b"\x19\x41\xa4\x69"})
"""Tags and attachments: no browser records any."""
_BOXES = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl"})
"""Boxes of MPEG-4 that hold boxes."""
_TOLD = frozenset({b"udta", b"meta", b"uuid"})
"""Boxes in which a phone says what it is and where it was."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A recording ready to be kept: its bytes as they will lie on disk, and what is known of them."""

    content: bytes
    mime: str
    suffix: str
    sha256: str


def clean_voice(content: bytes) -> Voice:
    """The recording, if it is one: a single track of sound, and nothing said about the phone.

    Raises:
        TooLarge: more than 2 MiB.
        BadInput: no recording, a damaged one, one with pictures in it, or another format.
    """
    if len(content) > MAX_BYTES:
        raise TooLarge(
            say("语音超过 {max_bytes} MB，请分几段说。", max_bytes=MAX_BYTES // 1024 // 1024), field="file"
        )
    if content.startswith(_EBML) and _is_webm_voice(content):
        return _kept(content, "audio/webm", "webm")
    if content[4:8] == b"ftyp" and (bare := _bare_mp4(content)) is not None:
        return _kept(bare, "audio/mp4", "m4a")
    raise BadInput(_NOT_A_VOICE, field="file")


def _kept(content: bytes, mime: str, suffix: str) -> Voice:
    return Voice(content, mime, suffix, hashlib.sha256(content).hexdigest())


def _is_webm_voice(content: bytes) -> bool:
    """Whether all that is said before the first cluster of sound is that it is WebM, of one track, in Opus."""
    said: list[tuple[bytes, bytes]] = []
    for name, value in _elements(content):
        if name == _CLUSTER:
            return sorted(said) == sorted([(_DOCTYPE, b"webm"), (_TRACK_TYPE, b"\x02"), (_CODEC, b"A_OPUS")])
        if name in _ALIEN:
            return False
        if name in (_DOCTYPE, _TRACK_TYPE, _CODEC):
            said.append((name, value))
    return False


def _elements(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of each element as they stand; those that hold others come empty, before what they hold."""
    at = 0
    for _ in range(_MOST_PARTS):
        name, size, start = _element(content, at)
        if not name:
            return
        held = name in _HOLDERS or name == _CLUSTER
        yield name, b"" if held else content[start : start + size]
        at = start if held else start + size


def _element(content: bytes, at: int) -> tuple[bytes, int, int]:
    """(name, size, where its content starts) of the element that stands here; an empty name where none does."""
    head = content[at : at + 12]
    wide = 9 - head[0].bit_length() if head else 9
    if wide > 4 or len(head) <= wide or not head[wide]:
        return b"", 0, at
    long = 9 - head[wide].bit_length()
    size = int.from_bytes(head[wide : wide + long]) & ((1 << 7 * long) - 1)
    return head[:wide], size, at + wide + long


def _bare_mp4(content: bytes) -> bytes | None:
    """The file with what it says of the phone blanked, lengths and places kept; None where it is not sound alone."""
    bare = bytearray(content)
    tracks: list[bytes] = []
    codecs: list[bytes] = []
    has_sound = False
    for name, start, end in _boxes(content):
        has_sound = has_sound or name in (b"mdat", b"moof")
        if name in _TOLD:
            bare[start - 4 : end] = b"free" + bytes(end - start)
        elif name == b"hdlr":
            tracks.append(content[start + 8 : start + 12])
        elif name == b"stsd":
            codecs.append(content[start + 12 : start + 16])
    is_voice = has_sound and tracks == [b"soun"] and len(codecs) == 1 and codecs[0] in (b"mp4a", b"Opus")
    return bytes(bare) if is_voice else None


def _boxes(content: bytes) -> Iterator[tuple[bytes, int, int]]:
    """(name, start, end) of each box, without its head; those that hold others come before what they hold.

    A box with a length of 64 bits, or one that reaches beyond the end, ends the walk: recordings have none.
    """
    at = 0
    for _ in range(_MOST_PARTS):
        size = int.from_bytes(content[at : at + 4])
        name, end = content[at + 4 : at + 8], at + size
        if size < 8 or end > len(content):
            return
        yield name, at + 8, end
        at = at + 8 if name in _BOXES else end
