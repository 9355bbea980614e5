"""What travels: no two models of the API bear one name, for the document would rename both of them without a word."""

from __future__ import annotations

from dispatch.web.assemble import describe


def test_no_two_models_have_one_name() -> None:
    names = list(describe()["components"]["schemas"])
    assert len(names) > 100
    assert not [each for each in names if "__" in each], "give one of these models a name of its own"
