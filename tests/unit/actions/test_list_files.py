"""Lists for the daily comparison as people really send them: read after all, or told in a sentence what to do."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from dispatch.actions.reconciling import MOST_ORDERS, read_file
from dispatch.domain.profile import Profile
from dispatch.domain.reconciling import Listed, read
from dispatch.errors import BadInput, TooLarge
from tests import workbooks

BY = Profile(
    {"工单编号": "order_no", "工单状态": "status", "办结时限": "due_at"}, {"status": {"在办": "办理中"}}
)
DUE = datetime(2026, 1, 4, 0, 30, tzinfo=UTC)
HEAD = ["工单编号", "工单状态", "办结时限"]
WHOLE = [Listed("A1", "办理中", DUE)]
READ: dict[str, bytes] = {
    "a title in merged cells above": workbooks.workbook(
        [["淮阴区工单清单", "", ""], ["制表:张三"], HEAD, ["A1", "在办", "2026-01-04 08:30:00"]]
    ),
    "the second sheet": workbooks.sheets(
        [["填表说明"], ["一、请勿改动表头"]], [HEAD, ["A1", "在办", "2026-01-04 08:30"]]
    ),
    "a date as a number": workbooks.workbook([HEAD, ["A1", "在办", 46026.354166666664]]),
    "gbk with slashes": "工单编号,工单状态,办结时限\nA1,在办,2026/1/4 8:30\n".encode("gbk"),
    "usual names instead of theirs": "工单号,当前状态,截止时间\nA1,在办,2026年1月4日 8时30分\n".encode(),
    "empty rows and a column twice": (
        "工单编号,工单状态,办结时限,备注,备注\n,,,,\n\nA1,在办,2026-01-04 08:30:00,,\n,,,,\n".encode()
    ),
    "numbers kept as text": '工单编号\t工单状态\t办结时限\n="A1"\t在办\t20260104083000\n'.encode("utf-16"),
}
FAULTS: dict[str, tuple[bytes, str]] = {
    "scientific": ("工单编号\n2.02601E+13\nA1\n".encode(), "科学计数"),
    "formula": ("工单编号\n#REF!\nA1\n".encode(), "粘贴为数值"),
    "total": ("工单编号,工单状态\nA1,在办\n合计,1\n".encode(), "合计行"),
    "merged": ("工单编号,工单状态\nA1,在办\n,在办\n".encode(), "取消合并"),
    "due": ("工单编号,办结时限\nA1,月底\n".encode(), "不是时间"),
}
REFUSED: dict[str, tuple[bytes, str]] = {
    "page": ("<html><table><tr><td>工单编号</td></tr></table>".encode(), "另存为 .xlsx"),
    "another table": ("姓名，电话\n张三，1\n".encode(), "选错了文件或工作表"),
    "empty": (b" \n", "空的"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xff", "不是表格文本"),
    "locked": (b"\xd0\xcf\x11\xe0 EncryptedPackage", "加了密码"),
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "list"


@pytest.mark.parametrize("name", READ)
def test_it_is_read_after_all(file: Path, name: str) -> None:
    file.write_bytes(READ[name])
    made = read_file(file, BY)
    assert (made.faults, read(made.items, made.by)) == ([], (WHOLE, []))


@pytest.mark.parametrize("name", FAULTS)
def test_a_row_says_what_to_mend(file: Path, name: str) -> None:
    content, says = FAULTS[name]
    file.write_bytes(content)
    made = read_file(file, BY)
    found, faults = read(made.items, made.by)
    assert [each.order_no for each in found] == ["A1"]
    (fault,) = [*made.faults, *faults]
    assert says in fault.reason


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_none_says_so(file: Path, name: str) -> None:
    content, says = REFUSED[name]
    file.write_bytes(content)
    with pytest.raises(BadInput, match=says):
        read_file(file, BY)


def test_too_many_rows_are_asked_for_in_parts(file: Path) -> None:
    file.write_text("工单编号\n" + "\n".join(f"A{each}" for each in range(MOST_ORDERS + 1)), encoding="utf-8")
    with pytest.raises(TooLarge, match="分成几份"):
        read_file(file, BY)
