"""Somebody who keeps boundaries, by the requests that the page makes."""

from __future__ import annotations

import threading
import time
from typing import Any

import httpx

from tests.e2e.service import PATIENCE_SECONDS, Service

RENAMED = "改名后的网格"


class Keeper:
    """A person with a session and no browser."""

    def __init__(self, service: Service, username: str, password: str) -> None:
        headers = {"X-Requested-With": "dispatch", "Origin": service.url}
        self._client = httpx.Client(base_url=service.url, headers=headers, timeout=PATIENCE_SECONDS)
        self.ask("POST", "/api/session", {"username": username, "password": password})

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        """Ask the service; what it answers."""
        answer = self._client.request(method, path, json=body)
        assert answer.is_success, (path, answer.text)
        return answer.json() if answer.content else None

    def work(self, path: str, body: Any = None) -> None:
        """Start long work and wait until it is done."""
        work = self.ask("POST", path, body)["work"]
        until = time.monotonic() + PATIENCE_SECONDS
        asked_again = threading.Event()
        while work["state"] == "running" and time.monotonic() < until:
            asked_again.wait(0.1)
            work = self.ask("GET", f"/api/work/{work['id']}")
        assert work["state"] == "done", work

    def publish(self, cell: str) -> int:
        """Draft, change one cell's name, check, preview, publish; the new version."""
        version: int = self.ask("POST", "/api/boundaries", {"note": "改一个名称", "based_on": 1})["id"]
        self.ask("PATCH", f"/api/boundaries/{version}/cells/{cell}", {"name": RENAMED})
        self.work(f"/api/boundaries/{version}/check")
        self.work(f"/api/boundaries/{version}/preview")
        revision = self.ask("GET", f"/api/boundaries/{version}")["revision"]
        self.work(f"/api/boundaries/{version}/publish", {"revision": revision, "confirm": True})
        return version

    def leave(self) -> None:
        """Go home."""
        self._client.close()
