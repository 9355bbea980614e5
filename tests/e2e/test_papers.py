"""Papers as they come out of a printer: A4, black and white, page by page, with a code that a phone reads."""

from __future__ import annotations

import json
from collections.abc import Callable

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops
from playwright.sync_api import Page, expect

from tests.e2e.hotline import Hotline
from tests.e2e.people import People
from tests.e2e.service import Service
from tests.e2e.story import elsewhere, order_at, spot_of

A4 = (595, 842)
"""In points."""
SENTENCE = "北京东路与淮海路交叉口西北角夜市摊点占道经营,油烟和噪声扰民,地面油污湿滑,已有老人滑倒。"
LATE = [
    {"id": 1, "number": f"HY{at:03}", "title": SENTENCE, "note": "2026-11-24T01:00:00Z"} for at in range(40)
]
HANDED_OVER = """
INSERT INTO handover (unit, from_person, to_person, items, sound_heard, notes)
SELECT m.unit, min(n.person), max(n.person), %s, true, '打印机缺纸' FROM membership m
JOIN account a ON a.person = m.person JOIN membership n ON n.unit = m.unit
WHERE a.username = 'wjy-zhiban' GROUP BY m.unit RETURNING id
"""


class Printed:
    """A paper as a PDF."""

    def __init__(self, content: bytes) -> None:
        self._document = pypdfium2.PdfDocument(content)
        self.pages = [page.get_textpage().get_text_bounded() for page in self._document]
        self.sizes = {tuple(round(side) for side in page.get_size()) for page in self._document}

    def picture(self, page: int) -> Image.Image:
        """A page as a printer draws it, 216 dots an inch."""
        drawn: Image.Image = self._document[page].render(scale=3).to_pil()
        return drawn.convert("RGB")

    def are_all_grey(self) -> bool:
        """Whether no dot of any page has a colour."""
        pictures = (self.picture(page).split() for page in range(len(self.pages)))
        return all(
            ImageChops.difference(red, green).getbbox() is None
            and ImageChops.difference(red, blue).getbbox() is None
            for red, green, blue in pictures
        )


@pytest.fixture
def printed(people: People) -> Callable[[str], Printed]:
    """Prints what an address leads to, as the operator does."""
    page: Page = people.at_desk("wjy-zhiban").page
    page.add_init_script("window.print = () => { document.documentElement.dataset.printing = 'true'; }")

    def take(address: str) -> Printed:
        page.goto(f"/print?{address}")
        expect(page.locator("html[data-printing] [data-paper]")).to_be_visible()
        return Printed(page.pdf(prefer_css_page_size=True))

    return take


def without_breaks(text: str) -> str:
    """What is written, however it was broken into lines."""
    return "".join(text.split())


def test_papers_come_out_as_forms_that_can_be_told_apart_signed_and_scanned(
    service: Service, hotline: Hotline, people: People, printed: Callable[[str], Printed]
) -> None:
    place = spot_of(service, "wjy-wangge")
    order = order_at(place, "E2E-P1", "夜市摊点占道", "市政设施/路灯") | {"诉求内容": SENTENCE * 40}
    hotline.push(order)
    with elsewhere(service, people, "wjy-zhiban", 1) as center:
        center.give("sign")
        center.give("assign", lead={"unit": place.station, "person": place.person})
    long = printed("ticket=1&paper=assignment")
    assert long.sizes == {A4}
    assert len(long.pages) > 1
    whole = without_breaks("".join(long.pages))
    assert whole.count("老人滑倒") == 40
    (number,) = service.rows("SELECT number FROM ticket")[0]
    for at, page in enumerate(map(without_breaks, long.pages), 1):
        assert f"第{at}页/共{len(long.pages)}页" in page
        assert "王家营街道社会治理指挥中心" in page, "who printed it stands on each page"
        assert f"{number}-交1" in page, "a page that lies alone says of which paper it is"
    assert "签收（签字）" in without_breaks(long.pages[-1])
    (code,) = zxingcpp.read_barcodes(long.picture(0))
    assert code.text == f"{service.url}/m?ticket=1"
    assert long.are_all_grey()
    short = printed("ticket=1&paper=chase")
    assert short.sizes == {A4}
    (handover,) = service.rows(HANDED_OVER, json.dumps({"overdue": LATE}))[0]
    sheet = printed(f"handover={handover}")
    assert len(sheet.pages) > 1
    for page in map(without_breaks, sheet.pages):
        assert page.count("序号") == 1, "a list goes on under its own head"
    first = without_breaks(sheet.pages[0])
    assert first.index("逾期（40件）") < first.index("HY000"), "no heading stands without its list"


TEN_NEW = """
WITH made AS (
    INSERT INTO person (id, name, post, phone) SELECT 9000 + n, '新网格员' || n, '专职网格员', '1390000' || 9000 + n
    FROM generate_series(1, 10) n RETURNING id, phone
), posts AS (
    INSERT INTO membership (person, role, unit, valid) SELECT m.id, 'grid_worker', held.unit, '[2026-01-01,)'
    FROM made m, (SELECT unit FROM membership JOIN account USING (person) WHERE username = 'wjy-wangge' LIMIT 1) held
)
INSERT INTO account (person, username, password_hash, must_change) SELECT id, phone, '!', true FROM made
"""


def test_ten_slips_with_their_last_day_go_on_a_sheet(service: Service, people: People) -> None:
    service.change(TEN_NEW)
    page = people.stranger().page
    page.add_init_script("window.print = () => { document.documentElement.dataset.printing = 'true'; }")
    page.goto("/admin?at=people")
    people.sign_in(page, "xitong")
    page.locator("[data-slips-open]").click()
    page.locator("[data-confirm]").click()
    expect(page.locator("html[data-printing] [data-slip]")).to_have_count(10)
    sheet = Printed(page.pdf(prefer_css_page_size=True))
    assert sheet.sizes == {A4}
    assert len(sheet.pages) == 1
    assert sheet.pages[0].count("（含当天）") == 10
    codes = {code.text for code in zxingcpp.read_barcodes(sheet.picture(0))}
    assert codes == {f"{service.url}/m"}
