"""The tree of categories as people keep it: what a category needs, what it is called, and what a row of a file means.

Pure. ``actions.categories`` hands in what there is and saves what ``Register`` lets through; faults name the field.
A path is written as hotlines write it, level by level: ``市政设施/路灯``.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from dispatch.domain import cells
from dispatch.domain.category_uses import KINDS, Uses
from dispatch.domain.moments import SHANGHAI, moment_of
from dispatch.domain.power import Span
from dispatch.domain.privacy import storable
from dispatch.errors import BadInput
from dispatch.saying import say, together

NEED_NAMES: Mapping[str, str] = {
    "none": say("无需定位"),
    "town": say("镇街"),
    "cell": say("网格"),
    "point": say("点位"),
}
LABELS: Mapping[str, str] = {
    "code": say("分类编码"),
    "path": say("分类路径"),
    "aliases": say("热线叫法"),
    "place_need": say("定位要求"),
    "evidence_required": say("现场照片"),
    "signoff_required": say("领导签发"),
    "valid_from": say("启用日期"),
    "valid_until": say("停用日期"),
}
"""The columns of a file, in order."""
NEEDED = ("path", "place_need")
MOST_LEVELS = 5
MOST_NAMES = 50
LONGEST = {"level": 40, "path": 120}
_SEPARATORS = str.maketrans(dict.fromkeys("›»>>→⁄/|\\|", "/"))
_CODE = re.compile(r"[0-9A-Za-z._-]{1,30}")
_LOCAL = re.compile(r"L(\d{4,9})")
_BETWEEN = re.compile(r"[;\uff1b\n]")
_YES = frozenset({"是", "要", "需要", "有", "√", "✓", "y", "yes", "1", "true"})
_NO = frozenset({"", "否", "不要", "不需要", "无", "×", "n", "no", "0", "false"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A category as people write it down. ``valid_until`` is the first day on which tickets are not given it."""

    path: str
    place_need: str
    evidence_required: bool = False
    signoff_required: bool = False
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Kept(Entry):
    """A category of the register, with the code that tickets keep."""

    code: str = ""

    @property
    def span(self) -> Span:
        """The days on which tickets are given it."""
        return Span(self.valid_from, self.valid_until)

    def renamed(self, entry: Entry) -> Entry:
        """What it is to be, called as it was beside: hotlines go on writing the former path."""
        if spelled(entry.path) == self.path:
            return entry
        return replace(entry, aliases=(*entry.aliases, self.path))


def _fields_of(entry: Entry) -> dict[str, Any]:
    return {each.name: getattr(entry, each.name) for each in fields(Entry)}


def spelled(given: str) -> str:
    """A path as it is compared and kept: one kind of separator, no blanks."""
    levels = "".join(given.split()).translate(_SEPARATORS).split("/")
    return "/".join(level for level in levels if level)


class Register:
    """The categories there are, those that are over too. ``uses``: the rules that name paths; ``today`` in Shanghai."""

    def __init__(self, categories: Iterable[Kept], uses: Uses, today: date) -> None:
        self._kept: dict[str, Kept] = {}
        self._called: dict[str, set[str]] = {}
        self._last = 0
        self._uses = uses
        self.today = today
        for each in categories:
            self._put(each)

    def get(self, code: str) -> Kept | None:
        """The category of a code; None where there is none."""
        return self._kept.get(code)

    @property
    def standing(self) -> list[Kept]:
        """Those that are not over, the ones to come too."""
        return [each for each in self._kept.values() if not self.is_over(each)]

    def is_over(self, category: Kept) -> bool:
        """Whether no ticket is given it any more."""
        return category.valid_until is not None and category.valid_until <= self.today

    def checked(self, entry: Entry, code: str | None = None, *, is_new: bool) -> Kept:
        """A category that may be kept: a new one (without a code it gets one), or ``code`` put right.

        It is in the register from now on.

        Raises:
            BadInput: a value is missing or does not fit; names the field and says what to do.
        """
        written = _worded(entry)
        chosen = self._coded(code) if is_new else code or ""
        made = Kept(**_fields_of(written), code=chosen)
        self._alone(made)
        self._called_once(made)
        if not is_new:
            self._renamed(self._kept[chosen], made)
        self._put(made)
        return made

    def meant(self, name: str) -> Kept | None:
        """The category of today that a hotline means by a name."""
        known = self.get(name)
        found = [*([known] if known else []), *self._named(spelled(name))]
        return next((each for each in found if each.span.holds(self.today)), None)

    def pathed(self, path: str) -> Kept | None:
        """The category of a path: that of today before one to come, one that is over at last."""
        said = spelled(path)
        found = [each for each in self._named(said) if each.path == said]
        found.sort(key=lambda each: (self.is_over(each), not each.span.holds(self.today), each.code))
        return found[0] if found else None

    def left_alone(self, path: str, beside: str, further: str | None = None) -> dict[str, int]:
        """How many rules of each kind name no category any more once ``beside`` is not called ``path``."""
        paths = [each.path for each in self.standing if each.code != beside]
        return self._uses.orphaned(path, [*paths, *([further] if further else [])])

    def _put(self, category: Kept) -> None:
        former = self._kept.get(category.code)
        for name in (former.path, *former.aliases) if former else ():
            self._called[name].discard(category.code)
        for name in (category.path, *category.aliases):
            self._called.setdefault(name, set()).add(category.code)
        self._kept[category.code] = category
        local = _LOCAL.fullmatch(category.code)
        self._last = max(self._last, int(local[1])) if local else self._last

    def _named(self, name: str) -> list[Kept]:
        """Those whose path, or other name, this is."""
        return [self._kept[code] for code in sorted(self._called.get(name, ()))]

    def _coded(self, code: str | None) -> str:
        if not code:
            return f"L{self._last + 1:04d}"
        if not _CODE.fullmatch(code):
            raise BadInput(say("分类编码用字母、数字和 . _ -，最多 30 位；不填由系统编。"), field="code")
        if code in self._kept:
            raise BadInput(
                say("编码 {code} 已是「{path}」，请直接修改它。", code=code, path=self._kept[code].path),
                field="code",
            )
        return code

    def _alone(self, made: Kept) -> None:
        for each in self._named(made.path):
            if each.code != made.code and each.path == made.path and _meet(each.span, made.span):
                way = say("直接修改它")
                if self.is_over(each):
                    way = say("撤销停用，或把启用日期填在 {day}", day=each.valid_until)
                raise BadInput(
                    say(
                        "已经有「{path}」（编码 {code}），请{way}。", path=each.path, code=each.code, way=way
                    ),
                    field="path",
                )

    def _called_once(self, made: Kept) -> None:
        """A name means one category. One whose end is known may share it with what comes after it."""
        if made.valid_until is not None:
            return
        for name in (made.path, *made.aliases):
            for each in self._named(name):
                if each.code == made.code or each.valid_until is not None:
                    continue
                if name in made.aliases:
                    says = say(
                        "热线叫法「{name}」已属于「{path}」，请先从那里去掉。", name=name, path=each.path
                    )
                    raise BadInput(says, field="aliases")
                if name != each.path:
                    raise BadInput(
                        say("「{name}」是「{path}」的热线叫法，请先从那里去掉。", name=name, path=each.path),
                        field="path",
                    )

    def _renamed(self, former: Kept, made: Kept) -> None:
        if former.path == made.path:
            return
        left = self.left_alone(former.path, made.code, made.path)
        if left:
            counted = [together([times, KINDS[kind]], " ") for kind, times in left.items()]
            raise BadInput(
                say(
                    "还不能改路径，{counted}是按「{path}」写的，改后对它不再起作用。请新增分类，"
                    "改好这些规则，再停用这个并选新分类接替。",
                    counted=counted,
                    path=former.path,
                ),
                field="path",
            )


def _meet(one: Span, other: Span) -> bool:
    """Whether two spans have a day in common; one that ends where it begins has none."""
    if any(each.since and each.until and each.since >= each.until for each in (one, other)):
        return False
    first, second = (one, other) if (one.since or date.min) <= (other.since or date.min) else (other, one)
    return first.until is None or (second.since or date.min) < first.until


def _worded(entry: Entry) -> Entry:
    path = spelled(entry.path)
    if not path:
        raise BadInput(say("请填写分类路径，如 市政设施/路灯。"), field="path")
    _fits(path, "path")
    if entry.place_need not in NEED_NAMES:
        raise BadInput(
            say("定位要求请从这些里选：{values}。", values=[*NEED_NAMES.values()]), field="place_need"
        )
    aliases = tuple(dict.fromkeys(name for each in entry.aliases if (name := spelled(each)) and name != path))
    if len(aliases) > MOST_NAMES:
        raise BadInput(say("一个分类最多 {most} 个热线叫法。", most=MOST_NAMES), field="aliases")
    for name in aliases:
        _fits(name, "aliases")
    since, until = entry.valid_from, entry.valid_until
    if since and until and until < since:
        raise BadInput(
            say("日期倒置：{since} 起启用，{until} 停用；停用日期要晚于启用日期。", since=since, until=until),
            field="valid_until",
        )
    return replace(entry, path=path, aliases=aliases)


def _fits(path: str, field: str) -> None:
    levels = path.split("/")
    if len(levels) > MOST_LEVELS:
        raise BadInput(
            say(
                "「{path}」有 {count} 级，分类最多 {most} 级。",
                path=path[:40],
                count=len(levels),
                most=MOST_LEVELS,
            ),
            field=field,
        )
    if len(path) > LONGEST["path"] or max(map(len, levels)) > LONGEST["level"] or not storable(path):
        raise BadInput(
            say(
                "{labels}每级最多 {level} 字，全长最多 {path} 字，不能含特殊字符。",
                labels=LABELS[field],
                level=LONGEST["level"],
                path=LONGEST["path"],
            ),
            field=field,
        )


def record_of(category: Entry) -> dict[str, object]:
    """A category as the history keeps it."""
    return {name: _plain(value) for name, value in _fields_of(category).items()}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def cells_of(category: Kept) -> list[str | None]:
    """A category as a row of a file, in the order of ``LABELS``."""
    return [_said(name, getattr(category, name)) for name in LABELS]


def differences(former: Kept, made: Kept) -> list[str]:
    """What changes, field by field in words."""
    pairs = ((name, getattr(former, name), getattr(made, name)) for name in LABELS)
    return [
        say(
            "{label} {was} → {now}",
            label=LABELS[name],
            was=_said(name, was) or say("空"),
            now=_said(name, now) or say("空"),
        )
        for name, was, now in pairs
        if was != now
    ]


def _said(name: str, value: object) -> str:
    if isinstance(value, bool):
        return say("是") if value else say("否")
    if name == "place_need":
        return NEED_NAMES[str(value)]
    return ";".join(value) if isinstance(value, tuple) else str(_plain(value) or "")


def read(row: Mapping[str, str], register: Register) -> tuple[Entry, str | None, bool]:
    """A row of a file as an entry, its code, and whether it is new. A column that is not there changes nothing.

    Raises:
        BadInput: a word means nothing here.
    """
    code = row.get("code", "") or None
    known = register.pathed(row["path"]) if code is None else register.get(code)
    entry = Entry(**_fields_of(known)) if known else None
    given = {name: _read(name, said) for name, said in row.items() if name != "code"}
    whole = replace(entry, **given) if entry else Entry(**given)
    return whole, known.code if known else code, known is None


def _read(name: str, said: str) -> Any:
    match name:
        case "path":
            return said
        case "aliases":
            return tuple(each for each in _BETWEEN.split(said) if each.strip())
        case "place_need":
            return _need(said)
        case "valid_from" | "valid_until":
            return _day(name, said)
    if said.lower() in _YES | _NO:
        return said.lower() in _YES
    raise BadInput(say("「{said}」看不懂，请写 是 或 否", said=said[:20]), field=name)


def _need(said: str) -> str:
    found = next((need for need, name in NEED_NAMES.items() if said in (need, name, f"到{name}")), None)
    if found is None:
        names = [str(each) for each in NEED_NAMES.values()]
        raise BadInput(
            say("不认识「{said}」，请写：{names}", said=said[:20], names=names), field="place_need"
        )
    return found


def _day(name: str, said: str) -> date | None:
    if not said:
        return None
    at = moment_of(cells.moment(said))
    if at is None:
        raise BadInput(say("「{said}」不是日期，请写成 2026-12-31", said=said[:20]), field=name)
    return at.astimezone(SHANGHAI).date()
