"""People of the demo district at their screens: a browser context each, signed in through the page."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, WebSocket, expect

from tests.e2e.service import PATIENCE_SECONDS

PATIENCE_MS = PATIENCE_SECONDS * 1000
SLOWER = float(os.environ.get("E2E_SLOWER", "1"))
"""How many times slower than it is the browser's processor seems to a page: for whoever hunts races."""
TOASTS = """
window.toasts = [];
new MutationObserver((changes) => {
  for (const { addedNodes } of changes)
    for (const node of addedNodes)
      if (node.matches?.("[data-toast]")) window.toasts.push(node.textContent);
}).observe(document, { childList: true, subtree: true });
"""
"""Remembers short words, which go away by themselves."""
DESK: dict[str, Any] = {
    "viewport": {"width": 1920, "height": 1080},
    "reduced_motion": "reduce",
}  # no frames of flying maps to draw
ARCHIVED: dict[str, Any] = {**DESK, "record_har_content": "embed"}
OLDER = """
for (const name of ["at", "findLast", "findLastIndex", "with", "toSorted", "toReversed", "toSpliced"])
  delete Array.prototype[name];
delete String.prototype.at;
delete Object.hasOwn;
delete window.structuredClone;
delete AbortSignal.timeout;
"""
"""Takes away what Chromium 86 lacks, as it is in a WeChat of five years ago."""
PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 640},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}


def has_said(page: Page, words: str) -> None:
    """A page has said something in passing, whether or not it still stands there."""
    page.wait_for_function("words => window.toasts.some((toast) => toast.includes(words))", arg=words)


@dataclass
class Person:
    """One person: their page, and everything their browser was told."""

    username: str
    context: BrowserContext
    page: Page
    archive: Path
    frames: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def was_told(self) -> tuple[str, str]:
        """Close the browser; every text that reached it: over sockets, and in the archive of all exchanges."""
        self.leave()
        return "\n".join(self.frames), self.archive.read_text(encoding="utf-8")

    def leave(self) -> None:
        """Close the browser, which completes its archive."""
        self.context.close()

    def listen(self) -> None:
        """Keep what comes in over sockets, and what the page complains about."""
        self.page.on("websocket", self._socket)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._console)

    def _console(self, message: ConsoleMessage) -> None:
        passing = ("Failed to load resource", "WebSocket connection")
        if message.type == "error" and not any(words in message.text for words in passing):
            self.complaints.append(message.text)

    def _socket(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda payload: self.frames.append(str(payload)))


class People:
    """Everybody who has a browser in this test."""

    def __init__(self, browser: Browser, url: str, users: Sequence[Mapping[str, str]], folder: Path) -> None:
        self._browser = browser
        self._folder = folder
        self._url = url
        self.passwords = {user["username"]: user["password"] for user in users}
        self._present: list[Person] = []

    def at_desk(self, username: str, kind: Mapping[str, Any] = DESK, at: str = "/?view=desk") -> Person:
        """A person at the desk page, at its lists, perhaps with all that reaches it archived."""
        person = self._sign_in(username, at, kind)
        expect(person.page.locator('[data-connection="live"]')).to_be_visible()
        return person

    def with_phone(self, username: str) -> Person:
        """A person with the phone page, on a phone that is five years old."""
        return self._sign_in(username, "/m", PHONE)

    def stranger(self, kind: Mapping[str, Any] = DESK) -> Person:
        """Somebody who has not signed in."""
        return self._enter("", kind)

    def _enter(self, username: str, kind: Mapping[str, Any]) -> Person:
        archive = self._folder / f"{len(self._present)}.har"
        kept: Mapping[str, Any] = {"record_har_path": archive} if kind is ARCHIVED else {}
        context = self._browser.new_context(base_url=self._url, locale="zh-CN", **kind, **kept)
        context.set_default_timeout(PATIENCE_MS)
        context.add_init_script(TOASTS)
        if kind is PHONE:
            context.add_init_script(OLDER)
        if kind is ARCHIVED:
            context.add_init_script("delete window.SharedWorker")  # a page's own socket can be listened to
        person = Person(username, context, context.new_page(), archive)
        if SLOWER > 1:
            rate = {"rate": SLOWER}
            context.new_cdp_session(person.page).send("Emulation.setCPUThrottlingRate", rate)
        person.listen()
        self._present.append(person)
        return person

    def _sign_in(self, username: str, path: str, kind: Mapping[str, Any]) -> Person:
        person = self._enter(username, kind)
        page = person.page
        page.goto(path)
        self.sign_in(page, username)
        return person

    def sign_in(self, page: Page, username: str) -> None:
        """Fill in the sign-in page."""
        page.locator("input[name=username]").fill(username)
        page.locator("input[name=password]").fill(self.passwords[username])
        page.locator("button[type=submit]").click()
        page.wait_for_url(lambda url: "/signin" not in url)

    def photograph(self, folder: Path, name: str) -> None:
        """Keep a picture of every page."""
        for person in self._present:
            with contextlib.suppress(Error):  # a page that was killed has no picture
                person.page.screenshot(path=folder / f"{name}-{person.username}.png")

    def leave(self) -> None:
        """Close every browser context."""
        for person in self._present:
            person.leave()
