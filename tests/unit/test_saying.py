"""Sentences that know how they were made: Chinese everywhere, told in another language where one is asked for."""

from __future__ import annotations

import pickle

import orjson
import pytest

from dispatch.saying import say, together, told
from dispatch.web.language import answering, chosen, in_words

ENGLISH = {
    "不能办「{step}」：{why}": "cannot “{step}”: {why}",
    "签收": "sign",
    "还差 {count} 份,{names}没有回复。": "{names} have not replied, {count} are missing.",
    "完成 {share:.0%}": "{share:.0%} done",
    "用 {} 包起来": "put it into {}",
}


def test_it_is_the_chinese_sentence() -> None:
    sentence = say("不能办「{step}」：{why}", step=say("签收"), why="太晚")
    assert sentence == "不能办「签收」：太晚"
    assert orjson.dumps(sentence) == '"不能办「签收」：太晚"'.encode()
    assert told(pickle.loads(pickle.dumps(sentence)), ENGLISH) == told(sentence, ENGLISH)


def test_what_stands_in_it_is_told_too_and_data_stay() -> None:
    assert (
        told(say("不能办「{step}」：{why}", step=say("签收"), why="签收"), ENGLISH) == "cannot “sign”: 签收"
    )


def test_lists_and_numbers() -> None:
    sentence = say("还差 {count} 份,{names}没有回复。", count=2, names=["甲", say("签收")])
    assert sentence == "还差 2 份,甲、签收没有回复。"
    assert told(sentence, ENGLISH) == "甲, sign have not replied, 2 are missing."
    assert told(say("完成 {share:.0%}", share=0.25), ENGLISH) == "25% done"


def test_sentences_together() -> None:
    both = together([say("签收"), say("完成 {share:.0%}", share=1.0)], ";")
    assert both == "签收;完成 100%"
    assert told(both, ENGLISH) == "sign; 100% done"


def test_braces_without_fields_are_words() -> None:
    assert say("用 {} 包起来") == "用 {} 包起来"
    assert told(say("用 {} 包起来"), ENGLISH) == "put it into {}"


@pytest.mark.parametrize("words", [say("没有译文"), "签收", ""])
def test_what_nobody_translated_stays(words: str) -> None:
    assert told(words, ENGLISH) == words


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "zh"),
        ("en", "en"),
        ("en-GB, en;q=0.9", "en"),
        ("zh-CN, en;q=0.8", "zh"),
        ("zh;q=0.5, EN ; q=0.8", "en"),
        ("fr, *;q=0.1", "zh"),
        ("*", "zh"),
        ("fr, en;q=0.1", "en"),
        ("en;q=0", "zh"),
        ("en;q=much", "zh"),
        (";;,=,q", "zh"),
    ],
)
def test_the_language_that_is_asked_for(accepted: str, language: str) -> None:
    assert chosen(accepted) == language


def test_an_answer_knows_whether_anything_was_said() -> None:
    with answering("en") as silent:
        assert in_words({"title": "路灯不亮", "n": [1, None]}) == {"title": "路灯不亮", "n": [1, None]}
    assert not silent.spoke
    with answering("en") as exchange:
        assert in_words({"why": [say("应是整数。")]}) == {"why": ["This has to be a whole number."]}
    assert exchange.spoke
    assert in_words(say("应是整数。")) == "应是整数。"


def test_a_list_is_chinese_where_chinese_is_asked_for() -> None:
    said = together([say("签收"), say("退单")], ":")
    with answering("zh-CN"):
        assert in_words(said) == "签收:退单"
