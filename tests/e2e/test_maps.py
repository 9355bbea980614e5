"""An open desk takes newly published boundaries by itself; an installation may put a base map under its own."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Response, expect

from tests.e2e.keeper import RENAMED, Keeper
from tests.e2e.people import People
from tests.e2e.pointing import desk_map, view
from tests.e2e.service import Service


@pytest.mark.drawn
def test_an_open_desk_takes_published_boundaries_by_itself(service: Service, people: People) -> None:
    desk = people.at_desk("wjy-zhiban").page
    expect(desk.locator('[data-map="ready"]')).to_be_visible()
    keeper = Keeper(service, "qu-zhiban", people.passwords["qu-zhiban"])
    cell = keeper.ask("GET", "/ogc/collections/cells/items?limit=1")["features"][0]["id"]

    def is_new(response: Response) -> bool:
        return re.search(r"/tiles/2/.*\?gazetteer=\d+$", response.url) is not None

    with desk.expect_response(is_new) as taken:
        assert keeper.publish(cell) == 2
    assert taken.value.status == 200
    assert "immutable" in taken.value.headers["cache-control"]
    known = keeper.ask("GET", f"/ogc/collections/cells/items/{cell}")["properties"]
    assert (known["boundary_version"], known["name"]) == (2, RENAMED)
    keeper.leave()


@contextmanager
def pictures(asked: list[str]) -> Iterator[str]:
    """A map service elsewhere, one green picture everywhere; notes what it is asked for."""
    made = BytesIO()
    Image.new("RGB", (256, 256), (70, 140, 70)).save(made, "PNG")

    class Tiles(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()
            self.wfile.write(made.getvalue())

        def log_message(self, *_: object) -> None:
            """Nothing is logged."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Tiles) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.drawn
def test_a_base_map_is_shown_when_asked_for_with_its_makers_name(service: Service, people: People) -> None:
    asked: list[str] = []
    with pictures(asked) as origin:
        service.stop()
        service.more = {
            "DISPATCH_BASE_MAP_URL": f"{origin}/vec/{{z}}/{{x}}/{{y}}",
            "DISPATCH_BASE_MAP_DATUM": "cgcs2000",
            "DISPATCH_BASE_MAP_ATTRIBUTION": "天地图 示例",
        }
        service.start()
        person = people.at_desk("wjy-zhiban")
        desk = person.page
        expect(desk.locator('[data-map="ready"]')).to_be_visible()
        assert asked == []
        with desk.expect_response(lambda response: response.url.startswith(origin)):
            desk.locator('[data-layer="base"]').click()
        expect(desk.locator(".map-source")).to_have_text("天地图 示例")
        view(desk_map(desk))
        assert all(re.fullmatch(r"/vec/\d+/\d+/\d+", path) for path in asked)
        assert person.complaints == []
        desk.locator('[data-layer="base"]').click()
        expect(desk.locator(".map-source")).to_have_count(0)
        person.leave()
