"""What the stories share: where the demo's worker works, orders as the hotline writes them, photos."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import NamedTuple

import httpx
from PIL import Image
from playwright.sync_api import FilePayload, Page

from gis.crs import from_wgs84
from tests.e2e.people import People
from tests.e2e.service import PATIENCE_SECONDS, Service

SPOT = """
SELECT ST_X(p), ST_Y(p), c.code, n.name, n.id, u.id FROM account a
JOIN cell_duty d ON d.person = a.person AND d.duty = 'worker' JOIN person n ON n.id = a.person
JOIN cell c ON c.code = d.cell JOIN unit u ON u.village = c.village AND u.kind = 'station',
ST_PointOnSurface(c.geom) p WHERE a.username = %s ORDER BY ST_Area(c.geom) DESC LIMIT 1
"""


AWAKE = (
    "INSERT INTO telling_limit (limits, note) SELECT limits || "
    """'{"quiet_from": "00:00", "quiet_until": "00:00"}', 'awake' FROM telling_limit ORDER BY version DESC LIMIT 1"""
)
"""No hour is quiet: these tests run at any."""


class Spot(NamedTuple):
    """Where the trouble is: WGS 84 degrees, the cell, its worker by name and id, and their station."""

    lon: float
    lat: float
    cell: str
    worker: str
    person: int
    station: int


def spot_of(service: Service, username: str) -> Spot:
    """The middle of the largest cell of a worker."""
    return Spot(*service.rows(SPOT, username)[0])


def order(number: str, title: str, **more: object) -> dict[str, object]:
    """A new order without a coordinate."""
    words = {
        "标题": title,
        "诉求内容": f"市民反映：{title}，请尽快处理。",
        "诉求人": "赵敏",
        "联系电话": "13900001234",
    }
    return {"工单编号": number, "诉求类型": "求助", "事项分类": "市政设施/路灯", **words, **more}


def order_at(place: Spot, number: str, title: str, category: str) -> dict[str, object]:
    """A new order as the hotline writes it: Chinese names, a coordinate in its own datum."""
    lon, lat = from_wgs84(place.lon, place.lat, "gcj02")
    return {
        "推送类型": "新工单",
        "工单编号": number,
        "诉求类型": "投诉",
        "事项分类": category,
        "标题": title,
        "诉求内容": f"市民反映：{title}，已有两天，请尽快处理。",
        "诉求人": "王建国",
        "联系电话": "13812345678",
        "经度": lon,
        "纬度": lat,
    }


def picture() -> bytes:
    """A photo that no other is like."""
    made = BytesIO()
    Image.effect_noise((1600, 1200), 60).convert("RGB").save(made, "JPEG")
    return made.getvalue()


class Elsewhere:
    """Somebody whose screen is not what a test looks at: their acts, without a browser."""

    def __init__(self, client: httpx.Client, ticket: int) -> None:
        self._client = client
        self._ticket = ticket

    def give(self, command: str, **fields: object) -> None:
        """Give a command to the ticket."""
        body = {"operation": str(uuid.uuid4()), "fields": fields}
        answer = self._client.post(f"/api/tickets/{self._ticket}/commands/{command}", json=body)
        assert answer.is_success, (command, answer.text)

    def photograph(self) -> None:
        """Add a photo to the ticket."""
        files = {"file": ("now.jpg", picture(), "image/jpeg")}
        path = f"/api/tickets/{self._ticket}/evidence"
        self._client.post(path, files=files, data={"operation": str(uuid.uuid4())}).raise_for_status()


@contextmanager
def elsewhere(service: Service, people: People, username: str, ticket: int) -> Iterator[Elsewhere]:
    """A person of the demo who works on a ticket elsewhere."""
    headers = {"X-Requested-With": "dispatch", "Origin": service.url}
    with httpx.Client(base_url=service.url, headers=headers, timeout=PATIENCE_SECONDS) as client:
        account = {"username": username, "password": people.passwords[username]}
        client.post("/api/session", json=account).raise_for_status()
        yield Elsewhere(client, ticket)


def open_panel(page: Page, name: str) -> None:
    """Open a list of the desk by its header: as a button of its own while something waits there, else in the menu."""
    page.locator("[data-menu]").click()
    page.locator(f'[data-menu-list] [data-panel="{name}"]').click()


KEEPING = """
async ([keys, patience]) => {
  const answered = (asked) => new Promise((resolve) => { asked.onsuccess = () => resolve(asked.result); });
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error("nothing is kept")), patience));
  await Promise.race([navigator.serviceWorker.ready, late]);
  const database = await answered(indexedDB.open("dispatch-phone"));
  const held = () => answered(database.transaction("kept").objectStore("kept").getAllKeys());
  for (let kept = await held(); !keys.every((key) => kept.includes(key)); kept = await held())
    await Promise.race([new Promise((resolve) => setTimeout(resolve, 50)), late]);
  database.close();
}
"""


def leave_the_network(page: Page, *kept: str) -> None:
    """Go where no network is, with a phone that keeps the page, and what it needs to go on without."""
    page.evaluate(KEEPING, [["me", "board", "forms", *kept], PATIENCE_SECONDS * 1000])
    page.context.set_offline(True)


def photograph(page: Page) -> None:
    """Take a photo as a phone does."""
    taken: FilePayload = {"name": "now.jpg", "mimeType": "image/jpeg", "buffer": picture()}
    page.locator('[data-command="photo"] input[type=file]').set_input_files(taken)
