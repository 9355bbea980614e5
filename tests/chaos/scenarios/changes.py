"""What people change while work goes on: boundaries come in force, the program itself is replaced by its next build."""

from __future__ import annotations

import asyncio
import io
import subprocess
import tarfile
from pathlib import Path
from typing import Any, LiteralString

import httpx
import psycopg

from tests.chaos.clients.again import pauses
from tests.chaos.clients.person import Person
from tests.chaos.scenario import NotRun, Run, scenario
from tests.chaos.world.world import accounts
from tests.databases import ROOT

PUBLISHED = 2
SWAP: LiteralString = (
    "WITH pair AS (SELECT (array_agg(code ORDER BY code))[1:2] AS codes FROM cell WHERE boundary_version = %(draft)s "
    "AND part = 1 GROUP BY village, police_grid, kind HAVING count(*) > 1), swapped AS ("
    "SELECT codes[1] AS code, codes[2] AS of FROM pair UNION ALL SELECT codes[2], codes[1] FROM pair) "
    "UPDATE cell c SET geom = o.geom, label = o.label FROM swapped s JOIN cell o ON o.boundary_version = %(draft)s "
    "AND o.code = s.of WHERE c.boundary_version = %(draft)s AND c.code = s.code"
)
"""Two cells of a village and a police grid change places, wherever there are two."""
FORMER = 2
"""How many changes of the program the build beside this one is behind."""


@scenario
async def publish_race(run: Run) -> None:
    """New boundaries come in force under full intake, twice; open tickets follow them."""
    username = accounts(run.world.database, "district_operator")[0]["username"]
    keeper = Person(run.world, username)
    async with keeper.online() as http:
        await keeper.sign_in(http)
        for _ in range(PUBLISHED):
            await run.underway()
            version = await redrawn(run, http)
            await done(run, http, f"{version['id']}/preview")
            given = {"revision": version["revision"], "confirm": True}
            run.fault(f"boundary version {version['id']} comes in force")
            told = await done(run, http, f"{version['id']}/publish", json=given)
            run.expect(told.get("state") == "published", "the new boundaries", f"publishing came to {told}")
        run.over()
        await run.underway()


async def redrawn(run: Run, http: httpx.AsyncClient) -> dict[str, Any]:
    """A checked draft of the version in force in which many cells have changed places."""
    in_force = run.world.rows("SELECT id FROM boundary_version WHERE state = 'published'")[0][0]
    made = await http.post("/api/boundaries", json={"note": "调整网格", "based_on": in_force})
    made.raise_for_status()
    draft = int(made.json()["id"])
    with psycopg.connect(run.world.database.owner_url) as connection:
        connection.execute(SWAP, {"draft": draft})
    checked = await done(run, http, f"{draft}/check")
    run.expect(checked.get("blocking") == 0, "the redrawn boundaries", f"their check came to {checked}")
    return {"id": draft, "revision": checked.get("revision")}


async def done(run: Run, http: httpx.AsyncClient, path: str, **given: Any) -> dict[str, Any]:
    """Begin long work and wait for its end; what it came to."""
    answer = await http.post(f"/api/boundaries/{path}", **given)
    if answer.status_code != 202:
        run.expect(False, path, f"was answered {answer.status_code} {answer.text[:200]}")
        return {}
    work: dict[str, Any] = answer.json()["work"]
    async for _ in pauses(run.dice):
        if work["state"] != "running":
            break
        work = (await http.get(f"/api/work/{work['id']}")).json()
    result: dict[str, Any] = work["result"] if work["state"] == "done" else work
    return result


@scenario
async def rolling_restart(run: Run) -> None:
    """Processes of an earlier build are replaced by this one, one after another, and back again, under load."""
    former = await asyncio.to_thread(former_build, run.world.folder / "former")
    for checkout, name in (
        (former, "the former build"),
        (ROOT, "this build"),
        (former, "the former"),
        (ROOT, "this"),
    ):
        for app in run.world.apps:
            await run.underway()
            app.checkout = checkout
            run.fault(f"process {app.number} goes on as {name}")
            await asyncio.wait_for(app.replace(), 240)
    run.over()
    await run.underway()


def former_build(folder: Path) -> Path:
    """The program as it was some changes ago, unpacked beside this one."""
    try:
        revision = (
            _git("log", f"--skip={FORMER - 1}", "-1", "--format=%H", "--", "dispatch", "gis").decode().strip()
        )
        with tarfile.open(fileobj=io.BytesIO(_git("archive", revision, "dispatch", "gis"))) as packed:
            packed.extractall(folder, filter="data")
    except (OSError, subprocess.CalledProcessError, tarfile.TarError) as error:
        raise NotRun(f"an earlier build needs the git history of this checkout: {error}") from error
    return folder


def _git(*words: str) -> bytes:
    return subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True).stdout
