"""Pasted chat becomes a draft: what is said is kept, what is sure is filled in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dispatch.domain.pasting import Draft, read


def test_labelled_lines() -> None:
    text = "姓名:张三\n电话:139 1234 5678\n地址:富丽花园3栋2单元\n反映问题:楼道灯坏了三天,\n晚上老人不敢下楼"
    assert read(text) == Draft(
        name="张三",
        phone="13912345678",
        address="富丽花园3栋2单元",
        content="楼道灯坏了三天,\n晚上老人不敢下楼",
        title="楼道灯坏了三天, 晚上老人不敢下楼",
    )


def test_one_line_with_commas() -> None:
    found = read("联系人:李四,联系方式:0517-84901234,位置:北京东路与淮海路交叉口,诉求:井盖松动,车压过很响")
    assert (found.name, found.phone) == ("李四", "051784901234")
    assert found.address == "北京东路与淮海路交叉口"
    assert found.content == "井盖松动,车压过很响"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("我叫李建国,13812345678,长安华庭门口窨井盖没了", "长安华庭门口窨井盖没了"),
        ("长安华庭门口窨井盖没了,13812345678,请快来", "长安华庭门口窨井盖没了,请快来"),
        ("13812345678", ""),
    ],
)
def test_a_title_says_what_it_is_about_and_not_who_says_so(text: str, title: str) -> None:
    assert read(text).title == title


def test_a_chat_with_headers_and_pictures() -> None:
    text = "王小梅 2026/11/25 上午9:12\n你好,小区门口垃圾三天没人收了\n[图片]\n王小梅 9:13\n富丽花园东门\n13912345678"
    found = read(text)
    assert (found.name, found.phone) == ("王小梅", "13912345678")
    assert found.content == "你好,小区门口垃圾三天没人收了\n富丽花园东门"
    assert found.address == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("张三 13912345678\n路灯不亮", "张三"),
        ("赵女士,13912345678\n路灯不亮", "赵女士"),
        ("我叫李明,路灯不亮,13912345678", "李明"),
        ("路灯不亮请联系 13912345678", ""),
        ("夜里很吵,睡不着", ""),
    ],
)
def test_a_name_is_only_taken_where_it_is_sure(text: str, name: str) -> None:
    found = read(text)
    assert found.name == name
    assert "路灯不亮" in found.content or "夜里很吵" in found.content


def test_words_after_a_labelled_address_are_not_lost() -> None:
    found = read("地址:长江路88号\n门口的树倒了,挡住路")
    assert found.address == "长江路88号"
    assert found.content == "门口的树倒了,挡住路"


def test_numbers_that_are_no_phone_stay_words() -> None:
    found = read("身份证 320804199001011234 的老人走失,车牌苏H12345")
    assert found.phone == ""
    assert "320804199001011234" in found.content


@given(st.text(max_size=300))
def test_nothing_breaks_it_and_reading_is_stable(text: str) -> None:
    found = read(text)
    assert read(text) == found
    assert len(found.title) <= 30


@given(
    st.lists(
        st.sampled_from(["路灯", "不亮", "三天", "小区", "门口", "请", "处理", "。"]), min_size=1, max_size=20
    )
)
def test_plain_words_all_come_back(words: list[str]) -> None:
    text = "".join(words)
    assert read(text).content.replace("。", "") == text.strip("。").replace("。", "")
