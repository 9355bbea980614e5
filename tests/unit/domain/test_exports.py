"""Which states of an export mean that an order has ended there."""

from __future__ import annotations

import pytest

from dispatch.domain.exports import guess, has_ended
from dispatch.domain.profile import Profile


@pytest.mark.parametrize("word", ["已办结", "已结案", "办结", "已归档", "完成", "已完成", "已回访", "closed"])
def test_words_for_the_end(word: str) -> None:
    assert has_ended(word)


@pytest.mark.parametrize(
    "word", ["办理中", "未办结", "待结案", "待归档", "逾期未办结", "即将办结", "已派单", ""]
)
def test_words_for_what_goes_on(word: str) -> None:
    assert not has_ended(word)


def test_the_profiles_own_names_come_first_and_twins_count_once() -> None:
    by = Profile({"流水号": "order_no", "反映事项": "content"}, {})
    assert guess(["编号", "流水号", "反映事项", "内容"], by) == {"order_no": 1, "content": 2}
    assert guess(["（工单编号）", "诉求内容*", "地址", "事发地址"], Profile({}, {})) == {
        "order_no": 0,
        "content": 1,
        "address": 3,
    }
