"""Fills in the proxy's configuration: names, certificate, processes. Called by the command and by its test."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

TEMPLATE = Path(__file__).with_name("dispatch.conf")
_NAME = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?")
_PATH = re.compile(r"/[\w./-]+")


@dataclass(frozen=True)
class Proxy:
    """What differs from one installation to the next."""

    name: str
    """Host name of DISPATCH_PUBLIC_URL."""
    certificate: str
    key: str
    ports: Sequence[int]
    """Where the processes of the service listen on this machine."""
    tls_port: int = 443
    plain_port: int = 80
    logs: str = "/var/log/nginx"


def render(proxy: Proxy) -> str:
    """Return the configuration.

    Raises:
        ValueError: a name, path or port cannot stand in it.
    """
    if not _NAME.fullmatch(proxy.name):
        raise ValueError(f"{proxy.name!r} is no host name")
    for path in (proxy.certificate, proxy.key, proxy.logs):
        if not _PATH.fullmatch(path):
            raise ValueError(f"{path!r} is no absolute path of plain characters")
    if not proxy.ports or len(set(proxy.ports)) != len(proxy.ports):
        raise ValueError("name each port of the service once")
    servers = [f"    server 127.0.0.1:{port} max_fails=1 fail_timeout=5s;" for port in proxy.ports]
    values = {
        "NAME": proxy.name,
        "CERTIFICATE": proxy.certificate,
        "KEY": proxy.key,
        "SERVERS": "\n".join(servers),
        "TLS_PORT": str(proxy.tls_port),
        "PLAIN_PORT": str(proxy.plain_port),
        "LOGS": proxy.logs,
    }
    return re.sub(r"@([A-Z_]+)@", lambda found: values[found[1]], TEMPLATE.read_text(encoding="utf-8"))
