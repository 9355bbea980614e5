"""How hotlines are connected, as a page shows it: sources, their last deliveries, profiles and versions of each.

Of deliveries only what they were answered is shown, with order numbers cut to their last digits.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from dispatch.domain.intake_profile import faults_of
from dispatch.domain.profile import FIELDS
from dispatch.errors import NotFound
from dispatch.saying import say
from dispatch.store import profiles, sources
from dispatch.store.database import Database
from dispatch.store.sources import Delivered

MOST_DELIVERIES, MOST_SHOWN = 50, 20
Json = dict[str, Any]


async def overview(database: Database, public_url: str) -> Json:
    """Every source with where it pushes to and what it pushed within a day; every profile by name."""
    async with database.system() as tx:
        listed, day = await sources.listed(tx), await sources.day(tx)
        known = await profiles.profiles(tx)
    return {
        "sources": [_source(each, day.get(each["id"], {}), public_url) for each in listed],
        "profiles": [{name: each[name] for name in ("name", "version", "sources")} for each in known],
        "fields": list(FIELDS),
    }


def _source(found: Mapping[str, Any], day: Mapping[str, Any], public_url: str) -> Json:
    counts = {name: day.get(name, 0) for name in ("deliveries", "accepted", "refused")}
    return {**found, "address": f"{public_url}/hotline/v1/{found['id']}/messages", **counts}


async def deliveries(database: Database, source: str, *, refused: bool) -> list[Json]:
    """The last deliveries of a source and what became of each message in them, the newest first."""
    async with database.system() as tx:
        found = await sources.deliveries(tx, source, MOST_DELIVERIES, refused=refused)
    return [_delivery(each) for each in found]


def _delivery(found: Delivered) -> Json:
    answer = orjson.loads(found.answer)
    batch = isinstance(answer, dict) and "results" in answer
    results: Sequence[Mapping[str, Any]] = answer["results"] if batch else [answer]
    single = {"accepted": int(found.status != 422), "refused": int(found.status == 422)}
    counts = {name: answer[name] if batch else single[name] for name in ("accepted", "refused")}
    told = sorted(results, key=lambda each: "errors" not in each)
    return {
        "id": f"…{found.webhook_id[-8:]}",
        "at": found.received_at.isoformat(),
        **counts,
        "results": [_result(each) for each in told[:MOST_SHOWN]],
    }


def _result(found: Mapping[str, Any]) -> Json:
    """One message's outcome. The status of a refused single one is the HTTP status, see ``actions.outcome``."""
    order = str(found.get("order_no") or "")
    return {
        "outcome": "refused" if "errors" in found else str(found.get("status")),
        "order": f"…{order[-4:]}" if order else None,
        "ticket": found.get("ticket"),
        "note": found.get("note"),
        "warnings": found.get("warnings", []),
        "errors": found.get("errors", []),
    }


async def profile(database: Database, name: str) -> Json:
    """A profile: its versions, the newest first, each with its mapping and what trying it came to.

    Raises:
        NotFound: there is no such profile.
    """
    async with database.system() as tx:
        found = await profiles.versions(tx, name)
        if not found:
            raise NotFound(say("没有这个接入配置，请刷新后再选。"))
        whose = await profiles.sources_of(tx, name)
    return {"name": name, "sources": whose, "versions": [_version(each) for each in found]}


def _version(found: Json) -> Json:
    """A version with what should be looked at in it."""
    mapping = {"fields": {}, "values": {}} | found["mapping"]
    doubts = [] if found["state"] == "retired" else faults_of(mapping, lambda _name: True)
    return {
        **found,
        "mapping": mapping,
        "faults": [{"field": each.field, "says": each.says} for each in doubts],
        "tried": found["tried"]
        and {**found["tried"], "is_current": found["tried_revision"] == found["revision"]},
    }
