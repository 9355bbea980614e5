"""What is frozen with an index, and refers to itself, is freed in the next night."""

import gc
import weakref
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta

import pytest

from dispatch.actions.memory import Tidying, collector_resting
from dispatch.settings import SettingsError, read

EVENING = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
"""Eight o'clock in Shanghai."""
BEFORE_THREE = timedelta(hours=6, minutes=59)
AFTER_THREE = timedelta(hours=7, minutes=1)
KEY = b64encode(bytes(32)).decode()
NEEDED = {
    "DATABASE_URL": "postgresql://user@host/database",
    "REDIS_URL": "redis://host:6379/0",
    "DISPATCH_MASTER_KEY": KEY,
    "DISPATCH_INDEX_KEY": KEY,
}


class Itself:
    """Refers to itself: only a collection frees it."""

    def __init__(self) -> None:
        self.me = self


@dataclass
class Process:
    """What a process tells its tidying: what time it is, which index stands."""

    now: datetime = EVENING
    built: int = 1
    tidying: Tidying = field(init=False)

    def __post_init__(self) -> None:
        self.tidying = Tidying(lambda: self.now, lambda: self.built)

    async def at(self, later: timedelta) -> None:
        """So much later, the job's next round."""
        self.now = EVENING + later
        await self.tidying.step()


@pytest.fixture
def process() -> Process:
    return Process()


@pytest.fixture
def thrown_away() -> Callable[[], Itself | None]:
    """What was under way while an index was built: seen for as long as it is not freed."""
    with collector_resting():
        seen = weakref.ref(Itself())
    gc.collect()
    assert seen() is not None, "frozen, so no collection by day finds it"
    return seen


async def test_it_is_freed_in_the_night(process: Process, thrown_away: Callable[[], Itself | None]) -> None:
    process.built += 1
    await process.at(BEFORE_THREE)
    assert thrown_away() is not None
    await process.at(AFTER_THREE)
    assert thrown_away() is None


async def test_a_night_after_no_building_pauses_nobody(
    process: Process, thrown_away: Callable[[], Itself | None]
) -> None:
    await process.at(AFTER_THREE)
    assert thrown_away() is not None


async def test_it_is_once_a_night(process: Process, thrown_away: Callable[[], Itself | None]) -> None:
    await process.at(AFTER_THREE)
    process.built += 1
    await process.at(AFTER_THREE + timedelta(hours=20))
    assert thrown_away() is not None
    await process.at(AFTER_THREE + timedelta(hours=24))
    assert thrown_away() is None


async def test_a_night_begins_when_a_setting_says(thrown_away: Callable[[], Itself | None]) -> None:
    now, built = EVENING, 1
    tidying = Tidying(lambda: now, lambda: built, time(20, 30))
    built = 2
    now = EVENING + timedelta(minutes=29)
    await tidying.step()
    assert thrown_away() is not None
    now = EVENING + timedelta(minutes=31)
    await tidying.step()
    assert thrown_away() is None


@pytest.mark.parametrize("wrong", ["3", "24:00", "03:60", "03:00:00", "three"])
def test_what_is_no_time_of_the_day_is_refused(wrong: str) -> None:
    with pytest.raises(SettingsError, match=r"DISPATCH_TIDY_AT .* like 03:00"):
        read(NEEDED | {"DISPATCH_TIDY_AT": wrong})
    assert read(NEEDED).tidy_at == time(3)
    assert read(NEEDED | {"DISPATCH_TIDY_AT": "23:59"}).tidy_at == time(23, 59)


def test_collecting_goes_on_afterwards() -> None:
    assert gc.isenabled()
    with collector_resting():
        assert not gc.isenabled()
    assert gc.isenabled()
    seen = weakref.ref(Itself())
    gc.collect()
    assert seen() is None
