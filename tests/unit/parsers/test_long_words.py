"""Twenty thousand characters made to mislead a pattern are read as quickly as any others, by every reader of words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dispatch.domain import pasting
from dispatch.domain.cells import moment, name_of, plain
from dispatch.domain.clocks import notice, texts
from dispatch.domain.drafting import _plain
from dispatch.domain.moments import moment_of
from dispatch.domain.privacy import personal, scrub
from dispatch.domain.reply_checks import safety
from dispatch.domain.sensitive import find
from dispatch.errors import BadInput
from gis import beside, columns
from gis.address import coordinate_in, marks, normalise
from gis.formats import declared, kml
from gis.register import clean_name, fault_of_name

LENGTH = 20_000
LENGTHS = {"reply": 5_000, "sensitive": 5_000, "drafting": 5_000}
"""Where a text is shorter, because a reply is."""


def _notice(text: str) -> object:
    try:
        return notice.read_notice(f"2027年元旦：{text}放假")
    except BadInput as refused:
        return refused


def _limit(text: str) -> object:
    try:
        return texts.read(text)
    except BadInput as refused:
        return refused


READERS: dict[str, Callable[[str], Any]] = {
    "pasting": pasting.read,
    "scrub": scrub,
    "personal": lambda text: personal(text, "张三"),
    "reply": lambda text: safety(text, "张三", ()),
    "drafting": _plain,
    "sensitive": lambda text: find(text, ("上访", "东东东")),
    "moment_of": moment_of,
    "cell": lambda text: (plain(text), moment(text), name_of(text)),
    "limit": _limit,
    "notice": _notice,
    "marks": lambda text: marks(normalise(text)),
    "coordinate": coordinate_in,
    "beside": lambda text: beside.unread_between(f"x{text}1", 1, len(text) + 1),
    "heading": lambda text: columns.guess([text]),
    "name": lambda text: fault_of_name(clean_name(text)),
    "description": kml._described,
    "prj": declared.declared,
}
TRAPS = (
    *(
        " ",
        "\t",
        "\u3000",
        "-",
        "(",
        "。",
        "1",
        "1 ",
        "1-",
        "13",
        "138 ",
        "0517-",
        "0517 8391 ",
        "苏H",
        "a.",
        "a@",
        ".",
    ),
    *(
        "东",
        "东门",
        "过去",
        "那里",
        "大约大概",
        "东过去",
        "十",
        "一百",
        "1之",
        "1日(",
        "1日至",
        "一、",
        "张三 ",
        "张 三",
        "年",
    ),
    *(
        "【缺：",
        "<tr",
        "<td>",
        "<tr><td",
        "<",
        "电话 ",
        "电话：",
        "我叫",
        "kras",
        "xian ",
        "EPSG:9",
        '"',
        "9:12 ",
        "[图片]",
    ),
)
ENDS = ("", "x", "米", "号")


@pytest.mark.parametrize("reader", READERS)
def test_no_text_keeps_a_reader_busy(reader: str) -> None:
    length = LENGTHS.get(reader, LENGTH)
    for at, trap in enumerate(TRAPS):
        READERS[reader](f"东{(trap * length)[:length]}{ENDS[at % len(ENDS)]}")


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        ("pasting", "a" + " " * 400 + "b"),
        ("marks", "东" + "过去" * 30 + "处米"),
        ("beside", "东" * 60 + "路"),
        ("beside", "那里" * 40 + "路"),
        ("drafting", "。" * LENGTH + "x"),
        ("heading", "(" * 10_000),
        ("description", "<tr" * 100_000),
        ("description", "<tr>" + "<td>" * 100_000 + "</tr>"),
    ],
)
def test_texts_that_once_did(reader: str, text: str) -> None:
    READERS[reader](text)
