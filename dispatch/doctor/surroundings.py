"""What the service stands on here: the interpreter, its libraries, keys, folders, and where messages go."""

from __future__ import annotations

import base64
import binascii
import importlib.util
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from dispatch.doctor.finding import Finding, bad, good

OLDEST_PYTHON = (3, 11)
LIBRARIES = (
    "PIL",
    "ahocorasick",
    "argon2",
    "asyncpg",
    "chinese_calendar",
    "cryptography",
    "docx",
    "fastapi",
    "httptools",
    "httpx",
    "numpy",
    "openpyxl",
    "opentelemetry",
    "orjson",
    "prometheus_client",
    "pydantic",
    "pyogrio",
    "pypinyin",
    "python_calamine",
    "python_multipart",
    "redis",
    "rich",
    "segno",
    "shapely",
    "sniffio",
    "starlette",
    "structlog",
    "typer",
    "uvicorn",
    "uvloop",
    "websockets",
)


def python() -> Finding:
    """Look at the interpreter."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    if sys.version_info[:2] < OLDEST_PYTHON:
        return bad(
            f"Python is {version} and must be 3.11 or newer; install python3.11 and make the environment again.",
            f"Python 为 {version}，需 3.11 或更高版本；请安装 python3.11 后重建运行环境。",
        )
    return good(f"Python {version}", f"Python {version}")


def libraries() -> Iterator[Finding]:
    """Look for the libraries of the lock file."""
    missing = [name for name in LIBRARIES if importlib.util.find_spec(name) is None]
    if missing:
        names = ", ".join(missing)
        yield bad(
            f"Python libraries are missing: {names}; run `pip install --require-hashes -r requirements.lock`.",
            f"缺少 Python 依赖：{names}；请执行 pip install --require-hashes -r requirements.lock。",
        )
    else:
        yield good("Python libraries are there", "Python 依赖齐全")


def keys(environ: Mapping[str, str]) -> Iterator[Finding]:
    """Look at the two keys: there, 32 bytes, random, and not the same."""
    names = ("DISPATCH_MASTER_KEY", "DISPATCH_INDEX_KEY")
    faults = [(name, key_fault(environ.get(name, ""), environ)) for name in names]
    for name, fault in faults:
        if fault:
            yield bad(
                f"{name} {fault[0]}; make one with `openssl rand -base64 32`.",
                f"{name} {fault[1]}；请用 openssl rand -base64 32 生成。",
            )
    if environ.get(names[0]) and environ.get(names[0]) == environ.get(names[1]):
        yield bad(
            "DISPATCH_INDEX_KEY equals DISPATCH_MASTER_KEY; make another with `openssl rand -base64 32`.",
            "DISPATCH_INDEX_KEY 与 DISPATCH_MASTER_KEY 相同；请用 openssl rand -base64 32 另行生成。",
        )
    elif not any(fault for _, fault in faults):
        yield good("Keys are there", "密钥齐全")


def key_fault(text: str, environ: Mapping[str, str]) -> tuple[str, str] | None:
    """Return what is wrong with a key, in two languages, or None. A demo's key may be weak."""
    if not text:
        return "is not set", "未设置"
    try:
        key = base64.b64decode(text, validate=True)
    except binascii.Error:
        return "is not base64", "不是 base64"
    if len(key) != 32:
        return f"holds {len(key)} bytes instead of 32", f"是 {len(key)} 字节，应为 32 字节"
    # Of 32 random bytes about 30 differ, and all are printable once in 10^13 keys.
    weak = len(set(key)) < 16 or all(32 <= byte < 127 for byte in key)
    if weak and environ.get("DISPATCH_DEMO") != "1":
        return "is weak (it is text or repeats itself)", "强度不足（是文字或有重复）"
    return None


def evidence_folder(environ: Mapping[str, str]) -> Finding:
    """Look whether evidence files can be kept, by making one in the folder, or in the nearest one above it.

    Permissions alone do not tell: root has all of them, also where the file system takes no files.
    """
    folder = Path(environ.get("DISPATCH_EVIDENCE_DIR", ".local/evidence")).absolute()
    nearest = next(path for path in (folder, *folder.parents) if os.path.lexists(path))
    try:
        with tempfile.NamedTemporaryFile(dir=nearest):
            pass
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else str(error)
        return bad(
            f"The evidence folder {folder} cannot be written ({why}); give it to the service's user or set "
            "DISPATCH_EVIDENCE_DIR.",
            f"附件目录 {folder} 不可写（{why}）；请授权给服务用户，或设置 DISPATCH_EVIDENCE_DIR。",
        )
    return good(f"Evidence folder {folder}", f"附件目录 {folder}")


def gateway(environ: Mapping[str, str]) -> Finding:
    """Look at where messages go: a gateway on the allow-list with a secret, a local outbox, or nowhere."""
    url = urlsplit(environ.get("DISPATCH_GATEWAY_URL", ""))
    if not url.scheme:
        return good(
            "No notification gateway (DISPATCH_GATEWAY_URL): whoever gets work is rung up from the desk's call list",
            "没有配置通知网关（DISPATCH_GATEWAY_URL）：通知都转到指挥台的待电话通知",
        )
    if url.scheme == "file":
        if environ.get("DISPATCH_DEMO") == "1":
            return good(f"Messages go to the outbox {url.path}", f"通知写入发件箱 {url.path}")
        return bad(
            "DISPATCH_GATEWAY_URL is a local outbox, which tells nobody; set the address of a gateway.",
            "DISPATCH_GATEWAY_URL 是本机发件箱，谁也收不到；请设置通知网关的地址。",
        )
    if url.netloc not in environ.get("DISPATCH_GATEWAY_HOSTS", "").split():
        return bad(
            f"The gateway {url.netloc} is not in DISPATCH_GATEWAY_HOSTS, so nothing is sent; add it there.",
            f"通知网关 {url.netloc} 不在 DISPATCH_GATEWAY_HOSTS 里，不会发出；请加上。",
        )
    if url.scheme == "http" and url.hostname not in ("127.0.0.1", "::1", "localhost"):
        return bad(
            "DISPATCH_GATEWAY_URL is not encrypted; use https, for messages hold phone numbers and links.",
            "DISPATCH_GATEWAY_URL 没有加密；消息里有号码和链接，请用 https。",
        )
    return good(f"Notification gateway {url.netloc}", f"通知网关 {url.netloc}")


def frontend(environ: Mapping[str, str]) -> Finding:
    """Look for the built frontend."""
    folder = Path(environ.get("DISPATCH_FRONTEND_DIR", "frontend/dist")).absolute()
    if not (folder / "index.html").is_file():
        return bad(
            f"The frontend is not built in {folder}; run `npm ci && npm run build` in frontend/ or set "
            "DISPATCH_FRONTEND_DIR.",
            f"{folder} 中没有构建好的前端；请在 frontend/ 执行 npm ci && npm run build，"
            "或设置 DISPATCH_FRONTEND_DIR。",
        )
    return good(f"Frontend {folder}", f"前端 {folder}")
