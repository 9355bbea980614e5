"""What belongs to town A and nobody else: tickets in every state, with all that hangs on them, each text with a mark.

The mark is a word that stands nowhere else, so that an answer which holds it holds something of town A.
"""

from __future__ import annotations

import io
import json
import uuid
from pathlib import Path
from typing import Any

import psycopg
from PIL import Image

from dispatch.domain.ticket import State
from tests.attack.people import BY_NAME
from tests.web import towns

MARK = "凤尾竹密语"
PHONE = "13866660417"
ORDER = "JYSECRET"
FIRST = 500
"""The number of the first ticket of town A; one for each state follows."""
ABSENT = 987_654
"""A number that no ticket and no record has."""
NOWHERE = "00000000-0000-4000-8000-000000000000"
EVIDENCE, NOTICE = (str(uuid.UUID(int=each)) for each in (501, 502))
TRANSFER, CARD, HANDOVER, WORK, RUN, PERIOD, OBJECTION = (501,) * 7
STATES = tuple(State)
PICTURE_NAME = f"{uuid.UUID(EVIDENCE).hex}.jpg"
MARKS = (MARK, PHONE, PHONE[:3] + "****" + PHONE[-4:], ORDER, "HY202611240050", "HY202611240051", EVIDENCE)
"""What must not be in an answer: the word, the number whole and masked, orders, ticket numbers, the picture."""


def hide(owner_url: str, pictures: Path) -> dict[str, str]:
    """Put them into a district with everybody in it; the true ids of records by the name of the path's parameter.

    ``pictures``: the folder of the service's pictures, where the one of town A really lies.
    """
    for offset, state in enumerate(STATES):
        _ticket(owner_url, FIRST + offset, state, confidential=offset % 2 == 1)
    callback = towns.add_callback(owner_url, FIRST, "dead")
    with psycopg.connect(owner_url) as connection, connection.cursor() as cursor:
        _hang_on(cursor)
        _hang_on_elsewhere(cursor)
        _score(cursor)
        _reconcile(cursor)
    _develop(pictures)
    return {
        "callback": callback,
        "message": NOTICE,
        "identity": EVIDENCE,
        "transfer": str(TRANSFER),
        "card": str(CARD),
        "handover": str(HANDOVER),
        "work": str(WORK),
        "run": str(RUN),
        "objection": str(OBJECTION),
        "stream": str(towns.CENTER_A),
    }


def _ticket(owner_url: str, number: int, state: State, *, confidential: bool) -> None:
    """One ticket of the center of town A: in ``parent`` and in notes, address and words the mark."""
    words: dict[str, Any] = {
        "title": f"{MARK}一",
        "content": f"{MARK}二",
        "address": f"{MARK}三",
        "state": state,
        "confidential": confidential,
        "order_no": f"{ORDER}{number}",
    }
    if number > FIRST and number % 5 == 0:
        words["merged_into"] = FIRST
    towns.add_ticket(owner_url, number, towns.IN_A, name=f"{MARK}人", phone=PHONE, **words)
    with psycopg.connect(owner_url) as connection:
        connection.execute(
            "INSERT INTO journal (ticket, version, at, event, command, actor, state_to, changes) "
            "VALUES (%s, 2, now(), 'note.added', 'note', '甲', %s, %s)",
            (number, state, json.dumps({"note": f"{MARK}记"})),
        )
        connection.execute("UPDATE ticket SET version = 2 WHERE id = %s", (number,))


def _hang_on(cursor: psycopg.Cursor[Any]) -> None:
    """A picture, a notice, a supervision and a request."""
    someone = BY_NAME["town_operator_a"].person
    cursor.execute(
        "INSERT INTO evidence (id, ticket, person, unit, name, mime, sha256, size, width, height, from_gallery) "
        "VALUES (%s, %s, %s, %s, %s, 'image/jpeg', 'x', 1, 1, 1, false)",
        (EVIDENCE, FIRST, someone, towns.CENTER_A, PICTURE_NAME),
    )
    cursor.execute(
        "INSERT INTO notification (id, ticket, person, unit, kind, template, params, urgency, state, created_at, "
        "next_at, listed_at) SELECT %s, %s, %s, %s, 'sms', min(code), %s, 'normal', 'sent', now(), now(), now() "
        "FROM notification_template",
        (NOTICE, FIRST, someone, towns.CENTER_A, json.dumps({"number": MARK})),
    )
    cursor.execute(
        "INSERT INTO supervision (id, ticket, level, requirement, due_at, asked_at, asked_of, state) "
        "OVERRIDING SYSTEM VALUE VALUES (501, %s, 1, %s, now(), now(), %s, 'asked')",
        (FIRST, f"{MARK}督", towns.CENTER_A),
    )
    cursor.execute(
        "INSERT INTO upward_request (id, ticket, kind, ground, ground_name, reason, state, drafted_at) "
        "OVERRIDING SYSTEM VALUE VALUES (501, %s, 'extend', 'other', '其他', %s, 'drafted', now())",
        (FIRST, f"{MARK}申"),
    )


def _hang_on_elsewhere(cursor: psycopg.Cursor[Any]) -> None:
    """An outside transfer, a card, a handover of the center, and a piece of work of its operator."""
    someone = BY_NAME["town_operator_a"].person
    cursor.execute(
        "INSERT INTO outside_body (id, name, kind) OVERRIDING SYSTEM VALUE VALUES (501, '水务公司', 'water')"
    )
    cursor.execute(
        "INSERT INTO outside_transfer (id, ticket, body, matter, place, due_at, made_at) "
        "OVERRIDING SYSTEM VALUE VALUES (%s, %s, 501, %s, %s, now(), now())",
        (TRANSFER, FIRST, f"{MARK}函", f"{MARK}处"),
    )
    cursor.execute(
        "INSERT INTO card (id, unit, color, reason, tickets, given_by) OVERRIDING SYSTEM VALUE "
        "VALUES (%s, %s, 'yellow', %s, ARRAY[%s]::bigint[], 1)",
        (CARD, towns.CENTER_A, f"{MARK}牌", FIRST),
    )
    cursor.execute(
        "INSERT INTO handover (id, unit, from_person, to_person, items, sound_heard, notes) "
        "OVERRIDING SYSTEM VALUE VALUES (%s, %s, 2, 8, '{}', true, %s)",
        (HANDOVER, towns.CENTER_A, f"{MARK}班"),
    )
    cursor.execute(
        "INSERT INTO work (id, kind, subject, person, says, state, result) OVERRIDING SYSTEM VALUE "
        "VALUES (%s, 'orders.import', NULL, %s, %s, 'done', '{}')",
        (WORK, someone, f"{MARK}工"),
    )


def _score(cursor: psycopg.Cursor[Any]) -> None:
    """A score period with a ticket of town A in it and an objection about that."""
    someone = BY_NAME["town_operator_a"].person
    cursor.execute(
        "INSERT INTO score_period (id, name, since, until, setting, state, objections_until, opened_by) "
        "OVERRIDING SYSTEM VALUE SELECT %s, '十一月', '2026-11-01', '2026-11-25', max(version), 'checking', "
        "now() + interval '1 day', 1 FROM rate_setting",
        (PERIOD,),
    )
    cursor.execute(
        "INSERT INTO objection (id, period, unit, rate, ticket, reason, state, raised_by) "
        "OVERRIDING SYSTEM VALUE VALUES (%s, %s, %s, 'signed', %s, %s, 'open', %s)",
        (OBJECTION, PERIOD, towns.CENTER_A, FIRST, f"{MARK}诉", someone),
    )


def _reconcile(cursor: psycopg.Cursor[Any]) -> None:
    """A comparison with the hotline's list, in which an order of town A differs."""
    cursor.execute(
        "INSERT INTO reconciliation (id, source, digest, since, until, at, file_name, listed, held, equal) "
        "OVERRIDING SYSTEM VALUE VALUES (%s, 'huaian-12345', '\\x00', '2026-11-01', '2026-11-25', now(), %s, 1, 1, 0)",
        (RUN, f"{MARK}单"),
    )
    cursor.execute(
        "INSERT INTO reconciliation_row (run, ordinal, difference, order_no, ticket, their_status, our_status) "
        "VALUES (%s, 1, 'state', %s, %s, %s, '办理中')",
        (RUN, f"{ORDER}{FIRST}", FIRST, f"{MARK}态"),
    )


def _develop(pictures: Path) -> None:
    """The picture itself, where the service keeps it."""
    made = io.BytesIO()
    Image.new("RGB", (8, 8), "grey").save(made, "JPEG", comment=PHONE.encode())
    path = pictures / PICTURE_NAME[:2] / PICTURE_NAME
    path.parent.mkdir(parents=True)
    path.write_bytes(made.getvalue())
