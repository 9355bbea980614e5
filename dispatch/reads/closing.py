"""What whoever answers, reviews or signs is shown: contacts, evidence, the drafted reply, what speaks against it.

Asked by the desk's panel and the lists of promises and early warnings; read as the person.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dispatch.domain import access, closing, drafting, reply_checks
from dispatch.domain.access import Actor
from dispatch.domain.closing import PIECE_KINDS, REACHED, SIGNERS, Closing, Matter
from dispatch.domain.drafting import Facts
from dispatch.domain.reply_checks import Finding
from dispatch.domain.units import Units
from dispatch.errors import NotFound
from dispatch.ports.sealing import Sealer
from dispatch.store import callers
from dispatch.store import closing as store
from dispatch.store.database import Database, Tx
from dispatch.store.intake import clock

_TO_PLACE = frozenset({"cell", "point"})


@dataclass(frozen=True, slots=True)
class Look:
    """One ticket as its closing is looked at: the stored row, what is asked of it, the facts of its reply."""

    row: Mapping[str, Any]
    closing: Closing
    facts: Facts
    now: datetime


async def overview(
    database: Database, units: Units, sealer: Sealer, actor: Actor, ticket: int
) -> dict[str, Any]:
    """Everything the panel shows about answering and closing one ticket.

    Raises:
        NotFound: no such ticket, or it is not the person's to see.
    """
    async with _reading(database, actor) as tx:
        look = await _look(tx, units, ticket)
        row, answer = look.row, look.row["answer"] or {}
        reply = row["reply"]
        return {
            "contacts": row["contacts"],
            "reached": len(look.facts.reached_at),
            "promise": await store.open_promise(tx, ticket),
            "evidence": _evidence(look),
            "signoff": _signoff(look),
            "pre_callback": answer.get("pre_callback"),
            "early_warning": closing.is_unhappy(answer),
            "findings": await _findings(tx, look, sealer, ticket, reply) if reply else [],
            "draft": drafting.draft(look.facts),
            "texts": await _texts(tx, look, units),
        }


async def draft(database: Database, units: Units, actor: Actor, ticket: int) -> str:
    """A reply from the facts on record, gaps marked.

    Raises:
        NotFound: no such ticket, or it is not the person's to see.
    """
    async with _reading(database, actor) as tx:
        return drafting.draft((await _look(tx, units, ticket)).facts)


async def check(
    database: Database, units: Units, sealer: Sealer, actor: Actor, ticket: int, reply: str
) -> dict[str, Any]:
    """What a reply that is being written would be stopped or flagged for, and the same with personal data masked.

    Raises:
        NotFound: no such ticket, or it is not the person's to see.
    """
    async with _reading(database, actor) as tx:
        look = await _look(tx, units, ticket)
        found = await _findings(tx, look, sealer, ticket, reply)
        name = await _name(tx, sealer, ticket)
    return {"findings": found, "masked": reply_checks.masked(reply, name)}


async def prefilled(
    database: Database, units: Units, actor: Actor, ticket: int, offers: Sequence[Mapping[str, Any]]
) -> None:
    """Put the drafted reply into the form of a review, where nobody has written one yet."""
    forms = {each["command"]: each["fields"] for each in offers if each["why"] is None}
    if "review" not in forms:
        return
    async with _reading(database, actor) as tx:
        look = await _look(tx, units, ticket)
    answer = look.row["answer"] or {}
    if look.row["reply"] != answer.get("done"):
        return
    for each in forms["review"]:
        if each["name"] == "reply":
            each["value"] = drafting.draft(look.facts)


async def promises(database: Database, actor: Actor) -> list[dict[str, Any]]:
    """What callers were promised in tickets the person sees, the nearest first."""
    async with _reading(database, actor) as tx:
        return await store.promises(tx)


async def early_warnings(database: Database, units: Units, actor: Actor) -> list[dict[str, Any]]:
    """预警工单 of the centers the person works for."""
    async with _reading(database, actor) as tx:
        return await store.early_warnings(tx, access.streams(actor.memberships, units))


def _reading(database: Database, actor: Actor) -> Any:
    assert actor.person is not None
    return database.reader(access.readers(actor.person, actor.memberships))


async def _look(tx: Tx, units: Units, ticket: int) -> Look:
    row = await store.draft_facts(tx, ticket)
    if row is None:
        raise NotFound
    asked = await store.closing(tx, ticket)
    return Look(row, asked, _facts(row, units, len(asked.pieces)), await clock(tx))


def _facts(row: Mapping[str, Any], units: Units, pictures: int) -> Facts:
    """The facts since the work began, or began again."""
    answer = row["answer"] or {}
    recent = [each for each in row["contacts"] if each["version"] > row["begun"]]
    reached = [_instant(each["at"]) for each in recent if each["result"] in REACHED]
    missed = [_instant(each["at"]) for each in recent if each["result"] not in REACHED]
    arrived = [_instant(each["at"]) for each in row["arrivals"] if each["version"] > row["begun"]]
    return Facts(
        title=row["title"],
        type=row["type"],
        center=units.name(row["stream"]),
        handler=units.name(answer.get("unit") or row["lead_unit"] or row["unit"]) or None,
        at_desk=bool(answer.get("at_desk")),
        goes_to_place=row["place_need"] in _TO_PLACE,
        confidential=row["confidential"],
        reached_at=reached,
        missed_at=missed,
        attempts=len(recent),
        arrived_at=arrived[0] if arrived else None,
        found_true=answer.get("found_true"),
        done=answer.get("done"),
        co_replies=[(unit, reply) for unit, reply in row["co_replies"]],
        pictures=pictures,
        how_closed=answer.get("how_closed") or row["how_closed"],
        ground=answer.get("ground_name"),
        reference=answer.get("reference"),
        next_at=row["next_step_at"],
        opinion=answer.get("pre_callback"),
    )


def _instant(said: str) -> datetime:
    return datetime.fromisoformat(said)


def _evidence(look: Look) -> dict[str, Any]:
    """What the rule asks, what is still missing, what is in doubt, and the reason that was given for it."""
    row, answer = look.row, look.row["answer"] or {}
    pieces = look.closing.pieces
    rule = closing.evidence_rule(
        look.closing.rules.evidence, row["path"] or "", row["evidence_asked"], answer.get("how_closed")
    )
    return {
        "why": rule.reason if rule else None,
        "needs": [PIECE_KINDS[kind] for kind in PIECE_KINDS if rule and kind in rule.kinds],
        "least": rule.least if rule else 0,
        "lacking": closing.lacking(rule, pieces) if rule else None,
        "doubts": answer.get("evidence_doubts") or (closing.doubts(rule, pieces, look.now) if rule else []),
        "reason": answer.get("evidence_reason"),
    }


def _signoff(look: Look) -> dict[str, Any] | None:
    """Who will have to sign, and why; for a reviewed reply, as it was decided then."""
    row, answer = look.row, look.row["answer"] or {}
    if row["state"] == "reviewed":
        signer, why = answer.get("signer") or "signing_leader", answer.get("signed_why")
        return {"signer": SIGNERS[signer], "why": why or ""}
    matter = Matter(
        path=row["path"] or "",
        category_asks=row["signoff_asked"],
        type=row["type"],
        urgency=row["urgency"],
        how_closed=answer.get("how_closed") or row["how_closed"],
        rework=row["rework"],
        unhappy=closing.is_unhappy(answer),
        confidential=row["confidential"],
    )
    rule = closing.signoff_rule(look.closing.rules.signoff, matter)
    return {"signer": SIGNERS[rule.signer], "why": rule.reason} if rule else None


async def _findings(tx: Tx, look: Look, sealer: Sealer, ticket: int, reply: str) -> list[dict[str, Any]]:
    rules, row = look.closing.rules, look.row
    unit = (row["answer"] or {}).get("unit") or row["lead_unit"]
    earlier = await store.earlier(tx, unit, ticket, rules.setting.compared) if unit else []
    found = reply_checks.safety(reply, await _name(tx, sealer, ticket), await store.words(tx))
    found += reply_checks.flags(reply, look.closing.asked, earlier, rules.setting)
    return [_told(each) for each in found]


def _told(found: Finding) -> dict[str, Any]:
    return {
        "kind": found.kind,
        "detail": found.detail,
        "blocks": found.blocks,
        "asks": found.asks,
        "start": found.start,
        "end": found.end,
        "instead": found.instead,
    }


async def _name(tx: Tx, sealer: Sealer, ticket: int) -> str | None:
    sealed = await callers.sealed(tx, ticket)
    return sealer.caller_name(sealed.key, sealed.content, ticket) if sealed else None


async def _texts(tx: Tx, look: Look, units: Units) -> list[dict[str, Any]]:
    """The standard texts that fit, filled from the facts."""
    row = look.row
    usable = [each for each in {row["stream"], row["unit"], row["lead_unit"]} if each in units.by_id]
    found = await store.texts(tx, row["path"] or "", usable)
    return [
        {
            "id": each["id"],
            "title": each["title"],
            "words": drafting.filled(each["words"], look.facts, look.now),
        }
        for each in found
    ]
