"""What a real service answered to one screen, and when: taken down once, given again as often as that screen asks.

A page that is given a recording talks to nobody else: its files come from what was built, its clock stands at the
instant of the recording, and a question that was not recorded is an error, never a guess.
"""

from __future__ import annotations

import base64
import json
import mimetypes
import re
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from playwright.sync_api import APIResponse, Page, Request, Route, WebSocketRoute

from deploy.bootstrap.place import BUILT

Json = dict[str, Any]
FOLDER = Path(__file__).parent / "recorded"
ORIGIN = "https://dispatch.example"
"""Where nothing is: a page that is given a recording asks nobody."""
ASKED = re.compile(r"^/(api|tiles|evidence|health)(/|$)")
"""What the service answers from its data; all else are files of the pages."""
STREAM = re.compile(r"^wss?://[^/]+/api/stream$")
AGAIN = "RECORD_SCREENS=1 .local/venv/bin/python -m pytest tests/e2e/pictures/test_pictures.py"


def key_of(request: Request) -> str:
    """What a request is remembered by."""
    url = urlsplit(request.url)
    return f"{request.method} {url.path}" + (f"?{url.query}" if url.query else "")


@dataclass
class Answer:
    """One answer; ``data`` is JSON as it is, and base64 of what is not JSON."""

    status: int
    type: str
    data: Any

    @property
    def is_json(self) -> bool:
        """Whether the answer is JSON, GeoJSON and problems included."""
        return self.type.partition(";")[0].endswith("json")

    @property
    def content(self) -> bytes:
        """The bytes of the answer."""
        if self.is_json:
            return json.dumps(self.data, ensure_ascii=False).encode()
        return base64.b64decode(self.data)

    @classmethod
    def of(cls, answered: APIResponse) -> Self:
        """An answer as it came."""
        kind = answered.headers.get("content-type", "")
        made = cls(answered.status, kind, None)
        body = answered.body()
        made.data = json.loads(body) if made.is_json else base64.b64encode(body).decode()
        return made


@dataclass
class Recording:
    """What one screen was answered: at which instant, under which path, over HTTP and over the socket."""

    at: str
    path: str
    answers: dict[str, Answer] = field(default_factory=dict)
    told: list[Json] = field(default_factory=list)

    @classmethod
    def read(cls, name: str) -> Self:
        """The recording of a screen."""
        kept = json.loads(file_of(name).read_text(encoding="utf-8"))
        return cls(**kept | {"answers": {key: Answer(**each) for key, each in kept["answers"].items()}})

    def write(self, name: str) -> None:
        """Keep it for that screen, an answer a line, in an order that does not depend on which came first."""
        answers = [f"  {line(key)}: {line(asdict(self.answers[key]))}" for key in sorted(self.answers)]
        told = [f"  {line(each)}" for each in self.told]
        parts = [
            f' "at": {line(self.at)},\n "path": {line(self.path)}',
            ' "answers": {\n' + ",\n".join(answers) + "\n }",
            ' "told": [\n' + ",\n".join(told) + "\n ]",
        ]
        file_of(name).write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


def line(value: object) -> str:
    """A value as JSON in one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def file_of(name: str) -> Path:
    """Where the recording of a screen lies."""
    return FOLDER / f"{name}.json"


def is_resume(message: str | bytes) -> Json | None:
    """The page's wish to go on from where it stands in a stream, if that is what it says."""
    said: Json = json.loads(message)
    return said if said["type"] == "resume" else None


def beat(resume: Json) -> Json:
    """The service's heartbeat: nothing is missing. To a clock that stands still, its silence would say nothing."""
    at = resume["position"]
    return {
        "type": "frame",
        "stream": resume["stream"],
        "epoch": at["epoch"],
        "from": at["seq"] + 1,
        "to": at["seq"],
        "entries": [],
    }


class Recorder:
    """Writes down what a page asks the service, and what it is answered; the first answer counts."""

    def __init__(self, page: Page, recording: Recording) -> None:
        self.recording = recording
        page.clock.set_fixed_time(recording.at)
        page.route(lambda url: ASKED.match(urlsplit(url).path) is not None, self._ask)
        page.route_web_socket(STREAM, self._listen)

    def _ask(self, route: Route) -> None:
        answered = route.fetch()
        self.recording.answers.setdefault(key_of(route.request), Answer.of(answered))
        route.fulfill(response=answered)

    def _listen(self, line: WebSocketRoute) -> None:
        service = line.connect_to_server()

        def say(message: str | bytes) -> None:
            service.send(message)
            if resume := is_resume(message):
                line.send(json.dumps(beat(resume)))

        def hear(message: str | bytes) -> None:
            self.recording.told.append(json.loads(message))
            line.send(message)

        line.on_message(say)
        service.on_message(hear)


class Player:
    """Gives a page what was recorded for it; remembers what was not."""

    def __init__(self, page: Page, recording: Recording) -> None:
        self.recording = recording
        self.missing: list[str] = []
        page.clock.set_fixed_time(recording.at)
        page.route("**/*", self._answer)
        page.route_web_socket(STREAM, self._talk)

    def _answer(self, route: Route) -> None:
        path = urlsplit(route.request.url).path
        if ASKED.match(path) is None:
            give_file(route, path)
        elif (known := self.recording.answers.get(key_of(route.request))) is not None:
            route.fulfill(status=known.status, content_type=known.type, body=known.content)
        else:
            self.missing.append(key_of(route.request))
            route.fulfill(status=404, content_type="application/problem+json", body="{}")

    def _talk(self, line: WebSocketRoute) -> None:
        def reply(message: str | bytes) -> None:
            resume = is_resume(message)
            for told in self._replies(json.loads(message)["type"], resume):
                line.send(json.dumps(told))

        line.on_message(reply)

    def _replies(self, said: str, resume: Json | None) -> list[Json]:
        """To a greeting all but frames; to a resumption the frames of its stream, and that nothing is missing."""
        frames = [each for each in self.recording.told if each["type"] == "frame"]
        if resume is not None:
            return [*(each for each in frames if each["stream"] == resume["stream"]), beat(resume)]
        return [each for each in self.recording.told if each not in frames] if said == "hello" else []


def give_file(route: Route, path: str) -> None:
    """A file of the pages as they were built; a page is named without its ending, and may have a token behind it."""
    name = path.strip("/") or "index"
    page, asset = BUILT / f"{name.partition('/')[0]}.html", BUILT / name
    file = page if page.is_file() else asset
    if not file.is_file():
        route.fulfill(status=404, body="")
        return
    kind = "text/javascript" if file.suffix == ".js" else mimetypes.guess_type(file.name)[0]
    route.fulfill(body=file.read_bytes(), content_type=kind or "application/octet-stream")
