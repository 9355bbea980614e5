"""nginx as deploy/proxy configures it, in front of a service under test, with a certificate that signs itself."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from deploy.proxy.render import Proxy, render

PROGRAM = "/usr/sbin/nginx"
EVIDENCE = "^/api/tickets/[0-9]+/evidence$"
LISTS = "^/api/(boundaries|gazetteer|orders|reconciliations)(/|$)"
NAME = "localhost"


@dataclass(frozen=True)
class Front:
    """A running proxy."""

    folder: Path
    tls_port: int
    plain_port: int

    @property
    def url(self) -> str:
        """Where people reach it."""
        return f"https://{NAME}:{self.tls_port}"

    @property
    def certificate(self) -> Path:
        """What its certificate is checked against: itself."""
        return self.folder / "certificate.pem"

    @property
    def access_log(self) -> str:
        """What was logged so far."""
        return (self.folder / "dispatch.access.log").read_text(encoding="utf-8")


def certify(folder: Path) -> None:
    """Make a key and a certificate for this machine that it signs itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    form = serialization.PrivateFormat.PKCS8
    (folder / "key.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, form, plain))
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))


def configure(front: Front, ports: Sequence[int]) -> Path:
    """Write the whole configuration; its path."""
    folder = front.folder
    proxy = Proxy(
        *(NAME, str(front.certificate), str(folder / "key.pem"), ports, front.tls_port, front.plain_port),
        logs=str(folder),
    )
    (folder / "dispatch.conf").write_text(render(proxy), encoding="utf-8")
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    lines = [
        "user root;" if os.geteuid() == 0 else "",
        f"pid {folder}/pid; error_log {folder}/error.log; worker_processes 1;",
        "events { worker_connections 256; }",
        "http {",
        *(f"{kind}_temp_path {folder}/{kind};" for kind in kinds),
        f"access_log {folder}/access.log;",  # its own place, which not everybody may write to, is opened otherwise
        f"include {folder}/dispatch.conf;",
        "}",
    ]
    path = folder / "nginx.conf"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def limits(text: str) -> dict[str, int]:
    """The largest body in bytes of each location that says one, and of all others under no name."""
    found, place = dict[str, int](), ""
    for line in text.splitlines():
        begun = re.search(r"location [=~^]* ?(\S+) \{", line)
        said = re.search(r"client_max_body_size (\d+)([km]);", line)
        if begun or line.strip() == "}":
            place = begun[1] if begun else ""
        if said:
            found[place] = int(said[1]) << {"k": 10, "m": 20}[said[2]]
    return found


def ask(path: Path, *words: str) -> None:
    """Give nginx a word; it listens when it has gone to the background."""
    log = path.parent / "error.log"
    command = [PROGRAM, "-c", str(path), "-e", str(log), *words]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


@contextmanager
def running(front: Front, ports: Sequence[int]) -> Iterator[Front]:
    """The proxy in front of some processes of the service."""
    certify(front.folder)
    path = configure(front, ports)
    ask(path)
    try:
        yield front
    finally:
        ask(path, "-s", "stop")
