"""A cell with its police grid and its people by name and phone: what an operator looks for first."""

from typing import Any

from dispatch.domain.privacy import mask_phone
from dispatch.store import directory
from dispatch.store.database import Tx


async def cell_at(tx: Tx, code: str, version: int) -> dict[str, Any] | None:
    """A cell as a boundary version has it, with its people of today."""
    row = await directory.cell(tx, code, version)
    if row is None:
        return None
    grid = None
    if row["grid_code"] is not None:
        grid = {
            "code": row["grid_code"],
            "name": row["grid_name"],
            "police_station": row["grid_station"],
            "phone": row["grid_phone"],
        }
    kept = ("code", "name", "kind", "village", "village_name", "town", "town_name")
    people = await directory.cell_people(tx, code)
    return {name: row[name] for name in kept} | {
        "police_grid": grid,
        "people": [_masked(each) for each in people],
    }


def _masked(person: dict[str, Any]) -> dict[str, Any]:
    return person | {"phone_masked": mask_phone(person["phone"]) or ""}
