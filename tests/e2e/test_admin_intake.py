"""接入 in one shift of an administrator: what was refused and why, a draft tried and put in force, a source that comes
and goes.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.hotline import Hotline
from tests.e2e.people import People
from tests.e2e.service import Service
from tests.e2e.story import order_at, spot_of

pytestmark = pytest.mark.shares
SOURCE = "huaian-12345"


def tells_what_was_refused(page: Page) -> None:
    """The last delivery says which message was refused, in the hotline's words, and shows no whole number."""
    source = page.locator(f'[data-source="{SOURCE}"]')
    source.locator("[data-deliveries] summary").click()
    source.locator("[name=refused]").check()
    delivery = source.locator('[data-delivery][data-refused="1"]').first
    expect(delivery).to_contain_text("诉求内容：缺少这一项")
    expect(delivery).to_contain_text("…IN-2")
    expect(delivery).not_to_contain_text("E2E-IN-2")


def drafts_a_profile(page: Page) -> None:
    """A draft without a name for the words is refused at its field; with one more name it is saved."""
    page.locator('[data-tab="profiles"]').click()
    page.locator("[data-begin]").click()
    page.locator("dialog [name=note]").fill("热线明年改叫诉求描述")
    page.locator("dialog [data-confirm]").click()
    words = page.locator('[data-field="content"] [name=content]')
    was = words.input_value()
    words.fill("")
    page.locator("[data-save-draft]").click()
    expect(page.locator('[data-field="content"] .problem')).to_contain_text("没有写「诉求内容」")
    words.fill(f"{was}、诉求描述")
    page.locator("[data-save-draft]").click()
    expect(page.locator("[data-activate]")).to_be_disabled()


def tries_it_and_puts_it_in_force(page: Page) -> None:
    """What was refused would be taken; nothing personal is shown."""
    page.locator("[data-try]").click()
    trial = page.locator("[data-trial]")
    expect(trial).to_contain_text("1 条现在拒收、会收下")
    trial.locator("details summary").click()
    expect(trial.locator('[data-verdict="accepted"]')).to_contain_text("诉求内容：缺少这一项")
    expect(trial).not_to_contain_text("王建国")
    page.locator("[data-activate]").click()
    page.locator("dialog [data-confirm]").click()
    expect(page.locator('[data-version="2"]')).to_contain_text("在用")
    page.locator("[data-history] summary").click()
    expect(page.locator('[data-change="activated"]')).to_contain_text("诉求描述")


def opens_a_source(page: Page) -> None:
    """Another source has a secret that is shown once; retired, it says so."""
    page.locator('[data-tab="sources"]').click()
    page.locator("[data-open-source]").click()
    page.locator("dialog [name=name]").fill("市网格平台")
    page.locator("dialog [name=id]").fill("sz-grid")
    page.locator("dialog [name=note]").fill("与市平台对接")
    page.locator("dialog [data-confirm]").click()
    secret = page.locator("input[data-secret]").input_value()
    assert secret.startswith("whsec_")
    page.locator("[data-done]").click()
    source = page.locator('[data-source="sz-grid"]')
    expect(source).to_contain_text("/hotline/v1/sz-grid/messages")
    source.locator("[data-rest]").click()
    page.locator("dialog [name=note]").fill("并入省平台")
    page.locator("dialog [data-confirm]").click()
    expect(page.locator('[data-source="sz-grid"][data-active="false"]')).to_contain_text("已停收")


def test_a_hotline_that_changes_its_fields_is_read_on(
    service: Service, hotline: Hotline, people: People
) -> None:
    whole = order_at(spot_of(service, "wjy-wangge"), "E2E-IN-1", "路灯不亮", "市政设施/路灯")
    renamed = {("诉求描述" if name == "诉求内容" else name): value for name, value in whole.items()}
    told = hotline.push({"messages": [whole, renamed | {"工单编号": "E2E-IN-2"}]})
    assert (told["accepted"], told["refused"]) == (1, 1)
    page = people.stranger().page
    page.goto("/admin?at=intake")
    people.sign_in(page, "xitong")
    tells_what_was_refused(page)
    drafts_a_profile(page)
    tries_it_and_puts_it_in_force(page)
    opens_a_source(page)
    assert service.rows("SELECT version FROM intake_profile WHERE name = %s", SOURCE) == [(2,)]
