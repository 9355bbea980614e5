"""Where an answer leads: which operations the numbers in it are for, as links of the OpenAPI document.

One table, so that whoever writes a client reads it at a glance, and a fuzzer follows tickets, drafts and requests as a
person would. Used by ``assemble.describe``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Pointer = str
"""Where in an answer's JSON a number stands (RFC 6901); ``0`` is the first of a list."""


@dataclass(frozen=True, slots=True)
class Onward:
    """From the answers that hold a number to every operation whose path begins with it."""

    to: str
    """The path of those operations, up to the parameter that takes the number."""
    sources: Mapping[str, Pointer]
    """Operation → where its answer holds the number."""
    beside: Mapping[str, Pointer] | None = None
    """Further parameters of the path, where the same answers hold these too."""


_STARTED = (
    *("POST /api/boundaries/{version}/check", "POST /api/boundaries/{version}/layers/{level}"),
    *("GET /api/boundaries/{version}/preview", "POST /api/boundaries/{version}/preview"),
    *("POST /api/boundaries/{version}/publish", "POST /api/boundaries/{version}/repairs"),
    *("POST /api/gazetteer/import", "POST /api/locating/refit", "POST /api/orders/import"),
    *("POST /api/rules/drafts/{version}/try", "POST /api/intake/profiles/{profile}/drafts/{version}/try"),
)
"""What goes on in the background once it was asked for."""

ONWARD = (
    Onward(
        "/api/tickets/{ticket}",
        {
            "POST /api/tickets": "/row/id",
            "POST /api/search": "/tickets/0/id",
            "GET /api/streams/{stream}/snapshot": "/tickets/0/id",
            "GET /api/upward": "/0/ticket",
            "GET /api/supervisions": "/0/ticket",
            "GET /api/owning/queue": "/0/id",
            "GET /api/heat/tickets": "/tickets/0/id",
            "GET /api/tickets/{ticket}": "/row/id",
        },
    ),
    Onward(
        "/api/tickets/{ticket}/commands/{command}",
        {"GET /api/tickets/{ticket}": "/allowed/0/command"},
        beside={"ticket": "/row/id"},
    ),
    Onward("/api/streams/{stream}", {"GET /api/me": "/streams/0/id"}),
    Onward("/api/owning/alarms/{ticket}", {"GET /api/owning/alarms": "/0/ticket"}),
    Onward(
        "/evidence/{identity}",
        {"POST /api/tickets/{ticket}/evidence": "/id", "GET /api/tickets/{ticket}": "/evidence/0/id"},
    ),
    Onward("/api/callbacks/{callback}", {"GET /api/callbacks": "/0/id"}),
    Onward("/api/grievances/{grievance}", {"GET /api/grievances/waiting": "/0/id"}),
    Onward("/api/call-list/{message}", {"GET /api/call-list": "/0/id"}),
    Onward(
        "/api/boundaries/{version}",
        {
            "POST /api/boundaries": "/id",
            "GET /api/boundaries": "/versions/0/id",
            "POST /api/boundaries/{version}/rollback": "/id",
        },
    ),
    Onward("/api/work/{work}", dict.fromkeys(_STARTED, "/work/id")),
    Onward("/api/gazetteer/{place}", {"POST /api/gazetteer": "/id", "GET /api/gazetteer": "/places/0/id"}),
    Onward("/api/gazetteer/proposals/{proposal}", {"GET /api/gazetteer/proposals": "/proposals/0/id"}),
    Onward("/api/gazetteer/aliases/{name}", {"GET /api/gazetteer/{place}": "/aliases/0/id"}),
    Onward("/api/locating/channels/{source}", {"GET /api/locating/channels": "/channels/0/source"}),
    Onward(
        "/api/rules/drafts/{version}",
        {
            "POST /api/rules/drafts": "/version",
            "POST /api/owning/settings": "/version",
            "POST /api/precedents/proposals/adopt": "/version",
            "POST /api/rules/versions/{version}/bring-back": "/version",
        },
    ),
    Onward("/api/rules/versions/{version}", {"GET /api/rules": "/versions/0/version"}),
    Onward("/api/rules/powers/{power}", {"POST /api/rules/powers": "/id", "GET /api/rules/powers": "/0/id"}),
    Onward(
        "/api/rules/police-lists/{matter}",
        {"POST /api/rules/police-lists": "/id", "GET /api/rules/police-lists": "/0/id"},
    ),
    Onward("/api/precedents/{precedent}", {"POST /api/precedents": "/id", "GET /api/precedents": "/0/id"}),
    Onward("/api/upward/grounds/{ground}", {"GET /api/upward/grounds": "/grounds/0/id"}),
    Onward("/api/outside-bodies/{body}", {"GET /api/joint/settings": "/bodies/0/id"}),
    Onward("/api/cards/{card}", {"POST /api/cards": "/id", "GET /api/cards": "/0/id"}),
    Onward(
        "/api/score-periods/{period}", {"POST /api/score-periods": "/id", "GET /api/score-periods": "/0/id"}
    ),
    Onward(
        "/api/objections/{objection}",
        {
            "POST /api/score-periods/{period}/objections": "/id",
            "GET /api/score-periods/{period}": "/objections/0/id",
        },
    ),
    Onward(
        "/api/look-back/periods/{number}",
        {"POST /api/look-back/periods": "/id", "GET /api/look-back/periods": "/0/id"},
    ),
    Onward("/api/look-back/tasks/{number}", {"GET /api/look-back/tasks": "/0/id"}),
    Onward(
        "/api/reconciliations/{run}",
        {"POST /api/reconciliations": "/id", "GET /api/reconciliations": "/0/id"},
    ),
    Onward("/api/keys/{key}", {"POST /api/keys": "/key/id", "GET /api/keys": "/keys/0/id"}),
    Onward(
        "/api/categories/{code}",
        {"POST /api/categories": "/code", "GET /api/categories": "/categories/0/code"},
    ),
    Onward("/api/intake/sources/{source}", {"GET /api/intake": "/sources/0/id"}),
    Onward("/api/intake/profiles/{profile}", {"GET /api/intake": "/profiles/0/name"}),
    *(
        Onward(
            f"/api/intake/profiles/{{profile}}/{part}/{{version}}",
            {"GET /api/intake/profiles/{profile}": "/versions/0/version"},
            beside={"profile": "/name"},
        )
        for part in ("drafts", "versions")
    ),
    Onward("/api/units/{unit}", {"POST /api/units": "/id", "GET /api/units": "/units/0/id"}),
    Onward("/api/walls/{wall}", {"POST /api/walls": "/id", "GET /api/walls": "/walls/0/id"}),
    Onward("/api/people/{number}", {"POST /api/people": "/person/id", "GET /api/people": "/0/id"}),
    Onward(
        "/api/duty/handovers/{handover}",
        {"POST /api/duty/handovers": "/id", "GET /api/duty/handovers": "/0/id"},
    ),
    Onward("/api/duty/shifts/{shift}", {"GET /api/duty/shifts": "/shifts/0/id"}),
    Onward(
        "/api/duty/stand-ins/{stand_in}",
        {"POST /api/duty/stand-ins": "/id", "GET /api/duty/stand-ins": "/0/id"},
    ),
)


def linked(document: dict[str, Any]) -> dict[str, Any]:
    """An OpenAPI document whose answers say where the numbers in them lead.

    Raises:
        LookupError: the table names an operation or a place in its answer that is not there.
    """
    for each in ONWARD:
        targets = dict(_under(document, each.to))
        for source, pointer in each.sources.items():
            method, _, path = source.partition(" ")
            answer = _answer(document, document["paths"][path][method.lower()], pointer)
            wanted = {_last(each.to): pointer, **(each.beside or {})}
            for name, target in targets.items():
                if name != source:
                    answer.setdefault("links", {})[target["operationId"]] = _link(target, wanted)
    return document


def _under(document: Mapping[str, Any], to: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The operations whose path is this, or goes on after it."""
    for path, operations in document["paths"].items():
        if path == to or path.startswith((f"{to}/", f"{to}.")):
            yield from ((f"{method.upper()} {path}", each) for method, each in operations.items())


def _link(target: Mapping[str, Any], wanted: Mapping[str, Pointer]) -> dict[str, Any]:
    parameters = {f"path.{name}": f"$response.body#{pointer}" for name, pointer in wanted.items()}
    return {"operationId": target["operationId"], "parameters": parameters}


def _last(path: str) -> str:
    """The name of a path's last parameter."""
    return path.rpartition("{")[2].partition("}")[0]


def _answer(document: Mapping[str, Any], operation: Mapping[str, Any], pointer: Pointer) -> dict[str, Any]:
    """The answer of an operation that holds something there."""
    for status, answer in operation["responses"].items():
        shape = answer.get("content", {}).get("application/json", {}).get("schema")
        if status.startswith("2") and shape is not None and shape_at(document, shape, pointer) is not None:
            found: dict[str, Any] = answer
            return found
    raise LookupError(f"{operation['operationId']} answers nothing at {pointer}: mend dispatch/web/onward.py")


def shape_at(
    document: Mapping[str, Any], shape: Mapping[str, Any], pointer: Pointer
) -> Mapping[str, Any] | None:
    """The schema of what stands at a place of an answer of this schema; None where it knows no such place."""
    found: Mapping[str, Any] | None = _resolved(document, shape)
    for part in pointer.strip("/").split("/"):
        if found is None:
            return None
        below = found.get("items") if part == "0" else found.get("properties", {}).get(part)
        found = None if below is None else _resolved(document, below)
    return found


def _resolved(document: Mapping[str, Any], shape: Mapping[str, Any]) -> Mapping[str, Any]:
    """A schema itself, where a reference to it is given."""
    if "$ref" not in shape:
        return shape
    found: Mapping[str, Any] = document["components"]["schemas"][shape["$ref"].rpartition("/")[2]]
    return found
