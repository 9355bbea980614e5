"""The main job, end to end: a signed push travels to closure through real browsers, and another town sees nothing."""

from __future__ import annotations

import math
import re
from io import BytesIO
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Page, expect

from gis.crs import from_wgs84
from tests.e2e.hotline import Hotline, Receiver
from tests.e2e.people import People, Person
from tests.e2e.service import Service

ORDER = "20261125-E2E-1"
TITLE = "沿街窨井盖破损,夜间有人绊倒"
CATEGORY = "市政设施/窨井盖"
WORKER = "wjy-wangge"
SPOT = """
SELECT ST_X(p), ST_Y(p), c.code, n.name FROM account a
JOIN cell_duty d ON d.person = a.person AND d.duty = 'worker' JOIN person n ON n.id = a.person
JOIN cell c ON c.code = d.cell, ST_PointOnSurface(c.geom) p WHERE a.username = %s ORDER BY ST_Area(c.geom) DESC LIMIT 1
"""


class Spot(NamedTuple):
    """Where the trouble is: WGS 84 degrees, the cell, and the name of its worker."""

    lon: float
    lat: float
    cell: str
    worker: str


def spot(service: Service) -> Spot:
    """The middle of the largest cell of the demo's grid worker."""
    return Spot(*service.rows(SPOT, WORKER)[0])


def push(hotline: Hotline, place: Spot) -> dict[str, object]:
    """A new order as the hotline writes it: Chinese names, a coordinate in its own datum."""
    lon, lat = from_wgs84(place.lon, place.lat, "gcj02")
    return hotline.push(
        {
            "推送类型": "新工单",
            "工单编号": ORDER,
            "诉求类型": "投诉",
            "事项分类": CATEGORY,
            "标题": TITLE,
            "诉求内容": "市民反映:小区东门外人行道上的窨井盖破损塌陷,昨晚已有人绊倒,请尽快处理。",
            "诉求人": "王建国",
            "联系电话": "13812345678",
            "经度": lon,
            "纬度": lat,
        }
    )


def pixel(page: Page, place: Spot) -> tuple[float, float]:
    """Where on the page the map shows a place, by the view that the map tells (Web Mercator, 512-pixel tiles)."""
    pane = page.locator("[data-view][data-tickets]")
    lon, lat, zoom = (float(part) for part in (pane.get_attribute("data-view") or "").split(","))
    box = pane.bounding_box()
    assert box is not None
    scale = 512 * 2**zoom / 360

    def y(at: float) -> float:
        return math.degrees(math.asinh(math.tan(math.radians(at))))

    return (
        box["x"] + box["width"] / 2 + (place.lon - lon) * scale,
        box["y"] + box["height"] / 2 - (y(place.lat) - y(lat)) * scale,
    )


def open_ticket(person: Person) -> None:
    """Open the ticket from the list."""
    person.page.locator("[data-ticket]", has_text=TITLE).click()
    expect(person.page.locator("aside")).to_contain_text("市民反映")


def press(page: Page, command: str) -> None:
    """Press a button of the ticket's panel."""
    page.locator(f'[data-command="{command}"]').click()


def picture() -> bytes:
    """A photo as a phone takes it."""
    made = BytesIO()
    Image.effect_noise((1600, 1200), 60).convert("RGB").save(made, "JPEG")
    return made.getvalue()


def answer_with_photo(page: Page) -> None:
    """The worker's way: 收到, arrive, photo, answer."""
    page.locator("[data-ticket]", has_text=TITLE).click()
    press(page, "accept")
    press(page, "arrive")
    page.locator("input[type=file]").first.set_input_files(
        {"name": "now.jpg", "mimeType": "image/jpeg", "buffer": picture()}
    )
    press(page, "answer")
    page.get_by_role("button", name="已清理").click()
    page.locator('[data-choice="solved"]').click()
    page.locator('[data-submit="answer"]').click()


def test_a_ticket_travels_from_webhook_to_closure(
    service: Service, hotline: Hotline, receiver: Receiver, people: People
) -> None:
    place = spot(service)
    town, other = people.at_desk("wjy-zhiban"), people.at_desk("yg-zhiban")
    worker = people.with_phone(WORKER)
    expect(town.page.locator("[data-map=ready]")).to_be_visible()

    pushed = push(hotline, place)
    assert (pushed["status"], pushed["state"]) == ("created", "dispatched")

    # It is in the list and on the map without a refresh: a click where it lies opens it.
    expect(town.page.locator("[data-ticket]", has_text=TITLE)).to_be_visible()
    expect(town.page.locator("[data-tickets]")).to_have_attribute("data-tickets", "1")
    town.page.mouse.click(*pixel(town.page, place))
    expect(town.page.locator("aside")).to_contain_text("市民反映")
    expect(town.page.locator("aside")).to_contain_text(place.worker)

    press(town.page, "sign")
    receiver.await_status(ORDER, "已签收")
    town.page.locator('[data-duty="signed"]').click()
    open_ticket(town)
    press(town.page, "assign")
    expect(town.page.locator('[data-chosen="lead"]')).to_contain_text(place.worker)
    town.page.locator('[data-send="assign"]').click()

    # The worker's page hears of it; then the power goes out under everybody, and comes back.
    expect(worker.page.locator("[data-ticket]", has_text=TITLE)).to_be_visible()
    service.kill()
    expect(town.page.locator('[data-connection="offline"]')).to_be_visible(timeout=20_000)
    service.start()
    for person in (town, other):
        expect(person.page.locator('[data-connection="live"]')).to_be_visible(timeout=30_000)

    answer_with_photo(worker.page)
    town.page.locator('[data-duty="answered"]').click()
    open_ticket(town)
    expect(town.page.locator("aside img")).to_be_visible()
    press(town.page, "review")
    town.page.locator('[data-send="review"]').click()
    receiver.await_status(ORDER, "已办结")

    hotline.push(
        {"推送类型": "回访结果", "工单编号": ORDER, "是否联系": "是", "是否解决": "已解决", "满意度": "满意"}
    )
    hotline.push({"推送类型": "结案", "工单编号": ORDER})
    expect(town.page.locator("[data-ticket]", has_text=TITLE)).to_have_count(0)
    receiver.await_status(ORDER, "已结案")
    assert receiver.statuses(ORDER) == ["已派单", "已签收", "办理中", "已办结", "已结案"]
    assert not receiver.refused
    state, result = service.rows("SELECT state, callback_result FROM ticket WHERE order_no = %s", ORDER)[0]
    assert (state, result["solved"]) == ("closed", True)

    assert town.complaints + other.complaints + worker.complaints == []
    secret = re.compile(f"{ORDER}|{TITLE}|{pushed['ticket']}")
    assert all(secret.search(told) for told in town.was_told())
    assert not any(secret.search(told) for told in other.was_told())
