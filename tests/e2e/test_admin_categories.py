"""Categories as a district keeps them: a hotline's new word, what a change touches, the tree from a file."""

from __future__ import annotations

import pytest
from playwright.sync_api import FilePayload, Page, expect

from dispatch.domain.category_register import LABELS
from tests.e2e.hotline import Hotline
from tests.e2e.people import People
from tests.e2e.service import Service
from tests.e2e.story import order_at, spot_of
from tests.workbooks import workbook

pytestmark = pytest.mark.shares
STRANGE = "城市照明/夜间灯不亮"
GIVEN = "SELECT k.path FROM ticket t LEFT JOIN category k ON k.code = t.category WHERE t.order_no = %s"
FILE = workbook(
    [
        list(LABELS.values()),
        ["", "噪音扰民/广场舞噪音", "", "点位", "", "", "", ""],
        ["", "噪音扰民/无人机噪音", "", "网格", "是", "", "", ""],
        ["", "噪音扰民/锣鼓", "", "哪里", "", "", "", ""],
    ]
)


def confirmed(page: Page) -> None:
    """What the dialog asks is done."""
    page.locator("[data-confirm]").click()
    expect(page.locator("dialog")).to_have_count(0)


def is_mapped(page: Page) -> None:
    """The hotline's new word means street lamps from now on."""
    strange = page.locator(f'[data-unknown-name="{STRANGE}"]')
    strange.locator("[data-map]").click()
    page.locator("dialog input[name=category-search]").fill("szssld")
    page.get_by_role("radio", name="市政设施 › 路灯").check()
    confirmed(page)
    expect(strange).to_have_count(0)


def is_looked_into_and_ended(page: Page) -> None:
    """Found by the initials of its pinyin; the rules that name it are told before it ends on a day."""
    page.locator("main input[type=search]").fill("ldtf")
    expect(page.locator("[data-category]")).to_have_count(1)
    page.locator("[data-more]").click()
    expect(page.locator('[data-use="police"], [data-use="power"]').first).to_be_visible()
    page.locator("[data-end-category]").click()
    expect(page.locator("dialog [data-left]")).to_be_visible()
    page.locator("dialog input[name=day]").fill("2099-12-31")
    page.locator("dialog input[name=reason]").fill("并入店外经营")
    confirmed(page)
    expect(page.locator("[data-category]")).to_contain_text("2099-12-31 起停用")
    page.locator("[data-more-of] [data-history] summary").click()
    expect(page.locator('[data-more-of] [data-change="ended"]')).to_contain_text("并入店外经营")


def comes_from_a_file(page: Page) -> None:
    """Tried, told row by row, taken as one act."""
    page.locator("[data-take-categories]").click()
    file: FilePayload = {"name": "分类.xlsx", "mimeType": "application/octet-stream", "buffer": FILE}
    page.locator("dialog input[type=file]").set_input_files(files=[file])
    expect(page.locator('[data-taken="tried"]')).to_contain_text(
        "新增 1，修改 1，停用 0，没有变化 0，有问题 1"
    )
    expect(page.locator("[data-wrong-rows]")).to_be_visible()
    page.locator("[data-confirm]").click()
    expect(page.locator('[data-taken="done"]')).to_be_visible()
    confirmed(page)
    page.locator("main input[type=search]").fill("无人机")
    expect(page.locator("[data-category]")).to_have_count(1)


def test_a_new_word_is_mapped_a_category_ends_and_the_tree_comes_from_a_file(
    service: Service, hotline: Hotline, people: People
) -> None:
    place = spot_of(service, "wjy-wangge")
    hotline.push(order_at(place, "E2E-C1", "路灯夜里不亮", STRANGE))
    page = people.stranger().page
    page.goto("/admin?at=categories")
    people.sign_in(page, "xitong")
    is_mapped(page)
    is_looked_into_and_ended(page)
    comes_from_a_file(page)
    hotline.push(order_at(place, "E2E-C2", "路灯夜里又不亮", STRANGE))
    assert [service.rows(GIVEN, each)[0][0] for each in ("E2E-C1", "E2E-C2")] == [None, "市政设施/路灯"]
