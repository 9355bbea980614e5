"""``gazetteer``: places and their other names, out of the database and into it."""

import sys

import orjson
import typer

from dispatch.cli import ground
from dispatch.store import world as store
from dispatch.store.database import Database
from gis.exchange import alias_line, place_line
from gis.gazetteer import Alias, Place

commands = typer.Typer(help="Places and their other names.", no_args_is_help=True)


@commands.command()
def export() -> None:
    """Write every place and approved alias as JSON lines, places first."""
    ground.run(_export)


async def _export(database: Database) -> None:
    async with database.system() as tx:
        places, aliases = await store.gazetteer(tx)
        numbers = await store.alias_ids(tx)
    known = {}
    with ground.quietly():
        for row in places:
            place = Place(*row)
            known[place.id] = place
            _line(place_line(place))
        for identity, row in zip(numbers, aliases, strict=True):
            alias = Alias(*row)
            _line(alias_line(identity, alias, known[alias.place]))
        sys.stdout.buffer.flush()


def _line(told: object) -> None:
    sys.stdout.buffer.write(orjson.dumps(told, option=orjson.OPT_APPEND_NEWLINE))
