"""What rings at a desk: critical tickets nobody signs, as counts, behind the lock too; and the outbox page."""

from __future__ import annotations

from dispatch.jobs.telling import Sending
from dispatch.ports.gateway import Outbox
from dispatch.web.telling import _shown
from tests.databases import Database
from tests.web.conftest import SignIn
from tests.web.work_given import ask, assigned, command, critical

QUIET = (
    "INSERT INTO telling_limit (limits, note) SELECT limits || "
    "jsonb_build_object('quiet_from', %s::text, 'quiet_until', %s::text), 'quiet' "
    "FROM telling_limit ORDER BY version DESC LIMIT 1"
)


async def test_the_towns_desk_rings_at_each_step_and_the_districts_at_its_own(
    sign_in: SignIn, two_towns: Database
) -> None:
    ticket = critical(two_towns, 4)
    desk, district, other = await sign_in("towna"), await sign_in("district"), await sign_in("townb")
    for quiet in (("00:00", "00:00"), ("00:00", "23:59:59")):
        ask(two_towns, QUIET, *quiet)
        told = (await desk.get("/api/alarm")).json()
        assert told == {"unsigned": 0, "latest": None, "quiet": quiet[0] != quiet[1]}
    rung = set()
    for passed in (6, 11, 16):
        ask(
            two_towns,
            "UPDATE clock SET started_at = now() - make_interval(mins => %s) WHERE kind = 'sign'",
            passed,
        )
        told = (await desk.get("/api/alarm")).json()
        assert told["unsigned"] == 1
        rung.add(told["latest"])
        assert (await district.get("/api/alarm")).json()["unsigned"] == int(passed > 15)
        assert (await other.get("/api/alarm")).json()["unsigned"] == 0
    assert len(rung) == 3
    assert (await desk.post("/api/session/lock")).status_code == 204
    assert (await desk.get("/api/call-list")).status_code in (401, 423)
    assert (await desk.get("/api/alarm")).json()["unsigned"] == 1, "the alarm goes on behind the lock"
    await command(await sign_in("towna"), ticket, "sign")
    assert (await desk.get("/api/alarm")).json()["unsigned"] == 0


async def test_the_outbox_page_shows_no_whole_number_and_no_link_but_in_the_demo(
    sign_in: SignIn, two_towns: Database, sending: Sending, outbox: Outbox
) -> None:
    await assigned(sign_in, two_towns)
    await sending.send_due()
    (sent,) = await outbox.last(1)
    (shown,) = (await (await sign_in("district")).get("/api/outbox")).json()
    assert shown["to"] == "139****0004"
    assert shown["params"]["link"] == sent["params"]["link"]
    elsewhere = _shown(sent, demo=False)
    token = sent["params"]["link"].rsplit("/", 1)[1]
    assert token not in str(elsewhere)
    assert elsewhere["text"].endswith("/t/…")
