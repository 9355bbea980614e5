"""The hotline's list over HTTP: pushed signed, or uploaded; compared, told to the district alone, taken as a file."""

from __future__ import annotations

import io
import json
from typing import Any
from uuid import uuid4

import httpx
from python_calamine import CalamineWorkbook

from tests.service.conftest import SOURCE, Hotline, Service, SignIn, order
from tests.serving import PLAIN

LIST = {"since": "2026-01-01 00:00:00", "until": "2099-01-01 00:00:00"}


def listed(*orders: dict[str, Any]) -> str:
    """A list as text."""
    return json.dumps({**LIST, "orders": list(orders)}, ensure_ascii=False)


async def push(service: Service, hotline: Hotline, text: str, identity: str | None = None) -> httpx.Response:
    """Push a list, signed."""
    async with httpx.AsyncClient(base_url=service.url, timeout=60, verify=PLAIN) as client:
        headers = hotline.headers(text, identity or f"msg_{uuid4().hex}")
        path = f"/hotline/v1/{SOURCE}/reconciliation"
        return await client.post(path, content=text.encode(), headers=headers)


async def test_a_pushed_list_is_compared_once_and_the_district_takes_it_home(
    service: Service, hotline: Hotline, sign_in: SignIn
) -> None:
    await hotline.push({"messages": [order("JY1"), order("JY2"), order("JY3")]})
    await (await sign_in("towna")).do(2, "sign")
    text = listed({"order_no": "JY1"}, {"order_no": "JY2"}, {"order_no": "JY9"}, {"order_no": ""})
    made = await push(service, hotline, text, "msg_1")
    assert made.status_code == 201, made.text
    run = made.json()
    assert (run["listed"], run["held"], run["equal"]) == (3, 3, 2)
    assert (run["missing"], run["unknown"], run["state"], run["due"]) == (1, 1, 0, 0)
    assert [each["field"] for each in run["faults"]] == ["orders[3]"]
    assert (await push(service, hotline, text, "msg_1")).json()["id"] == run["id"]
    assert (await push(service, hotline, listed({"order_no": "JY1"}), "msg_1")).status_code == 409
    district = await sign_in("district")
    (found,) = (await district.client.get("/api/reconciliations")).json()
    assert (found["id"], found["source_name"], found["uploaded_by"]) == (run["id"], "12345", None)
    whole = (await district.client.get(f"/api/reconciliations/{run['id']}")).json()
    rows = [(each["difference"], each["order_no"], each["ticket"]) for each in whole["rows"]]
    assert rows == [("missing", "JY9", None), ("unknown", "JY3", 3)]
    text = (await district.client.get(f"/api/reconciliations/{run['id']}/file.csv")).content.decode(
        "utf-8-sig"
    )
    assert text.splitlines()[1].startswith("热线有、本系统没有,JY9,")
    book = await district.client.get(f"/api/reconciliations/{run['id']}/file.xlsx")
    read = CalamineWorkbook.from_filelike(io.BytesIO(book.content))
    assert read.sheet_names == ["对账差异"]
    sheet = read.get_sheet_by_index(0)
    assert [row[1] for row in sheet.to_python()[:3]] == ["热线工单号", "JY9", "JY3"]
    assert sheet.to_python()[-1][0].endswith(" 导出")
    named = {"language": "en"}
    english = await district.client.get(f"/api/reconciliations/{run['id']}/file.csv", params=named)
    heading, first, *_, last = english.content.decode("utf-8-sig").splitlines()
    assert heading.startswith("Difference,Hotline's order number,Number here,Title,")
    assert first.startswith('"They have, we lack",JY9,')
    assert last.endswith(" exported")
    town = await sign_in("towna")
    for path in ("", f"/{run['id']}", f"/{run['id']}/file.csv"):
        assert (await town.client.get(f"/api/reconciliations{path}")).status_code == 403


async def test_a_list_that_is_none_is_refused_in_words(service: Service, hotline: Hotline) -> None:
    for text, field in (
        ('{"orders": []}', "since"),
        ('{"since": "2026-01-01", "orders": []}', "until"),
        ('{"since": "2026-01-02", "until": "2026-01-01", "orders": []}', "until"),
        ('{"since": "2026-01-01", "until": "2026-01-02", "orders": 5}', "orders"),
        ('{"since": "2026-01-01", "until": "2026-01-02", "orders": [7]}', "orders"),
    ):
        answer = await push(service, hotline, text)
        assert (answer.status_code, answer.json()["field"]) == (422, field), text
    assert (await push(service, hotline, "{")).status_code == 400
    async with httpx.AsyncClient(base_url=service.url, timeout=60, verify=PLAIN) as client:
        unsigned = await client.post(f"/hotline/v1/{SOURCE}/reconciliation", content=b"{}")
    assert unsigned.status_code == 401
    assert service.rows("SELECT count(*) FROM reconciliation") == [(0,)]


async def test_a_file_is_read_by_the_hotlines_column_names(
    service: Service, hotline: Hotline, sign_in: SignIn
) -> None:
    await hotline.push({"messages": [order("JY1"), order("JY2")]})
    district = await sign_in("district")
    options = {
        "source": SOURCE,
        "since": "2026-01-01T00:00:00Z",
        "until": "2099-01-01T00:00:00Z",
        "name": "清单.csv",
    }
    file = ("清单.csv", "工单编号,备注\nJY1,在办\nJY7,\n".encode("gb18030"), "text/csv")

    async def upload(**more: str) -> httpx.Response:
        return await district.client.post(
            "/api/reconciliations", files={"file": file}, data={"options": json.dumps({**options, **more})}
        )

    made = await upload()
    assert made.status_code == 201, made.text
    run = made.json()
    assert (run["missing"], run["unknown"], run["uploaded_by"], run["file_name"]) == (
        1,
        1,
        "区值班",
        "清单.csv",
    )
    assert (await upload(source="nobody")).json()["field"] == "source"
    (known,) = (await district.client.get("/api/reconciliations/sources")).json()
    assert (known["id"], known["is_heard"]) == (SOURCE, True)
    assert (await upload(since="gestern")).status_code == 422
    audited = service.rows("SELECT action, subject FROM audit WHERE action = 'reconciliation.uploaded'")
    assert audited == [("reconciliation.uploaded", f"reconciliation:{run['id']}")]
