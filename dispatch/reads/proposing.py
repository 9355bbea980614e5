"""Who is to handle a ticket, as the desk's form begins: one name, and why this one. Read as the person."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from dispatch.domain import access
from dispatch.domain.access import Actor
from dispatch.saying import say
from dispatch.store import reading
from dispatch.store.database import Database

_HERE = ZoneInfo("Asia/Shanghai")
_LAST, _FULL_TIME = 0, 1
"""Ranks of ``likely_lead``."""


async def proposed(
    database: Database, actor: Actor, ticket: int, offers: Iterable[Mapping[str, Any]]
) -> dict[str, Any] | None:
    """Who would lead a ticket that may be assigned; put into the forms that assign it, and told with its reasons."""
    assigning = [each for each in offers if each["command"] == "assign" and each["why"] is None]
    if not assigning:
        return None
    assert actor.person is not None
    async with database.reader(access.readers(actor.person, actor.memberships)) as tx:
        lead = await reading.likely_lead(tx, ticket)
    if lead is None:
        return None
    for offer in assigning:
        for field in offer["fields"]:
            if field["name"] == "lead":
                field["value"] = {"unit": lead["unit"], "person": lead["person"]}
    named = ("unit", "unit_name", "person", "person_name")
    return {name: lead[name] for name in named} | {"why": why(lead)}


def why(lead: Mapping[str, Any]) -> list[str]:
    """Why this one: what they are to the ticket, who stands in for them, what they have in hand."""
    said = [_standing(lead["rank"])]
    if lead["deputy"] is not None:
        said.append(
            say("不在岗，AB 岗{deputy}代岗到{day}", deputy=lead["deputy"], day=_day(lead["deputy_until"]))
        )
    if lead["person"] is not None:
        said.append(say("手上 {leads} 件", leads=lead["leads"]))
    return said


def _standing(rank: int) -> str:
    if rank == _LAST:
        return say("上次承办")
    return say("本网格网格员（专职）") if rank == _FULL_TIME else say("本网格网格员（兼职）")


def _day(at: datetime) -> str:
    here = at.astimezone(_HERE)
    return say("{month}月{day}日 {at:%H:%M}", month=here.month, day=here.day, at=here)
