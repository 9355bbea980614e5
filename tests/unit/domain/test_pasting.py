"""Pasted chat becomes a draft: what is said is kept, what is sure is filled in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dispatch.domain.pasting import Draft, read


def test_labelled_lines() -> None:
    text = "姓名：张三\n电话：139 1234 5678\n地址：富丽花园3栋2单元\n反映问题：楼道灯坏了三天，\n晚上老人不敢下楼"
    assert read(text) == Draft(
        name="张三",
        phone="13912345678",
        address="富丽花园3栋2单元",
        content="楼道灯坏了三天，\n晚上老人不敢下楼",
        title="楼道灯坏了三天",
    )


def test_one_line_with_commas() -> None:
    found = read(
        "联系人：李四，联系方式：0517-84901234，位置：北京东路与淮海路交叉口，诉求：井盖松动，车压过很响"
    )
    assert (found.name, found.phone) == ("李四", "051784901234")
    assert found.address == "北京东路与淮海路交叉口"
    assert found.content == "井盖松动，车压过很响"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("我叫李建国，13812345678，长安华庭门口窨井盖没了", "长安华庭门口窨井盖没了"),
        ("长安华庭门口窨井盖没了，13812345678，请快来", "长安华庭门口窨井盖没了，请快来"),
        ("13812345678", ""),
    ],
)
def test_a_title_says_what_it_is_about_and_not_who_says_so(text: str, title: str) -> None:
    assert read(text).title == title


CHATS = {
    "张大姐：你好，我家住富丽花园3栋201，楼下路灯坏了三天了，电话13812345678。晚上老人不敢下楼": (
        "张大姐",
        "13812345678",
        "楼下路灯坏了三天了",
    ),
    "值班员：您好，请问有什么可以帮您？\n张大姐：北京东路菜场门口污水横流\n值班员：请问电话多少\n张大姐：13912345678": (
        "张大姐",
        "13912345678",
        "北京东路菜场门口污水横流",
    ),
    "张大姐 2026/11/25 9:12\n在吗\n张大姐 2026/11/25 9:13\n小区门口垃圾没人收！臭得很\n李师傅 9:14\n收到": (
        "张大姐",
        "",
        "小区门口垃圾没人收",
    ),
}


@pytest.mark.parametrize(("chat", "found"), CHATS.items())
def test_a_chat_of_several_gives_the_matter_and_who_tells_it(chat: str, found: tuple[str, str, str]) -> None:
    draft = read(chat)
    assert (draft.name, draft.phone, draft.title) == found


def test_words_that_begin_like_a_name_are_no_speaker() -> None:
    draft = read("马路上：有个大坑，电动车摔了好几辆")
    assert (draft.name, draft.title) == ("", "马路上：有个大坑，电动车摔了好几辆")


def test_a_long_sentence_is_cut_at_a_comma() -> None:
    title = read("刘先生：淮海路和北京路交叉口的红绿灯坏了好几天，来往的车子互相不让路，早上堵得厉害").title
    assert title == "淮海路和北京路交叉口的红绿灯坏了好几天，来往的车子互相不让路"


def test_a_chat_with_headers_and_pictures() -> None:
    text = "王小梅 2026/11/25 上午9:12\n你好，小区门口垃圾三天没人收了\n[图片]\n王小梅 9:13\n富丽花园东门\n13912345678"
    found = read(text)
    assert (found.name, found.phone) == ("王小梅", "13912345678")
    assert found.content == "你好，小区门口垃圾三天没人收了\n富丽花园东门"
    assert found.address == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("张三 13912345678\n路灯不亮", "张三"),
        ("赵女士，13912345678\n路灯不亮", "赵女士"),
        ("我叫李明，路灯不亮，13912345678", "李明"),
        ("路灯不亮请联系 13912345678", ""),
        ("夜里很吵，睡不着", ""),
    ],
)
def test_a_name_is_only_taken_where_it_is_sure(text: str, name: str) -> None:
    found = read(text)
    assert found.name == name
    assert "路灯不亮" in found.content or "夜里很吵" in found.content


def test_words_after_a_labelled_address_are_not_lost() -> None:
    found = read("地址：长江路88号\n门口的树倒了，挡住路")
    assert found.address == "长江路88号"
    assert found.content == "门口的树倒了，挡住路"


def test_numbers_that_are_no_phone_stay_words() -> None:
    found = read("身份证 320804199001011234 的老人走失，车牌苏H12345")
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
