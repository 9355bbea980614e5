"""Telling people: limits and texts, messages and their receipts, one-use links, the steps of an escalation."""

from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY

from migrations.tables.base import metadata, moment, one_of, person, record, unit, words

telling_limit = Table(
    "telling_limit",
    metadata,
    Column("version", Integer, Identity(always=True), primary_key=True),
    record("limits", required=True),
    words("note"),
    moment("created_at", now=True),
    person("created_by"),
)

notification_template = Table(
    "notification_template",
    metadata,
    Column("code", Text, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    words("gateway_template"),
    words("words"),
    moment("created_at", now=True),
    person("created_by"),
    one_of("code", ("assigned", "sent_back", "urged", "resumed", "unopened", "bundle", "critical")),
)


def _message(name: str, *, key: bool = False, gone: str = "SET NULL") -> Column[object]:
    """A message; ``gone``: what becomes of the row once the message is forgotten."""
    return Column(name, Uuid, ForeignKey("notification.id", ondelete=gone), primary_key=key)


notification = Table(
    "notification",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("ticket", BigInteger, ForeignKey("ticket.id")),
    person("person", required=True),
    unit("unit", required=True),
    words("kind"),
    words("template"),
    record("params", required=True),
    words("urgency"),
    words("state"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    moment("created_at"),
    moment("next_at"),
    moment("sent_at", required=False),
    moment("delivered_at", required=False),
    moment("opened_at", required=False),
    words("error", required=False),
    _message("follows"),
    _message("bundle"),
    moment("check_at", required=False),
    moment("listed_at", required=False),
    moment("called_at", required=False),
    person("called_by"),
    words("call_result", required=False),
    one_of("kind", ("sms", "voice", "wecom")),
    one_of("state", ("pending", "sent", "delivered", "opened", "failed", "bundled", "withdrawn")),
    one_of("call_result", ("reached", "no_answer", "passed_on")),
    Index("notification_due_idx", "next_at", postgresql_where=text("state = 'pending'")),
    Index(
        "notification_queue_idx",
        *("person", "urgency", "kind", "created_at", "id"),
        postgresql_where=text("state = 'pending'"),
    ),
    Index("notification_sent_idx", "person", "sent_at", postgresql_where=text("sent_at IS NOT NULL")),
    Index(
        "notification_gathering_idx",
        *("person", "created_at"),
        postgresql_where=text("template = 'bundle' AND state = 'pending'"),
    ),
    Index("notification_person_idx", "person", "created_at"),
    Index(None, "ticket"),
    Index(None, "check_at", postgresql_where=text("check_at IS NOT NULL")),
    Index(
        "notification_listed_idx",
        "listed_at",
        postgresql_where=text("listed_at IS NOT NULL AND called_at IS NULL"),
    ),
    Index(None, "follows", unique=True),
    Index(None, "bundle", postgresql_where=text("bundle IS NOT NULL")),
    Index(None, "created_at"),
)

notification_receipt = Table(
    "notification_receipt",
    metadata,
    _message("notification", key=True, gone="CASCADE"),
    Column("status", Text, primary_key=True),
    moment("at"),
    words("reason", required=False),
    moment("received_at", now=True),
    one_of("status", ("delivered", "opened", "failed")),
)

one_use_link = Table(
    "one_use_link",
    metadata,
    Column("digest", LargeBinary, primary_key=True),
    Column(
        "notification", Uuid, ForeignKey("notification.id", ondelete="CASCADE"), nullable=False, unique=True
    ),
    Column("ticket", BigInteger, ForeignKey("ticket.id"), nullable=False),
    person("person", required=True),
    moment("created_at", now=True),
    moment("expires_at"),
    moment("opened_at", required=False),
    Column("session", LargeBinary, unique=True),
    Index(None, "expires_at"),
)

escalation = Table(
    "escalation",
    metadata,
    Column("ticket", BigInteger, ForeignKey("ticket.id"), primary_key=True),
    Column("started_at", DateTime(timezone=True), primary_key=True),
    Column("step", Text, primary_key=True),
    moment("at", now=True),
    Column("told", ARRAY(Integer), nullable=False),
    one_of("step", ("operator", "leader", "district")),
    Index(None, "at"),
)
