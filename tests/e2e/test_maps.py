"""A desk that is open takes newly published boundaries by itself: other tiles, kept for good, and the page stays."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Response, expect

from tests.e2e.keeper import RENAMED, Keeper
from tests.e2e.people import People
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
