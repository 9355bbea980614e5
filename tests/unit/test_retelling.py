"""What was kept as Chinese text is read back and told in another language; what others wrote stays as they wrote it."""

from __future__ import annotations

from collections.abc import Callable
from string import Formatter

import pytest

from dispatch.retelling import LONGEST, Retelling
from dispatch.saying import say, told
from dispatch.text import CATALOGUES
from dispatch.web.language import answering, in_words

ENGLISH = {
    "签收": "sign",
    "已解决": "solved",
    "已派{unit}办理": "{unit} handles it",
    "距网格边界 {} 米，误差约 {} 米": "{} m from the border, radius {} m",
    "“{}”旁边的“{}”没有认出": "“{1}” beside “{0}” was not understood",
    "不能办「{step}」：{why}": "cannot “{step}”: {why}",
    "{}，请核实是哪一处": "{}. Please find out which is meant",
    "文字说的是“{}”，距坐标 {}": "the words say “{}”, {} from the coordinate",
    "{} 公里": "{} km",
    "回头看：{reason}": "Look-back: {reason}",
    "“{}”{}有收录": "“{}” {} is on record",
    "占 {share:.0%} 的面积在外面": "{share:.0%} of it lie outside",
    '报文应是 {"receipts": [...]}，每条有 id。': 'The message is {"receipts": [...]}, each with an id.',
}


@pytest.fixture(scope="module")
def retell() -> Callable[[str], str]:
    return Retelling(ENGLISH).retell


@pytest.mark.parametrize(
    ("kept", "again"),
    [
        ("签收", "sign"),
        ("已派王家营街道办理", "王家营街道 handles it"),
        ("距网格边界 12 米，误差约 30 米", "12 m from the border, radius 30 m"),
        ("“长安路”旁边的“老庙”没有认出", "“老庙” beside “长安路” was not understood"),
        ("占 25% 的面积在外面", "25% of it lie outside"),
        ("签收；距网格边界 1 米，误差约 2 米", "sign; 1 m from the border, radius 2 m"),
        ("签收。已派工作站办理。", "sign. 工作站 handles it."),
        ("签收、已解决", "sign, solved"),
        ("回头看：照片不清楚", "Look-back: 照片不清楚"),
        ("“东方华庭”3栋有收录", "“东方华庭” 3栋 is on record"),
        ("回头看：已派工作站办理", "Look-back: 工作站 handles it"),
        (
            "文字说的是“东方华庭”，距坐标 3.2 公里，请核实是哪一处",
            "the words say “东方华庭”, 3.2 km from the coordinate. Please find out which is meant",
        ),
        ('报文应是 {"receipts": [...]}，每条有 id。', 'The message is {"receipts": [...]}, each with an id.'),
    ],
)
def test_a_kept_sentence_is_told_again(retell: Callable[[str], str], kept: str, again: str) -> None:
    assert retell(kept) == again


@pytest.mark.parametrize(
    "written",
    [
        "路灯不亮",
        "",
        "sign",
        "门口 3 公里外的路",
        "路灯,签收",
        "张三、签收",
        "签收" * LONGEST,
    ],
)
def test_what_others_wrote_stays(retell: Callable[[str], str], written: str) -> None:
    assert retell(written) == written


def test_what_is_quoted_stays(retell: Callable[[str], str]) -> None:
    assert retell("不能办「签收」：签收") == "cannot “签收”: sign"


def test_a_word_is_ours_only_where_nobody_else_writes(retell: Callable[[str], str]) -> None:
    reading = Retelling(ENGLISH)
    assert reading.retell("已解决") == "solved"
    assert reading.retell("已解决", ours=False) == "已解决"
    assert reading.retell("已派工作站办理", ours=False) == "工作站 handles it"


def fields_of(template: str) -> list[str]:
    named = [name for _, name, _, _ in Formatter().parse(template) if name is not None]
    return named if all(not name or name.isidentifier() for name in named) else []


def filled(template: str, parts: dict[str, str], listed: list[str]) -> str:
    """A template with its fields filled in as they stand, whatever their formats say."""
    given, words = iter(listed), ""
    for literal, name, _, _ in Formatter().parse(template):
        words += literal
        if name is not None:
            words += next(given) if name == "" else listed[int(name)] if name.isdigit() else parts[name]
    return words


@pytest.mark.parametrize("language", CATALOGUES)
def test_every_sentence_there_is_can_be_read_back(language: str) -> None:
    """With numbers in its fields, as they are where a sentence has few words of its own."""
    catalogue = CATALOGUES[language]
    reading, wrong = Retelling(catalogue), {}
    for said, words in catalogue.items():
        names = fields_of(said)
        if not any("\u3400" <= each <= "\u9fff" for each in said):
            continue
        listed = [f"{12 + place}" for place in range(len(names))]
        parts = dict(zip(dict.fromkeys(names), listed, strict=False))
        kept, again = (filled(each, parts, listed) if names else each for each in (said, words))
        if (found := reading.retell(kept)) != again:
            wrong[kept] = found
    assert not wrong


HALF = str.maketrans("，；：（）！？", ",;:()!?")
"""What was kept before Chinese stood with Chinese marks has these."""


@pytest.mark.parametrize("language", CATALOGUES)
def test_what_was_kept_with_half_width_marks_is_told_alike(language: str) -> None:
    catalogue = CATALOGUES[language]
    reading, wrong = Retelling(catalogue), {}
    for said in catalogue:
        if not any("\u3400" <= each <= "\u9fff" for each in said):
            continue
        names = fields_of(said)
        listed = [f"{12 + place}" for place in range(len(names))]
        kept = filled(said, dict(zip(dict.fromkeys(names), listed, strict=False)), listed) if names else said
        if (found := reading.retell(kept.translate(HALF))) != reading.retell(kept):
            wrong[kept] = found
    assert not wrong


def test_what_stands_in_a_field_keeps_its_own_marks(retell: Callable[[str], str]) -> None:
    assert retell("“东方华庭（二期）”3栋有收录") == "“东方华庭（二期）” 3栋 is on record"
    assert retell("回头看:照片（第2张）不清楚") == "Look-back: 照片（第2张）不清楚"
    assert retell("距网格边界 1 米,误差约 2 米；签收") == "1 m from the border, radius 2 m; sign"


@pytest.mark.parametrize(
    "sentence",
    [
        say(
            "规则 {ordinal} 第 {version} 版「{name}」：{reason}",
            ordinal=30,
            version=2,
            name="路灯",
            reason="归城管",
        ),
        say(
            "规则 {ordinal} 第 {version} 版「{name}」：{reason}（{grounds}）",
            ordinal=30,
            version=2,
            name="路灯",
            reason="归城管",
            grounds=[say("处罚权「{name}」", name="占道经营")],
        ),
        say("区中心研判：{why}", why=say("派{unit}", unit="王家营街道社会治理指挥中心")),
        say("{reason}并入", reason=say("网格边界第 {version} 版", version=3)),
        say("回头看：{reason}", reason="照片不清楚"),
    ],
)
def test_kept_or_not_it_is_told_alike(sentence: str) -> None:
    assert Retelling(CATALOGUES["en"]).retell(str(sentence)) == told(sentence, CATALOGUES["en"]).replace(
        "to 王家营街道社会治理指挥中心", "派王家营街道社会治理指挥中心"
    )


def test_an_answer_tells_what_was_kept() -> None:
    with answering("en") as exchange:
        assert in_words(["镇街可以确定，网格请镇街中心选定"]) == [
            "The town is sure; the town's center is asked to choose the cell"
        ]
    assert exchange.spoke
    with answering("zh"):
        assert in_words("没有地址文字") == "没有地址文字"
    assert in_words("没有地址文字") == "没有地址文字"


def test_words_written_to_keep_the_reader_busy_stay_as_they_are() -> None:
    """Each template's own words again and again: with backtracking one of them takes minutes."""
    retelling = Retelling(CATALOGUES["en"])
    for said in sorted(CATALOGUES["en"], key=len)[-200:]:
        literals = [literal * 40 for literal, _, _, _ in Formatter().parse(said)]
        busy = "某".join(literals)[:LONGEST] + "×"
        assert "某" in retelling.retell(busy) or len(literals) == 1
