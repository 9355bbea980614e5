"""What the commands of boundary versions print for people. Called by ``cli.boundaries``."""

import sys
from collections.abc import Callable, Sequence
from typing import Any

import orjson
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from dispatch.actions.drafts import STATE_NAMES
from gis.coverage import FAULT_NAMES, LAYER_NAMES
from gis.repair import REPAIR_NAMES

_SHOWN = 20
"""Rows with problems that are printed; ``--json`` has all of them."""
_SEVERITIES = {"blocking": "须改正", "warning": "提醒"}
Json = dict[str, Any]


def tell(told: Any, as_json: bool, show: Callable[[Any], object]) -> None:
    """Print an answer, as JSON where that is wanted."""
    if as_json:
        sys.stdout.buffer.write(orjson.dumps(told, option=orjson.OPT_APPEND_NEWLINE))
        sys.stdout.buffer.flush()
    else:
        show(told)


def _table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    table = Table(*headings)
    for row in rows:
        table.add_row(*("" if value is None else escape(str(value)) for value in row))
    Console().print(table)


def _say(*sentences: str) -> None:
    console = Console()
    for sentence in sentences:
        console.print(escape(sentence))


def versions(told: Json) -> None:
    """All versions."""
    _table(
        ("版本", "状态", "镇街/村居/网格/警格", "修订", "检查", "工单换版", "说明"),
        [
            (
                each["id"],
                STATE_NAMES[each["state"]] + (f" {each['publish_at']}" if each["publish_at"] else ""),
                "/".join(str(each["counts"][level]) for level in LAYER_NAMES),
                each["revision"],
                _checked(each),
                _moved(each["rezoning"]),
                each["note"] + (f"（未发布：{each['held_back']}）" if each["held_back"] else ""),
            )
            for each in told["versions"]
        ],
    )


def _checked(version: Json) -> str:
    found = version["checked"]
    if found is None:
        return "–"
    late = "" if found["revision"] == version["revision"] else "（已过时）"
    return f"{found['blocking']} 处须改正，{found['warning']} 处提醒{late}"


def _moved(rezoning: Json | None) -> str:
    if rezoning is None:
        return "–"
    failed = f"，{rezoning['failed']} 件没能移" if rezoning["failed"] else ""
    over = f"，其余换到第 {rezoning['overtaken_by']} 版" if rezoning["overtaken_by"] else ""
    return f"{rezoning['done']}/{rezoning['total']}{failed}{over}"


def inspection(told: Json) -> None:
    """What a file holds."""
    _say(f"{told['format_name']}，{told['size']} 字节，文字编码 {told['encoding']}", *told["problems"])
    for layer in told["layers"]:
        datum = layer["refused"] or layer["datum"] or f"{layer['datum_guess']}（猜测）"
        swapped = "，经纬度写反" if layer["swapped"] else ""
        _say(
            f"图层“{layer['name']}”：{layer['features']} 行，像是{LAYER_NAMES[layer['holds']]}，坐标系 {datum}{swapped}"
        )
        used = {column: field for field, column in layer["mapping"].items() if column}
        _table(
            ("列", "类型", "样例", "读作"),
            [
                (each["name"], each["type"], "、".join(each["samples"][:3]), used.get(each["name"]))
                for each in layer["columns"]
            ],
        )
        _say(*layer["remarks"])


def imported(told: Json) -> None:
    """What came of a file."""
    _say(
        f"读入 {told['features']} 个图形（{told['format']}，{told['datum']}）：替换 {told['replaced']}，"
        f"新增 {told['added']}，去掉 {told['removed']}，不变 {told['untouched']}；未用 {told['left_out']} 行",
        *told["remarks"],
    )
    rows = told["rows"]
    if rows:
        _table(("行", "字段", "问题"), [(each["row"], each["field"], each["says"]) for each in rows[:_SHOWN]])
    if len(rows) > _SHOWN:
        _say(f"另有 {len(rows) - _SHOWN} 行有问题，用 --json 看全部")


def faults(told: Json) -> None:
    """What a check found."""
    listed = sorted(told["faults"], key=lambda each: each["severity"] != "blocking")
    if not listed:
        _say("没有发现问题")
        return
    _table(
        ("", "层", "问题", "编码", "面积 m²", "说明", "可自动修正"),
        [
            (
                _SEVERITIES[each["severity"]],
                LAYER_NAMES[each["layer"]],
                FAULT_NAMES[each["kind"]],
                " ".join(each["codes"][:2]),
                f"{each['area_m2']:.1f}" if each["area_m2"] else "",
                each["says"],
                "是" if each["repair"] else "",
            )
            for each in listed
        ],
    )


def repairs(told: Json) -> None:
    """What is offered, or what was done."""
    if "repairs" in told and isinstance(told["repairs"], list):
        if not told["repairs"]:
            _say("没有可以自动修正的")
            return
        _table(
            ("编号", "修正", "移动 m²", "说明"),
            [
                (each["id"], REPAIR_NAMES[each["kind"]], f"{each['moved_m2']:.2f}", each["says"])
                for each in told["repairs"]
            ],
        )
        return
    _say(
        f"已做 {told['repaired']} 项修正；重新检查：{told['blocking']} 处须改正，{told['warning']} 处提醒，"
        f"还有 {told['repairs']} 项可自动修正"
    )


def preview(told: Json) -> None:
    """What publishing would move."""
    tickets, cells = told["tickets"], told["cells"]
    _say(*(f"不能发布：{each}" for each in told["blocking"]))
    _say(
        f"未结工单 {tickets.get('open', 0)} 件：{tickets.get('moved', 0)} 件归属有变，"
        f"{tickets.get('other_center', 0)} 件换中心",
        f"网格：新增 {cells['added']}，取消 {cells['removed']}，改动 {cells['changed']}",
    )
    if tickets.get("by_center"):
        _table(
            ("原中心", "现中心", "件数"),
            [(each["from_name"], each["to_name"], each["count"]) for each in tickets["by_center"]],
        )
    if cells["by_police_grid"]:
        _table(
            ("警格", "原有网格", "现有网格", "得", "失"),
            [
                (each["police_grid"], each["from"], each["to"], each["gained"], each["lost"])
                for each in cells["by_police_grid"]
            ],
        )
    waiting = (*tickets["orphaned"], *tickets.get("unclear", ()))
    if waiting:
        _table(("工单", "原因"), [(each["number"], each["why"]) for each in waiting])
    _say(
        *(f"{each['name']}:{each['why']}" for each in told["people"]),
        *(each["says"] for each in told["units"]),
    )


def published(told: Json) -> None:
    """What came of publishing."""
    if told["state"] == "scheduled":
        _say(f"第 {told['version']} 版将在 {told['publish_at']} 发布")
        return
    _say(
        f"第 {told['version']} 版已发布，换版停顿 {told['still_ms']} 毫秒；"
        f"{told['open']} 件未结工单由运行中的服务逐件移入"
    )


def crosswalk(told: Json) -> None:
    """What became of which area."""
    _table(
        ("原", "现", "面积 m²", "占原", "占现"),
        [
            (
                *(row["from"] or "（区外）", row["to"] or "（区外）", f"{row['area_m2']:.0f}"),
                *(f"{row['share']:.2%}", f"{row['back_share']:.2%}"),
            )
            for row in told["rows"]
        ],
    )


def statistics(told: Json) -> None:
    """How many tickets where."""
    _table(
        ("编码", "名称", "工单", "精确", "分摊"),
        [
            (
                *(row["code"] or "–", row["name"] or "归不到任何块", f"{row['tickets']:.1f}"),
                *(row["exact"], f"{row['apportioned']:.1f}"),
            )
            for row in told["rows"]
            if row["tickets"]
        ],
    )
    _say(f"合计 {told['total']:.1f} 件，{told['since']} 至 {told['until']}")
