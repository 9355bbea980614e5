"""A sheet for a company outside (对外转办单) as a page to print: what, where, by when; nothing of the caller. Pure."""

from collections.abc import Mapping
from datetime import datetime
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

_LOCAL = ZoneInfo("Asia/Shanghai")
STYLE_PATH = "/api/outside-transfers/sheet.css"
STYLE = """
@page { size: A4; margin: 20mm; }
body { font-family: "FangSong", "Noto Serif CJK SC", serif; font-size: 12pt; line-height: 1.6; color: #000;
  max-width: 170mm; margin: 10mm auto; }
h1 { font-size: 20pt; text-align: center; letter-spacing: 0.3em; margin: 0 0 4mm; }
p.number { display: flex; justify-content: space-between; margin: 0 0 3mm; }
table { width: 100%; border-collapse: collapse; }
th, td { border: 1px solid #000; padding: 2.5mm 3mm; text-align: left; vertical-align: top; }
th { width: 24%; font-weight: normal; white-space: nowrap; }
td.long { height: 45mm; white-space: pre-wrap; }
p.note { font-size: 10pt; margin-top: 3mm; }
@media print { p.note { color: #000; } }
"""
_PAGE = """<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>对外转办单 {number}</title>
<link rel="stylesheet" href="{style}">
<h1>对外转办单</h1>
<p class="number"><span>编号:{number}-{ordinal}</span><span>{made}</span></p>
<table>
{rows}
</table>
<p class="note">本单不含诉求人信息;如需与诉求人联系,请通过转办单位。答复请在期限前反馈给转办单位,由其登记。</p>
<p class="note">{printed}</p>
</html>
"""


def page(sheet: Mapping[str, Any], who: str) -> str:
    """The page of a sheet as ``reads.joint.sheet`` answers it; at its foot who printed it and when."""
    printed = f"打印:{who} {_local(sheet['now'])}"
    company = " ".join(filter(None, (sheet["body"], sheet["body_phone"])))
    center = " ".join(filter(None, (sheet["unit"], sheet["unit_phone"], sheet["person"])))
    lines = [
        ("转给", company, ""),
        ("转办单位", center, ""),
        ("事项", sheet["title"], ""),
        ("类别", (sheet["category"] or "").replace("/", " › "), ""),
        ("地点", sheet["place"], ""),
        ("请协助", sheet["matter"], "long"),
        ("答复期限", _local(sheet["due_at"]), ""),
        ("答复", sheet["answer"] or "", "long"),
        ("答复时间", _local(sheet["answered_at"]), ""),
        ("签收(人、时间)", "", ""),
    ]
    rows = "\n".join(_row(*each) for each in lines)
    return _PAGE.format(
        number=escape(sheet["number"]),
        ordinal=sheet["ordinal"],
        printed=escape(printed),
        made=_local(sheet["made_at"]),
        rows=rows,
        style=STYLE_PATH,
    )


def _row(label: str, words: str, kind: str) -> str:
    return f'<tr><th>{label}</th><td class="{kind}">{escape(words)}</td></tr>'


def _local(at: datetime | None) -> str:
    return "" if at is None else f"{at.astimezone(_LOCAL):%Y年%m月%d日 %H:%M}"
