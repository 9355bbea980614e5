"""People and their posts as a file lists them: what each row comes to beside who is there now.

Pure. A file speaks for its own rows: who is not in it stays. A row is a person with one post; more posts are more rows.
``actions.people_list`` hands in who there is and saves what comes of it; faults name the field and the way out.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dispatch.domain.access import ADMINISTRATORS, ROLE_NAMES, Role
from dispatch.domain.cell_people import Fault, Row
from dispatch.domain.posts import must_fit
from dispatch.domain.privacy import storable
from dispatch.errors import BadInput
from dispatch.saying import say

LABELS: Mapping[str, str] = {
    "name": say("姓名"),
    "phone": say("电话"),
    "post": say("职务"),
    "unit": say("单位"),
    "role": say("角色"),
    "username": say("用户名"),
    "leaves": say("离岗"),
    "heir": say("接手人"),
}
"""The columns of a file, in order."""
LONGEST = {"name": 30, "phone": 20, "post": 40, "username": 40}
_MOBILE = re.compile(r"1[3-9]\d{9}")
_USERNAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{2,39}")
_PHONE = re.compile(r"[0-9+\- ]*")
_ROLES = {name: role for role, name in ROLE_NAMES.items()} | {str(role): role for role in Role}
_LEAVES = frozenset({"是", "离岗", "y", "yes"})
Post = tuple[Role, int]
"""A role for a unit."""


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person as they are kept; ``id`` 0 is somebody new."""

    id: int
    name: str
    phone: str
    post: str
    username: str | None
    posts: frozenset[Post] = frozenset()


@dataclass(frozen=True, slots=True)
class Leaving:
    """A post that ends, and who takes over what is open; None: it goes back to the unit."""

    person: int
    post: Post
    heir: int | None


@dataclass(slots=True)
class Person:
    """What a file comes to for one person: as they were (None: new), as they are to be, their new posts and account."""

    former: Somebody | None
    now: Somebody
    gives: list[Post] = field(default_factory=list)
    opens: str | None = None
    """The username of a new account."""


@dataclass(slots=True)
class Taken:
    """What a file comes to."""

    persons: list[Person] = field(default_factory=list)
    leaves: list[Leaving] = field(default_factory=list)
    same: int = 0
    faults: list[Fault] = field(default_factory=list)

    @property
    def added(self) -> int:
        """How many people are new."""
        return sum(each.former is None for each in self.persons)

    @property
    def changed(self) -> int:
        """How many known people get another name, phone or position, a post, or an account."""
        return sum(each.former is not None for each in self.persons)

    @property
    def accounts(self) -> int:
        """How many accounts are opened."""
        return sum(each.opens is not None for each in self.persons)


class People:
    """Who there is, and what rows make of it.

    ``units``: kind and number by name; ``accounts``: whoever has none gets one.
    """

    def __init__(
        self,
        people: Iterable[Somebody],
        units: Mapping[str, Sequence[tuple[str, int]]],
        *,
        accounts: bool = False,
        by: int | None = None,
    ) -> None:
        self._people = list(people)
        self._units = units
        self._accounts = accounts
        self._by = by
        self._usernames = {each.username for each in self._people if each.username}
        self._made: dict[int, Person] = {}
        self._new: dict[tuple[str, str], Person] = {}
        self._seen: dict[tuple[object, Post], int] = {}

    def take(self, rows: Iterable[Row]) -> Taken:
        """Each row in turn; what is wrong is told, and left out."""
        taken = Taken()
        for row in rows:
            try:
                if row.fault:
                    raise BadInput(row.fault)
                self._row(row.number, row.cells, taken)
            except BadInput as fault:
                label = LABELS.get(fault.field or "", "")
                taken.faults.append(Fault(row.number, label, fault.detail.rstrip("。")))
        found = [*self._made.values(), *self._new.values()]
        taken.persons = [each for each in found if each.gives or each.opens or each.former != each.now]
        return taken

    def _row(self, number: int, cells: Mapping[str, str], taken: Taken) -> None:
        said = _said(cells)
        kind, unit = self._unit(cells.get("unit", ""))
        post = (_role(cells.get("role", "")), unit)
        known = self._known(said, post)
        key = (known.id if known else (said.name, said.phone), post)
        if key in self._seen:
            raise BadInput(
                say("和第 {seen} 行是同一个人的同一个岗位，请删去一行", seen=self._seen[key]), field="name"
            )
        if cells.get("leaves", ""):
            self._leave(cells, known, post, taken)
        elif not self._stay(said, known, post, kind):
            taken.same += 1
        self._seen[key] = number

    def _stay(self, said: Somebody, known: Somebody | None, post: Post, kind: str) -> bool:
        """A person with a post, known or new; whether the row changes anything."""
        if known is not None and known.id == self._by and post not in known.posts:
            raise BadInput(say("不能给自己加岗位，请由另一位系统管理员办理"), field="role")
        if known is None or post not in known.posts:
            must_fit(post[0], kind)
        opens = self._opens(said, known)
        if known is None:
            person = self._new.setdefault((said.name, said.phone), Person(None, said))
        else:
            person = self._made.setdefault(known.id, Person(known, known))
        now = replace(
            person.now,
            name=said.name,
            phone=said.phone or person.now.phone,
            post=said.post or person.now.post,
            username=person.now.username or opens,
        )
        changes = now != person.now or known is None or post not in known.posts
        person.now = now
        if opens and person.opens is None:
            person.opens = opens
            self._usernames.add(opens)
        if known is None or post not in known.posts:
            person.gives.append(post)
        return changes

    def _leave(self, cells: Mapping[str, str], known: Somebody | None, post: Post, taken: Taken) -> None:
        if cells["leaves"].lower() not in _LEAVES:
            raise BadInput(say("离岗的写「是」，在岗的留空"), field="leaves")
        if known is None:
            raise BadInput(say("没有找到这个人，请核对姓名和电话"), field="name")
        if known.id == self._by:
            raise BadInput(say("不能让自己离岗，请由另一位系统管理员办理"), field="leaves")
        if post not in known.posts:
            taken.same += 1
            return
        taken.leaves.append(Leaving(known.id, post, self._heir(cells.get("heir", ""), known, post[1])))

    def _heir(self, name: str, leaving: Somebody, unit: int) -> int | None:
        """Who takes over: somebody of the same unit, by their name."""
        if not name:
            return None
        called = "".join(name.split())
        found = [
            each
            for each in self._people
            if each.name == called and each.id != leaving.id and any(of == unit for _, of in each.posts)
        ]
        if len(found) != 1:
            says = say("这个单位没有叫「{called}」的人，请核对接手人", called=called[:20])
            if found:
                says = say(
                    "这个单位有 {count} 个人叫「{called}」，请核对接手人",
                    count=len(found),
                    called=called[:20],
                )
            raise BadInput(says, field="heir")
        return found[0].id

    def _known(self, said: Somebody, post: Post) -> Somebody | None:
        """Whom a row means: by username, by name and phone, or by a name that one person of the unit has."""
        named = [each for each in self._people if each.name == said.name]
        exact = [each for each in named if said.phone and each.phone == said.phone]
        holder = next(
            (each for each in self._people if said.username and each.username == said.username), None
        )
        if holder is not None:
            is_theirs = holder in exact or (not exact and (holder in named or holder.phone == said.phone))
            if not is_theirs:
                raise BadInput(
                    say(
                        "用户名「{username}」是另一位{name}的，请核对",
                        username=said.username,
                        name=holder.name,
                    ),
                    field="username",
                )
            return holder
        there = [each for each in named if any(unit == post[1] for _, unit in each.posts)]
        found = exact or there or ([] if said.phone else named)
        if len(found) > 1:
            says = say(
                "有 {count} 个人叫「{name}」，请写上电话或用户名以便认出是谁",
                count=len(found),
                name=said.name,
            )
            raise BadInput(says, field="phone")
        if found:
            return found[0]
        self._must_be_new(said)
        return None

    def _must_be_new(self, said: Somebody) -> None:
        """A mobile number is one person's."""
        other = next((each for each in self._people if each.phone == said.phone), None)
        if other is not None and _MOBILE.fullmatch(said.phone):
            raise BadInput(
                say("手机号 {phone} 是{name}的，请核对姓名或电话", phone=said.phone, name=other.name),
                field="phone",
            )

    def _unit(self, said: str) -> tuple[str, int]:
        found = self._units.get(said, ())
        if not said or not found:
            raise BadInput(say("没有叫「{said}」的单位，请照「单位」页写全称", said=said[:40]), field="unit")
        if len(found) > 1:
            raise BadInput(
                say(
                    "有 {count} 个单位叫「{said}」，请先在「单位」页改成不同的名称",
                    count=len(found),
                    said=said[:40],
                ),
                field="unit",
            )
        return found[0]

    def _opens(self, said: Somebody, known: Somebody | None) -> str | None:
        """The username of an account to be opened, where the row or the wish for all asks for one."""
        held = known.username if known else None
        if held:
            if said.username and said.username != held:
                raise BadInput(
                    say("{name}已有用户名「{held}」，不能改", name=said.name, held=held), field="username"
                )
            return None
        pending = self._new.get((said.name, said.phone)) if known is None else self._made.get(known.id)
        if pending is not None and pending.opens:
            return None
        wanted = said.username or (said.phone if self._accounts else None)
        if not wanted:
            if self._accounts:
                raise BadInput(say("没有用户名也没有手机号，开不了账号；请填一样"), field="username")
            return None
        if said.username is None and not _MOBILE.fullmatch(wanted):
            raise BadInput(say("电话不是手机号，不能当用户名；请填写用户名"), field="username")
        if wanted in self._usernames:
            raise BadInput(say("用户名「{wanted}」已经有人用了，请换一个", wanted=wanted), field="username")
        return wanted


def _said(cells: Mapping[str, str]) -> Somebody:
    """What a row says of a person."""
    name = "".join(cells["name"].split()) if _is_han(cells["name"]) else " ".join(cells["name"].split())
    phone, post = "".join(cells.get("phone", "").split()), " ".join(cells.get("post", "").split())
    username = cells.get("username", "").strip() or None
    for what, value in (("name", name), ("phone", phone), ("post", post), ("username", username or "")):
        if len(value) > LONGEST[what] or not storable(value):
            raise BadInput(
                say("「{labels}」最多 {longest} 个字", labels=LABELS[what], longest=LONGEST[what]), field=what
            )
    if not name:
        raise BadInput(say("没有写姓名"), field="name")
    if not _PHONE.fullmatch(phone):
        raise BadInput(say("「{phone}」不是电话号码", phone=phone[:20]), field="phone")
    if username and not _USERNAME.fullmatch(username):
        raise BadInput(say("用户名是 3 到 40 个字母、数字、点、横线，以字母或数字开头"), field="username")
    return Somebody(0, name, phone, post, username)


def _is_han(name: str) -> bool:
    return not any(mark.isascii() and mark.isalpha() for mark in name)


def _role(said: str) -> Role:
    role = _ROLES.get(said)
    if role is None:
        raise BadInput(
            say("不认识角色「{said}」，请写：{values}", said=said[:20], values=[*ROLE_NAMES.values()]),
            field="role",
        )
    if role in ADMINISTRATORS:
        raise BadInput(say("「{role}」请在页面上逐个登记，不从文件导入", role=ROLE_NAMES[role]), field="role")
    return role
