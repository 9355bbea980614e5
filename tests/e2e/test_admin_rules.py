"""Routing rules as a person keeps them: drafted, refused, tried, in force; beside them powers and police lists."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.hotline import Hotline
from tests.e2e.people import People
from tests.e2e.service import Service
from tests.e2e.story import order_at, spot_of

pytestmark = pytest.mark.shares
LAMP = "市政设施/路灯"
SENT = """
SELECT u.name, rule_set, routing_rule, routing_reason FROM ticket JOIN unit u ON u.id = unit WHERE order_no = %s
"""
REASON = "规则 10 第 2 版「路灯到住建」：路灯由区住建局统一维护"


def draft_a_rule(page: Page) -> None:
    """A draft with one more rule at its head, saved once it is whole: without its unit it is refused, in words."""
    page.locator("[data-begin]").click()
    page.locator("dialog [name=note]").fill("路灯划归住建")
    page.locator("dialog [data-confirm]").click()
    page.locator("[data-add-rule]").click()
    form = page.locator("[data-rule-form]")
    form.locator("[name=name]").fill("路灯到住建")
    form.locator("[name=reason]").fill("路灯由区住建局统一维护")
    form.locator("[name=target_kind]").select_option("unit")
    form.locator("[data-many=categories] select").select_option(LAMP)
    page.locator("[data-save-draft]").click()
    expect(page.locator("[data-refusal]")).to_contain_text("1 处要改")
    expect(form.locator(".problem")).to_contain_text("单位")
    expect(form.locator("[name=target_unit]")).to_have_attribute("aria-invalid", "true")
    expect(form.locator("[name=target_unit]")).to_be_focused()
    form.locator("[name=target_unit]").select_option(label="区住房和城乡建设局")
    page.locator("[data-save-draft]").click()
    expect(page.locator("[data-activate]")).to_be_disabled()


def test_a_rule_is_refused_mended_tried_and_sends_the_next_ticket(
    service: Service, hotline: Hotline, people: People
) -> None:
    place = spot_of(service, "wjy-wangge")
    hotline.push(order_at(place, "E2E-R1", "路灯不亮", LAMP))
    page = people.stranger().page
    page.goto("/admin?at=rules")
    people.sign_in(page, "qu-zhiban")
    draft_a_rule(page)
    page.locator("[data-try]").click()
    trial = page.locator("[data-trial]")
    expect(trial).to_contain_text("1 张派往别处")
    expect(trial.locator("[data-trial-pairs]")).to_contain_text("区住房和城乡建设局")
    trial.locator("summary").click()
    expect(trial.locator("details")).to_contain_text(REASON)
    page.locator("[data-activate]").click()
    page.locator("dialog [data-confirm]").click()
    expect(page.locator('[data-version="2"]')).to_contain_text("现行")
    hotline.push(order_at(place, "E2E-R2", "路灯又不亮", LAMP))
    assert service.rows(SENT, "E2E-R2") == [("区住房和城乡建设局", 2, 10, REASON)]
    assert service.rows(SENT, "E2E-R1")[0][1] == 1
    ((ticket,),) = service.rows("SELECT id FROM ticket WHERE order_no = 'E2E-R2'")
    page.goto(f"/?ticket={ticket}")
    expect(page.locator("[data-routed]")).to_have_text(f"派单依据：{REASON}")


def test_powers_and_lists_are_kept_by_date_and_every_change_is_told(people: People, service: Service) -> None:
    page = people.stranger().page
    page.goto("/admin?at=rules&tab=powers")
    people.sign_in(page, "xitong")
    page.locator("[data-powers] .rules-head .input").fill("流动摊贩、长江路")
    expect(page.locator("[data-count]")).to_have_text("0 项")
    page.locator("[data-powers] .rules-head .input").fill("公共场地摆摊设点的处罚长江路")
    page.locator("[data-powers] tbody button").click()
    form = page.locator('[data-dated-form="power"]')
    form.locator("[name=valid_until]").fill("2024-01-01")
    form.locator("[name=reason]").fill("权力收回")
    form.locator("[type=submit]").click()
    expect(form.locator(".problem")).to_contain_text("倒置")
    form.locator("[name=valid_until]").fill("2026-01-01")
    form.locator("[type=submit]").click()
    expect(form).to_have_count(0)
    expect(page.locator("[data-count]")).to_have_text("0 项")  # only those in force are listed
    kept = "SELECT valid_until::text FROM enforcement_power WHERE power LIKE '%%摆摊设点%%' AND town = '320804001'"
    assert service.rows(kept) == [("2026-01-01",)]
    page.locator('[data-tab="police"]').click()
    page.locator("[data-add-matter]").click()
    matter = page.locator('[data-dated-form="matter"]')
    matter.locator("[name=list]").select_option("from_police")
    matter.locator("[name=matter]").fill("路灯损坏")
    matter.locator("[name=category]").select_option(LAMP)
    matter.locator("[name=valid_from]").fill("2026-01-01")
    matter.locator("[name=reason]").fill("新清单公布")
    matter.locator("[type=submit]").click()
    expect(page.locator("[data-police-lists] tr", has_text="路灯损坏")).to_contain_text("2026-01-01")
    page.locator('[data-tab="changes"]').click()
    page.locator("[data-changes]").get_by_role("button", name="警情清单").click()
    expect(page.locator("[role=tabpanel]")).to_contain_text("新清单公布")
    changed = (
        "SELECT action FROM audit WHERE action LIKE 'power.%%' OR action LIKE 'police_list.%%' ORDER BY at"
    )
    assert len(service.rows(changed)) == 2
