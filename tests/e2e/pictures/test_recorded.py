"""What was recorded has the shape of what the service answers now: a recording cannot grow old without a word."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import jsonschema_rs
import pytest

from dispatch.web.assemble import describe
from tests.e2e.pictures.recording import AGAIN, Answer, Recording
from tests.e2e.pictures.screens import PAPER, SCREENS

Json = dict[str, Any]
NAMES = [screen.name for screen in (*SCREENS, PAPER)]


def closed(schema: Any) -> Any:
    """The same schema, that lets nothing through which it does not name."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(each) for key, each in schema.items()}
    return {"additionalProperties": False} | inner if isinstance(inner.get("properties"), dict) else inner


@cache
def document() -> Json:
    """What the service says of its answers."""
    described: Json = describe()
    return described | {"components": closed(described["components"])}


@cache
def validator(schema: str) -> jsonschema_rs.Draft202012Validator:
    """What checks an answer against a schema of the document, which is given as text."""
    return jsonschema_rs.Draft202012Validator({**json.loads(schema), "components": document()["components"]})


def schema_of(asked: str, status: int) -> Json | None:
    """The schema of what a request is answered; None where the document knows none, as for tiles."""
    method, _, path = asked.partition("?")[0].partition(" ")
    for pattern, operations in document()["paths"].items():
        words = re.sub(r"\\\{[^}]*\\\}", "[^/]+", re.escape(pattern))
        if method.lower() in operations and re.fullmatch(words, path):
            answers: Json = operations[method.lower()]["responses"]
            content: Json = answers.get(str(status), {}).get("content", {})
            return next((each["schema"] for each in content.values() if each.get("schema")), None)
    raise LookupError(f"the service has no {asked}")


def message_schemas() -> Json:
    """The schemas of what the socket says, by the type that each message names."""
    named = {}
    for name, schema in document()["components"]["schemas"].items():
        kind = schema.get("properties", {}).get("type", {}).get("const")
        if kind is not None:
            named[kind] = {"$ref": f"#/components/schemas/{name}"}
    return named


def faults(schema: Json, value: object) -> Iterator[str]:
    """What is wrong with a value, each with its place."""
    for error in validator(json.dumps(schema)).iter_errors(value):
        yield f"{'/'.join(map(str, error.instance_path))}: {error.message[:200]}"


def faults_of(recording: Recording) -> list[str]:
    """What of a recording the service would not answer so now."""
    found = []
    for asked, answer in recording.answers.items():
        schema = schema_of(asked, answer.status) if answer.is_json else None
        if schema is not None:
            found += [f"{asked} {fault}" for fault in faults(schema, answer.data)]
    schemas = message_schemas()
    return found + [
        f"socket: {told['type']} {fault}"
        for told in recording.told
        for fault in faults(schemas[told["type"]], told)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_recording_has_the_shape_of_the_answers_of_now(name: str) -> None:
    found = faults_of(Recording.read(name))
    assert not found, "\n".join([*found[:10], f"record anew: {AGAIN}"])


def test_what_is_recorded_is_known_to_the_document() -> None:
    asked = [
        (key, answer)
        for name in NAMES
        for key, answer in Recording.read(name).answers.items()
        if answer.is_json
    ]
    unknown = {key.partition("?")[0] for key, answer in asked if schema_of(key, answer.status) is None}
    assert unknown <= {"GET /api/wall/ground"}, "GeoJSON alone has no schema of ours"


def spoilt(answer: Answer, **change: object) -> Recording:
    """A recording of who somebody is, changed a little."""
    data = copy.deepcopy(answer.data)
    return Recording("", "", {"GET /api/me": Answer(200, answer.type, data | change)})


def test_a_recording_that_grew_old_is_told() -> None:
    answer = Recording.read("towns").answers["GET /api/me"]
    assert faults_of(spoilt(answer)) == []
    assert faults_of(spoilt(answer, added_since="x"))
    assert faults_of(spoilt(answer, person="x"))
    lost = spoilt(answer)
    del lost.answers["GET /api/me"].data["person"]
    assert faults_of(lost)
    told = Recording("", "", {}, [{"type": "health", "status": "another"}])
    assert faults_of(told)
