"""What the demo's parts are told through the environment: addresses, keys, folders. Called by run."""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass

from deploy.bootstrap import servers
from deploy.bootstrap.place import BUILT, ROOT, local
from deploy.bootstrap.speech import Stop
from deploy.demo.accounts import LOGIN
from deploy.demo.keys import Keys

HOST = "127.0.0.1"
DEFAULT_PORT = 8420
SOURCE = "huaian-12345"


@dataclass(frozen=True)
class Addresses:
    """Where everything listens; `owner_url` migrates and loads, `database_url` serves."""

    port: int
    callback_port: int
    owner_url: str
    database_url: str
    redis_url: str

    @property
    def public_url(self) -> str:
        """Address of the service."""
        return f"http://{HOST}:{self.port}"

    @property
    def webhook_url(self) -> str:
        """Address the hotline pushes to."""
        return f"{self.public_url}/v1/hotline/{SOURCE}"

    @property
    def callback_url(self) -> str:
        """Address the hotline hears back on."""
        return f"http://{HOST}:{self.callback_port}/callbacks"


def wanted_port() -> int:
    """Return the port the person asked for."""
    said = os.environ.get("PORT") or str(DEFAULT_PORT)
    if said.isdigit() and 1 <= int(said) <= 65534:
        return int(said)
    raise Stop(
        f"PORT={said} is no port; choose a number from 1024 to 65534, as in `make demo PORT=9000`.",
        f"PORT={said} 不是可用端口;请用 1024 到 65534 之间的数字,如 make demo PORT=9000。",
    )


def claim(port: int) -> None:
    """Make sure that nobody listens on a port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise Stop(
                f"Port {port} on {HOST} cannot be used ({error.strerror}); stop the program that has it, or choose "
                f"another with `make demo PORT={port + 10}`.",
                f"{HOST} 的 {port} 端口不可用({error.strerror});请停止占用它的程序,"
                f"或换一个端口:make demo PORT={port + 10}。",
            ) from error


def addresses() -> Addresses:
    """Return where everything will listen: given servers when their addresses are set, else private ones."""
    port = wanted_port()
    for wanted in (port, port + 1):
        claim(wanted)
    given = os.environ.get("DATABASE_URL")
    return Addresses(
        port=port,
        callback_port=port + 1,
        owner_url=given or servers.DEMO.database_url(),
        database_url=given or servers.DEMO.database_url(role=LOGIN),
        redis_url=os.environ.get("REDIS_URL") or servers.DEMO.redis_url(),
    )


def environment(where: Addresses, keys: Keys, *, owner: bool) -> dict[str, str]:
    """Return the environment of one part: the loader and the migrations as owner, the service as itself."""
    evidence = local() / "evidence"
    evidence.mkdir(mode=0o700, exist_ok=True)
    return dict(os.environ) | {
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
        "DATABASE_URL": where.owner_url if owner else where.database_url,
        "REDIS_URL": where.redis_url,
        "DISPATCH_DEMO": "1",
        "DISPATCH_PUBLIC_URL": where.public_url,
        "DISPATCH_MASTER_KEY": keys.master_key,
        "DISPATCH_INDEX_KEY": keys.index_key,
        "DISPATCH_EVIDENCE_DIR": str(evidence),
        "DISPATCH_FRONTEND_DIR": str(BUILT),
        "DISPATCH_CALLBACK_HOSTS": f"{HOST}:{where.callback_port}",
        "DEMO_WEBHOOK_URL": where.webhook_url,
        "DEMO_WEBHOOK_SECRET": keys.webhook_secret,
        "DEMO_CALLBACK_URL": where.callback_url,
        "DEMO_PASSWORD_SEED": keys.password_seed,
    }
