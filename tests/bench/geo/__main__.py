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
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from gis.calibrate import Sample, bins, fit
from gis.cells import CellIndex
from gis.exchange import read_cells, read_gazetteer
from gis.gazetteer import Alias, Gazetteer, Place
from gis.match import Match
from tests.bench import ground
from tests.bench.geo import measure, report, speed, stall, trgm
from tests.bench.geo.measure import Pair
from tests.bench.geo.questions import Half, Maker, Question
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


@dataclass(frozen=True)
class District:
    """The demo district as other programs are given it."""

    lines: Path
    places: list[Place]
    aliases: list[Alias]
    cells: CellIndex

    @classmethod
    def exported(cls, made: ground.Ground, folder: Path) -> District:
        """By the project's own exports."""
        lines, drawn = folder / "gazetteer.jsonl", folder / "cells.geojson"
        for path, words in ((lines, ("gazetteer", "export")), (drawn, ("cells", "export"))):
            path.write_text(ground.run("dispatch", *words, owner_url=made.service_url), encoding="utf-8")
        with lines.open("rb") as opened:
            places, aliases = read_gazetteer(enumerate(opened, start=1))
        with drawn.open("rb") as opened:
            return cls(lines, places, aliases, read_cells(opened))

    def questions(self, half: Half, count: int, seed: int) -> list[Question]:
        """Questions about one half of the places."""
        return list(Maker(self.places, self.aliases, self.cells, half).make(count, seed))


def _measured(made: ground.Ground, folder: Path, count: int, seed: int) -> dict[str, Any]:
    district = District.exported(made, folder)
    gazetteer = Gazetteer(district.places, district.aliases, speed.REGION)
    where = speed.locator(gazetteer, district.cells)
    learned = [(each, where.locate(each.query)) for each in district.questions("train", count, seed)]
    asked = district.questions("test", count, seed + 1)
    pairs = [(each, where.locate(each.query)) for each in asked]
    _tell(f"{len(pairs):,} questions asked")
    results: dict[str, Any] = {
        "asked": {
            "places": len(gazetteer), "names": gazetteer.names, "cells": len(district.cells),
            "questions": count, "seed": seed, "trgm_every": TRGM_EVERY,
        }
    }  # fmt: skip
    results |= _quality(pairs, _calibrated(learned, pairs))
    results |= {
        "speed": speed.questions(district.places, district.aliases, district.cells, asked[:6000]),
        "points": speed.points(),
        "agreement": speed.agreement(made.owner_url, district.cells),
        "weight": speed.weigh(district.lines),
    }
    _tell("speed and memory measured")
    results["beside"] = _beside(made, district, pairs[::TRGM_EVERY], results["speed"]["p50_ms"])
    _tell("pg_trgm asked")
    stall.fill(made.owner_url, stall.PLACES)
    results["stall"] = asdict(asyncio.run(stall.measured(made.owner_url, made.service_url)))
    return results


def _quality(pairs: list[Pair], calibrated: list[Pair]) -> dict[str, Any]:
    return {
        "summary": measure.summary(pairs),
        "by_noise": measure.by(pairs, lambda question: question.noise),
        "by_kind": measure.by(pairs, lambda question: question.kind),
        "thresholds": measure.at_thresholds(pairs),
        "thresholds_calibrated": measure.at_thresholds(calibrated),
        "calibration_error": {"raw": _error(pairs), "calibrated": _error(calibrated)},
    }


def _beside(made: ground.Ground, district: District, some: list[Pair], p50_ms: float) -> dict[str, Any]:
    """The same questions asked of pg_trgm."""
    trgm.spell(made.owner_url)
    places = {each.id: each for each in district.places}
    other = trgm.ask(made.owner_url, [question for question, _ in some], places, district.cells)
    return {"ours": {**measure.summary(some), "p50_ms": p50_ms}, "pg_trgm": other._asdict()}


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
