"""The hotline of the end-to-end tests: pushes with the published client, and a receiver that checks every signature."""

from __future__ import annotations

import json
import threading
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from tests.e2e.service import PATIENCE_SECONDS

SOURCE = "huaian-12345"


class Hotline:
    """Pushes signed deliveries to the service."""

    def __init__(self, url: str, secret: str, source: str = SOURCE) -> None:
        self._url = f"{url}/hotline/v1/{source}/messages"
        self._webhook = Webhook(secret)

    def push(self, body: dict[str, Any], expected: int | None = None) -> dict[str, Any]:
        """Push one message that has to be taken, at once unless told otherwise; what the service answered."""
        text = json.dumps(body, ensure_ascii=False)
        identity, at = f"msg_{uuid.uuid4().hex}", datetime.now(UTC)
        headers = {
            "content-type": "application/json",
            "webhook-id": identity,
            "webhook-timestamp": str(int(at.timestamp())),
            "webhook-signature": self._webhook.sign(identity, at, text),
        }
        answer = httpx.post(self._url, content=text.encode(), headers=headers, timeout=PATIENCE_SECONDS)
        assert answer.status_code in ((200, 201) if expected is None else (expected,)), answer.text
        taken: dict[str, Any] = answer.json()
        return taken


class Receiver:
    """Hears status reports; keeps each whose signature holds once, and remembers that one did not.

    A sender that dies before it has noted an answer sends the same message again, as a receiver must expect.
    """

    def __init__(self, secret: str) -> None:
        self._webhook = Webhook(secret)
        self._changed = threading.Condition()
        self._known: set[str] = set()
        self.reports: list[dict[str, Any]] = []
        self.refused: list[str] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        """host:port of the receiver."""
        host, port = self._server.server_address[:2]
        return f"{host!s}:{port}"

    def close(self) -> None:
        """Stop hearing."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def statuses(self, order_no: str) -> list[str]:
        """The statuses of an order in the order they came."""
        return [each["status"] for each in self.reports if each["order_no"] == order_no]

    def await_status(self, order_no: str, status: str, seconds: float = PATIENCE_SECONDS) -> None:
        """Return when the hotline has heard a status of an order."""
        with self._changed:
            heard = self._changed.wait_for(lambda: status in self.statuses(order_no), seconds)
        assert heard, f"the hotline heard {self.statuses(order_no)} of {order_no}, never {status}"

    def await_interim(self, order_no: str, reply: str, seconds: float = PATIENCE_SECONDS) -> None:
        """Return when the hotline has heard what a caller is told meanwhile."""
        with self._changed:
            heard = self._changed.wait_for(lambda: reply in self.interim(order_no), seconds)
        assert heard, f"the hotline heard {self.interim(order_no)} of {order_no} meanwhile, never {reply}"

    def interim(self, order_no: str) -> list[str]:
        """What the callers of an order are told while it goes on."""
        return [
            each["reply"] for each in self.reports if each["order_no"] == order_no and each.get("interim")
        ]

    def _take(self, body: bytes, headers: dict[str, str]) -> int:
        with self._changed:
            try:
                report = self._webhook.verify(body, headers)
                if headers["webhook-id"] not in self._known:
                    self.reports.append(report)
                self._known.add(headers["webhook-id"])
            except WebhookVerificationError as error:
                self.refused.append(str(error))
                return 401
            finally:
                self._changed.notify_all()
        return 200

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        take: Callable[[bytes, dict[str, str]], int] = self._take

        class Handler(BaseHTTPRequestHandler):
            """One report."""

            def do_POST(self) -> None:
                """Verify and keep it."""
                length = int(self.headers["content-length"])
                body = self.rfile.read(length)
                if len(body) < length:  # its sender lost power in the middle
                    self.close_connection = True
                    return
                status = take(body, {name.lower(): value for name, value in self.headers.items()})
                self.send_response(status)
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler
