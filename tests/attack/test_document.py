"""The short form of ``python -m tests.attack``: every operation asked a few times, as those who may most and least."""

from __future__ import annotations

import pytest

from dispatch.web.assemble import describe
from tests.attack import asking, people
from tests.attack.asking import Effort
from tests.e2e.service import Service

SEED = 5
EFFORTS = {
    "grid_worker_b": Effort(SEED, 1, ("fuzzing",)),
    "district_operator": Effort(SEED, 1, ("fuzzing", "stateful"), steps=2, walks=4),
}


@pytest.mark.parametrize("name", EFFORTS)
def test_every_answer_is_one_that_the_document_knows(attacked: Service, name: str) -> None:
    someone = people.BY_NAME[name]
    asked = asking.ask(
        attacked.url,
        describe(),
        people.headers(someone, attacked.url),
        EFFORTS[name],
        signed_in=someone.person is not None,
    )
    wrong = [*asked.findings, *asked.failures]
    assert not wrong, "\n".join(asking.told(name, asked))
    assert asked.asked >= len(describe()["paths"])
    assert 0 not in asked.statuses, "not answered at all"
    declared = sum(
        len(answer.get("links", ()))
        for operations in describe()["paths"].values()
        for operation in operations.values()
        for answer in operation["responses"].values()
    )
    assert asked.links == declared, "links that nobody follows"
