"""Steps of journeys through the other doors: a patrol report, a ticket made at a desk, an overdue supervision."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import psycopg
import pytest

from dispatch.actions.doors import Doors
from dispatch.actions.linking import Linking
from dispatch.actions.tickets import Tickets
from dispatch.domain.doors import Door
from dispatch.errors import DispatchError
from dispatch.jobs.supervising import Supervisions
from tests.web import towns

if TYPE_CHECKING:
    from tests.journeys.walking import Walk


async def taken(walk: Walk, step: dict[str, Any]) -> bool:
    """Take a step of these kinds; false where it is of another."""
    if "report" in step:
        await doors(walk).report(walk.people[step["by"]], step["report"], uuid4())
    elif "by_hand" in step:
        door = Door(step["door"])
        if "refused" in step:
            with pytest.raises(DispatchError) as refused:
                await doors(walk).receive_by_hand(
                    walk.people[step["by"]], step["by_hand"], uuid4(), door=door
                )
            assert step["refused"] in refused.value.detail
        else:
            await doors(walk).receive_by_hand(walk.people[step["by"]], step["by_hand"], uuid4(), door=door)
    elif "link" in step:
        await Linking(tickets(walk), walk.store).link(
            walk.people[step["by"]], step["link"], step["ticket"], uuid4()
        )
    elif step.get("overdue") == "supervision":
        with psycopg.connect(walk.owner_url) as connection:
            connection.execute(
                "UPDATE supervision SET due_at = now() - interval '1 minute' WHERE overdue_at IS NULL"
            )
        await Supervisions(walk.store, walk.worlds, nobody).tell_overdue()
    else:
        return False
    return True


def doors(walk: Walk) -> Doors:
    """The doors beside the hotline's push."""
    return Doors(tickets(walk), walk.store, towns.sealer())


def tickets(walk: Walk) -> Tickets:
    """The desk's verbs."""
    return Tickets(walk.store, walk.worlds, towns.sealer(), nobody)


async def nobody(_streams: Sequence[int]) -> None:
    """Nobody is waiting to be woken."""
