"""What handling together looks like: on a ticket's panel, in the list of what others owe, on a printed sheet, as set.

Read as the person, in one snapshot each.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from dispatch.domain import access
from dispatch.domain.access import Actor
from dispatch.domain.desk_setting import dangers
from dispatch.domain.joint import JointSetting
from dispatch.errors import NotFound
from dispatch.store import desk_setting
from dispatch.store import joint as store
from dispatch.store.database import Database

_NEWEST = 200


def preset(setting: JointSetting, offers: Sequence[Mapping[str, Any]]) -> None:
    """Put into the offered forms what is set, and the only thing there is to choose."""
    known = {
        ("whistle", "report_in_minutes"): setting.report_in_minutes,
        ("transfer_out", "days"): setting.outside_days,
        ("report_danger", "phone"): "110",
    }
    for offer in offers:
        for each in offer["fields"]:
            choices: Sequence[Mapping[str, str]] = each["choices"] or ()
            only = choices[0]["value"] if each["kind"] == "pick" and len(choices) == 1 else None
            value = known.get((offer["command"], each["name"]), only if each["required"] else None)
            if value is not None and each.get("value") is None:
                each["value"] = value


def _readers(actor: Actor) -> frozenset[str]:
    assert actor.person is not None
    return access.readers(actor.person, actor.memberships)


async def of_ticket(database: Database, actor: Actor, ticket: int) -> dict[str, Any]:
    """Sheets, hand-overs, cases, parent and children of a ticket; which danger words it says; when an urging repeats.

    Raises:
        NotFound: no such ticket, or the person may not see it.
    """
    async with database.reader(_readers(actor)) as tx:
        found = await store.of_ticket(tx, ticket)
        setting = await desk_setting.setting(tx)
    if found is None:
        raise NotFound
    said = dangers(found.pop("title"), found.pop("content"), setting.danger_words)
    return {**found, "danger_words": said, "chase_minutes": setting.chase_minutes}


async def waiting(database: Database, actor: Actor) -> dict[str, Any]:
    """What others owe on tickets the person sees: called units, sheets, cases."""
    async with database.reader(_readers(actor)) as tx:
        return await store.waiting(tx, None)


async def handovers(database: Database, actor: Actor) -> list[dict[str, Any]]:
    """What went to the police at once, as far as the person may see it, the newest first."""
    async with database.reader(_readers(actor)) as tx:
        return await store.handovers(tx, _NEWEST)


async def settings(database: Database, actor: Actor) -> dict[str, Any]:
    """What is set, every version of it, the companies, and what was changed."""
    async with database.reader(_readers(actor)) as tx:
        return {
            "settings": await store.settings(tx),
            "bodies": await store.bodies(tx),
            "changes": await store.changes(tx, _NEWEST),
        }
