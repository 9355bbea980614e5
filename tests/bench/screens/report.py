"""Writes what a run found: docs/screens-measured.md for people, .local/reports/screens.json for programs."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import nan
from statistics import median
from typing import Any, Final

from deploy.bootstrap.place import FRONTEND
from deploy.bootstrap.prepare import node_environment
from tests.bench.screens.way import PARTS
from tests.databases import ROOT

PAINT_MS: Final = 1000
PIXELS_MS: Final = 100
MAIN_MS: Final = 4
GROWN: Final = 1.1
LOADS_KB: Final = {"console": 650, "phone": 200}
Found = Mapping[str, Any]

HEAD: Final = """# Screens, measured

Made by `make bench-screens`: one run of {seconds:.0f} s over {tickets:,} open tickets and {cells:,} cells,
{rate} events a second for {pushed} s before each page. Nobody's figures can be compared across machines; those of one
run can. What people do before these screens is in [screens.md](screens.md).

| Machine | |
|---|---|
{machine}

"""
METHOD: Final = """
## Method

- Debian's Chromium, headless, 1920×1080, before the service as production runs it; between them a relay in a process
  of its own, as a proxy would stand there. PostgreSQL, the service, the sender of events and all of the browser share
  the cores. There is no graphics card: the browser lays the page out and paints it as it does on any such machine, and
  maps are drawn in software, on the processor. A map's frame takes a tenth of a second or more then, which the rhythm
  of `frontend/src/map/rhythm.ts` keeps from the lists.
- *First paint*: first-contentful-paint of a browser that keeps nothing; in brackets that of a page of one character
  from the same server. *First row*: the frame in which the first ticket (or town) stands; *map*: it stands still,
  drawn; *all there*: every open ticket that the person may see is held, and the line is live. The middle one of three.
- *Events*: signed webhooks, new orders and withdrawals in turns. *Row stands*: from the answer to its sender (committed
  just before) to the instant at which the browser says that the row's title is on the screen (element timing), of those
  that appear in the list that is open. *To the page*: through relay, hub, socket and shared worker into the page's
  hands; *into the list*: taken in and rendered; *onto the screen*: laid out, painted, shown. *Frames*: milliseconds
  between two of the browser's, while nothing happens, and while something does each second.
  *Main thread*: processor time of the page's main thread for an event, less what it did at rest for as long. *By hand*:
  the same on the same page for a row put in and another taken out of a copy of the list, by a few lines that know no
  events and render nothing: what the browser itself asks for it. *Longest task*: of those over 50 ms while events came,
  in time that passes; 0 where there is none.
- *Cut*: every connection is reset {cuts} times while tickets go on. In the end the page counts what the database
  counts, or is given a minute to. *Replayed*: {replayed:,} changes of a town's tickets, {at_once} at a time, written as
  actions write them, so through relay, socket, shared worker and board; what the page's scripts hold, all that is free
  collected.
- *First load*: scripts and styles of the first view, gzipped, as `frontend/scripts/budget.mjs` counts them.
"""


@dataclass(frozen=True)
class Target:
    """What was to be reached, and what was found."""

    name: str
    most: float
    found: float
    digits: int = 0

    @property
    def is_reached(self) -> bool:
        """At most so much; what was not measured (nan) is not reached."""
        return self.found <= self.most


def loads() -> dict[str, float]:
    """Kilobytes that the first view of each page loads."""
    environment = node_environment()
    node = shutil.which("node", path=environment["PATH"]) or "node"
    told = subprocess.run(
        [node, "scripts/budget.mjs"],
        cwd=FRONTEND,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    found = re.findall(r"^(.+?): ([\d.]+) kB gzip", told.stdout, re.MULTILINE)
    return {name: float(size) for name, size in found}


def write(results: Found) -> bool:
    """Both reports; whether everything was reached."""
    folder = ROOT / ".local" / "reports"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "screens.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    machine = "\n".join(f"| {name} | {value} |" for name, value in results["machine"].items())
    values = {name: results[name] for name in ("seconds", "tickets", "cells", "rate", "pushed")}
    targets = list(_targets(results))
    replay = results["replay"]
    method = METHOD.format(cuts=results["cut"]["cuts"], replayed=replay["events"], at_once=results["at_once"])
    parts = [
        HEAD.format(**values, machine=machine),
        _table(results),
        _ways(results),
        _judged(targets),
        method,
    ]
    (ROOT / "docs" / "screens-measured.md").write_text("".join(parts), encoding="utf-8")
    return all(each.is_reached for each in targets)


def _table(results: Found) -> str:
    head = (
        "| | first paint | first row | map | all there | row stands, p50 / p95 (rows) "
        "| main thread: an event · by hand · at rest, a second | longest task |\n| --- |"
        + " ---: |" * 7
        + "\n"
    )
    rows = "".join(_row(name, found, results["nothing"]) for name, found in results["scenes"].items())
    return f"{head}{rows}\nMilliseconds. {_cut(results['cut'])} {_replayed(results['replay'])}\n"


def _ways(results: Found) -> str:
    head = "\n## Where the time goes\n\n| p50 / p95, ms | " + " | ".join(PARTS)
    head += " | frames at rest | frames, an event a second |\n| --- |" + " ---: |" * (len(PARTS) + 2) + "\n"
    measured = {name: found["events"] for name, found in results["scenes"].items() if "events" in found}
    return head + "".join(_way(name, events) for name, events in measured.items())


def _way(name: str, events: Found) -> str:
    found = [events["parts"][each] for each in PARTS] + [
        events["frames"][each] for each in ("still", "moving")
    ]
    return f"| {name} | " + " | ".join(f"{each['p50']:.0f} / {each['p95']:.0f}" for each in found) + " |\n"


def _row(name: str, found: Found, nothing: float) -> str:
    if "failed" in found:
        return f"| {name} | **not measured**: {found['failed']} |" + " |" * 6 + "\n"
    first, events = found["first"], found["events"]
    shown = f"{first['map']:,.0f}" if first["map"] else "–"
    return (
        f"| {name} | {first['paint']:.0f} ({nothing:.0f}) | {first['list']:,.0f} | {shown} | {first['live']:,.0f} "
        f"| {events['p50']:.0f} / {events['p95']:.0f} ({events['rows']}) "
        f"| {events['main_ms']:.1f} · {events['by_hand']:.1f} · {events['resting']:.0f} | {events['longest']:.0f} |\n"
    )


def _cut(found: Found) -> str:
    if "failed" in found:
        return f"**Cut: not measured** ({found['failed']})."
    return (
        f"Cut {found['cuts']} times: live again after {found['p50']:.1f} s (p50), {found['longest']:.1f} s (longest); "
        f"in the end the list counts {found['shown']} of {found['there']}."
    )


def _replayed(found: Found) -> str:
    if "failed" in found:
        return f"**Replayed: not measured** ({found['failed']})."
    return (
        f"{found['events']:,} events replayed within {found['seconds']:.0f} s: "
        f"{_readings(found['before'])} MiB before, {_readings(found['after'])} MiB after."
    )


def _readings(found: list[float]) -> str:
    """The middle one, and how far they lie apart."""
    return f"{median(found):.1f} ({min(found):.1f} to {max(found):.1f})"


def _targets(results: Found) -> Iterator[Target]:
    for name, found in results["scenes"].items():
        first, events = found.get("first", {}), found.get("events", {})
        yield Target(f"{name}: first paint, ms", PAINT_MS, first.get("paint", nan))
        yield Target(f"{name}: event → row, p95, ms", PIXELS_MS, events.get("p95", nan))
        yield Target(f"{name}: main thread, ms an event", MAIN_MS, events.get("main_ms", nan), 1)
    replay = results["replay"]
    grown = median(replay.get("after", [nan])) / median(replay.get("before", [nan]))
    yield Target("memory after the replay, times that before", GROWN, grown, 2)
    cut = results["cut"]
    yield Target("tickets missed after the cuts", 0, abs(cut.get("there", nan) - cut.get("shown", nan)))
    for page, most in LOADS_KB.items():
        yield Target(f"{page}: first load, kB gzip", most, results["loads"].get(page, nan))


def _judged(targets: list[Target]) -> str:
    lines = [
        f"| {each.name} | ≤ {each.most:g} | {each.found:.{each.digits}f} | {'yes' if each.is_reached else '**no**'} |\n"
        for each in targets
    ]
    return "\n## Targets\n\n| | target | found | reached |\n| --- | ---: | ---: | ---: |\n" + "".join(lines)
