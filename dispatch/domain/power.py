"""What rules look up beside the ticket: penalty powers of towns by date, the two lists shared with the police. Pure.

A day is a day in Shanghai. ``until`` is the first day on which something is no longer so.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

TO_POLICE = "to_police"
"""应由公安处置: matters that this platform hands to the police."""
FROM_POLICE = "from_police"
"""非警务事项: matters that the police hand to this platform."""
LISTS = (TO_POLICE, FROM_POLICE)


@dataclass(frozen=True, slots=True)
class Span:
    """Days from one to before another; open at either end."""

    since: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


ANY_DAY = Span()


@dataclass(frozen=True, slots=True)
class Power:
    """A penalty power of a town over categories; the bureau has it where and when the town does not."""

    id: int
    name: str
    categories: tuple[str, ...]
    town: str
    bureau: int
    valid: Span


@dataclass(frozen=True, slots=True)
class Listed:
    """A matter on a published list; ``category`` is the path it stands for here, none where nobody said so."""

    id: int
    list: str
    matter: str
    category: str | None
    valid: Span


def _weekday(day: date) -> bool:
    return day.weekday() < 5


@dataclass(frozen=True, slots=True)
class Grounds:
    """The tables beside the rules. ``revision`` rises whenever one of them changes."""

    powers: tuple[Power, ...] = ()
    police_lists: tuple[Listed, ...] = ()
    is_working: Callable[[date], bool] = _weekday
    """Whether a day is worked on, by the district's calendar."""
    revision: int = 1

    def held(self, path: str, town: str | None, day: date) -> Power | None:
        """The power in force that day by which a town may punish matters of a path."""
        return next(
            (each for each in self.powers if each.town == town and _of(each, path) and each.valid.holds(day)),
            None,
        )

    def known(self, path: str) -> Power | None:
        """A power over matters of a path, whichever town has or had it: it names the bureau."""
        return next((each for each in self.powers if _of(each, path)), None)

    def listed(self, path: str, lists: frozenset[str], day: date) -> Listed | None:
        """The entry of one of some lists, in force that day, that a path falls under."""
        return next(
            (
                each
                for each in self.police_lists
                if each.list in lists
                and each.category is not None
                and below(path, each.category)
                and each.valid.holds(day)
            ),
            None,
        )


def below(path: str, ancestor: str) -> bool:
    """Whether a category path is another one or lies below it."""
    return path == ancestor or path.startswith(ancestor + "/")


def _of(power: Power, path: str) -> bool:
    return any(below(path, each) for each in power.categories)


NO_GROUNDS = Grounds()
