"""The talk of one client as lists of messages: in turn it is heard, out of turn it ends with its own code."""

from __future__ import annotations

import json
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from dispatch.errors import SOCKET_CODES
from dispatch.live.session import (
    MESSAGES_PER_MINUTE,
    Close,
    Hello,
    Presence,
    Request,
    Resume,
    Session,
    judge,
)
from tests.unit.domain.test_messages import JSON

HELLO = {"type": "hello", "ticket": "abc"}
POSITION = {"epoch": "e-1", "seq": 7, "rights": "r"}
RESUME = {"type": "resume", "stream": 2, "position": POSITION}
BAD = Close(SOCKET_CODES["bad-message"])


def talk(*messages: Any, seconds: float = 0.0) -> list[Request]:
    """What a list of messages asks for, until something ends the talk."""
    session, heard = Session(0.0), []
    for at, message in enumerate(messages):
        text = message if isinstance(message, str) else json.dumps(message)
        heard.append(session.receive(text, at * seconds))
        if isinstance(heard[-1], Close):
            break
    return heard


def position(**more: Any) -> dict[str, Any]:
    """A resume with another position."""
    return {**RESUME, "position": {**POSITION, **more}}


def test_a_talk_in_turn() -> None:
    heard = talk(HELLO, RESUME, {"type": "presence", "ticket": 5}, {"type": "presence", "ticket": None})
    assert heard == [Hello("abc"), Resume(2, "e-1", 7, "r"), Presence(5), Presence(None)]


@pytest.mark.parametrize("first", [RESUME, {"type": "presence", "ticket": None}])
def test_before_hello_nothing_else_is_heard(first: Any) -> None:
    assert talk(first) == [BAD]


def test_hello_is_said_once() -> None:
    assert talk(HELLO, HELLO) == [Hello("abc"), BAD]


@pytest.mark.parametrize(
    "message",
    [
        "",
        "{",
        "null",
        "[]",
        '"hello"',
        "[" * 20_000,
        {},
        {"type": "shout"},
        {"type": ["resume"]},
        {"type": "resume"},
        {"type": "resume", "stream": 2, "position": None},
        {"type": "resume", "stream": "2", "position": POSITION},
        {"type": "resume", "stream": True, "position": POSITION},
        {"type": "resume", "stream": 2**40, "position": POSITION},
        position(seq=-1),
        position(seq=1.5),
        position(seq=2**63),
        position(epoch=None),
        position(rights=3),
        {"type": "presence"},
        {"type": "presence", "ticket": "5"},
        {"type": "presence", "ticket": 2**63},
        {"type": "presence", "ticket": -1},
    ],
)
def test_what_is_malformed_ends_the_talk(message: Any) -> None:
    assert talk(HELLO, message)[-1] == BAD


@given(st.lists(JSON.map(lambda value: json.dumps(value)) | st.text(max_size=30), max_size=4))
def test_no_text_breaks_the_session(texts: list[str]) -> None:
    for heard in talk(HELLO, *texts):
        assert isinstance(heard, Hello | Resume | Presence | Close)


def test_too_many_messages_in_a_minute_end_it_and_a_steady_talk_does_not() -> None:
    nothing = {"type": "presence", "ticket": None}
    assert talk(HELLO, *[nothing] * MESSAGES_PER_MINUTE)[-1] == Close(SOCKET_CODES["too-many"])
    assert talk(HELLO, *[nothing] * 3 * MESSAGES_PER_MINUTE, seconds=0.5)[-1] == Presence(None)


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (Resume(2, "e-1", 7, "r"), None),
        (Resume(2, "e-1", 9, "r"), None),
        (Resume(2, "e-1", 0, "r"), None),
        (Resume(2, "e-1", 10, "r"), "ahead"),
        (Resume(2, "e-0", 7, "r"), "epoch"),
        (Resume(2, "e-0", 99, "r"), "epoch"),
        (Resume(2, "e-1", 7, "former"), "rights"),
        (Resume(3, "e-1", 7, "r"), "rights"),
    ],
)
def test_a_position_is_continued_or_fetched_again_never_in_part(asked: Resume, why: str | None) -> None:
    assert judge(asked, streams=(1, 2), epoch="e-1", rights="r", top=9) == why
