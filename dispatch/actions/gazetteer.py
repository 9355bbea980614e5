"""Keeping places and their names: adding, editing, retiring, proposing a name, deciding on it. Called by ``web``.

A name that one person proposes is approved by another. Every change is an audit row, and what changes how tickets are
located makes the next version of the gazetteer in the same transaction; all processes follow it (``Worlds``).
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass, replace
from typing import Any, cast

import orjson

from dispatch.actions.world import Areas, Worlds
from dispatch.domain import access
from dispatch.domain.access import Actor, Membership, Role
from dispatch.errors import BadInput, Collision, Conflict, Forbidden, NotFound, Refused
from dispatch.saying import Kept, say
from dispatch.store import audit
from dispatch.store import gazetteer as store
from dispatch.store.database import Database, Tx
from dispatch.store.gazetteer import Entry, NameRow, PlaceRow
from gis.coordinate import check
from gis.names import Kind
from gis.register import (
    KIND_NAMES,
    PARENTS,
    USUAL_RADIUS_M,
    clean_name,
    fault_of_name,
    fault_of_radius,
    is_searched,
)
from gis.spelling import spelled

_PATIENCE = "5s"
_BY_HAND = "人工登记"
_BUSY = say("有人正在导入或改动地名库，请稍等再试。")
_NO_PLACE = say("没有这处地名，请刷新后再查。")
_SEVERAL: frozenset[Kind] = frozenset({"road", "town", "village"})
"""Kinds whose point does not say where they lie: they may lie in several villages or towns."""
_DECIDED = {"approved": say("核准"), "refused": say("退回"), "retired": say("停用")}


@dataclass(frozen=True, slots=True)
class Draft:
    """A place as a person gives it: ``lon`` and ``lat`` in ``datum``; village and town where a point says little."""

    name: str
    lon: float
    lat: float
    datum: str = "wgs84"
    parent: int | None = None
    radius_m: float | None = None
    village: str | None = None
    town: str | None = None


class Gazetteer:
    """The verbs that change places and their names."""

    def __init__(self, database: Database, worlds: Worlds) -> None:
        self._database = database
        self._worlds = worlds

    async def add(self, actor: Actor, kind: Kind, draft: Draft) -> int:
        """A new place; its id.

        Raises:
            BadInput: a field is wrong; it is named.
            Refused: the place is listed already, or the gazetteer is being changed.
        """
        async with self._changing() as tx:
            entry = await _entry(tx, self._worlds.current.areas, kind, draft)
            await _refuse_twin(tx, kind, entry, None)
            place = await store.add(tx, kind, entry, _BY_HAND)
            await _record(tx, actor, place, "place.added", {"kind": kind, "name": entry.name})
            await _next(tx, "place.added", place, asdict(entry))
        return place

    async def edit(self, actor: Actor, place: int, version: int, changes: Mapping[str, Any]) -> None:
        """Change fields of a place; ``changes`` holds those of a draft that were given.

        Raises:
            NotFound: no such place in force.
            Conflict: somebody changed it after ``version``.
            BadInput, Refused: as for ``add``.
        """
        async with self._changing() as tx:
            former = await _in_force(tx, place)
            if former.version != version:
                raise Conflict(say("这处地名刚被别人改过，请刷新后再改。"), field="version")
            kind = cast(Kind, former.kind)
            entry = await _entry(tx, self._worlds.current.areas, kind, _changed(former, changes), but=place)
            await _refuse_twin(tx, kind, entry, place)
            told = _difference(former, entry)
            if not told:
                return
            await store.edit(tx, place, entry)
            await _record(tx, actor, place, "place.edited", told)
            await _next(tx, "place.edited", place, told)

    async def retire(self, actor: Actor, place: int, reason: str, *, with_parts: bool) -> int:
        """End a place, and what belongs to it where ``with_parts``; how many ended. It stays on record.

        Raises:
            NotFound: no such place in force.
            Refused: places in force belong to it, and they are not to end with it.
        """
        async with self._changing() as tx:
            former = await _in_force(tx, place)
            parts = await store.parts(tx, place)
            if parts and not with_parts:
                raise Refused(
                    say("还有 {parts} 处下级地名属于它，请先改到别处，或选择一并停用。", parts=parts),
                    parts=parts,
                )
            ended = await store.retire(tx, place, with_parts=with_parts)
            told = {"name": former.name, "ended": ended}
            await _record(tx, actor, place, "place.retired", told, reason)
            await _next(tx, "place.retired", place, told)
        return ended

    async def propose(
        self, actor: Actor, place: int, name: str, kind: str, reason: str, ticket: int | None
    ) -> int:
        """Propose another name of a place; it counts once somebody else approves it. The proposal's id.

        Raises:
            NotFound: no such place in force, or the ticket is confidential or not the person's to see.
            BadInput, Refused: the name is none, or the place is called so or proposed to be.
        """
        assert actor.person is not None
        said = _named(name)
        await self._see(actor, ticket)
        async with self._changing() as tx:
            found = await _in_force(tx, place)
            if said == found.name:
                raise Refused(say("这就是它现在的名称，不用再加。"), field="name")
            spelling = spelled(said)
            proposal = await store.propose(tx, place, said, kind, reason, ticket, actor.person, spelling)
            if proposal is None:
                known = await store.known_as(tx, place, said)
                raise Refused(
                    say("这个别名已经有了。")
                    if known == "approved"
                    else say("这个别名已有人提出，等待核准。"),
                    field="name",
                )
            await _record(tx, actor, place, "name.proposed", {"name": said, "kind": kind}, reason)
        return proposal

    async def decide(self, actor: Actor, proposal: int, *, approve: bool, reason: str | None) -> int:
        """Approve or refuse a proposed name; whoever proposed it may only take it back. The place's id.

        Raises:
            NotFound: no such proposal.
            Forbidden: the person proposed it, or may not decide on names of that town.
            Refused: it is decided already, or its place is no more.
            BadInput: a refusal needs a reason.
        """
        assert actor.person is not None
        async with self._changing() as tx:
            found = await store.lock_name(tx, proposal)
            if found is None:
                raise NotFound(say("没有这条别名，请刷新后再看。"))
            self._refuse_decision(actor, found, approve)
            if not approve and not reason and found.proposed_by != actor.person:
                raise BadInput(say("请写明不采纳的原因，好让提出的人知道。"), field="reason")
            await store.decide(tx, proposal, "approved" if approve else "refused", actor.person, reason)
            told = {"name": found.name, "kind": found.kind}
            action = "name.approved" if approve else "name.refused"
            await _record(tx, actor, found.place, action, told, reason)
            if approve:
                await _next(tx, action, found.place, told)
        return found.place

    async def retire_name(self, actor: Actor, name: int, reason: str) -> int:
        """Let an approved name count no more. The place's id.

        Raises:
            NotFound: no such name.
            Forbidden: the person may not decide on names of that town.
            Refused: the name is not in force.
        """
        async with self._changing() as tx:
            found = await store.lock_name(tx, name)
            if found is None:
                raise NotFound(say("没有这条别名，请刷新后再看。"))
            self._refuse_decider(actor, found.town)
            if found.state != "approved":
                raise Refused(say("这条别名没有在用，不用停用。"))
            await store.retire_name(tx, name)
            told = {"name": found.name, "kind": found.kind}
            await _record(tx, actor, found.place, "name.retired", told, reason)
            await _next(tx, "name.retired", found.place, told)
        return found.place

    def _refuse_decision(self, actor: Actor, found: NameRow, approve: bool) -> None:
        if found.state != "proposed":
            decided = _DECIDED[found.state]
            if found.decided_by:
                raise Refused(
                    say("{by}已{decided}这条别名，不用再处理。", by=found.decided_by, decided=decided)
                )
            raise Refused(say("这条别名已{decided}，不用再处理。", decided=decided))
        if found.proposed_by == actor.person:
            if approve:
                raise Forbidden(say("这条别名是您本人提出的，要由另一位同事核准；您可以撤回。"))
            return
        self._refuse_decider(actor, found.town)
        if approve and not found.in_force:
            raise Refused(say("这处地名已停用，不能再核准它的别名。"))

    def _refuse_decider(self, actor: Actor, town: str | None) -> None:
        """The district's people decide anywhere, a town's duty leader in that town."""
        if actor.units(access.NAME_DECIDERS - {Role.DUTY_LEADER}):
            return
        units = self._worlds.current.tables.units
        led = actor.units({Role.DUTY_LEADER})
        if units.district in led or town in {units.by_id[unit].town for unit in led if unit in units.by_id}:
            return
        if led:
            raise Forbidden(say("这处地名不在本镇街，请由区中心或所在镇街的带班领导核准。"))
        raise Forbidden(say("核准别名要由区中心值班员、带班领导或系统管理员办理。"))

    async def _see(self, actor: Actor, ticket: int | None) -> None:
        if ticket is None:
            return
        assert actor.person is not None
        async with self._database.reader(access.readers(actor.person, actor.memberships)) as tx:
            if not await store.visible(tx, ticket):
                raise NotFound(say("没有找到作为依据的工单，或它不能用作依据。"))

    @asynccontextmanager
    async def _changing(self) -> AsyncIterator[Tx]:
        """A transaction that changes the gazetteer; changes come one after the other."""
        try:
            async with self._database.system() as tx:
                await store.begin_change(tx, _PATIENCE)
                yield tx
        except Collision as error:
            raise Refused(_BUSY) from error


async def somebody(database: Database, username: str) -> Actor:
    """Who has an account, with the roles in force: in whose name a command is given.

    Raises:
        NotFound: nobody, or they are active no more.
    """
    async with database.system() as tx:
        found = await store.somebody(tx, username)
    if found is None:
        raise NotFound(say("没有叫“{username}”的在用账号，请核对用户名。", username=username))
    person, name, held = found
    return Actor(name, person, frozenset(Membership(Role(role), unit) for role, unit in held))


async def _in_force(tx: Tx, place: int) -> PlaceRow:
    found = await store.lock(tx, place)
    if found is None or found.valid_until is not None:
        raise NotFound(_NO_PLACE if found is None else say("这处地名已停用，不能再改。"))
    return found


async def _entry(tx: Tx, areas: Areas, kind: Kind, draft: Draft, but: int | None = None) -> Entry:
    """A draft, checked: where it lies follows from its point, unless its kind lies in several places."""
    name = _named(draft.name)
    lon, lat = _point(areas, draft)
    radius_m = USUAL_RADIUS_M[kind] if draft.radius_m is None else draft.radius_m
    wrong = fault_of_radius(radius_m)
    if wrong:
        raise BadInput(f"{wrong}。", field="radius_m")
    village, town = await _whereabouts(tx, areas, kind, draft, lon, lat)
    await _check_parent(tx, kind, draft.parent, but)
    spelling = spelled(name) if is_searched(kind, name) else None
    return Entry(
        name, draft.parent, lon, lat, radius_m, village, town,
        spelling.pinyin if spelling else None, spelling.initials if spelling else None,
    )  # fmt: skip


def _named(text: str) -> str:
    name = clean_name(text)
    wrong = fault_of_name(name)
    if wrong:
        raise BadInput(f"{wrong}。", field="name")
    return name


def _point(areas: Areas, draft: Draft) -> tuple[float, float]:
    checked = check(draft.lon, draft.lat, draft.datum, areas.extent)
    if not checked.usable or checked.lon is None or checked.lat is None:
        raise BadInput(f"{checked.says}。", field="datum" if checked.fault == "datum" else "lon")
    return round(checked.lon, 7), round(checked.lat, 7)


async def _whereabouts(
    tx: Tx, areas: Areas, kind: Kind, draft: Draft, lon: float, lat: float
) -> tuple[str | None, str | None]:
    """Codes of village and town: of the cell at the point, or as given where a point says little."""
    if kind not in _SEVERAL:
        spot = areas.cells.find(lon, lat)
        if spot is None:
            raise BadInput(say("这个位置不在本区任何网格内，请在地图上重新点选。"), field="lon")
        return spot.cell.village, spot.cell.town
    town = draft.town
    if draft.village is not None:
        of_village = await store.town_of_village(tx, draft.village)
        if of_village is None or town not in (None, of_village):
            raise BadInput(say("没有这个村居，或它不在所填的镇街，请重新选择。"), field="village")
        town = of_village
    if town is not None and not await store.knows_town(tx, town):
        raise BadInput(say("没有这个镇街，请重新选择。"), field="town")
    if (kind == "village" and draft.village is None) or (kind == "town" and town is None):
        raise BadInput(say("请选择是哪个{kind}。", kind=Kept(KIND_NAMES[kind])), field=kind)
    return draft.village, town


async def _check_parent(tx: Tx, kind: Kind, parent: int | None, place: int | None) -> None:
    if parent is None:
        return
    found = await store.parent(tx, parent)
    if found is None or parent == place:
        raise BadInput(say("没有这个上级地名，或它已停用，请重新选择。"), field="parent")
    if not PARENTS[kind]:
        raise BadInput(say("{kind}没有上级地名，请清空。", kind=Kept(KIND_NAMES[kind])), field="parent")
    if found[0] not in PARENTS[kind]:
        possible = [Kept(KIND_NAMES[each]) for each in PARENTS[kind]]
        of_kind = Kept(KIND_NAMES[cast(Kind, found[0])])
        raise BadInput(
            say(
                "{kind}不能属于{of_kind}；可以属于：{possible}。",
                kind=Kept(KIND_NAMES[kind]),
                of_kind=of_kind,
                possible=possible,
            ),
            field="parent",
        )


async def _refuse_twin(tx: Tx, kind: Kind, entry: Entry, but: int | None) -> None:
    twin = await store.namesake(tx, kind, entry.name, entry.parent, but)
    if twin is not None:
        raise Refused(
            say("同一上级下已有同类同名的地名，请直接修改那一处，或补全名称以便区分。"),
            field="name",
            twin=twin,
        )


def _changed(former: PlaceRow, changes: Mapping[str, Any]) -> Draft:
    """The place as a draft with the changes; a moved point is taken in the datum it was given in."""
    kept = Draft(
        former.name, former.lon, former.lat, "wgs84", former.parent, former.radius_m, former.village, former.town
    )  # fmt: skip
    if ("lon" in changes) != ("lat" in changes):
        raise BadInput(say("位置要同时有经度和纬度。"), field="lat" if "lon" in changes else "lon")
    moved = {"lon", "lat", "datum"} if "lon" in changes else set()
    return replace(kept, **{name: value for name, value in changes.items() if name != "datum" or moved})


def _difference(former: PlaceRow, entry: Entry) -> dict[str, Any]:
    """What an edit changes: each field with the former and the new value."""
    names = ("name", "parent", "lon", "lat", "radius_m", "village", "town")
    return {
        name: [getattr(former, name), getattr(entry, name)]
        for name in names
        if getattr(former, name) != getattr(entry, name)
    }


async def _record(
    tx: Tx, actor: Actor, place: int, action: str, detail: Mapping[str, Any], reason: str | None = None
) -> None:
    await audit.write(
        tx,
        person=actor.person,
        unit=actor.home,
        action=action,
        subject=store.subject(place),
        reason=reason,
        detail=detail,
    )


async def _next(tx: Tx, action: str, place: int, detail: Mapping[str, Any]) -> None:
    """The next version of the gazetteer."""
    told = orjson.dumps([action, place, detail], option=orjson.OPT_SORT_KEYS)
    await store.next_version(tx, told.decode())
