"""Schemathesis over the whole OpenAPI document, as one person at a time.

It asks each operation what its schema allows and what it does not, in the order that links lead; what an answer must
be is told by the document. A finding is an answer that the document does not know, or that is the service's fault.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import schemathesis
from schemathesis import engine
from schemathesis.engine import events

CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
    "response_headers_conformance",
)
LEAVING = ("DELETE /api/session", "POST /api/session/lock", "PUT /api/session/password")
"""What ends or changes the session it is asked in: who is signed in is not asked it, so that the rest is."""


@dataclass(frozen=True)
class Effort:
    """How much is asked: the phases, examples of each operation, and the seed they are drawn from."""

    seed: int
    examples: int
    phases: tuple[str, ...] = ("coverage", "fuzzing", "stateful")
    steps: int = 4
    walks: int = 25
    """Of the stateful phase, for each example: a walk asks a few operations along links, not one of each."""


@dataclass
class Asked:
    """What came of it."""

    asked: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    findings: dict[str, str] = field(default_factory=dict)
    """What is wrong, once for each operation and kind → how to ask it again."""
    followed: Counter[str] = field(default_factory=Counter)
    """Links of the document that led from one answer to the next question, and how often."""
    failures: list[str] = field(default_factory=list)
    """What kept schemathesis itself from asking."""
    links: int = 0
    """Links that the document declares, as far as they were understood and may be followed."""


def ask(
    url: str, document: Mapping[str, Any], headers: Mapping[str, str], effort: Effort, *, signed_in: bool
) -> Asked:
    """Ask every operation as whoever sends these headers."""
    schema = schemathesis.openapi.from_dict(dict(document), config=_config(url, headers, effort))
    if signed_in:
        for label in LEAVING:
            method, _, path = label.partition(" ")
            schema = schema.exclude(path=path, method=method)
    asked = Asked()
    for event in engine.from_schema(schema).execute():
        _note(asked, event)
    return asked


def _config(url: str, headers: Mapping[str, str], effort: Effort) -> schemathesis.Config:
    every = ("examples", "coverage", "fuzzing", "stateful")
    phases: dict[str, Any] = {name: {"enabled": name in effort.phases} for name in every}
    phases["stateful"] |= {
        "max-steps": effort.steps,
        "generation": {"max-examples": effort.examples * effort.walks},
    }
    phases["coverage"]["unexpected-methods"] = []
    return schemathesis.Config.from_dict(
        {
            "base-url": url,
            "headers": dict(headers),
            "seed": effort.seed,
            "continue-on-failure": True,
            "suppress-health-check": ["all"],
            "request-timeout": 60,
            "generation": {
                "max-examples": effort.examples,
                "no-shrink": True,
                "deterministic": True,
                "database": "none",
                "with-security-parameters": False,
            },
            "checks": {"enabled": False, **{name: {"enabled": True} for name in CHECKS}},
            "phases": phases,
        }
    )


def _note(asked: Asked, event: events.EngineEvent) -> None:
    if isinstance(event, events.NonFatalError | events.FatalError):
        asked.failures.append(str(getattr(event, "value", None) or getattr(event, "exception", event)))
    if isinstance(event, events.PhaseStarted) and event.phase.name.value == "stateful" and event.payload:
        asked.links = event.payload.transitions_selected - event.payload.inferred_transitions
    if not isinstance(event, events.ScenarioFinished):
        return
    recorder = event.recorder
    for interaction in recorder.interactions.values():
        asked.asked += 1
        asked.statuses[interaction.response.status_code if interaction.response else 0] += 1
    for node in recorder.cases.values():
        if node.transition is not None and node.is_transition_applied and not node.transition.is_inferred:
            asked.followed[node.transition.id] += 1
    for case, checks in recorder.checks.items():
        for check in checks:
            if check.failure_info is None:
                continue
            failure = check.failure_info.failure
            label = recorder.cases[case].value.operation.label
            kind = f"{label}: {failure.title}"
            asked.findings.setdefault(kind, f"{_short(failure.message)}\n{check.failure_info.code_sample}")


def _short(text: str, most: int = 600) -> str:
    return text if len(text) <= most else f"{text[:most]}…"


def told(name: str, asked: Asked, most: int = 40) -> Sequence[str]:
    """What was found, in lines."""
    counts = ", ".join(f"{status}×{times}" for status, times in sorted(asked.statuses.items()))
    links = f"{asked.followed.total()} times along {len(asked.followed)} links"
    lines = [f"{name}: {asked.asked} requests, {counts}, {links}; {len(asked.findings)} findings"]
    lines += [f"- {kind}\n{how}" for kind, how in list(asked.findings.items())[:most]]
    return [*lines, *(f"! {_short(each)}" for each in asked.failures[:most])]
