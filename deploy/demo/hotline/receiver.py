"""Where the played hotline hears back: takes signed status events, keeps them in a file, hands them on.

An event is written before it is answered, so what was answered 2xx is kept. Called by ``play``.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Any
from urllib.parse import urlsplit

from deploy.bootstrap.speech import Stop
from dispatch.domain.signing import verify

LARGEST = 64 * 1024
TOLERANCE = 300
Event = dict[str, Any]


class Ledger:
    """The events heard, each once: ids in memory, lines in a file that only this user can read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._path.touch(mode=0o600)
        lines = self._path.read_text(encoding="utf-8").splitlines()
        self._heard = {json.loads(line)["id"] for line in lines if line.endswith("}")}

    def keep(self, identity: str, event: Event) -> bool:
        """Write an event down; false where it is there already."""
        with self._lock:
            if identity in self._heard:
                return False
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"id": identity, **event}, ensure_ascii=False) + "\n")
            self._heard.add(identity)
            return True


class Receiver:
    """An HTTP server at the callback address."""

    def __init__(self, url: str, key: bytes, ledger: Ledger, heard: Callable[[Event], None]) -> None:
        at = urlsplit(url)
        handler = _handler(at.path, key, ledger, heard)
        try:
            self._server = ThreadingHTTPServer((at.hostname or "127.0.0.1", at.port or 80), handler)
        except OSError as error:
            raise Stop(
                f"The hotline cannot listen at {url} ({error.strerror}); stop the program that has the port, or choose "
                "another with `make demo PORT=…`.",
                f"热线无法监听 {url}（{error.strerror}）；请停止占用端口的程序，或用 make demo PORT=… 换一个。",
            ) from error
        self._server.daemon_threads = True
        self._thread = Thread(target=self._server.serve_forever, name="receiver", daemon=True)

    def __enter__(self) -> Receiver:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def judge(key: bytes, headers: Callable[[str], str | None], body: bytes, now: float) -> int:
    """The HTTP status for a call: 200 for a fresh one that the service signed, else 401."""
    identity, stamp = headers("webhook-id") or "", headers("webhook-timestamp") or ""
    if not (identity and stamp.isascii() and stamp.isdigit()) or abs(now - int(stamp)) > TOLERANCE:
        return 401
    return 200 if verify([key], identity, int(stamp), body, headers("webhook-signature") or "") else 401


def read_event(body: bytes) -> Event | None:
    """The event in a body, None where it is none."""
    try:
        event = json.loads(body)
    except ValueError:
        return None
    return event if isinstance(event, dict) and event.get("order_no") else None


def _handler(
    path: str, key: bytes, ledger: Ledger, heard: Callable[[Event], None]
) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """One call."""

        protocol_version = "HTTP/1.1"
        timeout = 30

        def do_POST(self) -> None:
            said = self.headers.get("content-length", "")
            if not said.isdigit() or int(said) > LARGEST:
                self.close_connection = True
                return self._answer(413 if said.isdigit() else 411)
            body = self.rfile.read(int(said))
            if self.path != path:
                return self._answer(404)
            status = judge(key, self.headers.get, body, time.time())
            if status != 200:
                return self._answer(status)
            event = read_event(body)
            if event is None:
                return self._answer(400)
            if ledger.keep(str(self.headers["webhook-id"]), event):
                heard(event)
            return self._answer(204)

        def _answer(self, status: int) -> None:
            self.send_response(status)
            if status != 204:
                self.send_header("content-length", "0")
            self.end_headers()

        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            """Say nothing: what was heard is in the ledger."""

    return Handler
