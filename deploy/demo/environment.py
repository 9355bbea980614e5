"""What the demo's parts are told through the environment: addresses, keys, folders. Called by run."""

from __future__ import annotations

import os
from dataclasses import dataclass

from deploy.bootstrap import claims, servers
from deploy.bootstrap.claims import HOST
from deploy.bootstrap.place import BUILT, ROOT, local
from deploy.demo.accounts import LOGIN
from deploy.demo.keys import Keys

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
        return f"{self.public_url}/hotline/v1/{SOURCE}/messages"

    @property
    def callback_url(self) -> str:
        """Address the hotline hears back on."""
        return f"http://{HOST}:{self.callback_port}/callbacks"


def addresses() -> Addresses:
    """Return where everything will listen: given servers when their addresses are set, else private ones."""
    port, callback_port = claims.ports()
    given = os.environ.get("DATABASE_URL")
    return Addresses(
        port=port,
        callback_port=callback_port,
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
        "DISPATCH_GATEWAY_URL": (local() / "outbox.jsonl").absolute().as_uri(),
        "DEMO_WEBHOOK_URL": where.webhook_url,
        "DEMO_WEBHOOK_SECRET": keys.webhook_secret,
        "DEMO_CALLBACK_URL": where.callback_url,
        "DEMO_PASSWORD_SEED": keys.password_seed,
    }
