"""What is attacked: the service as a process of its own, over two towns with everybody in them. Used by all of this."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from tests import databases
from tests.attack import people
from tests.databases import Template
from tests.e2e.service import Service
from tests.ports import reserved
from tests.web import towns


@contextmanager
def standing(
    keeper: psycopg.Connection[Any], template: Template, redis_url: str, folder: Path
) -> Iterator[Service]:
    """The service over a district of its own, two towns with everybody signed in, until the end."""
    with databases.clone(keeper, template) as district, reserved() as port:
        with psycopg.connect(district.owner_url) as connection:
            people.bring(connection)
        towns.add_ticket(district.owner_url, 1, towns.IN_A, name="张三", phone="13812345678")
        towns.add_ticket(district.owner_url, 2, towns.IN_B, name="李四", phone="13812345679")
        service = Service(district, redis_url, "127.0.0.1:9", folder, port)
        service.start()
        try:
            yield service
        finally:
            service.stop()
