"""The life of a draft: made, named, edited by hand, removed. Each change raises its revision and is an audit row.

Called by the web edge and by the command line alike. ``actions.layers`` brings files in, ``actions.checking`` looks
for faults, ``actions.publishing`` puts a version in force.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from dispatch.actions.drafts import changed, editable, noted
from dispatch.domain.access import Actor
from dispatch.domain.privacy import storable
from dispatch.errors import BadInput, NotFound, Refused
from dispatch.saying import say
from dispatch.store import boundaries as store
from dispatch.store import intake, publishing, rezoning
from dispatch.store.database import Database

LONGEST_NOTE = 500
LONGEST_NAME = 100
KINDS = ("general", "dedicated")


class Boundaries:
    """The verbs of drafting."""

    def __init__(self, database: Database, published: Callable[[], Awaitable[object]]) -> None:
        """``published`` is told when what is in force has changed."""
        self._database = database
        self._published = published

    async def create(self, actor: Actor, note: str, based_on: int | None) -> dict[str, Any]:
        """A new draft that holds what another version holds, or nothing.

        Raises:
            NotFound: no such version to begin from.
            BadInput: the note is empty or too long.
        """
        note = _words(note, "note", say("说明"), LONGEST_NOTE)
        async with self._database.system() as tx:
            if based_on is not None and await store.version(tx, based_on) is None:
                raise NotFound(say("没有第 {based_on} 版边界，不能以它为基础。", based_on=based_on))
            made = await store.create(tx, note, based_on, actor.person)
            await noted(tx, made, actor, "created", {"based_on": based_on})
            (told,) = await store.listed(tx, made)
        return told

    async def rename(self, actor: Actor, identity: int, note: str) -> dict[str, Any]:
        """Say anew what a version is for.

        Raises:
            NotFound: no such version.
        """
        note = _words(note, "note", say("说明"), LONGEST_NOTE)
        async with self._database.system() as tx:
            if await store.lock(tx, identity) is None:
                raise NotFound(say("没有这个边界版本。"))
            await store.set_note(tx, identity, note)
            await noted(tx, identity, actor, "renamed", {"note": note})
            (told,) = await store.listed(tx, identity)
        return told

    async def remove(self, actor: Actor, identity: int) -> None:
        """Remove a draft.

        Raises:
            NotFound, Refused: no such version, or it is no draft.
        """
        async with self._database.system() as tx:
            await editable(tx, identity)
            if await store.has_children(tx, identity):
                raise Refused(say("有别的版本以这份草稿为基础，不能删除；请先处理那些版本。"))
            await store.remove(tx, identity)
            await noted(tx, identity, actor, "removed")

    async def edit_cell(
        self, actor: Actor, identity: int, code: str, given: dict[str, Any]
    ) -> dict[str, Any]:
        """Change a cell by hand. In a draft its name, its kind and its police grid; in force its police grid alone.

        Raises:
            NotFound, Refused: no such version or cell, or nothing of it may change now.
            BadInput: no such police grid in the version, or one of another town; names the field.
        """
        async with self._database.system() as tx:
            version = await store.version(tx, identity)
        if version is not None and version.state == "published":
            return await self._relink(actor, identity, code, given)
        name = (
            _words(given["name"], "name", say("名称"), LONGEST_NAME)
            if given.get("name") is not None
            else None
        )
        kind = given.get("kind")
        if kind is not None and kind not in KINDS:
            raise BadInput(say("网格类型请选综合或专属。"), field="kind")
        link = (given["police_grid"],) if "police_grid" in given else None
        async with self._database.system() as tx:
            await editable(tx, identity)
            town = await store.set_cell(tx, identity, code, name, kind, link)
            if town is None:
                raise NotFound(say("这份草稿里没有网格 {code}。", code=code))
            if link and link[0] is not None:
                _same_town(town, await store.police_grid_town(tx, identity, link[0]), link[0])
            await changed(tx, identity, actor, "cell_edited", {"cell": code, **given})
            (told,) = await store.listed(tx, identity)
        return told

    async def _relink(self, actor: Actor, identity: int, code: str, given: dict[str, Any]) -> dict[str, Any]:
        """A cell in force gets another police grid from now on; its open tickets follow."""
        grid = given.get("police_grid")
        if set(given) != {"police_grid"} or grid is None:
            raise Refused(say("现行版本的网格只能改所属警格；其他改动请新建草稿，检查后发布。"))
        async with self._database.system() as tx:
            await publishing.one_at_a_time(tx)
            at = await intake.clock(tx)
            await publishing.stand_still(tx)
            in_force, found = await store.published(tx), await store.cell_town(tx, identity, code)
            if in_force != identity:
                raise Refused(say("现行版本刚刚换了，请刷新后再改。"))
            if found is None:
                raise NotFound(say("现行版本里没有网格 {code}。", code=code))
            _same_town(found[0], await store.police_grid_town(tx, identity, grid), grid)
            if found[1] != grid:
                former = await rezoning.relink(tx, code, grid, at)
                await store.raise_revision(tx, identity)
                await rezoning.reopen(tx, identity, await rezoning.in_cell(tx, identity, code))
                detail = {"cell": code, "former": former, "police_grid": grid}
                await noted(tx, identity, actor, "relinked", detail)
            (told,) = await store.listed(tx, identity)
        await self._published()
        return told


def _same_town(town: str, other: str | None, grid: str) -> None:
    """A police grid and its cells lie in one town."""
    if other is None:
        raise BadInput(say("这一版里没有警格 {grid}，请先导入警格图层。", grid=grid), field="police_grid")
    if town and other != town:
        raise BadInput(
            say("警格 {grid} 在另一个镇街（{other}），不能跨镇街对应。", grid=grid, other=other),
            field="police_grid",
        )


def _words(text: str, field: str, label: str, most: int) -> str:
    text = text.strip()
    if not text:
        raise BadInput(say("请填写{label}。", label=label), field=field)
    if len(text) > most:
        raise BadInput(
            say("{label}最多 {most} 字，现有 {count} 字。", label=label, most=most, count=len(text)),
            field=field,
        )
    if not storable(text):
        raise BadInput(say("{label}含有无法保存的字符，请删去。", label=label), field=field)
    return text
