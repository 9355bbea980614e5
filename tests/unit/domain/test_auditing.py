"""The audit's actions in words: refusals and readings have words of their own, the rest are called by their theme."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest

from dispatch import errors
from dispatch.domain.auditing import THEMES, WORDS, in_words, theme_of
from dispatch.domain.commands import LABELS
from dispatch.domain.events import EVENTS
from tests.databases import ROOT

NOT_AUDITED = {
    *("orders.import", "gazetteer.import", "rules.tried", "rules.again", "profile.tried"),
    *(
        "audit.restored",
        "work.given_up",
        "work.result_too_large",
        "ticket.request",
        "ticket.request_withdrawn",
    ),
}
"""Names of work, of lines of the log, of reports."""


@cache
def written() -> frozenset[str]:
    """Every action that the service's sources name, those of boundaries by their last part alone."""
    found: set[str] = set()
    for path in (ROOT / "dispatch" / "actions").glob("*.py"):
        for each in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(each, ast.Constant) and re.fullmatch(r"[a-z_]+\.[a-z_]+", str(each.value)):
                found.add(str(each.value))
            elif isinstance(each, ast.Call) and getattr(each.func, "id", "") in ("noted", "changed"):
                said = [arg.value for arg in each.args if isinstance(arg, ast.Constant)]
                found |= {f"boundary.{verb}" for verb in said}
    return frozenset(each for each in found - NOT_AUDITED if each.partition(".")[0] in THEMES)


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


def test_a_change_is_called_by_its_theme_and_what_was_done() -> None:
    assert in_words("timetable.rules") == "时限：改规则"
    assert in_words("score_period.locked") == "考核周期：锁定"
    assert theme_of("boundary.published") == "网格边界"
    assert in_words("unheard.of") == "unheard：of"


def test_no_action_of_the_service_is_called_by_a_word_for_machines() -> None:
    spoken = [action for action in written() if re.search("[a-z_]{2}", in_words(action))]
    assert spoken == []
    assert {"card.given", "boundary.layer_imported", "score_period.opened", "ground.ended"} <= written()


def test_every_worded_action_belongs_to_a_theme() -> None:
    assert {action.partition(".")[0] for action in WORDS} <= set(THEMES)
