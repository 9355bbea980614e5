"""Writes what a run found: docs/geo.md for people, .local/reports/geo.json for programs, a table for the terminal."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from tests.bench.geo.measure import Rate
from tests.databases import ROOT

TARGETS: Final = (
    ("match", "Matched, of what can be matched", 0.95, True),
    ("town", "Correct town, of matched houses, buildings, points of interest, crossings", 0.98, True),
    ("cell", "Correct cell, of the same", 0.96, True),
    ("auto_share", "Placed automatically, of the same", 0.75, True),
    ("auto_cell", "Correct cell, of what is placed automatically", 0.985, True),
    ("auto_town", "Correct town, of what is placed automatically", 0.998, True),
    ("typo", "Correct cell with one character mistaken", 0.90, True),
    ("short_unique", "Short village name, where it is unique", 0.90, True),
    ("nothing_auto", "Nothing to find, yet placed automatically", 0.005, False),
)
SPEED: Final = (
    ("p50_ms", "Milliseconds a ticket, median", 0.06, False),
    ("p95_ms", "Milliseconds a ticket, 95 of 100", 0.5, False),
    ("per_second", "Tickets a second", 10_000.0, True),
)
HEAD: Final = """# Locating

Made by `make bench-geo`: one run of {seconds:.0f} s over the demo district ({places:,} places, {names:,} distinct
names, {cells:,} cells), {questions:,} questions, seed {seed}.

| Machine | |
|---|---|
{machine}
"""
_OF_ALL: Final = ("normalise", "hits")
WHERE: Final = """
The median of the same questions asked a second time at once, so that what they read is in the processor's caches, is
{warm:.3f} ms. Steps in italics are part of `read_address`: bringing the text into one form, and one pass of the
automata alone, below which no reader of names can be.

"""
METHOD: Final = """
## Method

- Questions are made from the gazetteer by a noise model of its own (`tests/bench/geo/noise.py`), of which the geocoder
  knows nothing: 60 % house, building, estate or point of interest, 20 % road or intersection, 15 % village or group,
  5 % nothing to find (chatter, other cities). Each carries one of the noises of the table; seeds are fixed.
- Places are divided by a digest of their ids: weights were looked at and the calibration is fitted on questions about
  one half; every figure here is about the other half.
- *Matched* = has a cell from a level finer than town. *Correct* = the cell or town that holds the place's point (moved
  for relative phrases). *Hit@1* = the first candidate is the place itself. Questions that fit several places stay in.
- *Calibrated*: the same answers after isotonic regression fitted on the other half (`gis/calibrate.py`); the geocoder
  is delivered without it, a district refits on its own confirmed tickets.
- *pg_trgm*: the place whose full address is most similar (GiST, nearest neighbour, siglen 64), found from 0.3 on; the
  same questions, every {every}th.
- Speed: one process, one core, processor time of the thread; 250,000 places and 2,000,000 are the demo's with added
  houses (9 in 10) and named points. Cells: 10,000 Voronoi cells, a million points in bulk.
- What was tried on speed, and left: compiling the modules of the hot path with mypyc (a twelfth less; the time is in
  regular expressions, tuples and geometry, not in the interpreter).
- The pause is the longest that a ticking task in a running service feels while the index of places is built and
  swapped beside it.
"""


def write(results: Mapping[str, Any]) -> str:
    """Both reports; answers the text of targets for the terminal."""
    folder = ROOT / ".local" / "reports"
    folder.mkdir(parents=True, exist_ok=True)
    plain = json.dumps(_plain(results), ensure_ascii=False, indent=1)
    (folder / "geo.json").write_text(plain + "\n", encoding="utf-8")
    machine = "\n".join(f"| {name} | {value} |" for name, value in results["machine"].items())
    told = _targets(results)
    text = HEAD.format(**results["asked"], seconds=results["seconds"], machine=machine) + told
    text += (
        _noises(results["by_noise"]) + _kinds(results["by_kind"]) + _thresholds(results) + _beside(results)
    )
    text += _speed(results) + METHOD.format(every=results["asked"]["trgm_every"])
    (ROOT / "docs" / "geo.md").write_text(text, encoding="utf-8")
    return told


def reached(results: Mapping[str, Any]) -> list[tuple[str, str, str, bool]]:
    """Each target: what, the limit, what was found, whether that is enough."""
    rows = []
    for name, label, limit, at_least in TARGETS:
        found: Rate = results["summary"][name]
        value = found.value
        good = value is not None and (value >= limit if at_least else value <= limit)
        rows.append((label, f"{'≥' if at_least else '≤'} {limit:.1%}", str(found), good))
    for name, label, limit, at_least in SPEED:
        value = results["speed"][name]
        good = value >= limit if at_least else value <= limit
        rows.append((label, f"{'≥' if at_least else '≤'} {limit:g}", f"{value:,.3g}", good))
    cell, weight, pause = (
        results["points"]["bulk_us"],
        results["weight"]["process_most_mib"],
        results["stall"],
    )
    rows.append(("Point → cell in bulk at 10,000 cells, µs", "≤ 4", f"{cell:.2f}", cell <= 4))
    rows.append(("2,000,000 places: the process at most, MiB", "≤ 1536", f"{weight:,.0f}", weight <= 1536))
    differing = results["agreement"]["differing"]
    rows.append(
        ("Of 1,000,000 points, cells named otherwise by PostGIS", "0", f"{differing:,}", differing == 0)
    )
    longest = pause["longest_ms"]
    rows.append(("Longest pause while the index is swapped, ms", "≤ 50", f"{longest:.0f}", longest <= 50))
    return rows


def _plain(value: Any) -> Any:
    if isinstance(value, Rate):
        return {"n": value.n, "of": value.of, "rate": value.value}
    if isinstance(value, Mapping):
        return {str(name): _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def _targets(results: Mapping[str, Any]) -> str:
    rows = [
        [what, limit, found, "yes" if good else "**no**"] for what, limit, found, good in reached(results)
    ]
    return "\n## Targets\n\n" + _table(["", "target", "found", "reached"], rows)


def _rates(found: Mapping[str, Rate], names: Sequence[str]) -> list[str]:
    return ["–" if found[name].value is None else f"{found[name].value:.1%}" for name in names]


def _noises(groups: Mapping[str, Mapping[str, Rate]]) -> str:
    names = ("match", "hit_1", "town", "cell", "auto_share", "auto_cell")
    rows = [
        [noise, str(found["match"].of), *_rates(found, names)]
        for noise, found in groups.items()
        if noise != "nothing"
    ]
    head = ["noise", "questions", "matched", "Hit@1", "town", "cell", "automatic", "cell of automatic"]
    return (
        "\n## By noise\n\nTown, cell and automatic are of houses, buildings, points of interest and crossings.\n\n"
        + _table(head, rows)
    )


def _kinds(groups: Mapping[str, Mapping[str, Rate]]) -> str:
    rows = [
        [kind, str(found["match"].of), *_rates(found, ("match", "hit_1", "all_auto_cell"))]
        for kind, found in groups.items()
        if kind != "nothing"
    ]
    return "\n## By kind of place\n\n" + _table(
        ["kind", "questions", "matched", "Hit@1", "cell of automatic"], rows
    )


def _thresholds(results: Mapping[str, Any]) -> str:
    rows = [
        [
            f"{raw['threshold']:g}",
            *(str(row[name]) for row in (raw, fitted) for name in ("coverage", "cell", "town")),
        ]
        for raw, fitted in zip(results["thresholds"], results["thresholds_calibrated"], strict=True)
    ]
    head = ["P(cell) from", "coverage", "cell", "town", "coverage, calibrated", "cell", "town"]
    errors = results["calibration_error"]
    told = f"Expected calibration error of P(cell): {errors['raw']:.3f}; calibrated {errors['calibrated']:.3f}.\n\n"
    return "\n## Precision and coverage at each threshold\n\n" + told + _table(head, rows)


def _beside(results: Mapping[str, Any]) -> str:
    ours, other = results["beside"]["ours"], results["beside"]["pg_trgm"]
    rows = [
        [name, *(str(said[key]) for key in ("match", "town", "cell", "hit_1")), f"{said['p50_ms']:.3f}"]
        for name, said in (("ours", ours), ("pg_trgm", other))
    ]
    head = ["the same questions", "matched", "town", "cell", "Hit@1", "p50 ms"]
    return "\n## Beside pg_trgm\n\n" + _table(head, rows)


def _speed(results: Mapping[str, Any]) -> str:
    speed, points, weight, stall = (results[name] for name in ("speed", "points", "weight", "stall"))
    rows = [
        ["a ticket at 250,000 places", f"p50 {speed['p50_ms']:.3f} ms, p95 {speed['p95_ms']:.3f} ms, "
         f"p99 {speed['p99_ms']:.3f} ms; {speed['per_second']:,.0f} a second"],
        ["point → cell at 10,000 cells", f"{points['bulk_us']:.2f} µs in bulk, {points['single_us']:.1f} µs alone"],
        ["2,000,000 places", f"{weight['build_seconds_per_million']:.1f} s and "
         f"{weight['resident_mib_per_million']:.0f} MiB a million; "
         f"the process at most {weight['process_most_mib']:,.0f} MiB"],
        [f"swap at {stall['places']:,} places", f"longest pause {stall['longest_ms']:.0f} ms; "
         f"built in {stall['seconds']:.1f} s beside the loop"],
    ]  # fmt: skip
    return "\n## Speed and memory\n\n" + _table(["", "found"], rows) + _stages(speed)


def _stages(speed: Mapping[str, Any]) -> str:
    total = sum(spent for name, spent in speed["stages_us"].items() if name not in _OF_ALL)
    rows = [
        [f"*{name}*" if name in _OF_ALL else name, f"{spent:.1f}", f"{spent / total:.0%}"]
        for name, spent in speed["stages_us"].items()
    ]
    return WHERE.format(warm=speed["p50_warm_ms"]) + _table(["step", "µs a ticket, mean", "share"], rows)
