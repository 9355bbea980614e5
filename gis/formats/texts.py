"""Bytes to Chinese: UTF-8, GBK or GB18030, told by the bytes and not by what a file claims."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

FALLBACK: Final = "ISO-8859-1"
_CLAIMS: Final[dict[str, str]] = {
    "936": "gb18030", "cp936": "gb18030", "ansi936": "gb18030", "gbk": "gb18030", "gb2312": "gb18030",
    "gb18030": "gb18030", "54936": "gb18030", "utf8": "utf-8", "65001": "utf-8", "big5": "big5", "950": "big5",
    "cp950": "big5",
}  # fmt: skip


class Encoding(NamedTuple):
    """An encoding found out: its Python name, how people call it, and a remark where the file claims another."""

    codec: str
    name: str
    remark: str | None = None


_NAMES: Final = {"utf-8": "UTF-8", "gb18030": "GBK", "big5": "Big5", FALLBACK: "未知"}


def encoding_of(samples: Iterable[bytes], claimed: str | None) -> Encoding:
    """The encoding of texts that may be cut in the middle of a character.

    claimed: what the file says (a .cpg, a code page), or None. UTF-8 is tried first: Chinese in GBK hardly ever is
    valid UTF-8. With fewer than three texts the claim decides where it fits.
    """
    texts = [sample for sample in samples if any(byte > 127 for byte in sample)]
    said = _CLAIMS.get(re.sub(r"[^a-z0-9]", "", (claimed or "").lower()))
    if not texts:
        return Encoding(said or "utf-8", _NAMES.get(said or "utf-8", "UTF-8"))
    fitting = [codec for codec in ("utf-8", "gb18030", "big5") if all(_fits(text, codec) for text in texts)]
    if said in fitting and (len(texts) < 3 or "utf-8" not in fitting):
        return Encoding(said, _NAMES[said])
    found = fitting[0] if fitting else FALLBACK
    remark = None
    if found == FALLBACK:
        remark = "文字的编码认不出来，中文可能是乱码；请另存为 UTF-8 或 GBK 后重新导入"
    elif said is not None and said != found:
        remark = f"文件声明文字是 {_NAMES[said]} 编码，实际是 {_NAMES[found]}，已按 {_NAMES[found]} 读取"
    return Encoding(found, _NAMES[found], remark)


def decoded(text: bytes, codec: str) -> str:
    """A text that may be cut in the middle of its last character, which is then left out."""
    return codecs.getincrementaldecoder(codec)("replace").decode(text)


def _fits(text: bytes, codec: str) -> bool:
    try:
        codecs.getincrementaldecoder(codec)().decode(text)
    except UnicodeDecodeError:
        return False
    return True


def whole_text(content: bytes) -> tuple[str, Encoding]:
    """A whole text file: by its byte order mark, else UTF-8, else GB18030. Never raises."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace"), Encoding("utf-16", "UTF-16")
    content = content.removeprefix(codecs.BOM_UTF8)
    for codec in ("utf-8", "gb18030"):
        try:
            return content.decode(codec), Encoding(codec, _NAMES[codec])
        except UnicodeDecodeError:
            continue
    return content.decode("gb18030", "replace"), Encoding(FALLBACK, _NAMES[FALLBACK], "文字的编码认不出来")


def raw_bytes(values: Sequence[object]) -> list[bytes]:
    """Texts that were read byte by byte as Latin-1, back to bytes."""
    return [value.encode(FALLBACK) for value in values if isinstance(value, str)]
