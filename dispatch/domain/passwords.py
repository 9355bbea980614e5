"""What a password has to be (GB/T 22239 level 3: complexity), and one-time passwords that can be read aloud. Pure."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from dispatch.domain.telling import CHINA
from dispatch.errors import BadInput
from dispatch.saying import say

LEAST = 10
KINDS = 3
_SPEAKABLE = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP = 3, 4


def check_password(chosen: str, username: str) -> None:
    """Refuse a password that is short, of few kinds of characters, or holds the username.

    Raises:
        BadInput: says what it needs.
    """
    kinds = (str.islower, str.isupper, str.isdigit, lambda mark: not mark.isalnum())
    if len(chosen) < LEAST:
        raise BadInput(say("密码至少 {least} 位。", least=LEAST), field="password")
    if sum(any(is_kind(mark) for mark in chosen) for is_kind in kinds) < KINDS:
        raise BadInput(say("密码要有大写字母、小写字母、数字、符号中的至少三种。"), field="password")
    if username and username.lower() in chosen.lower():
        raise BadInput(say("密码里不能有用户名。"), field="password")


def one_time(choose: Callable[[Sequence[str]], str]) -> str:
    """A password for the first sign-in: three groups of letters and digits that are not mistaken for one another."""
    groups = ("".join(choose(_SPEAKABLE) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


def last_day_before(until: datetime) -> date:
    """The last whole day, by the clock on the wall in China, on which a one-time password opens."""
    return (until - timedelta(microseconds=1)).astimezone(CHINA).date()
