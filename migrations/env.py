"""Alembic's entry: one transaction per version, on the address that ``runner`` hands in."""

from alembic import context

from migrations.runner import engine_of
from migrations.tables import metadata

with engine_of(context.config.attributes["url"]).connect() as connection:
    context.configure(connection=connection, target_metadata=metadata, transaction_per_migration=True)
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
