"""The service in the test's own process, over two towns with everybody in them and what belongs to town A alone."""

from __future__ import annotations

import base64
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import psycopg
from fastapi import FastAPI

from dispatch.settings import Settings
from dispatch.web.assemble import describe
from tests import databases
from tests.attack import people, secret
from tests.attack.bodies import Bodies
from tests.attack.people import Someone
from tests.databases import INDEX_KEY, MASTER_KEY, Template
from tests.ports import reserved
from tests.service.conftest import serving
from tests.web import towns

GUESSED = {
    "version": "1",
    "boundary_version": "1",
    "code": towns.CELL_A,
    "place": "1",
    "year": "2026",
    "period": str(secret.PERIOD),
    "collection": "cells",
    "item": towns.CELL_A,
    "form": "csv",
    "paper": "assignment",
    "kind": "csv",
    "source": "huaian-12345",
    "z": "14",
    "x": "13609",
    "y": "6570",
    "command": "note",
}
"""What paths name beside tickets, where asking changes nothing; what changes something names what is not there."""


@dataclass
class Ground:
    """The service in this process, its description, and the true ids of town A."""

    app: FastAPI
    url: str
    owner_url: str
    document: Mapping[str, Any]
    true: Mapping[str, str]

    def client(self, someone: Someone) -> httpx.AsyncClient:
        """A browser or program of this one."""
        return httpx.AsyncClient(
            transport=httpx.ASGITransport(self.app),
            base_url=self.url,
            headers=people.headers(someone, self.url),
        )

    async def ask(
        self, client: httpx.AsyncClient, row: str, values: Mapping[str, str], bodies: Bodies
    ) -> httpx.Response:
        """Ask one route, with these values in its path."""
        method, _, path = row.partition(" ")
        operation = self.document["paths"].get(path, {}).get(method.lower(), {})
        address = path
        for name, value in values.items():
            address = address.replace(f"{{{name}}}", quote(value, safe=""))
        if "{" in address:
            address = address[: address.index("{")] + str(secret.ABSENT)
        return await client.request(method, address, **bodies.of(operation))

    async def both(
        self, client: httpx.AsyncClient, row: str, name: str, true: str, command: str = "note"
    ) -> tuple[httpx.Response, httpx.Response]:
        """The answers for what belongs to town A, and for what is not there."""
        absent = secret.NOWHERE if "-" in true else str(secret.ABSENT)
        values = {**GUESSED, "command": command}
        bodies = Bodies(self.document, {})
        one = await self.ask(client, row, {**values, name: true}, bodies)
        return one, await self.ask(client, row, {**values, name: absent}, bodies)


@asynccontextmanager
async def inside(
    keeper: psycopg.Connection[Any], template: Template, redis_url: str, folder: Path
) -> AsyncIterator[Ground]:
    """Two towns with everybody in them and what belongs to town A, until the end."""
    with databases.clone(keeper, template) as district, reserved() as port:
        with psycopg.connect(district.owner_url) as connection:
            people.bring(connection)
        made = _settings(district, redis_url, port, folder)
        true = secret.hide(district.owner_url, made.evidence_dir)
        async with serving(made) as server:
            app = server.config.app
            assert isinstance(app, FastAPI)
            yield Ground(app, made.public_url, district.owner_url, describe(), true)


def _settings(district: databases.Database, redis_url: str, port: int, folder: Path) -> Settings:
    return Settings(
        database_url=district.url,
        redis_url=redis_url,
        public_url=f"http://127.0.0.1:{port}",
        master_key=base64.b64decode(MASTER_KEY),
        index_key=base64.b64decode(INDEX_KEY),
        evidence_dir=folder / "evidence",
        frontend_dir=folder / "frontend",
        demo=True,
        callback_hosts=frozenset(),
        pool_size=8,
    )


def marked(answer: httpx.Response) -> list[str]:
    """The marks in an answer, wherever they stand."""
    said = answer.text + json.dumps(dict(answer.headers), ensure_ascii=False)
    if answer.content.startswith((b"{", b"[")):
        said += json.dumps(answer.json(), ensure_ascii=False)  # escaped as it may be
    return [mark for mark in secret.MARKS if mark in said]


def alike(one: httpx.Response, other: httpx.Response) -> bool:
    """Whether two answers cannot be told apart."""
    kept = [{name: value for name, value in each.headers.items() if name != "date"} for each in (one, other)]
    return (one.status_code, one.content, kept[0]) == (other.status_code, other.content, kept[1])
