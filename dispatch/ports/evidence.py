"""Pictures on disk: told by their first bytes, measured before they are decoded, written anew without metadata. Beside
them recorded words, which ``voice`` looks at.

A file gets a name of ours and is fsynced before its row is committed, so a row never points at nothing; a file
without a row (a crash in between) is harmless. Called by ``actions.evidence`` and ``web.evidence``.
"""

import asyncio
import hashlib
import io
import os
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from dispatch.errors import BadInput, NotFound, TooLarge
from dispatch.ports.voice import Voice, clean_voice
from dispatch.saying import say

MAX_BYTES = 12 * 1024 * 1024
MAX_PIXELS = 50_000_000
_SIDE = 4096
_QUALITY = 88
_THREADS = 2
_NAME = re.compile(r"[0-9a-f]{32}\.(jpg|png|webp|webm|m4a)")
_NOT_A_PICTURE = say("这不是能识别的照片：请上传 JPEG、PNG 或 WebP 图片。")


@dataclass(frozen=True, slots=True)
class Kind:
    """A picture format that is taken."""

    format: str
    mime: str
    suffix: str


_JPEG = Kind("JPEG", "image/jpeg", "jpg")
_PNG = Kind("PNG", "image/png", "png")
_WEBP = Kind("WEBP", "image/webp", "webp")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready to be kept: its bytes as they will lie on disk, and what is known of them."""

    content: bytes
    mime: str
    suffix: str
    width: int
    height: int
    sha256: str


def kind_of(content: bytes) -> Kind | None:
    """The format that the first bytes say, whatever the name or the sender claims."""
    if content.startswith(b"\xff\xd8\xff"):
        return _JPEG
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return _PNG
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _WEBP
    return None


def clean(content: bytes) -> Picture:
    """The same picture upright, at most 4096 pixels a side, without EXIF or any other metadata.

    Raises:
        TooLarge: more than 12 MiB or 50 million pixels.
        BadInput: no picture, a damaged one, or another format.
    """
    if len(content) > MAX_BYTES:
        raise TooLarge(
            say("照片超过 {max_bytes} MB，请压缩后再传。", max_bytes=MAX_BYTES // 1024 // 1024), field="file"
        )
    kind = kind_of(content)
    if kind is None:
        raise BadInput(_NOT_A_PICTURE, field="file")
    try:
        return _rewritten(content, kind)
    except (OSError, SyntaxError, ValueError, UnidentifiedImageError) as error:
        raise BadInput(say("照片已损坏，打不开；请重新拍摄或换一张。"), field="file") from error


def _rewritten(content: bytes, kind: Kind) -> Picture:
    with _opened(content, kind) as given:
        if given.width * given.height > MAX_PIXELS:
            raise TooLarge(say("照片尺寸太大，请缩小后再传。"), field="file")
        upright = ImageOps.exif_transpose(given)
        upright.thumbnail((_SIDE, _SIDE))
        plain = upright.convert("RGBA" if kind is not _JPEG and upright.has_transparency_data else "RGB")
    bare = Image.frombytes(plain.mode, plain.size, plain.tobytes())
    out = io.BytesIO()
    options = {"optimize": True} if kind is _PNG else {"quality": _QUALITY}
    bare.save(out, kind.format, **options)
    written = out.getvalue()
    return Picture(written, kind.mime, kind.suffix, *bare.size, hashlib.sha256(written).hexdigest())


def _opened(content: bytes, kind: Kind) -> Image.Image:
    """The picture with its header read; Pillow's own alarm about its size becomes an error of ours."""
    try:
        return Image.open(io.BytesIO(content), formats=[kind.format])
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise TooLarge(say("照片尺寸太大，请缩小后再传。"), field="file") from error


class EvidenceFiles:
    """The folder of pictures and recordings; decoding and writing happen in two threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._threads = ThreadPoolExecutor(max_workers=_THREADS, thread_name_prefix="evidence")

    def close(self) -> None:
        """Let the threads end."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def clean(self, content: bytes) -> Picture:
        """``clean``, away from the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, clean, content)

    async def clean_voice(self, content: bytes) -> Voice:
        """``voice.clean_voice``, away from the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, clean_voice, content)

    async def keep(self, identity: str, piece: Picture | Voice) -> str:
        """Write a piece under a name made from ``identity`` (32 hex digits); on disk for good when this returns."""
        name = f"{identity}.{piece.suffix}"
        await asyncio.get_running_loop().run_in_executor(self._threads, self._write, name, piece.content)
        return name

    async def read(self, name: str) -> bytes:
        """The bytes of a kept piece.

        Raises:
            NotFound: no such file.
        """
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._read, name)

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise NotFound
        return self._folder / name[:2] / name

    def _write(self, name: str, content: bytes) -> None:
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.urandom(8).hex()}")
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        for folder in (path.parent, self._folder):
            _sync_folder(folder)

    def _read(self, name: str) -> bytes:
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError as error:
            raise NotFound(say("文件不在了，请联系系统管理员。")) from error


def _sync_folder(folder: Path) -> None:
    """Make a rename last: the folder itself is flushed too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
