"""Writes what a run found: docs/push.md for people, .local/reports/push.json for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from tests.bench.life.filling import OPEN
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
  before anybody listened: a small difference of two large figures, and intake alone varies by a third from run to run
  (49 and 65 % of a core, which made this ratio 1.0 and 1.9). Beside it a plain loop in a process of its own: the same
  server and settings, the same rows, `await send(…)` of one entry after another to as many sockets, nothing else; the
  service is stopped meanwhile.
- *Back*: all connections are cut; everybody comes back within a second while tickets go on, as a page of ours does: it
  asks for a one-use ticket with its session, opens a socket, goes on in every stream where it was, and what fails is
  tried again after 0.25 to 0.5 s, then up to twice as long each time; 15 s without a ticket or a greeting have failed.
  Live is who has had a frame on each of its streams; the time is that of the last. Nobody may miss a number either.
- *Boards*: snapshots read and packed by the service's own code, one after another, on a database with {tickets:,}
  tickets, {are_open:,} of them open; *shared*: for whoever asks for the same within the second.
- Memory is resident memory (VmRSS) of the service, its growth shared out among the sockets.
"""


def share(found: Found, alone: float) -> tuple[float, float]:
    """Entries for a CPU-second: of the service without its intake, of the plain loop."""
    return found["arrivals"] / max(0.01, found["cpu"] - alone), found["plain"]["sent"] / found["plain"]["cpu"]


def write(results: Found) -> bool:
    """Both reports; whether all was measured, nobody missed a number, and everybody came back."""
    folder = ROOT / ".local" / "reports"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "push.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    machine = "\n".join(f"| {name} | {value} |" for name, value in results.get("machine", {}).items())
    values = {"seconds": results["seconds"], "rate": results["rate"], "pushed": results["pushed"]}
    judged, is_whole = _targets(results)
    parts = [
        HEAD.format(**values, machine=machine),
        _table(results),
        _failed(results),
        judged,
        _boards(results),
    ]
    text = "".join(parts) + METHOD.format(tickets=results["tickets"], are_open=min(results["tickets"], OPEN))
    (ROOT / "docs" / "push.md").write_text(text, encoding="utf-8")
    return is_whole


def _failed(results: Found) -> str:
    """What went wrong, where something did."""
    told = [
        f"- **{size:,} sockets: the run ended early**: `{found['failed']}`"
        for size, found in results["sizes"].items()
        if "failed" in found
    ]
    return "\n".join(["", *told, ""]) if told else ""


def _boards(results: Found) -> str:
    if not results["boards"]:
        return ""
    head = (
        "\n## Boards\n\n| a snapshot for | streams | tickets | KiB, packed | ms | shared, ms |\n"
        "| --- | ---: | ---: | ---: | ---: | ---: |\n"
    )
    return head + "".join(
        f"| {each['who']} | {each['streams']} | {each['tickets']:,} | {each['packed_kib']:,.0f} "
        f"| {each['ms']:,.0f} | {each['shared_ms']:.1f} |\n"
        for each in results["boards"]
    )


def _said(say: Callable[[Found], str], found: Found) -> str:
    """A cell; a dash where a run that ended early did not come so far."""
    try:
        return say(found)
    except KeyError:
        return "–"


def _again(back: Found) -> str:
    """How many attempts failed, and of what."""
    told = ", ".join(f"{why} {times}" for why, times in sorted(back["failed"].items()))
    return f"{sum(back['failed'].values())}" + (f" ({told})" if told else "")


def _table(results: Found) -> str:
    alone, sizes = results.get("alone", {}).get("cpu", 0.0), results["sizes"]
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
        ("all back: half live · all live, s · still away",
         lambda f: f"{f['back']['half']:.1f} · {f['back']['live']:.1f} · {f['back']['away']}"),
        ("all back: tried again", lambda f: _again(f["back"])),
        ("all back: told to fetch again · more memory, MiB · CPU of the service",
         lambda f: f"{f['back']['refetched']} · {f['back']['memory_mib']:.0f} · {f['back']['cpu']:.0%}"),
        ("all back: tickets nobody heard of · numbers missed · lost once live · tickets refused",
         lambda f: " · ".join(f"{f['back'][each]}" for each in ("unheard", "gaps", "broken", "refused"))),
    ]  # fmt: skip
    head = f"| sockets | {' | '.join(f'{each:,}' for each in sizes)} |\n| --- |{' ---: |' * len(sizes)}\n"
    return head + "".join(
        f"| {name} | {' | '.join(_said(say, found) for found in sizes.values())} |\n" for name, say in lines
    )


def _targets(results: Found) -> tuple[str, bool]:
    """The targets at 5,000 sockets, if those were measured; and whether every size was measured to its end."""
    sizes = results["sizes"]
    whole = all("plain" in each and not each["gaps"] and not each["back"]["away"] for each in sizes.values())
    found = sizes.get(TARGET_AT)
    if found is None or "plain" not in found:
        return "", whole and bool(sizes)
    ours, plain = share(found, results["alone"]["cpu"])
    missed = found["gaps"] + found["back"]["gaps"]
    rows = [
        ("commit → socket, p99, ms", f"≤ {P99_MS:.0f}", f"{found['p99_ms']:.0f}", found["p99_ms"] <= P99_MS),
        ("entries a CPU-second ÷ plain loop", f"≥ {FOLDED:g}", f"{ours / plain:.1f}", ours >= FOLDED * plain),
        ("a socket, KiB", f"≤ {SOCKET_KIB:.0f}", f"{found['socket_kib']:.1f}", found["socket_kib"] <= SOCKET_KIB),
        ("numbers missed", "0", f"{missed}", not missed),
        ("still away after all came back", "0", f"{found['back']['away']}", not found["back"]["away"]),
    ]  # fmt: skip
    lines = [
        f"| {name} | {wanted} | {got} | {'yes' if is_so else '**no**'} |" for name, wanted, got, is_so in rows
    ]
    head = f"\n## Targets, at {TARGET_AT:,} sockets\n\n| | target | found | reached |\n| --- | ---: | ---: | ---: |\n"
    return head + "\n".join(lines) + "\n", whole
