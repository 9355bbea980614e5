"""What is attacked: the service as a process of its own, over two towns with everybody in them. Used by all of this."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from dispatch.ports.sealing import seal_with, secret_label
from tests import databases
from tests.attack import people, secret
from tests.databases import MASTER_KEY, WEBHOOK_SECRET, Template
from tests.e2e.service import Service, be_the_service
from tests.ports import reserved
from tests.service.conftest import MAPPING, SOURCE
from tests.web import towns


@contextmanager
def standing(
    keeper: psycopg.Connection[Any],
    template: Template,
    redis_url: str,
    folder: Path,
    being: Callable[[Mapping[str, str], int, Path], None] = be_the_service,
) -> Iterator[Service]:
    """The service over a district of its own, two towns with everybody signed in and tickets in every state."""
    with databases.clone(keeper, template) as district, reserved() as port:
        with psycopg.connect(district.owner_url) as connection:
            people.bring(connection)
            _let_push(connection)
        towns.add_ticket(district.owner_url, 1, towns.IN_A, name="张三", phone="13812345678")
        towns.add_ticket(district.owner_url, 2, towns.IN_B, name="李四", phone="13812345679")
        secret.hide(district.owner_url, folder / "evidence")
        service = Service(district, redis_url, "127.0.0.1:9", folder, port, being=being)
        service.start()
        try:
            yield service
        finally:
            service.stop()


def _let_push(connection: psycopg.Connection[Any]) -> None:
    """The hotline may push what it signs."""
    sealed = seal_with(base64.b64decode(MASTER_KEY), WEBHOOK_SECRET.encode(), secret_label(SOURCE))
    connection.execute("UPDATE intake_profile SET mapping = %s", (json.dumps(MAPPING),))
    connection.execute("UPDATE source SET secrets = %s, callback_secret = %s", ([sealed], sealed))
