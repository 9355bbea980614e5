"""``cells``: the cells and police grids of boundary versions. ``cli.boundaries`` adds the life of a version."""

import sys

import shapely
import typer

from dispatch.cli import boundaries, ground
from dispatch.store import world as store
from dispatch.store.database import Database
from gis.exchange import collection, feature

commands = typer.Typer(help="Cells, police grids and their boundary versions.", no_args_is_help=True)


@commands.command()
def export() -> None:
    """Write the cells in force as GeoJSON (RFC 7946, WGS 84)."""
    ground.run(_export)


async def _export(database: Database) -> None:
    async with database.system() as tx:
        version, rows = await store.cells_named(tx)
    features = (
        feature(shapely.from_wkb(row["geom"]), {k: v for k, v in row.items() if k != "geom"}) for row in rows
    )
    with ground.quietly():
        for piece in collection(features, name="cells", boundary_version=version):
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()


boundaries.join(commands)
