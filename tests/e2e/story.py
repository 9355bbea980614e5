"""What the stories share: where the demo's worker works, orders as the hotline writes them, photos."""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Page

from gis.crs import from_wgs84
from tests.e2e.service import Service

SPOT = """
SELECT ST_X(p), ST_Y(p), c.code, n.name, n.id, u.id FROM account a
JOIN cell_duty d ON d.person = a.person AND d.duty = 'worker' JOIN person n ON n.id = a.person
JOIN cell c ON c.code = d.cell JOIN unit u ON u.village = c.village AND u.kind = 'station',
ST_PointOnSurface(c.geom) p WHERE a.username = %s ORDER BY ST_Area(c.geom) DESC LIMIT 1
"""


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


def order_at(place: Spot, number: str, title: str, category: str) -> dict[str, object]:
    """A new order as the hotline writes it: Chinese names, a coordinate in its own datum."""
    lon, lat = from_wgs84(place.lon, place.lat, "gcj02")
    return {
        "推送类型": "新工单",
        "工单编号": number,
        "诉求类型": "投诉",
        "事项分类": category,
        "标题": title,
        "诉求内容": f"市民反映:{title},已有两天,请尽快处理。",
        "诉求人": "王建国",
        "联系电话": "13812345678",
        "经度": lon,
        "纬度": lat,
    }


def photograph(page: Page) -> None:
    """Take a photo as a phone does."""
    made = BytesIO()
    Image.effect_noise((1600, 1200), 60).convert("RGB").save(made, "JPEG")
    taken = {"name": "now.jpg", "mimeType": "image/jpeg", "buffer": made.getvalue()}
    page.locator('[data-command="photo"] input[type=file]').set_input_files(taken)
