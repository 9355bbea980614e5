"""The base map that an installation may set: what is taken, what is refused with a sentence, which hosts it opens."""

import pytest

from dispatch.domain.base_map import ATTRIBUTION, DATUM, URL, read
from dispatch.web.security import protective_headers

TIANDITU = "https://t0.tianditu.gov.cn/{}_w/wmts?LAYER={}&TILEMATRIX={{z}}&TILEROW={{y}}&TILECOL={{x}}&tk=k"
SET = {
    URL: f"{TIANDITU.format('vec', 'vec')} {TIANDITU.format('cva', 'cva')}",
    ATTRIBUTION: "天地图 GS(2024)0650号",
    DATUM: "CGCS2000",
}


def test_none_is_the_default() -> None:
    assert read({}) is None


def test_pictures_and_names_of_one_host_open_that_host_alone() -> None:
    found = read(SET)
    assert found is not None
    assert len(found.urls) == 2
    assert found.origins() == ("https://t0.tianditu.gov.cn",)
    policy = protective_headers("https://desk.test", found.origins())["Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["img-src"] == "'self' data: blob: https://t0.tianditu.gov.cn"
    assert rules["connect-src"] == "'self' wss://desk.test https://t0.tianditu.gov.cn"
    assert "tianditu" not in rules["script-src"]
    plain = protective_headers("https://desk.test")["Content-Security-Policy"]
    assert "tianditu" not in plain


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({DATUM: "gcj-02"}, "cannot be shifted"),
        ({DATUM: "bd09"}, "cannot be shifted"),
        ({DATUM: ""}, "say in which datum"),
        ({ATTRIBUTION: " "}, "name their source"),
        ({URL: "https://t0.tianditu.gov.cn/vec/{z}/{x}"}, "names {z}, {x} and {y}"),
        ({URL: "ftp://maps.test/{z}/{x}/{y}"}, "each address is like"),
        ({URL: "https://t{s}.maps.test/{z}/{x}/{y}"}, "its host in full"),
        ({URL: "https://maps.test;script-src/{z}/{x}/{y}"}, "its host in full"),
    ],
)
def test_what_cannot_be_used_is_refused_with_what_to_do(change: dict[str, str], says: str) -> None:
    with pytest.raises(ValueError, match=says.replace("{", r"\{").replace("}", r"\}")):
        read({**SET, **change})
