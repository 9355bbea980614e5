"""Every knob of the service, with its unit and reason. Read once by ``app`` and ``__main__``; never at import."""

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import urlsplit

from dispatch.domain import base_map
from dispatch.domain.base_map import BaseMap
from dispatch.domain.signing import key_of


class SettingsError(Exception):
    """A setting that is missing or cannot be used; the message says which and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The service's configuration."""

    database_url: str
    redis_url: str
    public_url: str
    """Where people reach the service: cookie security, Origin check and links depend on it."""
    master_key: bytes
    """32 bytes that wrap data keys and seal secrets."""
    index_key: bytes
    """32 bytes of the blind indexes over callers' phones and names; apart from the master key."""
    evidence_dir: Path
    frontend_dir: Path
    demo: bool
    callback_hosts: frozenset[str]
    """host:port pairs that status events may be sent to."""
    pool_size: int
    """Connections per process; two intake batches, the relay, jobs and readers share them."""
    gateway_url: str = ""
    """Where messages go: https://… of a gateway, file:///… of a local outbox, or nowhere."""
    gateway_name: str = "gateway"
    """What the gateway calls itself when it sends receipts to /gateway/<name>/receipts."""
    gateway_key: bytes = b""
    """What messages and receipts are signed with; at least 24 bytes."""
    gateway_hosts: frozenset[str] = frozenset()
    """host:port pairs that messages may be handed to."""
    audit_heads_dir: Path | None = None
    """Where the heads of the audit's chain are kept, outside the database, so that who changes one lacks the other;
    beside the pictures unless said."""
    traces_url: str = ""
    """Where traces are sent (OTLP over HTTP, without /v1/traces); nothing is traced unless it is set."""
    traces_share: float = 0.1
    """The share of requests that are traced: each costs a few hundred bytes and some CPU."""
    trusted_proxies: tuple[str, ...] = ()
    """Addresses or networks of proxies whose X-Forwarded-For and -Proto are believed; nobody's unless named."""
    features_origins: frozenset[str] = frozenset()
    """Origins of other pages that may read areas with a key in the browser; none unless named."""
    base_map: BaseMap | None = None
    """Pictures from elsewhere under the borders; none unless set."""
    tidy_at: time = time(3)
    """When nobody phones, Shanghai's time: what costs half a second's pause is done then."""

    @property
    def heads_dir(self) -> Path:
        """The folder of the audit's heads."""
        return self.audit_heads_dir or self.evidence_dir.parent / "audit-heads"


def read(environ: Mapping[str, str]) -> Settings:
    """Settings from the environment.

    Raises:
        SettingsError: a variable is missing or malformed; the message names it and says what to do.
    """
    return Settings(
        database_url=_required(environ, "DATABASE_URL", "postgresql://user@host/database"),
        redis_url=_required(environ, "REDIS_URL", "redis://host:6379/0 or unix:///path/redis.sock"),
        public_url=environ.get("DISPATCH_PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/"),
        master_key=_key(environ, "DISPATCH_MASTER_KEY"),
        index_key=_key(environ, "DISPATCH_INDEX_KEY"),
        evidence_dir=Path(environ.get("DISPATCH_EVIDENCE_DIR", ".local/evidence")).absolute(),
        frontend_dir=Path(environ.get("DISPATCH_FRONTEND_DIR", "frontend/dist")).absolute(),
        demo=environ.get("DISPATCH_DEMO", "") == "1",
        callback_hosts=callback_hosts(environ),
        pool_size=_whole(environ, "DISPATCH_POOL_SIZE", 10),
        gateway_url=_gateway_url(environ),
        gateway_name=environ.get("DISPATCH_GATEWAY_NAME", "gateway"),
        gateway_key=_gateway_key(environ),
        gateway_hosts=frozenset(environ.get("DISPATCH_GATEWAY_HOSTS", "").split()),
        audit_heads_dir=_folder(environ, "DISPATCH_AUDIT_HEADS_DIR"),
        features_origins=_origins(environ, "DISPATCH_FEATURES_ORIGINS"),
        traces_url=_traces_url(environ),
        traces_share=_share(environ, "OTEL_TRACES_SAMPLER_ARG", 0.1),
        trusted_proxies=_networks(environ, "DISPATCH_TRUSTED_PROXIES"),
        base_map=_base_map(environ),
        tidy_at=_time(environ, "DISPATCH_TIDY_AT", time(3)),
    )


def master_key(environ: Mapping[str, str]) -> bytes:
    """The master key alone, for commands that need nothing else of the service.

    Raises:
        SettingsError: it is missing or malformed.
    """
    return _key(environ, "DISPATCH_MASTER_KEY")


def callback_hosts(environ: Mapping[str, str]) -> frozenset[str]:
    """Where reports to hotlines may go."""
    return frozenset(environ.get("DISPATCH_CALLBACK_HOSTS", "").split())


def _required(environ: Mapping[str, str], name: str, example: str) -> str:
    value = environ.get(name, "")
    if not value:
        raise SettingsError(f"{name} is not set: the service needs it; set it like {example}")
    return value


def _key(environ: Mapping[str, str], name: str) -> bytes:
    text = _required(environ, name, "$(openssl rand -base64 32)")
    try:
        key = base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise SettingsError(f"{name} is not base64: make one with `openssl rand -base64 32`") from error
    if len(key) != 32:
        raise SettingsError(
            f"{name} holds {len(key)} bytes instead of 32: `openssl rand -base64 32` makes one"
        )
    return key


def _folder(environ: Mapping[str, str], name: str) -> Path | None:
    return Path(environ[name]).absolute() if environ.get(name) else None


def _gateway_url(environ: Mapping[str, str]) -> str:
    url = environ.get("DISPATCH_GATEWAY_URL", "")
    parts = urlsplit(url)
    if url and not (
        (parts.scheme in ("http", "https") and parts.netloc) or (parts.scheme == "file" and parts.path)
    ):
        raise SettingsError(
            f"DISPATCH_GATEWAY_URL is {url!r}: set it like https://sms.example/messages or file:///path/outbox.jsonl"
        )
    return url


def _gateway_key(environ: Mapping[str, str]) -> bytes:
    """The secret shared with the gateway; needed where messages leave by HTTP."""
    secret = environ.get("DISPATCH_GATEWAY_SECRET", "")
    if not secret:
        if urlsplit(environ.get("DISPATCH_GATEWAY_URL", "")).scheme in ("http", "https"):
            raise SettingsError(
                "DISPATCH_GATEWAY_SECRET is not set: a gateway needs it; make one with `openssl rand -base64 32`"
            )
        return b""
    try:
        key = key_of(secret)
    except ValueError as error:
        raise SettingsError(
            "DISPATCH_GATEWAY_SECRET is not base64: `openssl rand -base64 32` makes one"
        ) from error
    if len(key) < 24:
        raise SettingsError(
            f"DISPATCH_GATEWAY_SECRET holds {len(key)} bytes instead of 24 or more: `openssl rand -base64 32`"
        )
    return key


def _traces_url(environ: Mapping[str, str]) -> str:
    """The endpoint by the name that all programs with OpenTelemetry know it by."""
    url = environ.get("OTEL_EXPORTER_OTLP_ENDPOINT", "")
    if url and not (urlsplit(url).scheme in ("http", "https") and urlsplit(url).netloc):
        raise SettingsError(
            f"OTEL_EXPORTER_OTLP_ENDPOINT is {url!r}: set it like http://collector.example:4318, or leave it out"
        )
    return url


def _share(environ: Mapping[str, str], name: str, default: float) -> float:
    text = environ.get(name, str(default))
    if not re.fullmatch(r"0(\.\d+)?|1(\.0+)?", text):
        raise SettingsError(f"{name} is {text!r}: it must be a share between 0 and 1, like 0.05")
    return float(text)


def _time(environ: Mapping[str, str], name: str, default: time) -> time:
    text = environ.get(name, "")
    if text and not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", text):
        raise SettingsError(f"{name} is {text!r}: it must be a time of the day, Shanghai's, like 03:00")
    return time.fromisoformat(text) if text else default


def _origins(environ: Mapping[str, str], name: str) -> frozenset[str]:
    found = frozenset(environ.get(name, "").split())
    for origin in found:
        parts = urlsplit(origin)
        if parts.scheme not in ("http", "https") or origin != f"{parts.scheme}://{parts.netloc}":
            raise SettingsError(
                f"{name} holds {origin!r}: an origin is like https://maps.example, without a path"
            )
    return found


def _base_map(environ: Mapping[str, str]) -> BaseMap | None:
    try:
        return base_map.read(environ)
    except ValueError as error:
        raise SettingsError(str(error)) from error


def _networks(environ: Mapping[str, str], name: str) -> tuple[str, ...]:
    found = tuple(environ.get(name, "").split())
    for each in found:
        try:
            network = ip_network(each)
        except ValueError as error:
            raise SettingsError(
                f"{name} holds {each!r}: name addresses or networks like 127.0.0.1 or 10.1.2.0/24"
            ) from error
        if network.prefixlen == 0:
            raise SettingsError(f"{name} holds {each!r}, which trusts everybody: name the proxies alone")
    return found


def _whole(environ: Mapping[str, str], name: str, default: int) -> int:
    text = environ.get(name, str(default))
    if not text.isdigit() or int(text) < 4:
        raise SettingsError(f"{name} is {text!r}: it must be a whole number of at least 4")
    return int(text)
