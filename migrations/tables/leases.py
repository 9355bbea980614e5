"""Who does what only one process may do: a lease by name, with the number that tells a former holder from this one."""

from sqlalchemy import BigInteger, Column, Table, Text, Uuid

from migrations.tables.base import metadata, moment

lease = Table(
    "lease",
    metadata,
    Column("name", Text, primary_key=True),
    Column("holder", Uuid),
    Column("fence", BigInteger, nullable=False, server_default="0"),
    moment("until", now=True),
)
