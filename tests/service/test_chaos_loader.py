"""The loader: a district that took pushes passes as it stands, and rows that were changed behind the service do not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import LiteralString

from tests.chaos.checker import check
from tests.chaos.journal import Pushed, Record
from tests.chaos.loader import geometry, observed, snapshot
from tests.chaos.verdict import Verdict
from tests.service.conftest import SOURCE, Hotline, Service, order


def judged(owner_url: str, written: Sequence[Record], planted: LiteralString = "") -> Verdict:
    """The checker's word on what the database holds, perhaps after a statement that is taken back again."""
    with snapshot(owner_url) as connection:
        if planted:
            connection.execute(planted)
        found = observed(connection, datetime(2026, 1, 1, tzinfo=UTC))
        return check(written, found, geometry(connection))


async def pushed(hotline: Hotline) -> list[Record]:
    """A few orders, one of them urged, as the hotline's client writes them down."""
    written: list[Record] = []
    for number in ("LOAD1", "LOAD2", "LOAD3"):
        answer = await hotline.push(order(number), identity=f"msg_{number}")
        written.append(
            Pushed(
                client="hotline",
                source=SOURCE,
                delivery=f"msg_{number}",
                orders=(number,),
                status=answer.status_code,
            )
        )
    await hotline.push({"kind": "urge", "order_no": "LOAD1", "text": "还没有人来。"})
    return written


LAST = "(SELECT max(id) FROM ticket)"
PLANTED: dict[str, LiteralString] = {
    "order_not_lost": "DELETE FROM hotline_order WHERE order_no = 'LOAD2'",
    "order_once": "UPDATE ticket SET order_no = 'LOAD1'",
    "delivery_remembered": "UPDATE delivery SET status = 200 WHERE webhook_id = 'msg_LOAD1'",
    "journal_replays": f"UPDATE ticket SET urged = 7 WHERE id = {LAST}",
    "versions_counted": f"DELETE FROM journal WHERE ticket = {LAST}",
    "edges_legal": f"UPDATE journal SET command = 'sign' WHERE ticket = {LAST}",
    "one_lead": "DROP INDEX assignment_one_open_lead_idx; INSERT INTO assignment (id, ticket, part, unit, opened_at) "
    f"SELECT 9000 + id, {LAST}, 'lead', id, now() FROM unit LIMIT 2",
    "cell_recomputed": f"UPDATE ticket SET lon = lon + 0.5 WHERE id = {LAST}",
    "no_retired_version": "UPDATE boundary_version SET state = 'retired' WHERE state = 'published'",
    "streams_gapless": "UPDATE stream SET seq = seq + 1 WHERE seq > 0",
    "last_version_told": f"""UPDATE stream_entry SET row = row || '{{"urged": 9}}' WHERE ticket = {LAST}""",
    "warned_once": "INSERT INTO clock (ticket, kind, started_at, due_at, reason, fired) "
    f"SELECT {LAST}, 'reply', now(), now() + interval '1 day', '', '{{half}}'",
    "nothing_left": "UPDATE callback SET state = 'pending', next_at = '2020-01-01'",
    "report_heard": "UPDATE callback SET state = 'sent'",
}
"""What is done to a healthy database behind the service's back, by the invariant that has to say so."""


async def test_rows_changed_behind_the_service_are_seen(service: Service, hotline: Hotline) -> None:
    written = await pushed(hotline)
    assert [str(each) for each in judged(service.owner_url, written).violations] == []
    for invariant, statement in PLANTED.items():
        violations = judged(service.owner_url, written, statement).violations
        assert invariant in {each.invariant for each in violations}, (invariant, violations)
    assert judged(service.owner_url, written).holds
