"""The audit's actions in words: refusals and readings have words of their own, the rest are called by their theme."""

from __future__ import annotations

import pytest

from dispatch import errors
from dispatch.domain.auditing import THEMES, WORDS, in_words, theme_of
from dispatch.domain.commands import LABELS
from dispatch.domain.events import EVENTS


def test_a_step_is_called_what_its_button_is() -> None:
    for command, event in EVENTS.items():
        if command in LABELS:
            assert in_words(event) == LABELS[command]


@pytest.mark.parametrize(
    "error",
    [
        *(
            errors.Forbidden,
            errors.NotFound,
            errors.BadSignature,
            errors.StaleTimestamp,
            errors.WrongPassword,
        ),
        *(errors.AccountLocked, errors.LinkClosed, errors.AnotherPerson, errors.TooMany),
    ],
)
def test_every_refusal_has_words(error: type[errors.DispatchError]) -> None:
    assert f"refused.{error.code}" in WORDS


def test_a_change_is_called_by_its_theme_where_it_has_no_words() -> None:
    assert in_words("timetable.rules") == "时限:rules"
    assert theme_of("boundary.published") == "网格边界"
    assert in_words("unheard.of") == "unheard:of"


def test_every_worded_action_belongs_to_a_theme() -> None:
    assert {action.partition(".")[0] for action in WORDS} <= set(THEMES)
