"""Answering and closing in a real browser: contacts, evidence, the reply, both call-backs, stages and looking back."""

from __future__ import annotations

import base64
import re
from datetime import UTC, datetime, timedelta

import psycopg
from playwright.sync_api import FilePayload, Page, expect

from dispatch.domain.sampling import Plan, commitment
from dispatch.ports.sealing import Sealer
from tests.databases import INDEX_KEY, MASTER_KEY
from tests.e2e.hotline import Hotline, Receiver
from tests.e2e.people import People
from tests.e2e.service import Service
from tests.e2e.story import elsewhere, open_panel, order_at, picture, spot_of

SEED = "5e" * 32
LAMPS = "市政设施/路灯"
REPLY = "您好，路灯已更换灯泡两只,昨晚起恢复照明,谢谢您的反映。"
BEFORE_AND_AFTER = """
INSERT INTO evidence_rule (ordinal, category, category_asks, how_closed, kinds, least, within_m, within_hours, reason)
VALUES (1, %s, false, '{solved}', '{before,after}', 2, 200, 72, '修好要有前后对比照片')
"""


def push(service: Service, hotline: Hotline, number: str, title: str, category: str) -> int:
    """A new order in the town; the ticket's id."""
    place = spot_of(service, "wjy-wangge")
    hotline.push(order_at(place, number, title, category))
    return int(service.rows("SELECT id FROM ticket WHERE order_no = %s", number)[0][0])


def state(service: Service, ticket: int) -> str:
    """The ticket's state."""
    return str(service.rows("SELECT state FROM ticket WHERE id = %s", ticket)[0][0])


def open_ticket(page: Page, ticket: int) -> None:
    """Go to a ticket by its link."""
    page.goto(f"/?ticket={ticket}")
    expect(page.locator("[data-actions]")).to_be_visible()


def fill(page: Page, form: str, **values: str) -> None:
    """Open the form of a command, and fill it in: texts by their name, choices by their value."""
    opened = page.locator(f'[data-form="{form}"]')
    if opened.count() == 0:  # no act of somebody else's opens or shuts it
        page.locator(f'[data-command="{form}"]').click()
    for name, value in values.items():
        field = opened.locator(f'[data-field="{name}"]')
        expect(field).to_be_visible()  # before anybody asks what is in it
        choice = field.locator(f'input[type="radio"][value="{value}"]')
        if choice.count():
            choice.check()
        else:
            field.locator("input, textarea").fill(value)


def send(page: Page, form: str, **values: str) -> None:
    """Fill in the form of a command and send it."""
    fill(page, form, **values)
    page.locator(f'[data-send="{form}"]').click()


def sent(page: Page, form: str) -> None:
    """The form was taken and is gone."""
    expect(page.locator(f'[data-form="{form}"]')).to_have_count(0)


def add_photo(page: Page, kind: str, count: int) -> None:
    """Add a photo that came another way."""
    page.locator(f'[data-add-photos] input[value="{kind}"]').check()
    photo = FilePayload(name="wechat.jpg", mimeType="image/jpeg", buffer=picture())
    page.locator("[data-add-photos] input[type=file]").set_input_files(photo)
    expect(page.locator('[data-section="evidence"] .photos li')).to_have_count(count)


def call_in_vain(page: Page, service: Service, ticket: int) -> None:
    """Two attempts that reach nobody: the second one stops the clock of the first contact."""
    running = "SELECT count(*) FROM clock WHERE ticket = %s AND kind = 'contact' AND stopped_at IS NULL"
    for attempt in (1, 2):
        send(page, "contact", result="no_answer", text=f"第{attempt}次")
        sent(page, "contact")
        expect(page.locator('[data-section="contacts"]')).to_contain_text(f"共 {attempt} 次，接通 0 次")
        assert service.rows(running, ticket) == [(2 - attempt,)]


def answer_with_evidence(page: Page, service: Service, ticket: int) -> None:
    """The answer is shut until there is a photo; where it was taken asks for a reason and shuts nothing."""
    page.locator('[data-command="answer"]').press("Enter")  # shut, and says why
    expect(page.locator("[data-refusal]")).to_contain_text("请先拍照上传")
    add_photo(page, "after", 1)
    send(page, "answer", done="已更换灯泡两只", found_true="yes", how_closed="solved")
    expect(page.locator("[data-refusal]")).to_contain_text("处置前照片")
    add_photo(page, "before", 2)
    page.locator('[data-send="answer"]').click()
    expect(page.locator('[data-field="evidence_reason"] .problem')).to_contain_text("没有拍摄位置")
    send(page, "answer", evidence_reason="网格员微信发来的照片")
    sent(page, "answer")
    assert state(service, ticket) == "answered"


def review_with_care(reviewer: Page, service: Service, people: People, ticket: int) -> None:
    """What must not go out is refused with its place, and what was typed stays while the ticket changes."""
    expect(reviewer.locator("[data-doubts]")).to_contain_text("网格员微信发来的照片")
    fill(reviewer, "review")
    reply = reviewer.locator('textarea[name="reply"]')
    expect(reply).to_have_value(re.compile("共 2 次与您联系，均未联系上。.*【缺：到场时间】"))
    found = reviewer.locator('[data-form="review"]')
    reply.fill("联系王建国13812345678,绝对会尽快办。")
    expect(found.locator('[data-finding="personal"]')).to_have_count(2)
    expect(found.locator('[data-finding="promise"]')).to_be_visible()
    reviewer.locator('[data-send="review"]').click()
    expect(reviewer.locator("aside")).to_contain_text("正在查看")
    with elsewhere(service, people, "wjy-zhiban", ticket) as center:
        center.give("note", text="电表箱已上锁")
    expect(reviewer.locator('[data-section="journey"]')).to_contain_text("电表箱已上锁")
    expect(reply).to_have_value("联系王建国13812345678,绝对会尽快办。")
    refused = reviewer.locator('[data-field="reply"] .problem')
    expect(refused).to_contain_text("第 3 个字起是诉求人姓名「王建国」")
    expect(refused).to_contain_text("第 6 个字起是手机号码")
    reviewer.locator("[data-mask]").click()
    expect(reply).to_have_value("联系诉求人138****5678,绝对会尽快办。")
    reviewer.locator('[data-send="review"]').click()
    expect(reviewer.locator('[data-field="reason"] .problem')).to_contain_text("敏感词「绝对」")
    send(reviewer, "review", reply=REPLY)


def test_a_reply_goes_out_with_evidence_and_without_gaps_names_or_careless_words(
    service: Service, hotline: Hotline, receiver: Receiver, people: People
) -> None:
    with psycopg.connect(service.district.owner_url) as connection:
        connection.execute(BEFORE_AND_AFTER, (LAMPS,))
    ticket = push(service, hotline, "E2E-C1", "巷口路灯两盏不亮", LAMPS)
    with elsewhere(service, people, "wjy-zhiban", ticket) as center:
        center.give("sign")
        center.give("take")
    desk = people.at_desk("wjy-zhiban").page
    open_ticket(desk, ticket)
    call_in_vain(desk, service, ticket)
    answer_with_evidence(desk, service, ticket)

    reviewer = people.at_desk("wjy-daiban").page
    open_ticket(reviewer, ticket)
    review_with_care(reviewer, service, people, ticket)
    receiver.await_status("E2E-C1", "已办结")
    ((said, flags),) = service.rows("SELECT reply, answer->'flags' FROM ticket WHERE id = %s", ticket)
    assert (said, flags) == (REPLY, [])


def answered(service: Service, people: People, ticket: int, **how: object) -> None:
    """The center signs, takes and answers a ticket elsewhere."""
    with elsewhere(service, people, "wjy-zhiban", ticket) as center:
        center.give("sign")
        center.give("take")
        center.photograph()
        center.give("answer", done="已更换灯泡两只,恢复照明", found_true="yes", **how)


def test_an_unhappy_caller_is_called_first_and_the_leader_sees_it_before_signing(
    service: Service, hotline: Hotline, receiver: Receiver, people: People
) -> None:
    ticket = push(service, hotline, "E2E-C2", "巷口路灯不亮", LAMPS)
    answered(service, people, ticket, how_closed="solved", reply="已更换灯泡两只,路灯恢复照明。")
    desk = people.at_desk("wjy-daiban").page
    open_ticket(desk, ticket)
    expect(desk.locator('[data-section="review"]')).to_contain_text("不须签发")
    send(desk, "pre_callback", contacted="yes", solved="no", satisfied="dissatisfied", text="昨晚还是不亮")
    sent(desk, "pre_callback")
    expect(desk.locator("[data-early-warning]")).to_have_text("预警工单")
    expect(desk.locator('[data-section="review"]')).to_contain_text("须分管领导签发")
    open_panel(desk, "calls")
    expect(desk.locator('[data-section="warnings"]')).to_contain_text("昨晚还是不亮")
    desk.locator(f'[data-call="{ticket}"] button').click()
    send(desk, "review")
    sent(desk, "review")
    assert state(service, ticket) == "reviewed"

    leader = people.with_phone("wjy-fenguan").page
    leader.locator('[data-group="signoff"] [data-ticket]').click()
    expect(leader.locator('[data-heeded="warning"]')).to_contain_text("昨晚还是不亮")
    leader.locator('[data-command="sign_off"]').click()
    expect(leader.locator('[data-form="sign_off"] [data-heeded="warning"]')).to_be_visible()
    leader.locator('[data-submit="sign_off"]').click()
    receiver.await_status("E2E-C2", "已办结")

    hotline.push(
        {
            "推送类型": "回访结果",
            "工单编号": "E2E-C2",
            "是否联系": "是",
            "是否解决": "已解决",
            "满意度": "基本满意",
        }
    )
    expect(desk.locator("[data-city-callback]")).to_contain_text("基本满意")
    expect(desk.locator("[data-city-callback]")).to_contain_text("12345回访")
    expect(desk.locator("[data-pre-callback]")).to_contain_text("昨晚还是不亮")


def sign_a_stage(service: Service, people: People, ticket: int) -> None:
    """A worker closes a stage whose next step comes tomorrow; the center reviews it, its leader on duty signs."""
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    place = spot_of(service, "wjy-wangge")
    with elsewhere(service, people, "wjy-zhiban", ticket) as center:
        center.give("sign")
        center.give("assign", lead={"unit": place.station, "person": place.person})
    with elsewhere(service, people, "wjy-wangge", ticket) as worker:
        worker.give("accept")
        worker.photograph()
        worker.give("answer", done="先换了灯泡,线路明天更换", how_closed="stage", next_at=tomorrow)
    with elsewhere(service, people, "wjy-zhiban", ticket) as center:
        center.give("review", reply="先换了灯泡恢复照明,线路明天更换。")
    with elsewhere(service, people, "wjy-daiban", ticket) as leader:
        leader.give("sign_off")


def test_a_stage_comes_back_on_its_date_and_a_failed_look_begins_it_again(
    service: Service, hotline: Hotline, people: People
) -> None:
    ticket = push(service, hotline, "E2E-C3", "路灯线路老化", LAMPS)
    sign_a_stage(service, people, ticket)
    supervisor = people.stranger().page
    supervisor.goto("/admin?at=lookback")
    people.sign_in(supervisor, "ducha")
    expect(supervisor.locator('[data-page="lookback"]')).to_contain_text("没有要回头看的工单")
    publish(supervisor, service)
    ended(service)
    supervisor.reload()
    draw(supervisor, service)
    supervisor.locator('[data-tab="tasks"]').click()
    supervisor.locator("[data-pass]").click()
    expect(supervisor.locator('[data-page="lookback"]')).to_contain_text("没有要回头看的工单")

    with psycopg.connect(service.district.owner_url) as connection:
        connection.execute("UPDATE ticket SET next_step_at = now() - interval '1 minute'")
    service.stop()
    service.start()
    service.await_rows("SELECT FROM look_back WHERE kind = 'stage'")
    supervisor.reload()
    expect(supervisor.locator("[data-task]")).to_contain_text("阶段到期")
    supervisor.locator("[data-fail]").click()
    supervisor.locator('dialog textarea[name="reason"]').fill("线路没有更换")
    supervisor.locator("dialog [data-confirm]").click()
    expect(supervisor.locator("[data-task]")).to_have_count(0)
    supervisor.locator('[data-tab="done"]').click()
    expect(supervisor.locator("[data-task]")).to_have_count(2)
    expect(supervisor.locator("[data-task]").first).to_contain_text("线路没有更换")
    again = service.rows("SELECT state, rework, next_step_at FROM ticket WHERE id = %s", ticket)
    assert again == [("signed", 1, None)]


LATER = "SELECT to_char(now() AT TIME ZONE 'Asia/Shanghai' + interval '2 days', 'YYYY-MM-DD\"T\"HH24:MI')"


def publish(page: Page, service: Service) -> None:
    """Publish a period that begins later, however soon midnight is: its commitment is told, its seed is not."""
    page.locator('[data-tab="periods"]').click()
    page.locator("[data-plan]").click()
    page.locator('dialog input[name="name"]').fill("十二月回头看")
    page.locator('dialog input[name="since"]').fill(service.rows(LATER)[0][0])
    page.locator("dialog [data-confirm]").click()
    period = page.locator("[data-period]")
    expect(period).to_contain_text(re.compile("承诺 [0-9a-f]{64}"))
    expect(period).to_contain_text("封存，抽取时公布")
    expect(page.locator("[data-draw]")).to_have_count(0)


ADD_PERIOD = """
INSERT INTO look_back_period (name, since, until, method, share, least, commitment, key, sealed)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)
"""


def ended(service: Service) -> None:
    """A period that was committed to two days ago and is over; the reply went out within it."""
    with psycopg.connect(service.district.owner_url) as connection:
        connection.execute("UPDATE journal SET at = at - interval '5 minutes'")
    ((over,),) = service.rows("SELECT now() - interval '2 minutes'")
    keys = dict(service.rows("SELECT id, wrapped FROM data_key"))
    sealer = Sealer(base64.b64decode(MASTER_KEY), base64.b64decode(INDEX_KEY), keys)
    plan = Plan("十一月回头看", over - timedelta(days=2), over, "town", 0.5, 1)
    told = commitment(plan, SEED)
    sealed = sealer.seal({"seed": SEED}, b"look-back:" + told.encode())
    with psycopg.connect(service.district.owner_url) as connection:
        connection.execute(
            ADD_PERIOD,
            (*(plan.name, plan.since, plan.until, plan.method, plan.share, plan.least),
             *(told, sealer.key_id, sealed)),
        )  # fmt: skip


def draw(page: Page, service: Service) -> None:
    """Draw the sample: the seed is told, and anybody finds that it is the one committed to."""
    page.locator("[data-draw]").click()
    page.locator("dialog [data-confirm]").click()
    period = page.locator("[data-period]", has_text="十一月回头看")
    expect(period).to_contain_text(f"种子 {SEED}")
    expect(period).to_contain_text("总体 1 件，抽取 1 件")
    period.locator("[data-prove]").click()
    expect(period.locator("[data-proof]")).to_contain_text("相符：种子与承诺一致")
    period.locator("[data-sample] summary").click()
    expect(period.locator("[data-task]")).to_have_count(1)
