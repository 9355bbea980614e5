"""巡查上报 without network: kept with its photo, sent once, told of afterwards."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.people import People
from tests.e2e.service import Service
from tests.e2e.story import leave_the_network, photograph
from tests.e2e.test_phone import WORKER, lose_the_answer

SEEN = "路口护栏倒了,挡住人行道"


def test_a_report_without_network_waits_with_its_photo_and_becomes_one_ticket(
    service: Service, people: People
) -> None:
    phone = people.with_phone(WORKER).page
    phone.goto("/m?page=patrol")
    expect(phone.locator('select[name="cell"] option').nth(1)).to_be_attached()
    leave_the_network(phone, "cells")
    phone.reload()
    phone.locator('[name="content"]').fill(SEEN)
    phone.locator('select[name="cell"]').select_option(index=1)
    phone.locator('[data-command="report"]').click()
    expect(phone.locator('[data-patrol="kept"]')).to_contain_text(SEEN)
    photograph(phone)
    expect(phone.locator('[data-outbox="2"]')).to_be_visible()
    assert service.rows("SELECT count(*) FROM ticket WHERE content = %s", SEEN) == [(0,)]
    phone.route("**/api/reports", lose_the_answer, times=1)
    phone.context.set_offline(False)
    expect(phone.locator('[data-screen="ticket"]')).to_contain_text(SEEN)
    expect(phone.locator("[data-outbox]")).to_have_count(0)
    found = service.rows(
        "SELECT t.state, t.channel, c.code IS NOT NULL, (SELECT count(*) FROM evidence e WHERE e.ticket = t.id) "
        "FROM ticket t LEFT JOIN cell c ON c.code = t.cell WHERE t.content = %s",
        SEEN,
    )
    assert found == [("dispatched", "巡查上报", True, 1)]
    phone.goto("/m?page=mine")
    expect(phone.locator("[data-reported]")).to_contain_text(SEEN)
