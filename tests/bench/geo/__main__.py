"""Runs everything once and writes the report. `make bench-geo` calls it with the servers running.

Options: `--questions N` (12,000), `--seed N` (2026). The status is 1 when a target of quality is missed.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from gis.calibrate import Sample, bins, fit
from gis.exchange import read_cells, read_gazetteer
from gis.gazetteer import Gazetteer
from gis.match import Match
from tests.bench import ground
from tests.bench.geo import measure, report, speed, stall, trgm
from tests.bench.geo.measure import Pair
from tests.bench.geo.questions import Maker, Question
from tests.bench.machine import machine

QUESTIONS = 12_000
SEED = 2026
TRGM_EVERY = 12


def main() -> int:
    """Measure; the status says whether the quality is what it should be."""
    given = _words()
    began = time.monotonic()
    server_url, redis_url = os.environ["DATABASE_URL"], os.environ["REDIS_URL"]
    about = machine(server_url, redis_url)
    with ground.ground(server_url, 9) as made, tempfile.TemporaryDirectory() as folder:
        results = _measured(made, Path(folder), given.questions, given.seed)
        results |= {"machine": about, "seconds": time.monotonic() - began}
    print(report.write(results))
    print("docs/geo.md · .local/reports/geo.json")
    quality = report.reached(results)[: len(report.TARGETS)]
    return 0 if all(good for *_, good in quality) else 1


def _words() -> argparse.Namespace:
    words = argparse.ArgumentParser(prog="make bench-geo")
    words.add_argument("--questions", type=int, default=QUESTIONS)
    words.add_argument("--seed", type=int, default=SEED)
    return words.parse_args()


def _measured(made: ground.Ground, folder: Path, count: int, seed: int) -> dict[str, Any]:
    lines, drawn = folder / "gazetteer.jsonl", folder / "cells.geojson"
    lines.write_text(
        ground.run("dispatch", "gazetteer", "export", owner_url=made.service_url), encoding="utf-8"
    )
    drawn.write_text(ground.run("dispatch", "cells", "export", owner_url=made.service_url), encoding="utf-8")
    with lines.open("rb") as opened:
        places, aliases = read_gazetteer(enumerate(opened, start=1))
    with drawn.open("rb") as opened:
        cells = read_cells(opened)
    gazetteer = Gazetteer(places, aliases, speed.REGION)
    where = speed.locator(gazetteer, cells)
    learned = [
        (each, where.locate(each.query)) for each in Maker(places, aliases, cells, "train").make(count, seed)
    ]
    asked = list(Maker(places, aliases, cells, "test").make(count, seed + 1))
    pairs = [(each, where.locate(each.query)) for each in asked]
    _tell(f"{len(pairs):,} questions asked")
    calibrated = _calibrated(learned, pairs)
    some = pairs[::TRGM_EVERY]
    trgm.spell(made.owner_url)
    beside = trgm.ask(
        made.owner_url, [question for question, _ in some], {each.id: each for each in places}, cells
    )
    _tell("pg_trgm asked")
    results: dict[str, Any] = {
        "asked": {
            "places": len(gazetteer), "names": gazetteer.names, "cells": len(cells), "questions": count,
            "seed": seed, "trgm_every": TRGM_EVERY,
        },
        "summary": measure.summary(pairs),
        "by_noise": measure.by(pairs, lambda question: question.noise),
        "by_kind": measure.by(pairs, lambda question: question.kind),
        "thresholds": measure.at_thresholds(pairs),
        "thresholds_calibrated": measure.at_thresholds(calibrated),
        "calibration_error": {"raw": _error(pairs), "calibrated": _error(calibrated)},
        "speed": speed.questions(places, aliases, cells, asked[:6000]),
        "points": speed.points(),
        "weight": speed.weigh(lines),
    }  # fmt: skip
    ours = measure.summary(some)
    results["beside"] = {"ours": {**ours, "p50_ms": results["speed"]["p50_ms"]}, "pg_trgm": beside._asdict()}
    _tell("speed and memory measured")
    stall.fill(made.owner_url, stall.PLACES)
    results["stall"] = asdict(asyncio.run(stall.measured(made.owner_url, made.service_url)))
    return results


def _calibrated(learned: list[Pair], pairs: list[Pair]) -> list[Pair]:
    """The answers with the probabilities that the other half's answers speak for."""
    fitted = fit(
        Sample(
            match.level, *match.raw, measure.right_cell(question, match), measure.right_town(question, match)
        )
        for question, match in learned
        if question.kind in measure.FINE
    )

    def corrected(match: Match) -> Match:
        p_cell, p_town = fitted.both(match.level, *match.raw)
        return match._replace(p_cell=p_cell, p_town=p_town)

    return [(question, corrected(match)) for question, match in pairs]


def _error(pairs: list[Pair]) -> float:
    """Expected calibration error of P(cell), of what has a place and a cell."""
    told: list[tuple[float, bool]] = [
        (match.p_cell, measure.right_cell(question, match))
        for question, match in pairs
        if _counts(question, match)
    ]
    return sum(abs(each.mean_p - each.right / each.answers) * each.answers for each in bins(told)) / len(told)


def _counts(question: Question, match: Match) -> bool:
    return question.kind in measure.FINE and match.matched


def _tell(words: str) -> None:
    print(f"  {words}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
