"""投诉建议： a worker writes it on the phone, without a name; a supervisor answers; the worker reads the answer."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.people import People
from tests.e2e.service import Service
from tests.e2e.test_phone import WORKER

WORDS = "东街的件只给两小时,来不及。"
ANSWER = "已与镇里商量,两小时的只留给特急件。"


def test_what_a_worker_says_is_kept_without_network_and_answered_by_a_supervisor(
    service: Service, people: People
) -> None:
    worker = people.with_phone(WORKER)
    phone = worker.page
    phone.goto("/m?page=account")
    phone.locator('[data-command="grievance"]').click()
    phone.locator('[name="words"]').fill(WORDS)
    phone.locator('[data-named="false"]').click()
    phone.context.set_offline(True)
    phone.locator('[data-command="say_grievance"]').click()
    expect(phone.get_by_role("status")).to_contain_text("已存好")
    expect(phone.locator("[data-waiting]")).to_contain_text(WORDS)
    expect(phone.locator('[name="words"]')).to_have_value("")
    expect(phone.locator("[data-outbox]")).to_have_attribute("data-outbox", "1")
    assert service.rows("SELECT id FROM grievance") == []
    phone.context.set_offline(False)
    said = phone.locator("[data-grievance]")
    expect(said).to_contain_text("等待答复")
    expect(phone.locator("[data-waiting]")).to_have_count(0)

    supervisor = people.at_desk("ducha").page
    waiting = supervisor.locator("[data-to-grievances]")
    expect(waiting).to_contain_text("1")
    waiting.click()
    line = supervisor.locator("[data-grievance]")
    expect(line).to_contain_text(WORDS)
    expect(line).to_contain_text("不具名")
    line.locator("[data-answer-grievance]").click()
    supervisor.get_by_role("dialog").get_by_label("答复").fill(ANSWER)
    supervisor.locator("[data-confirm]").click()
    expect(supervisor.get_by_text("没有等待答复的投诉建议")).to_be_visible()

    phone.reload()
    expect(said.locator("[data-answer]")).to_contain_text(ANSWER)
    assert service.rows("SELECT named, answered_at IS NOT NULL FROM grievance") == [(False, True)]
