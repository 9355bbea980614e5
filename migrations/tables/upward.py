"""What needs the consent of the hotline above: grounds, limits, requests, what was heard; and the daily comparison."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    Table,
    Text,
    Uuid,
    text,
)

from migrations.tables.base import metadata, moment, one_of, person, words

KINDS = ("hand_back", "extend", "suspend", "exempt", "close_as", "merge")
REQUEST_STATES = ("drafted", "signed_off", "sent", "granted", "refused", "unanswered", "withdrawn")
WAITING_FOR_AN_END = "state IN ('drafted', 'signed_off', 'sent', 'unanswered')"
DIFFERENCES = ("missing", "unknown", "state", "due")

upward_ground = Table(
    "upward_ground",
    metadata,
    Column("id", Integer, Identity(always=False), primary_key=True),
    words("kind"),
    words("code"),
    words("name"),
    Column("ordinal", SmallInteger, nullable=False),
    moment("since", now=True),
    moment("until", required=False),
    person("added_by"),
    person("ended_by"),
    one_of("kind", KINDS),
    Index(
        "upward_ground_in_force_key",
        "kind",
        "code",
        unique=True,
        postgresql_where=text("until IS NULL"),
    ),
)

upward_limit = Table(
    "upward_limit",
    metadata,
    Column("id", Integer, Identity(always=False), primary_key=True),
    words("kind"),
    Column("answer_minutes", Integer, nullable=False),
    moment("since", now=True),
    person("set_by"),
    one_of("kind", KINDS),
)

upward_request = Table(
    "upward_request",
    metadata,
    Column("id", BigInteger, Identity(always=False), primary_key=True),
    Column("ticket", BigInteger, ForeignKey("ticket.id"), nullable=False),
    words("kind"),
    words("ground"),
    words("ground_name"),
    words("reason"),
    moment("until", required=False),
    words("other", required=False),
    words("state"),
    moment("drafted_at"),
    person("drafted_by"),
    moment("signed_at", required=False),
    person("signed_by"),
    Column("callback", Uuid),
    moment("sent_at", required=False),
    moment("answer_due_at", required=False),
    moment("answered_at", required=False),
    words("answer", required=False),
    Column("applied", Boolean),
    moment("withdrawn_at", required=False),
    person("withdrawn_by"),
    words("withdrawn_why", required=False),
    one_of("kind", KINDS),
    one_of("state", REQUEST_STATES),
    Index(
        "upward_request_open_key",
        "ticket",
        "kind",
        unique=True,
        postgresql_where=text(WAITING_FOR_AN_END),
    ),
    Index("upward_request_answer_due_idx", "answer_due_at", postgresql_where=text("state = 'sent'")),
    Index("upward_request_callback_idx", "callback", postgresql_where=text("state = 'signed_off'")),
    Index("upward_request_waiting_idx", "drafted_at", postgresql_where=text(WAITING_FOR_AN_END)),
    Index(None, "ticket"),
)

heard_message = Table(
    "heard_message",
    metadata,
    Column("source", Text, primary_key=True),
    Column("order_no", Text, primary_key=True),
    Column("digest", LargeBinary, primary_key=True),
    Column("occasion", BigInteger, primary_key=True),
    words("kind"),
    moment("said_at", required=False),
    moment("at"),
)

reconciliation = Table(
    "reconciliation",
    metadata,
    Column("id", Integer, Identity(always=False), primary_key=True),
    Column("source", Text, ForeignKey("source.id"), nullable=False),
    words("webhook_id", required=False),
    Column("digest", LargeBinary, nullable=False),
    moment("since"),
    moment("until"),
    moment("at"),
    person("uploaded_by"),
    words("file_name", required=False),
    Column("listed", Integer, nullable=False),
    Column("held", Integer, nullable=False),
    Column("equal", Integer, nullable=False),
    Index("reconciliation_webhook_id_key", "source", "webhook_id", unique=True),
)

reconciliation_row = Table(
    "reconciliation_row",
    metadata,
    Column("run", Integer, ForeignKey("reconciliation.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    words("difference"),
    words("order_no"),
    Column("ticket", BigInteger, ForeignKey("ticket.id")),
    words("their_status", required=False),
    words("our_status", required=False),
    moment("their_due", required=False),
    moment("our_due", required=False),
    one_of("difference", DIFFERENCES),
)
