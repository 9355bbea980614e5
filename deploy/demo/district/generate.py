"""One seed → one district, always the same. Pure but for a cache that ``remembered`` keeps beside the checkout."""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from random import Random

import shapely

from deploy.bootstrap.place import local
from deploy.demo.district import build, rules
from deploy.demo.district.aliases import aliases
from deploy.demo.district.areas import areas
from deploy.demo.district.categories import categories
from deploy.demo.district.mesh import build as mesh
from deploy.demo.district.model import District
from deploy.demo.district.names import estate_names
from deploy.demo.district.people import people
from deploy.demo.district.places import places
from deploy.demo.district.powers import police_lists, powers
from deploy.demo.district.roads import roads
from deploy.demo.district.streets import skeleton
from deploy.demo.district.units import police_stations, units

SEED = 320804


def generate(seed: int = SEED) -> District:
    """The district of a seed."""
    streets = skeleton(_chance(seed, "streets"))
    drawn_areas = areas(mesh(_chance(seed, "mesh"), streets), _chance(seed, "areas"))
    estates = estate_names(_chance(seed, "estates"))
    cells = build.cells(drawn_areas, estates, _chance(seed, "cells"))
    villages, towns = build.villages(cells), build.town_areas(cells)
    grids = build.police_grids(drawn_areas, cells, police_stations())
    drawn = roads(streets, villages, towns, _chance(seed, "roads"))
    known = places(cells, villages, towns, drawn, estates, _chance(seed, "places"), seed)
    listed = units(grids)
    staff = people(listed, cells, grids, _chance(seed, "people"))
    made = District(
        seed=seed,
        towns=towns,
        villages=villages,
        cells=cells,
        police_grids=grids,
        units=listed,
        people=staff.people,
        memberships=staff.memberships,
        duties=staff.duties,
        accounts=staff.accounts,
        roads=[each.road for each in drawn],
        places=known,
        aliases=aliases(known, _chance(seed, "aliases")),
        categories=categories(),
        routing_rules=rules.routing_rules(),
        powers=powers(),
        police_lists=police_lists(),
        clock_rules=rules.clock_rules(),
        profiles=rules.profiles(),
        digest="",
    )
    return replace(made, digest=_digest(made))


def _chance(seed: int, theme: str) -> Random:
    """Chance of one theme, so that a change in one leaves the others as they were."""
    return Random(f"{seed}:{theme}")


def _digest(made: District) -> str:
    """SHA-256 over every row of every table; shapes as WKT of seven decimals."""
    total = hashlib.sha256()
    for table in fields(made):
        rows = getattr(made, table.name)
        for row in rows if isinstance(rows, list) else ():
            shape = getattr(row, "shape", None)
            if shape is not None:
                total.update(shapely.to_wkt(shape, rounding_precision=7).encode())
            values = [str(getattr(row, each.name)) for each in fields(row) if each.name != "shape"]
            total.update("\x1f".join(values).encode())
    return total.hexdigest()


def remembered(seed: int = SEED) -> District:
    """The district of a seed, from the cache when these sources made it before."""
    path = local() / f"district-{seed}-{_sources()}.pickle"
    if path.exists():
        made: District = pickle.loads(path.read_bytes())  # noqa: S301 - our own file in a folder of mode 0700
        return made
    made = generate(seed)
    for former in local().glob(f"district-{seed}-*.pickle"):
        former.unlink(missing_ok=True)
    draft = path.with_suffix(f".{os.getpid()}.new")
    draft.write_bytes(pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL))
    draft.replace(path)
    return made


def _sources() -> str:
    """Twelve characters that change with the generator's files and with the libraries that shape its numbers."""
    total = hashlib.sha256(f"{shapely.__version__} {shapely.geos_version_string}".encode())
    for path in _files():
        total.update(path.read_bytes())
    return total.hexdigest()[:12]


def _files() -> Iterator[Path]:
    folder = Path(__file__).parent
    yield from sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".json", ".csv"))
