"""Writes what a run found: docs/push.md for people, .local/reports/push.json for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from tests.databases import ROOT

P99_MS: Final = 100.0
FOLDED: Final = 2.0
SOCKET_KIB: Final = 25.0
TARGET_AT: Final = 5_000
Found = Mapping[str, Any]

HEAD: Final = """# Push

Made by `make bench-push`: one run of {seconds:.0f} s, {rate} tickets a second for {pushed} s at each size. Nobody's
figures can be compared across machines; the ratios within one run can.

| Machine | |
|---|---|
{machine}

"""
METHOD: Final = """
## Method

- Service, PostgreSQL, the sender of tickets and two listening processes share the cores. The service is one process,
  started as in production. Of a hundred sockets 88 are workers' (each hears of its station's tickets), 11 of towns'
  desks, one of the district's, which hears everything; each is another person's, with a session of its own.
- *Commit → socket*: from the moment a ticket's sender had its 2xx to each socket that heard of it; *due → socket*: from
  the moment it was due to be sent, so with intake. A socket checks that no number of its streams is missing.
- *Entries a CPU-second*: arrivals ÷ processor time of the service, of which is taken off what the same tickets cost
  before anybody listened. Beside it a plain loop in a process of its own: the same server and settings, the same rows,
  `await send(…)` of one entry after another to as many sockets, nothing else; the service is stopped meanwhile.
- *Back*: all connections are cut; everybody connects within a second, with a one-use ticket, and resumes every stream
  while tickets go on. Live is who has had a frame on each of its streams.
- Memory is resident memory (VmRSS) of the service, its growth shared out among the sockets.
"""


def share(found: Found, alone: float) -> tuple[float, float]:
    """Entries for a CPU-second: of the service without its intake, of the plain loop."""
    return found["arrivals"] / max(0.01, found["cpu"] - alone), found["plain"]["sent"] / found["plain"]["cpu"]


def write(results: Found) -> None:
    """Both reports."""
    folder = ROOT / ".local" / "reports"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "push.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    machine = "\n".join(f"| {name} | {value} |" for name, value in results["machine"].items())
    values = {"seconds": results["seconds"], "rate": results["rate"], "pushed": results["pushed"]}
    text = HEAD.format(**values, machine=machine) + _table(results) + _targets(results) + METHOD
    (ROOT / "docs" / "push.md").write_text(text, encoding="utf-8")


def _table(results: Found) -> str:
    alone, sizes = results["alone"]["cpu"], results["sizes"]
    seconds = results["pushed"]
    lines: list[tuple[str, Callable[[Found], str]]] = [
        ("commit → socket, p50 / p95 / p99, ms", lambda f: " / ".join(f"{f[f'p{at}_ms']:.0f}" for at in (50, 95, 99))),
        ("due → socket, p50 / p99, ms", lambda f: f"{f['due_p50_ms']:.0f} / {f['due_p99_ms']:.0f}"),
        ("arrivals of entries · frames", lambda f: f"{f['arrivals']:,} · {f['frames']:,}"),
        ("MB a second", lambda f: f"{f['octets'] / seconds / 1e6:.1f}"),
        ("tickets nobody heard of · numbers missed · connections lost",
         lambda f: f"{f['unheard']} · {f['gaps']} · {f['broken']}"),
        ("CPU of the service, of a core (of it intake)",
         lambda f: f"{f['cpu'] / seconds:.0%} ({alone / seconds:.0%})"),
        ("CPU of the listening processes, of a core", lambda f: f"{f['client_cpu'] / seconds:.0%}"),
        ("entries a CPU-second, without intake", lambda f: f"{share(f, alone)[0]:,.0f}"),
        ("plain send loop, entries a CPU-second", lambda f: f"{share(f, alone)[1]:,.0f}"),
        ("a socket, KiB", lambda f: f"{f['socket_kib']:.1f}"),
        ("all back: connected · live, s", lambda f: f"{f['back']['connected']:.1f} · {f['back']['live']:.1f}"),
        ("all back: told to fetch again · more memory, MiB",
         lambda f: f"{f['back']['refetched']} · {f['back']['memory_mib']:.0f}"),
    ]  # fmt: skip
    head = f"| sockets | {' | '.join(f'{each:,}' for each in sizes)} |\n| --- |{' ---: |' * len(sizes)}\n"
    return head + "".join(
        f"| {name} | {' | '.join(say(found) for found in sizes.values())} |\n" for name, say in lines
    )


def _targets(results: Found) -> str:
    found = results["sizes"].get(TARGET_AT)
    if found is None:
        return ""
    ours, plain = share(found, results["alone"]["cpu"])
    rows = [
        ("commit → socket, p99, ms", f"≤ {P99_MS:.0f}", f"{found['p99_ms']:.0f}", found["p99_ms"] <= P99_MS),
        ("entries a CPU-second ÷ plain loop", f"≥ {FOLDED:g}", f"{ours / plain:.1f}", ours >= FOLDED * plain),
        ("a socket, KiB", f"≤ {SOCKET_KIB:.0f}", f"{found['socket_kib']:.1f}", found["socket_kib"] <= SOCKET_KIB),
    ]  # fmt: skip
    lines = [
        f"| {name} | {wanted} | {got} | {'yes' if is_so else '**no**'} |" for name, wanted, got, is_so in rows
    ]
    head = f"\n## Targets, at {TARGET_AT:,} sockets\n\n| | target | found | reached |\n| --- | ---: | ---: | ---: |\n"
    return head + "\n".join(lines) + "\n"
