"""Writes what a run found: docs/bench.md for people, .local/reports/bench.json for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from tests.databases import ROOT

TARGETS = {"singles": 0.35, "batches": 0.35, "latency": 100.0}
HEAD = """# Bench

Made by `make bench`: one run of {seconds:.0f} s. Nobody's figures can be compared across machines; the ratios within
one run can.

| Machine | |
|---|---|
{machine}
"""
METHOD = """
## Method

- A database of its own with the demo district (1,248 cells, 86,658 places), on a private PostgreSQL that syncs every
  commit. The service is one process, started as in production (`python -m dispatch serve`): locating, row security,
  sealing of callers, streams, clocks, status reports to a listening receiver, all on.
- Orders are citizens' words at addresses of the gazetteer, shuffled; every second one is located by its text, the
  others by a coordinate. Requests are signed beforehand; the client speaks plain HTTP/1.1 over kept connections, each
  of which waits for its answer before the next request. Client, service and PostgreSQL share the cores.
- *Null handler*: the same server, edge, signature check and parse in a process of its own; answers at once, knows no
  database. It gets the very same requests, in turns with the service, which is stopped (SIGSTOP) meanwhile.
- *Raw inserts*: every row that intake wrote for the last tickets (delivery, order, ticket, caller, clocks, journal,
  report, entry), copied into a twin database with the same indexes and constraints, as the tables' owner, 256 tickets
  a transaction; the better of one and two connections counts.
- *Webhook → socket*: 100 tickets a second whether or not earlier ones are answered, 200 sockets in another process
  ({district} of the district, which hear everything, the others shared out among the towns); from the moment a ticket
  was due to be sent to each frame that holds it.
- Memory is resident memory (VmRSS) of the service.
"""


def write(results: Mapping[str, Any], district_sockets: int) -> None:
    """Both reports."""
    folder = ROOT / ".local" / "reports"
    folder.mkdir(parents=True, exist_ok=True)
    judged = dict(results) | {"targets": judge(results)}
    (folder / "bench.json").write_text(
        json.dumps(judged, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    machine = "\n".join(f"| {name} | {value} |" for name, value in results["machine"].items())
    text = HEAD.format(seconds=results["seconds"], machine=machine)
    text += _targets(judged["targets"]) + _singles(results["singles"]) + _batches(results)
    text += (
        _latency(results["latency"]) + _memory(results["memory"]) + METHOD.format(district=district_sockets)
    )
    (ROOT / "docs").mkdir(exist_ok=True)
    (ROOT / "docs" / "bench.md").write_text(text, encoding="utf-8")


def judge(results: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """What was to be reached, and what was."""
    singles = results["singles"][32]
    batches = max(each["tickets_per_second"] for each in results["batches"].values())
    found = {
        "singles": singles["ours"]["per_second"] / singles["null"]["per_second"],
        "batches": batches / max(results["raw"].values()),
        "latency": results["latency"]["p99_ms"],
    }
    return {
        name: {
            "target": TARGETS[name],
            "found": value,
            "reached": value <= TARGETS[name] if name == "latency" else value >= TARGETS[name],
        }
        for name, value in found.items()
    }


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def _targets(targets: Mapping[str, Mapping[str, Any]]) -> str:
    names = {
        "singles": "Single webhooks ÷ null handler, 32 connections",
        "batches": "Batches ÷ raw inserts of the same rows",
        "latency": "Webhook → socket, p99, ms",
    }
    rows = [
        [names[name], f"{'≤' if name == 'latency' else '≥'} {each['target']:g}",
         f"{each['found']:.0f}" if name == "latency" else f"{each['found']:.2f}",
         "yes" if each["reached"] else "**no**"]
        for name, each in targets.items()
    ]  # fmt: skip
    return "\n## Targets\n\n" + _table(["", "target", "found", "reached"], rows)


def _figures(said: Mapping[str, float]) -> list[str]:
    return [f"{said['per_second']:,.0f}", *(f"{said[f'p{share}_ms']:.1f}" for share in (50, 95, 99))]


def _singles(singles: Mapping[int, Mapping[str, Any]]) -> str:
    rows = [
        [f"{connections} · {name}", *_figures(said), ratio]
        for connections, both in singles.items()
        for name, said, ratio in (
            ("service", both["ours"], f"{both['ours']['per_second'] / both['null']['per_second']:.2f}"),
            ("null handler", both["null"], "1"),
        )
    ]
    head = ["connections", "per second", "p50 ms", "p95 ms", "p99 ms", "ratio"]
    return "\n## Single webhooks\n\n" + _table(head, rows)


def _batches(results: Mapping[str, Any]) -> str:
    best = max(results["raw"].values())
    rows = [
        [f"batches of {size}, 4 connections", f"{said['tickets_per_second']:,.0f}",
         *_figures(said)[1:], f"{said['tickets_per_second'] / best:.2f}"]
        for size, said in results["batches"].items()
    ]  # fmt: skip
    rows += [
        [f"raw inserts, {connections} connection{'s' * (int(connections) > 1)}", f"{rate:,.0f}", "", "", "",
         f"{rate / best:.2f}"]
        for connections, rate in results["raw"].items()
    ]  # fmt: skip
    head = ["", "tickets per second", "p50 ms", "p95 ms", "p99 ms", "ratio"]
    return "\n## Batches\n\n" + _table(head, rows)


def _latency(said: Mapping[str, float]) -> str:
    head = ["tickets", "arrivals at sockets", "p50 ms", "p95 ms", "p99 ms", "tickets nobody heard of"]
    row = [f"{said['tickets']:,}", f"{said['arrivals']:,}", *_figures(said)[1:], f"{said['failed']}"]
    return "\n## Webhook → socket\n\n" + _table(head, [row])


def _memory(said: Mapping[str, float]) -> str:
    rows = [
        ["idle, district loaded", f"{said['idle_mib']:.0f} MiB"],
        ["after all load", f"{said['loaded_mib']:.0f} MiB"],
        ["each socket", f"{said['socket_kib']:.0f} KiB"],
    ]
    return "\n## Memory\n\n" + _table(["service", "resident"], rows)
