"""Streams: the epoch, one counter per center, and the numbered entries."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, Table, Text, Uuid
from sqlalchemy.dialects.postgresql import ARRAY

from migrations.tables.base import metadata, moment, record, words

epoch = Table(
    "epoch",
    metadata,
    Column("id", Uuid, primary_key=True),
    moment("since", now=True),
    words("why"),
    moment("restored_to", required=False),
    moment("lost_at", required=False),
)

stream = Table(
    "stream",
    metadata,
    Column("id", Integer, ForeignKey("unit.id"), primary_key=True),
    Column("seq", BigInteger, nullable=False, server_default="0"),
)

stream_entry = Table(
    "stream_entry",
    metadata,
    Column("stream", Integer, primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    Column("ticket", BigInteger, nullable=False),
    Column("version", Integer, nullable=False),
    words("event"),
    Column("before", ARRAY(Text), nullable=False),
    Column("after", ARRAY(Text), nullable=False),
    record("row", required=True),
    moment("at"),
    words("trace", required=False),
    Index("stream_entry_at_idx", "at"),
)
