"""Writes what the long form asked and found: docs/attack.md for people, .local/reports/attack.json for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.attack.asking import Asked, Effort
from tests.attack.mended import MENDED
from tests.attack.people import EVERYBODY

HEAD = """# The API under attack

Made by `python -m tests.attack`: schemathesis asks every operation of the OpenAPI document as everybody in turn, over
two towns with tickets in every state. Bodies and parameters are what the document allows and what it does not, and in
the stateful phase the numbers that earlier answers held, along the document's own links. Each answer has to be one that
the document knows, in status, content type, headers and shape, and none may be a 5xx. The same seed asks the same.
"""
BESIDE = """
Beside it, in every test run: each route asked with town A's true numbers as everybody who has no business with them,
and answered to the byte as for numbers that do not exist (`tests/attack/matrix.py`, `test_matrix.py`); a ticket that
moved, asked for by its former center (`test_former.py`); slow and flooding clients (`test_connections.py`,
`test_floods.py`), who shut the same application out behind uvicorn's own protocols (`test_unguarded.py`); limits by
person and address (`dispatch/domain/allowances.py`); every parser against what strangers may send
(`tests/unit/parsers`).
"""
COLUMNS = (
    *("who", "phases", "seed", "examples", "requests", "2xx", "401/403", "404", "other 4xx", "5xx"),
    *("steps along links", "links", "findings", "seconds", "when"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """What came of asking as one of them."""

    who: str
    phases: tuple[str, ...]
    seed: int
    examples: int
    statuses: dict[str, int]
    """Status → how often; 0 is no answer at all."""
    steps: int
    """How often a number in an answer led to the next question, by the document's links."""
    links: int
    """How many of its links."""
    findings: tuple[str, ...]
    seconds: float
    when: str

    @classmethod
    def of(cls, who: str, asked: Asked, effort: Effort, seconds: float) -> Row:
        """The row of a run that has just ended."""
        return cls(
            who,
            effort.phases,
            effort.seed,
            effort.examples,
            {str(status): times for status, times in sorted(asked.statuses.items())},
            asked.followed.total(),
            len(asked.followed),
            (*asked.findings, *asked.failures),
            round(seconds, 1),
            f"{datetime.now(UTC):%Y-%m-%d %H:%M}",
        )

    def counted(self, *begin: str) -> int:
        """How many answers had a status that begins so."""
        return sum(times for status, times in self.statuses.items() if status.startswith(begin))


def note(root: Path, row: Row) -> None:
    """Put a row into both reports, under the root of a checkout, in place of what they said of the same one."""
    path = root / ".local" / "reports" / "attack.json"
    rows = {each.who: each for each in _told_before(path)} | {row.who: row}
    order = [each.name for each in EVERYBODY]
    kept = [rows[who] for who in order if who in rows]
    path.parent.mkdir(parents=True, exist_ok=True)
    told = json.dumps([asdict(each) for each in kept], ensure_ascii=False, indent=1)
    path.write_text(f"{told}\n", encoding="utf-8")
    (root / "docs" / "attack.md").write_text(document(kept), encoding="utf-8")


def _told_before(path: Path) -> list[Row]:
    if not path.is_file():
        return []
    told = json.loads(path.read_text(encoding="utf-8"))
    return [
        Row(**{**each, "phases": tuple(each["phases"]), "findings": tuple(each["findings"])}) for each in told
    ]


def document(rows: Sequence[Row]) -> str:
    """The report for people."""
    return "\n".join([HEAD, *_judged(rows), "", *_table(rows), BESIDE, *_findings(rows), *_mended()])


def _judged(rows: Sequence[Row]) -> Iterator[str]:
    asked = sum(each.counted("") for each in rows)
    steps = sum(each.steps for each in rows)
    found = sum(len(each.findings) for each in rows)
    missing = [each.name for each in EVERYBODY if each.name not in {row.who for row in rows}]
    yield f"**{asked:,} requests as {len(rows)} of {len(EVERYBODY)} people and programs, {steps:,} along links: "
    yield f"{found} findings, {sum(each.counted('5') for each in rows)} answers of 5xx.**"
    if missing:
        yield f"\nNot asked yet: {', '.join(missing)}."


def _table(rows: Sequence[Row]) -> Iterator[str]:
    yield f"| {' | '.join(COLUMNS)} |"
    yield f"| --- | --- |{' ---: |' * (len(COLUMNS) - 3)} --- |"
    for each in rows:
        denied, absent = each.counted("401", "403"), each.counted("404")
        cells = (
            *(each.who, ", ".join(each.phases), each.seed, each.examples, f"{each.counted(''):,}"),
            *(each.counted("2"), denied, absent, each.counted("4") - denied - absent, each.counted("5", "0")),
            *(each.steps, each.links, len(each.findings), f"{each.seconds:.0f}", each.when),
        )
        yield f"| {' | '.join(map(str, cells))} |"


def _findings(rows: Sequence[Row]) -> Iterator[str]:
    """What is not mended yet; nothing where all is well."""
    found = [(each.who, finding) for each in rows for finding in each.findings]
    if found:
        yield "## Found, and not mended yet\n"
        yield from (f"- as {who}: {finding.splitlines()[0]}" for who, finding in found)
        yield ""


def _mended() -> Iterator[str]:
    """What was found and mended, and the test that holds it."""
    yield "## Found and mended\n"
    yield from (f"- {what} (`{test}`)" for what, test in MENDED)
    yield ""
