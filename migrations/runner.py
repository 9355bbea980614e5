"""Runs Alembic without an ini file. Called by the command line, the bootstrap and the tests."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, pool


def engine_of(url: str) -> Engine:
    """An engine without a pool for a ``postgresql://`` address, over psycopg 3."""
    _, rest = url.split("://", 1)
    return create_engine(f"postgresql+psycopg://{rest}", poolclass=pool.NullPool)


def configuration(url: str) -> Config:
    """Alembic's configuration for a database address."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["url"] = url
    return config


def upgrade(url: str, revision: str = "head") -> None:
    """Bring the database to ``revision``; each version is one transaction."""
    command.upgrade(configuration(url), revision)


def at_head(url: str) -> bool:
    """Whether the database stands at the newest version."""
    script = ScriptDirectory.from_config(configuration(url))
    engine = engine_of(url)
    with engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    return current == script.get_current_head()
