"""What a district sets about answering and closing: added, replaced, ended by its keepers, each with an audit row.

A change ends the row in force and makes the next one, which names the former: so the history stays whole. In force
with the next command, whichever process decides it.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from dispatch.domain.access import Actor
from dispatch.domain.closing import PIECE_KINDS, SIGNERS
from dispatch.domain.drafting import PLACEHOLDERS, placeholders
from dispatch.domain.forms import HOW_CLOSED
from dispatch.domain.privacy import personal, storable
from dispatch.domain.ticket import Type, Urgency
from dispatch.errors import BadInput, Conflict, NotFound
from dispatch.saying import say
from dispatch.store import audit
from dispatch.store import closing as store
from dispatch.store.closing import Kind
from dispatch.store.database import Database, Tx

NAMES: Mapping[Kind, str] = {
    "evidence_rule": say("佐证规则"),
    "signoff_rule": say("签发规则"),
    "standard_text": say("标准答复"),
    "sensitive_word": say("敏感词"),
}
KINDS: Mapping[str, Kind] = {
    "evidence": "evidence_rule",
    "signoff": "signoff_rule",
    "texts": "standard_text",
    "words": "sensitive_word",
}
"""The kinds by their names in addresses."""
MOST_PASTED = 10_000
"""Words of one pasted list."""
_LONGEST = {"reason": 200, "title": 60, "words": 2_000, "word": 30, "instead": 30, "category": 200}
_NAMED = {
    "reason": say("理由或依据"),
    "title": say("标题"),
    "words": say("正文"),
    "word": say("敏感词"),
    "instead": say("替换为"),
    "category": say("诉求分类"),
}


async def add(
    database: Database, actor: Actor, kind: Kind, values: Mapping[str, Any], former: int | None = None
) -> int:
    """A new row of a kind, in place of ``former`` where that is given; its number.

    Raises:
        BadInput: a value cannot be; names it.
        Conflict: the former row was changed by somebody else meanwhile, or the word stands in the list already.
    """
    checked = _CHECKS[kind](dict(values))
    async with database.system() as tx:
        await store.hold(tx, kind)
        await _exists(tx, checked)
        if former is not None and not await store.end(tx, kind, former, actor.person):
            raise Conflict(say("这条{kind}已被他人修改或停用，请刷新后再改。", kind=NAMES[kind]))
        if kind == "sensitive_word" and await _is_listed(tx, checked["word"]):
            raise Conflict(say("「{word}」已在敏感词表中。", word=checked["word"]), field="word")
        number = await store.add(tx, kind, checked, actor.person, former)
        await _note(tx, actor, kind, number, "replaced" if former else "added", {"former": former, **checked})
    return number


async def add_words(database: Database, actor: Actor, text: str, reason: str) -> dict[str, int]:
    """A pasted list of sensitive words, all at once; how many came in, and how many stood in the list already.

    Raises:
        BadInput: a line cannot be; names it, and nothing comes in.
    """
    given = _listed(text, reason)
    async with database.system() as tx:
        await store.hold(tx, "sensitive_word")
        added = await store.add_words(tx, given, actor.person)
        if added:
            await _note(tx, actor, "sensitive_word", min(added), "pasted", {"numbers": added})
    return {"added": len(added), "known": len(given) - len(added)}


async def end(database: Database, actor: Actor, kind: Kind, number: int) -> None:
    """A row is no longer in force.

    Raises:
        NotFound: none is in force by that number.
    """
    async with database.system() as tx:
        await store.hold(tx, kind)
        if not await store.end(tx, kind, number, actor.person):
            raise NotFound(say("这条{kind}已经停用，请刷新。", kind=NAMES[kind]))
        await _note(tx, actor, kind, number, "ended", {})


async def set_replies(database: Database, actor: Actor, based_on: int, values: Mapping[str, Any]) -> int:
    """The next version of how replies are looked at, in force at once; its number.

    Raises:
        BadInput: a value cannot be.
        Conflict: somebody saved another version meanwhile.
    """
    note = _text("note", values["note"], 200, say("修改说明"))
    for name in ("promising", "hollow", "doing"):
        if any(not word.strip() or len(word) > 20 or not storable(word) for word in values[name]):
            raise BadInput(say("词语每个 1 到 20 字。"), field=name)
    async with database.system() as tx:
        await store.hold(tx, "reply_setting")
        now = (await store.rules(tx)).setting.version
        if now != based_on:
            raise Conflict(say("答复检查设置已有人改到第 {now} 版，请刷新后在新版上修改。", now=now))
        number = await store.add_setting(tx, {**values, "note": note}, actor.person)
        await _note(tx, actor, "reply_setting", number, "added", {"reason": note})
    return number


async def _note(tx: Tx, actor: Actor, kind: str, number: int, act: str, detail: Mapping[str, Any]) -> None:
    await audit.write(
        tx,
        person=actor.person,
        unit=actor.home,
        action=f"{kind}.{act}",
        subject=f"{kind}:{number}",
        reason=detail.get("reason"),
        detail=detail,
    )


async def _exists(tx: Tx, values: Mapping[str, Any]) -> None:
    category, unit = values.get("category"), values.get("unit")
    if category and not await store.category_exists(tx, category):
        raise BadInput(say("没有这个诉求分类，请从列表中选择。"), field="category")
    if unit is not None and not await store.unit_exists(tx, unit):
        raise BadInput(say("没有这个单位，请从列表中选择。"), field="unit")


async def _is_listed(tx: Tx, word: str) -> bool:
    return any(each.word == word for each in await store.words(tx))


def _listed(text: str, reason: str) -> list[dict[str, Any]]:
    """A pasted list: a word a line, then perhaps what to say instead and why, apart by a tab or a comma."""
    found: dict[str, dict[str, Any]] = {}
    for at, line in enumerate(text.splitlines(), 1):
        word, instead, why = (
            [each.strip() for each in re.split(r"[\t,\uff0c]", line, maxsplit=2)] + ["", ""]
        )[:3]
        if not word and not instead and not why:
            continue
        try:
            found[word] = _sensitive_word({"word": word, "instead": instead, "reason": why or reason})
        except BadInput as wrong:
            raise BadInput(say("第 {at} 行：{wrong}", at=at, wrong=wrong.detail), field="text") from wrong
    if not found or len(found) > MOST_PASTED:
        raise BadInput(say("请粘贴 1 到 {most} 个敏感词，一行一个。", most=MOST_PASTED), field="text")
    return list(found.values())


def _text(field: str, value: Any, longest: int, called: str) -> str:
    said = str(value or "").strip()
    if not said or len(said) > longest or not storable(said):
        raise BadInput(
            say("「{called}」要写 1 到 {longest} 个字。", called=called, longest=longest), field=field
        )
    return said


def _said(values: dict[str, Any], *needed: str) -> dict[str, Any]:
    """The texts of a row, trimmed; those needed have to be there."""
    for name in values.keys() & _LONGEST.keys():
        if name in needed or values[name]:
            values[name] = _text(name, values[name], _LONGEST[name], _NAMED[name])
        else:
            values[name] = None
    return values


def _codes(values: Mapping[str, Any], name: str, known: set[str]) -> None:
    given = values.get(name)
    if given is not None and (not given or set(given) - known):
        raise BadInput(say("请从列出的选项中选择；不限请留空。"), field=name)


def _evidence_rule(values: dict[str, Any]) -> dict[str, Any]:
    if set(values["kinds"]) - PIECE_KINDS.keys():
        raise BadInput(say("照片种类只能是处置前、处置后、文书。"), field="kinds")
    if values["least"] < len(set(values["kinds"])):
        raise BadInput(say("最少张数不能少于要求的照片种类数。"), field="least")
    _codes(values, "how_closed", {code for code, _ in HOW_CLOSED})
    return _said(values, "reason")


def _signoff_rule(values: dict[str, Any]) -> dict[str, Any]:
    if values["signer"] not in SIGNERS:
        raise BadInput(say("签发人只能是分管领导或带班领导。"), field="signer")
    _codes(values, "how_closed", {code for code, _ in HOW_CLOSED})
    _codes(values, "types", set(Type))
    _codes(values, "urgencies", set(Urgency))
    return _said(values, "reason")


def _standard_text(values: dict[str, Any]) -> dict[str, Any]:
    said = _said(values, "title", "words")
    strange = placeholders(said["words"]) - set(PLACEHOLDERS)
    if strange:
        raise BadInput(
            say(
                "没有「{strange}」这样的填空；可用：{placeholders}。",
                strange=sorted(strange),
                placeholders=[*PLACEHOLDERS],
            ),
            field="words",
        )
    if personal(said["words"]):
        raise BadInput(
            say("标准答复里不能有电话、证件号等个人信息；单位电话请写在单位资料里。"), field="words"
        )
    return said


def _sensitive_word(values: dict[str, Any]) -> dict[str, Any]:
    return _said(values, "word", "reason")


_CHECKS: Mapping[Kind, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "evidence_rule": _evidence_rule,
    "signoff_rule": _signoff_rule,
    "standard_text": _standard_text,
    "sensitive_word": _sensitive_word,
}
