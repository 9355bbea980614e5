"""The long form: ``python -m tests.attack``; everybody, many examples. A seed asks the same again.

What was asked as whom goes into docs/attack.md, one row for each, as soon as it is asked; who is asked again takes the
place of their own row alone.
"""

from __future__ import annotations

import contextlib
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from deploy.bootstrap import servers
from deploy.bootstrap.place import ROOT
from deploy.bootstrap.servers import TEST
from dispatch.web.assemble import describe
from tests import databases
from tests.attack import asking, people, report
from tests.attack.ground import standing
from tests.e2e.service import Service
from tests.web import towns


def main(
    seed: Annotated[int, typer.Option(min=0, help="what the requests are drawn from")] = 1,
    examples: Annotated[int, typer.Option(min=1, help="requests of each operation and phase")] = 30,
    who: Annotated[list[str] | None, typer.Option(help="only these, by name")] = None,
    phase: Annotated[list[str] | None, typer.Option(help="only these phases")] = None,
) -> None:
    """Ask every operation as everybody, note it in docs/attack.md; 1 where an answer is not what the document says."""
    names = who or [each.name for each in people.EVERYBODY]
    phases = tuple(phase or asking.Effort(0, 0).phases)
    servers.hold(TEST)
    try:
        with contextlib.closing(databases.connect()) as keeper, tempfile.TemporaryDirectory() as folder:
            databases.settle(keeper)
            template = databases.founded(keeper, databases.migrated(keeper), towns.__file__, towns.found)
            redis = TEST.redis_url(databases.leased_number(keeper))
            with standing(keeper, template, redis, Path(folder)) as service:
                found = _ask(service, names, asking.Effort(seed, examples, phases))
    finally:
        servers.release(TEST)
    raise typer.Exit(1 if found else 0)


def _ask(service: Service, names: Sequence[str], effort: asking.Effort) -> int:
    """Ask as each of these; how much was found."""
    document, found = describe(), 0
    for name in names:
        someone, began = people.BY_NAME[name], time.monotonic()
        people.come_back(service.district.owner_url, someone)
        asked = asking.ask(
            service.url,
            document,
            people.headers(someone, service.url),
            effort,
            signed_in=someone.person is not None,
        )
        report.note(ROOT, report.Row.of(name, asked, effort, time.monotonic() - began))
        found += len(asked.findings) + len(asked.failures)
        typer.echo("\n".join(asking.told(name, asked)))
        typer.echo(f"{name}: {time.monotonic() - began:.0f} s")
    log = (service.folder / "service.log").read_text(encoding="utf-8", errors="replace")
    typer.echo("\n".join(sorted({line for line in log.splitlines() if "surprise" in line})))
    return found


if __name__ == "__main__":
    typer.run(main)
