"""The hotline above us: sources, deliveries, orders, waiting messages, and what goes back."""

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
from sqlalchemy.dialects.postgresql import ARRAY

from migrations.tables.base import metadata, moment, one_of, person, record, words


def _secrets(name: str) -> Table:
    """What is known of secrets beside the sealed ones themselves, by the beginning of their digest."""
    return Table(
        name,
        metadata,
        Column("source", Text, ForeignKey("source.id"), primary_key=True),
        Column("fingerprint", Text, primary_key=True),
        moment("added_at", required=False),
        person("added_by"),
        moment("ends_at", required=False),
        person("ended_by"),
        moment("last_used_at", required=False),
    )


source = Table(
    "source",
    metadata,
    Column("id", Text, primary_key=True),
    words("name"),
    words("datum"),
    Column("profile", Text, ForeignKey("intake_profile.name"), nullable=False),
    Column("secrets", ARRAY(LargeBinary), nullable=False),
    words("callback_url", required=False),
    Column("callback_secret", LargeBinary),
    Column("further_callback_secrets", ARRAY(LargeBinary), nullable=False, server_default=text("'{}'")),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    words("platform", required=False),
    one_of("platform", ("hotline", "police")),
)

source_secret = _secrets("source_secret")
report_secret = _secrets("report_secret")

delivery = Table(
    "delivery",
    metadata,
    Column("source", Text, primary_key=True),
    Column("webhook_id", Text, primary_key=True),
    Column("digest", LargeBinary, nullable=False),
    Column("status", SmallInteger, nullable=False),
    Column("answer", Text, nullable=False),
    moment("received_at"),
    Index(None, "received_at"),
)

hotline_order = Table(
    "hotline_order",
    metadata,
    Column("source", Text, primary_key=True),
    Column("order_no", Text, primary_key=True),
    Column("ticket", BigInteger, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Index(None, "ticket"),
)

waiting_message = Table(
    "waiting_message",
    metadata,
    Column("id", BigInteger, Identity(always=False), primary_key=True),
    words("source"),
    words("order_no"),
    words("kind"),
    Column("key", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    words("webhook_id"),
    words("state"),
    words("reason", required=False),
    moment("received_at"),
    moment("until"),
    one_of("state", ("waiting", "kept", "applied", "dead")),
    Index("waiting_message_order_idx", "source", "order_no"),
    Index("waiting_message_kept_idx", "source", "order_no", postgresql_where=text("state = 'kept'")),
)

callback = Table(
    "callback",
    metadata,
    Column("id", Uuid, primary_key=True),
    words("source"),
    Column("ticket", BigInteger, ForeignKey("ticket.id"), nullable=False),
    Column("version", Integer, nullable=False),
    words("status"),
    record("body", required=True),
    words("state"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    moment("created_at"),
    moment("next_at"),
    moment("sent_at", required=False),
    words("error", required=False),
    one_of("state", ("pending", "sent", "withdrawn", "dead")),
    Index("callback_pending_idx", "next_at", postgresql_where=text("state = 'pending'")),
    Index("callback_settled_idx", "created_at", postgresql_where=text("state IN ('sent', 'withdrawn')")),
    Index(None, "ticket", "version"),
)
