"""Channels of coordinates: in which datum each declares to push, and in which it does. Asked by the desk and by a job.

A channel is a hotline with one declared datum, or the phones of all who work outside (WGS 84, against the points that
words or persons told). Their votes are examined by ``gis.channel``; no person's data among them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dispatch.domain.moments import SHANGHAI
from dispatch.reads.health import Finding, Status
from dispatch.saying import say, together
from dispatch.store import channels as store
from dispatch.store.channels import PHONES
from dispatch.store.database import Database
from gis import channel as examination
from gis.channel import FINE, HYPOTHESES, WINDOW, Vote
from gis.crs import Datum, Extent, datum_named
from gis.errors import DatumError

NAMES: dict[str, str] = {"wgs84": "WGS 84", "gcj02": "GCJ-02", "bd09": "BD-09"}
_OF_PHONES = say("现场手机定位")
_DATUMS = ("wgs84", "cgcs2000", "gcj02", "bd09")
_TICKETS = 2 * WINDOW
"""Tickets with a coordinate that are looked through for votes."""


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel: what came with a coordinate, when which of it voted, and what the votes come to.

    ``own``: it is what the hotline declares, not only what single messages do. A datum without votes (metres, or one
    that nobody knows) is shown as it stands.
    """

    source: str
    name: str
    declared: str
    own: bool
    tickets: int
    times: Sequence[datetime]
    votes: Sequence[Vote]
    finding: examination.Finding

    @property
    def since(self) -> datetime | None:
        """When the run of votes for another datum began."""
        return None if self.finding.since is None else self.times[self.finding.since]

    @property
    def heard(self) -> int:
        """Votes since then."""
        return len(self.votes) - (self.finding.since or 0)


async def channels(database: Database, extent: Extent) -> list[Channel]:
    """Every channel with its last votes examined."""
    async with database.system(frozen=True) as tx:
        sources = await store.sources(tx)
        pushed = await store.pushed(tx, _DATUMS, _TICKETS)
        taken = await store.taken(tx, sorted(FINE), _TICKETS)
    found: dict[tuple[str, Datum], list[tuple[datetime, Vote | None]]] = {}
    for row in pushed:
        cast = None if row["vote"] is None else Vote.from_dict(row["vote"])
        found.setdefault((row["source"], _hypothesis(row["datum"])), []).append((row["at"], cast))
    listed = []
    for row in sources:
        own = _declared(row["datum"])
        if own is None:
            listed.append(_channel(row["id"], row["name"], row["datum"], [], own=True))
        for datum in HYPOTHESES:
            heard = found.get((row["id"], datum), [])
            if heard or datum == own:
                listed.append(_channel(row["id"], row["name"], datum, heard, own=datum == own))
    phones = [(row["at"], _position(row, extent)) for row in _once(taken)]
    return [*listed, _channel(PHONES, _OF_PHONES, "wgs84", phones, own=True)]


def _hypothesis(datum: str) -> Datum:
    return "gcj02" if datum == "gcj02" else "bd09" if datum == "bd09" else "wgs84"


def _declared(datum: str) -> Datum | None:
    """The hypothesis that a hotline's declared datum stands for; None where nobody knows it, or for metres."""
    try:
        named = datum_named(datum)
    except DatumError:
        return None
    return _hypothesis(named) if named in _DATUMS else None


def _is_known(datum: str) -> bool:
    try:
        datum_named(datum)
    except DatumError:
        return False
    return True


def _once(rows: Iterable[Any]) -> list[Any]:
    """The last picture of each ticket."""
    return list({row["ticket"]: row for row in rows}.values())


def _position(row: Any, extent: Extent) -> Vote | None:
    place = (row["place_lon"], row["place_lat"])
    return examination.vote(row["lon"], row["lat"], "wgs84", extent, place, row["radius_m"] or 0.0)


def _channel(
    source: str, name: str, datum: str, heard: Sequence[tuple[datetime, Vote | None]], *, own: bool
) -> Channel:
    voted = [(at, cast) for at, cast in heard if cast is not None][-WINDOW:]
    votes = [cast for _, cast in voted]
    finding = examination.examine(votes)
    return Channel(source, name, datum, own, len(heard), [at for at, _ in voted], votes, finding)


async def overview(database: Database, extent: Extent) -> list[dict[str, Any]]:
    """Channels as the desk shows them, each with the alarm that stands about it."""
    found = await channels(database, extent)
    async with database.system() as tx:
        alarms = {(row["source"], row["declared"]): row for row in await store.alarms(tx)}
    return [_shown(each, alarms.get((each.source, each.declared))) for each in found]


def _shown(channel: Channel, alarm: Any | None) -> dict[str, Any]:
    finding = channel.finding
    return {
        "source": channel.source,
        "name": channel.name,
        "declared": channel.declared,
        "own": channel.own,
        "tickets": channel.tickets,
        "with_text": len(channel.votes),
        "votes": dict(finding.counts),
        "east_m": finding.east_m,
        "north_m": finding.north_m,
        "alarm": None if alarm is None else _alarm(alarm),
    }


def _alarm(row: Any) -> dict[str, Any]:
    return {
        "id": row["id"],
        "seen": row["seen"],
        "since": row["since"].isoformat(),
        "raised_at": row["raised_at"].isoformat(),
        "votes": row["votes"],
        "share": row["share"],
        "east_m": row["east_m"],
        "north_m": row["north_m"],
        "affected": row["affected"],
        "says": _says(row),
    }


def _says(row: Any) -> str:
    told = say(
        "声明的坐标系是 {declared}，但自{time}起 {votes} 件有地址可核对的工单里，"
        "{share:.0%} 只有按 {seen} 才与地址相符（现偏{vector}）",
        declared=NAMES[row["declared"]],
        time=_time(row["since"]),
        votes=row["votes"],
        share=row["share"],
        seen=NAMES[row["seen"]],
        vector=_vector(row["east_m"], row["north_m"]),
    )
    if row["source"] == PHONES:
        return together([told, say("请核对手机浏览器给出的坐标系。")], "。")
    placed = (
        say("；已有 {affected} 张在办工单按这些坐标定位，请核对位置", affected=row["affected"])
        if row["affected"]
        else ""
    )
    return together([told, say("请与推送方核对后改正该渠道的坐标系{placed}。", placed=placed)], "。")


def _time(at: datetime) -> str:
    local = at.astimezone(SHANGHAI)
    return say("{month}月{day}日{at:%H:%M}", month=local.month, day=local.day, at=local)


def _vector(east_m: float, north_m: float) -> str:
    across = (
        say("东 {metres:.0f} 米", metres=east_m) if east_m >= 0 else say("西 {metres:.0f} 米", metres=-east_m)
    )
    along = (
        say("北 {metres:.0f} 米", metres=north_m)
        if north_m >= 0
        else say("南 {metres:.0f} 米", metres=-north_m)
    )
    return together([across, along], "、")


async def channels_finding(database: Database) -> Finding:
    """What ``/health`` says of the channels."""
    async with database.system() as tx:
        standing = await store.standing(tx)
        sources = await store.sources(tx)
    for row in sources:
        if not _is_known(row["datum"]):
            told = say(
                "推送渠道 {id} 的坐标系“{datum}”不能用，坐标都没有采用，请改正",
                id=row["id"],
                datum=row["datum"],
            )
            return Finding(Status.DEGRADED, told)
    if not standing:
        return Finding(Status.OK, say("各渠道坐标系与地址相符"))
    first = standing[0]
    told = say(
        "坐标渠道 {source} 声明 {declared}，实为 {seen}（自{time}起），按坐标定位的工单会偏，请核对",
        source=first["source"],
        declared=NAMES[first["declared"]],
        seen=NAMES[first["seen"]],
        time=_time(first["since"]),
    )
    if len(standing) > 1:
        more = say("另有 {count} 个渠道也偏，请先核对地名库导入时的坐标系", count=len(standing) - 1)
        told = together([told, more], "；")
    return Finding(Status.DEGRADED, told)
