"""Who may ask each route: what ``test_rules`` holds the service to. A new route gets its row here."""

from __future__ import annotations

from dispatch.domain.access import KEEPERS, NAME_DECIDERS, NAME_PROPOSERS, Role
from dispatch.web.guard import DESK, HANDLERS

REPLAYERS = {Role.DISTRICT_OPERATOR, Role.TOWN_OPERATOR, Role.DUTY_LEADER}
DISTRICT = {Role.DISTRICT_OPERATOR, Role.SUPERVISOR}
OPEN = {
    "POST /api/session",
    "GET /health",
    "GET /health/live",
    "GET /health/ready",
    "GET /signin",
    "GET /assets/{name:path}",
    "GET /phone-worker.js",
    "GET /phone/{name}",
    "POST /hotline/v1/{source}/messages",
    "POST /hotline/v1/{source}/reconciliation",
    "SOCKET /api/stream",
    "POST /gateway/{name}/receipts",
    "POST /api/link",
    "GET /t",
    "GET /t/{token}",
    "GET /wall",
    "POST /api/wall/pairing",
}
SCREENS = {"GET /api/wall", "GET /api/wall/ground", "GET /api/wall/heat"}
"""For paired screens on a wall."""
EVEN_LOCKED = {
    "DELETE /api/session",
    "POST /api/session/lock",
    "POST /api/session/unlock",
    "GET /api/me",
    "POST /api/socket-ticket",
    "GET /api/alarm",
    "GET /api/streams/{stream}/snapshot",
    "GET /tiles/{boundary_version}/{z}/{x}/{y}.mvt",
    "GET /",
    "GET /m",
    "GET /admin",
    "GET /print",
}
ANY_SESSION = {
    "GET /api/upward/grounds",
    "GET /api/work/{work}",
    "GET /api/work/{work}/rows.csv",
    "PUT /api/session/password",
}
BOUND = {
    "GET /api/link",
    "GET /api/commands",
    "GET /api/tickets/{ticket}",
    "POST /api/tickets/{ticket}/commands/{command}",
    "POST /api/tickets/{ticket}/evidence",
    "POST /api/tickets/{ticket}/caller",
    "GET /evidence/{identity}",
    "POST /api/grievances",
}
"""What the session of a one-use link may ask: about its own ticket, and to say what is wrong with the work."""
EVEN_DUE = {"GET /api/me", "DELETE /api/session", "POST /api/session/lock", "POST /api/session/unlock"} | {
    "PUT /api/session/password"
}
"""What a one-time password opens."""
KEYED = {"GET /metrics"} | {
    f"{method} /ogc{path}"
    for method in ("GET", "HEAD")
    for path in (
        *("", "/", "/api", "/conformance", "/collections", "/collections/{collection}"),
        *(
            f"/collections/{{collection}}/{part}"
            for part in ("schema", "queryables", "items", "items/{item}")
        ),
    )
}
"""For programs with a key that opens features, and the desks' people."""
NOT_OF_TICKETS = (
    r" /api/(keys\b|sources\b|audit\b|gazetteer\b|locat|boundaries\b|closing\b|people\b|duty\b|telling\b|outbox\b"
    r"|rules\b|intake\b|units\b|categories\b|kept-changes\b|cell-people\b|desk-settings\b|walls\b"
    r"|owning/settings|joint/settings|rates/settings|outside-bodies|upward/(grounds|limits)|timetable\b)"
)
"""Paths that lead to no ticket: administrators of the system may be let in."""
SAMPLE = "00000000-0000-0000-0000-000000000001"
BOUNDARY_READS = (
    *("", "/{version}", "/{version}/faults", "/{version}/repairs", "/{version}/left"),
    *("/{version}/areas.geojson", "/{version}/crosswalk", "/statistics"),
)
BOUNDARY_CHANGES = (
    *("POST /api/boundaries", "PATCH /api/boundaries/{version}", "DELETE /api/boundaries/{version}"),
    *("PATCH /api/boundaries/{version}/cells/{code}", "POST /api/boundaries/inspect"),
    *("POST /api/boundaries/{version}/layers/{level}", "POST /api/boundaries/{version}/check"),
    *("POST /api/boundaries/{version}/repairs", "GET /api/boundaries/{version}/preview"),
    *("POST /api/boundaries/{version}/preview", "POST /api/boundaries/{version}/publish"),
    *("POST /api/boundaries/{version}/unschedule", "POST /api/boundaries/{version}/rollback"),
)
RULE_CHANGES = (
    *("POST /api/rules/drafts", "PUT /api/rules/drafts/{version}", "POST /api/rules/powers"),
    *(f"POST /api/rules/drafts/{{version}}/{act}" for act in ("discard", "try", "activate", "unschedule")),
    *("POST /api/rules/versions/{version}/bring-back", "PUT /api/rules/powers/{power}"),
    *("POST /api/rules/police-lists", "PUT /api/rules/police-lists/{matter}", "POST /api/owning/settings"),
)
RULE_READS = (
    *("rules", "rules/versions/{version}", "rules/changes/{subjects}", "rules/powers", "rules/police-lists"),
    "owning/settings",
)
OWNERSHIP = (
    *("POST /api/precedents", "PUT /api/precedents/{precedent}", "POST /api/precedents/{precedent}/end"),
    *("POST /api/precedents/proposals/adopt", "POST /api/owning/alarms/{ticket}/settle"),
)
KEPT = (
    *("GET /api/units", "POST /api/units", "PUT /api/units/{unit}", "GET /api/units/{unit}/holds"),
    *("POST /api/units/{unit}/end", "POST /api/units/{unit}/stay", "POST /api/units/import"),
    *("GET /api/units/list.xlsx", "GET /api/cell-people", "POST /api/cell-people"),
    *("GET /api/desk-settings", "PUT /api/desk-settings", "POST /api/desk-settings/trial"),
    *("POST /api/cell-people/end", "POST /api/cell-people/import", "GET /api/cell-people/list.xlsx"),
)
CATEGORIES = (
    *("GET /api/categories", "POST /api/categories", "PUT /api/categories/{code}"),
    *(f"POST /api/categories/{{code}}/{act}" for act in ("aliases", "end", "stay")),
    *("GET /api/categories/{code}/uses", "POST /api/categories/import", "GET /api/categories/list.xlsx"),
)
INTAKE = (
    *("GET /api/intake", "GET /api/intake/sources/{source}/deliveries"),
    *("GET /api/intake/profiles/{profile}", "POST /api/intake/profiles/{profile}/drafts"),
    "POST /api/intake/profiles/{profile}/versions/{version}/bring-back",
    "PUT /api/intake/profiles/{profile}/drafts/{version}",
    *(
        f"POST /api/intake/profiles/{{profile}}/drafts/{{version}}/{act}"
        for act in ("discard", "try", "activate")
    ),
)
SOURCES = (
    *("POST /api/intake/sources", "PUT /api/intake/sources/{source}"),
    *(f"POST /api/intake/sources/{{source}}/{act}" for act in ("retire", "resume")),
)
PEOPLE = (
    *(
        *("GET /api/people/changes", "POST /api/people/import", "GET /api/people/list.xlsx"),
        *("GET /api/people/slips", "POST /api/people/slips"),
        "GET /api/people",
        "POST /api/people",
        "PUT /api/people/{number}",
        "GET /api/people/posts",
    ),
    *("POST /api/people/{number}/password", "POST /api/people/{number}/disabled"),
    *("POST /api/people/{number}/posts", "GET /api/people/{number}/leaving"),
    "POST /api/people/{number}/leave",
)
PRINTED = ("GET /api/tickets/{ticket}/papers", "GET /api/tickets/{ticket}/papers/{paper}")
UNITS_PEOPLE = {
    *(Role.STATION_CLERK, Role.POLICE_OFFICER, Role.ENFORCEMENT_OFFICER, Role.WINDOW_CLERK),
    *(Role.AGENCY_CLERK, Role.DEPARTMENT_LIAISON),
}
COUNTED = DESK | {Role.SIGNING_LEADER, Role.DEPARTMENT_LIAISON}
ON_PATROL = {Role.GRID_WORKER, Role.POLICE_OFFICER, Role.STATION_CLERK, Role.ENFORCEMENT_OFFICER}
FIGURES = (
    *("GET /api/rates", "GET /api/rates/export.{form}", "GET /api/rates/tickets", "GET /api/cards"),
    *("GET /api/supervisions", "GET /api/score-periods", "GET /api/score-periods/{period}"),
    *("GET /api/score-periods/{period}/tickets", "GET /api/score-periods/{period}/export.{form}"),
    *("POST /api/score-periods/{period}/objections", "POST /api/cards/{card}/answer"),
)
SUPERVISORS = frozenset({Role.SUPERVISOR})
SUPERVISED = (
    *("GET /api/grievances/waiting", "GET /api/grievances/answered"),
    "POST /api/grievances/{grievance}/answer",
)
VERDICTS = (
    *("POST /api/cards", "POST /api/cards/{card}/revoke", "POST /api/objections/{objection}/ruling"),
    *("POST /api/score-periods", "POST /api/score-periods/{period}/state"),
)
ROLES = {
    "GET /api/directory": HANDLERS,
    "GET /api/alarm": DESK,
    "GET /api/audit": {Role.AUDIT_ADMIN},
    "GET /api/audit/export.{form}": {Role.AUDIT_ADMIN},
    "GET /api/commands": HANDLERS,
    "POST /api/co-handled": HANDLERS,
    "GET /api/tickets/{ticket}": HANDLERS,
    "GET /api/tickets/{ticket}/kept": HANDLERS,
    "POST /api/tickets/{ticket}/commands/{command}": HANDLERS,
    "POST /api/tickets": DESK,
    "POST /api/locate": DESK | {Role.SYSTEM_ADMIN},
    "GET /api/locate/point": DESK | {Role.SYSTEM_ADMIN},
    "GET /api/locating/report": DESK | {Role.SYSTEM_ADMIN},
    "GET /api/locating/settings": DESK | {Role.SYSTEM_ADMIN},
    "POST /api/locating/settings": KEEPERS,
    "POST /api/locating/refit": KEEPERS,
    "GET /api/locating/channels": DESK | {Role.SYSTEM_ADMIN},
    "POST /api/locating/channels/{source}/acknowledge": KEEPERS,
    "POST /api/locating/channels/{source}/declare": KEEPERS,
    "GET /api/tickets/{ticket}/clocks": HANDLERS,
    "GET /api/timetable": DESK | {Role.SYSTEM_ADMIN},
    "GET /api/timetable/years/{year}": DESK | {Role.SYSTEM_ADMIN},
    "POST /api/timetable/try": DESK | {Role.SYSTEM_ADMIN},
    "POST /api/timetable/rules": KEEPERS,
    "POST /api/timetable/hours": KEEPERS,
    "POST /api/timetable/notice": KEEPERS,
    "PUT /api/timetable/days/{day}": KEEPERS,
    "POST /api/timetable/years/{year}/notice": KEEPERS,
    "POST /api/tickets/{ticket}/evidence": HANDLERS,
    "GET /evidence/{identity}": HANDLERS,
    "POST /api/search": HANDLERS,
    "POST /api/tickets/{ticket}/caller": HANDLERS,
    "GET /api/callbacks": DESK,
    "POST /api/callbacks/{callback}/replay": REPLAYERS,
    "GET /api/waiting": DISTRICT,
    "GET /api/tickets/{ticket}/upward": HANDLERS,
    "GET /api/upward": DESK | {Role.SIGNING_LEADER},
    "POST /api/upward/grounds": KEEPERS,
    "POST /api/upward/grounds/{ground}/end": KEEPERS,
    "PUT /api/upward/limits/{kind}": KEEPERS,
    **dict.fromkeys(
        (f"GET /api/reconciliations{path}" for path in ("", "/sources", "/{run}", "/{run}/file.{kind}")),
        DISTRICT,
    ),
    "POST /api/reconciliations": {Role.DISTRICT_OPERATOR},
    "GET /api/gazetteer": DESK | {Role.SYSTEM_ADMIN},
    "GET /api/gazetteer/state": DESK | {Role.SYSTEM_ADMIN},
    "GET /api/gazetteer/proposals": DESK | {Role.SYSTEM_ADMIN},
    "GET /api/gazetteer/{place}": DESK | {Role.SYSTEM_ADMIN},
    "POST /api/gazetteer": KEEPERS,
    "POST /api/gazetteer/inspect": KEEPERS,
    "POST /api/gazetteer/import": KEEPERS,
    "PATCH /api/gazetteer/{place}": KEEPERS,
    "POST /api/gazetteer/{place}/retire": KEEPERS,
    "POST /api/gazetteer/{place}/aliases": NAME_PROPOSERS,
    "POST /api/gazetteer/proposals/{proposal}": NAME_PROPOSERS | NAME_DECIDERS,
    "POST /api/gazetteer/aliases/{name}/retire": NAME_DECIDERS,
    "GET /api/keys": {Role.SYSTEM_ADMIN},
    "POST /api/keys": {Role.SYSTEM_ADMIN},
    "POST /api/keys/{key}/revoke": {Role.SYSTEM_ADMIN},
    "GET /api/sources": {Role.SYSTEM_ADMIN},
    "GET /api/sources/changes": {Role.SYSTEM_ADMIN},
    "POST /api/sources/{source}/secrets": {Role.SYSTEM_ADMIN},
    "POST /api/sources/{source}/report-secrets": {Role.SYSTEM_ADMIN},
    "POST /api/sources/{source}/report-secrets/{fingerprint}/end": {Role.SYSTEM_ADMIN},
    "POST /api/sources/{source}/secrets/{fingerprint}/end": {Role.SYSTEM_ADMIN},
    **{f"GET /api/boundaries{path}": DESK | {Role.SYSTEM_ADMIN} for path in BOUNDARY_READS},
    **dict.fromkeys(BOUNDARY_CHANGES, KEEPERS),
    **{f"GET /api/{path}": DESK | {Role.SYSTEM_ADMIN} for path in RULE_READS},
    **dict.fromkeys(RULE_CHANGES, KEEPERS),
    "GET /api/tickets/{ticket}/precedents": HANDLERS,
    **dict.fromkeys(("GET /api/owning/queue", "GET /api/precedents/proposals"), DISTRICT),
    **dict.fromkeys(("GET /api/owning/alarms", "GET /api/precedents", "GET /api/precedents/map"), DESK),
    **dict.fromkeys(OWNERSHIP, frozenset({Role.DISTRICT_OPERATOR})),
    "GET /api/tickets/{ticket}/closing": HANDLERS,
    "GET /api/tickets/{ticket}/draft": HANDLERS,
    "POST /api/tickets/{ticket}/reply-check": HANDLERS,
    "GET /api/calls": DESK,
    "GET /api/closing/rules": KEEPERS,
    **{
        f"POST /api/closing/{kind}": KEEPERS
        for kind in ("evidence", "signoff", "texts", "words", "words/list")
    },
    "POST /api/closing/{kind}/{number}/end": KEEPERS,
    "PUT /api/closing/replies": KEEPERS,
    "GET /api/look-back/periods": DISTRICT,
    "POST /api/look-back/periods": DISTRICT,
    "POST /api/look-back/periods/{number}/draw": DISTRICT,
    "GET /api/look-back/periods/{number}/proof": DISTRICT,
    "GET /api/look-back/tasks": DISTRICT,
    "POST /api/look-back/tasks/{number}/verdict": {Role.SUPERVISOR},
    "GET /api/link": HANDLERS,
    "GET /api/call-list": DESK,
    "POST /api/call-list/{message}": REPLAYERS,
    "GET /api/tickets/{ticket}/notices": HANDLERS,
    "GET /api/telling": KEEPERS,
    "PUT /api/telling/limits": KEEPERS,
    "PUT /api/telling/templates/{code}": KEEPERS,
    "GET /api/outbox": KEEPERS,
    "GET /api/duty/now": HANDLERS,
    "GET /api/duty/desks": DESK,
    "GET /api/duty/shifts": DESK | {Role.SYSTEM_ADMIN},
    "POST /api/duty/shifts": REPLAYERS | {Role.SYSTEM_ADMIN},
    "POST /api/duty/shifts/table": REPLAYERS | {Role.SYSTEM_ADMIN},
    "DELETE /api/duty/shifts/{shift}": REPLAYERS | {Role.SYSTEM_ADMIN},
    "GET /api/duty/handover": DESK,
    "GET /api/duty/handovers": DESK,
    "POST /api/duty/handovers": REPLAYERS,
    "POST /api/duty/handovers/{handover}/confirm": REPLAYERS,
    "GET /api/duty/stand-ins": DESK | {Role.SYSTEM_ADMIN},
    "POST /api/duty/stand-ins": REPLAYERS | {Role.SYSTEM_ADMIN},
    "POST /api/duty/stand-ins/{stand_in}/end": REPLAYERS | {Role.SYSTEM_ADMIN},
    **dict.fromkeys((*PEOPLE, *SOURCES), frozenset({Role.SYSTEM_ADMIN})),
    **dict.fromkeys(INTAKE, KEEPERS),
    **dict.fromkeys(("GET /api/walls", "POST /api/walls"), KEEPERS),
    **dict.fromkeys((f"{act} /api/walls/{{wall}}" for act in ("PATCH", "DELETE")), KEEPERS),
    **dict.fromkeys(("GET /api/heat", "GET /api/heat/tickets"), DESK | {Role.SIGNING_LEADER}),
    **dict.fromkeys((*KEPT, *CATEGORIES), KEEPERS),
    "GET /api/tickets/{ticket}/joint": HANDLERS,
    "GET /api/tickets/{ticket}/similar": DESK,
    "GET /api/joint/waiting": HANDLERS,
    **dict.fromkeys(PRINTED, DESK | UNITS_PEOPLE),
    "GET /api/duty/handovers/{handover}/paper": DESK,
    "GET /api/day-report.{form}": DESK | {Role.SIGNING_LEADER},
    "GET /api/police-handovers": HANDLERS,
    "POST /api/police-handovers": DESK,
    **dict.fromkeys(("GET /api/joint/settings", "PUT /api/joint/settings"), KEEPERS),
    **dict.fromkeys(("POST /api/outside-bodies", "PUT /api/outside-bodies/{body}"), KEEPERS),
    **dict.fromkeys(("POST /api/grievances", "GET /api/grievances/own"), HANDLERS),
    **dict.fromkeys(SUPERVISED, SUPERVISORS),
    "GET /api/tickets/{ticket}/alike": DESK,
    "POST /api/tickets/{ticket}/link": DESK,
    "POST /api/pasted": DESK,
    **dict.fromkeys(("GET /api/reports", "GET /api/reports/cells", "POST /api/reports"), ON_PATROL),
    **dict.fromkeys(FIGURES, COUNTED),
    "GET /api/rates/settings": COUNTED | {Role.SYSTEM_ADMIN},
    "POST /api/rates/settings": KEEPERS,
    "GET /api/kept-changes": COUNTED | {Role.SYSTEM_ADMIN},
    "GET /api/tickets/{ticket}/supervisions": HANDLERS,
    **dict.fromkeys(VERDICTS, DISTRICT),
}
