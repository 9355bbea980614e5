"""Long work over HTTP: whoever started it sees how far it is, and takes the rows that were not understood."""

from __future__ import annotations

from typing import Any

from dispatch.actions.work import Progress, Works
from tests.web.conftest import SignIn


async def run(_: Progress) -> dict[str, Any]:
    """Work that could not read a row."""
    return {"features": 2, "rows": [{"row": 7, "field": "网格编码", "says": "名称是空的，请填写"}]}


async def test_whoever_started_it_sees_it(sign_in: SignIn, works: Works) -> None:
    started = await works.start("import", 1, run)
    await works.ended(started["id"])
    mine, other = await sign_in("district"), await sign_in("towna")
    seen = (await mine.get(f"/api/work/{started['id']}")).json()
    assert (seen["state"], seen["result"]["rows_total"]) == ("done", 1)
    table = await mine.get(f"/api/work/{started['id']}/rows.csv")
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    assert table.content.decode("utf-8-sig").splitlines()[1] == "7,网格编码,名称是空的，请填写"
    english = await mine.get(f"/api/work/{started['id']}/rows.csv", params={"language": "en"})
    heading, first, *_, last = english.content.decode("utf-8-sig").splitlines()
    assert heading == "Row,Field,Problem"
    assert first == "7,Cell's code,The name is empty. Please fill it in"
    assert last.endswith(" exported")
    for path in (f"/api/work/{started['id']}", f"/api/work/{started['id']}/rows.csv", "/api/work/999"):
        assert (await other.get(path)).status_code == 404
