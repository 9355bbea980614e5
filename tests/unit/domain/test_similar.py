"""What may be one event: the reasons in words, and which words count."""

from __future__ import annotations

from dispatch.domain.joint import JointSetting
from dispatch.domain.similar import LEAST, Traits, Wording, likeness, wordings

BURST = "小区门口自来水爆管 市民反映：小区门口自来水管爆裂,路面积水严重,已停水两小时,请尽快抢修。"
AGAIN = "路口水管爆了没水 来电人称门口自来水管爆裂,积水没过脚踝,家里停水,要求尽快抢修。"
LAMP = "市民反映：富丽花园门口的路灯三天不亮，请尽快维修。"


def test_one_event_in_other_sentences_is_alike_and_says_by_which_words() -> None:
    again, lamp = wordings(BURST, [AGAIN, LAMP])
    assert again.share > JointSetting().least_likeness > lamp.share
    assert again.phrases == ("门口自来水管爆裂", "尽快抢修")
    found = likeness(
        Traits(False, False, 37.2, False, False, 0.1, again.share, again.phrases), JointSetting()
    )
    assert found.share > LEAST
    assert found.reasons[0] == "相距 37 米"
    assert "内容相近 42%：都说到「门口自来水管爆裂」、「尽快抢修」" in found.reasons


def test_what_the_hotline_says_counts_most() -> None:
    """Two orders far apart in place, kind and words: its word alone is enough to show the one beside the other."""
    found = likeness(Traits(True, False, 4_000.0, False, False, 40.0, 0.0), JointSetting())
    assert found.reasons[0] == "热线注明重复"
    assert found.share > LEAST


def test_what_everybody_says_tells_nothing() -> None:
    others = [f"市民反映：{each}坏了，请尽快抢修。" for each in "桥灯路井管线门窗墙"]
    assert set(wordings("市民反映：水表坏了，请尽快抢修。", others)) == {Wording(0.0, ())}


def test_words_without_a_pair_are_like_none() -> None:
    assert wordings("", ["", "水", "!?"]) == [Wording(0.0, ())] * 3
