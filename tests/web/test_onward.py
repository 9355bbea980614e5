"""The links of the OpenAPI document: each names an operation, its parameters, and a number that answers hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from dispatch.web.assemble import describe
from dispatch.web.onward import linked, shape_at

DOCUMENT = describe()
OPERATIONS = {
    each["operationId"]: each for operations in DOCUMENT["paths"].values() for each in operations.values()
}


def links() -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """(the operation it leaves, the answer it stands at, the link)."""
    for identity, operation in OPERATIONS.items():
        for answer in operation["responses"].values():
            for each in answer.get("links", {}).values():
                yield identity, answer, each


def test_every_link_names_an_operation_and_fills_its_parameters_from_the_answer() -> None:
    """With values of the parameter's own type that are never null."""
    found = list(links())
    assert len(found) > 200
    for source, answer, link in found:
        target = OPERATIONS[link["operationId"]]
        taken = {f"{each['in']}.{each['name']}": each["schema"] for each in target["parameters"]}
        for name, expression in link["parameters"].items():
            place = expression.removeprefix("$response.body#")
            held = shape_at(DOCUMENT, answer["content"]["application/json"]["schema"], place)
            assert held is not None, (source, link)
            assert held.get("type") == taken[name]["type"], (source, link)


def test_every_number_in_a_path_is_one_that_some_answer_leads_to() -> None:
    """What has a number of its own in its path and no link is said here, with the reason."""
    led = {link["operationId"] for _, _, link in links()}
    unled = {
        path
        for path, operations in DOCUMENT["paths"].items()
        for operation in operations.values()
        if operation["operationId"] not in led
        for each in operation.get("parameters", ())
        if each["in"] == "path" and each["schema"].get("type") == "integer"
    }
    assert unled == {
        "/api/closing/{kind}/{number}/end",  # a number of whichever of four lists the kind says
        "/api/timetable/years/{year}",  # a year is known without asking
        "/api/timetable/years/{year}/notice",
        "/tiles/{boundary_version}/{z}/{x}/{y}.mvt",  # said by /api/me, where there may be none yet
    }


def test_a_place_that_no_answer_has_is_refused() -> None:
    document = describe()
    del document["components"]["schemas"]["Made"]["properties"]["id"]
    with pytest.raises(LookupError, match="answers nothing at /id"):
        linked(document)
