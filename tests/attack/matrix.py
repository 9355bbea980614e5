"""Every route of the service, and what whoever has no business with town A may get of town A by it: nothing.

A route that is in none of these lists fails the test: whoever adds one says here what it may give to whom.
"""

from __future__ import annotations

BY_TICKET = """
POST /api/owning/alarms/{ticket}/settle
GET /api/tickets/{ticket}
GET /api/tickets/{ticket}/alike
POST /api/tickets/{ticket}/caller
GET /api/tickets/{ticket}/clocks
GET /api/tickets/{ticket}/closing
POST /api/tickets/{ticket}/commands/{command}
GET /api/tickets/{ticket}/draft
POST /api/tickets/{ticket}/evidence
GET /api/tickets/{ticket}/joint
GET /api/tickets/{ticket}/kept
POST /api/tickets/{ticket}/link
GET /api/tickets/{ticket}/notices
GET /api/tickets/{ticket}/papers
GET /api/tickets/{ticket}/papers/{paper}
GET /api/tickets/{ticket}/precedents
POST /api/tickets/{ticket}/reply-check
GET /api/tickets/{ticket}/similar
GET /api/tickets/{ticket}/supervisions
GET /api/tickets/{ticket}/upward
"""
"""Of a ticket that one may not see, these answer what they answer of one that does not exist."""

BY_RECORD = """
POST /api/call-list/{message}
POST /api/callbacks/{callback}/replay
POST /api/cards/{card}/answer
POST /api/cards/{card}/revoke
POST /api/duty/handovers/{handover}/confirm
POST /api/objections/{objection}/ruling
GET /api/duty/handovers/{handover}/paper
GET /api/reconciliations/{run}
GET /api/reconciliations/{run}/file.{kind}
GET /api/streams/{stream}/snapshot
GET /api/work/{work}
GET /api/work/{work}/rows.csv
GET /evidence/{identity}
"""
"""So do these of a record that belongs to somebody else's ticket, unit or work."""

OWN_SESSION = """
DELETE /api/session
POST /api/session/lock
POST /api/session/unlock
PUT /api/session/password
POST /api/session
"""
"""About the session that asks, and no other."""

SOCKETS = """
WEBSOCKET /api/stream
"""
"""Asked in a test of their own: others' streams, positions of before, presence at others' tickets."""

NOTHING_OF_OTHERS = """
GET /
GET /admin
GET /print
GET /api/alarm
GET /api/audit
GET /api/audit/export.{form}
GET /api/boundaries
POST /api/boundaries
POST /api/boundaries/inspect
GET /api/boundaries/statistics
DELETE /api/boundaries/{version}
GET /api/boundaries/{version}
PATCH /api/boundaries/{version}
GET /api/boundaries/{version}/areas.geojson
PATCH /api/boundaries/{version}/cells/{code}
POST /api/boundaries/{version}/check
GET /api/boundaries/{version}/crosswalk
GET /api/boundaries/{version}/faults
POST /api/boundaries/{version}/layers/{level}
GET /api/boundaries/{version}/left
GET /api/boundaries/{version}/preview
POST /api/boundaries/{version}/preview
POST /api/boundaries/{version}/publish
GET /api/boundaries/{version}/repairs
POST /api/boundaries/{version}/repairs
POST /api/boundaries/{version}/rollback
POST /api/boundaries/{version}/unschedule
GET /api/call-list
GET /api/callbacks
GET /api/calls
GET /api/cards
POST /api/cards
GET /api/categories
POST /api/categories
POST /api/categories/import
GET /api/categories/list.xlsx
PUT /api/categories/{code}
POST /api/categories/{code}/aliases
POST /api/categories/{code}/end
POST /api/categories/{code}/stay
GET /api/categories/{code}/uses
GET /api/cell-people
POST /api/cell-people
POST /api/cell-people/end
POST /api/cell-people/import
GET /api/cell-people/list.xlsx
GET /api/cells/{code}
POST /api/closing/evidence
PUT /api/closing/replies
GET /api/closing/rules
POST /api/closing/signoff
POST /api/closing/texts
POST /api/closing/words
POST /api/closing/words/list
POST /api/closing/{kind}/{number}/end
POST /api/co-handled
GET /api/commands
GET /api/day-report.{form}
GET /api/desk-settings
PUT /api/desk-settings
POST /api/desk-settings/trial
GET /api/directory
GET /api/duty/desks
GET /api/duty/handover
GET /api/duty/handovers
POST /api/duty/handovers
GET /api/duty/now
GET /api/duty/shifts
POST /api/duty/shifts
POST /api/duty/shifts/table
DELETE /api/duty/shifts/{shift}
GET /api/duty/stand-ins
POST /api/duty/stand-ins
POST /api/duty/stand-ins/{stand_in}/end
GET /api/gazetteer
POST /api/gazetteer
POST /api/gazetteer/aliases/{name}/retire
POST /api/gazetteer/import
POST /api/gazetteer/inspect
GET /api/gazetteer/proposals
POST /api/gazetteer/proposals/{proposal}
GET /api/gazetteer/state
GET /api/gazetteer/{place}
PATCH /api/gazetteer/{place}
POST /api/gazetteer/{place}/aliases
POST /api/gazetteer/{place}/retire
GET /api/joint/settings
PUT /api/joint/settings
GET /api/joint/waiting
GET /api/kept-changes
GET /api/keys
POST /api/keys
POST /api/keys/{key}/revoke
GET /api/sources
POST /api/sources/{source}/secrets
POST /api/sources/{source}/secrets/{fingerprint}/end
GET /api/link
POST /api/link
POST /api/locate
GET /api/locate/point
GET /api/locating/channels
POST /api/locating/channels/{source}/acknowledge
POST /api/locating/channels/{source}/declare
POST /api/locating/refit
GET /api/locating/report
GET /api/locating/settings
POST /api/locating/settings
GET /api/look-back/periods
POST /api/look-back/periods
POST /api/look-back/periods/{number}/draw
GET /api/look-back/periods/{number}/proof
GET /api/look-back/tasks
POST /api/look-back/tasks/{number}/verdict
GET /api/me
POST /api/orders/import
POST /api/orders/inspect
GET /api/sources/changes
GET /api/orders/sources
GET /api/outbox
POST /api/outside-bodies
PUT /api/outside-bodies/{body}
GET /api/owning/alarms
GET /api/owning/queue
GET /api/owning/settings
POST /api/owning/settings
POST /api/pasted
GET /api/people
POST /api/people
GET /api/people/posts
PUT /api/people/{number}
POST /api/people/{number}/disabled
POST /api/people/{number}/leave
GET /api/people/{number}/leaving
POST /api/people/{number}/password
POST /api/people/{number}/posts
GET /api/police-handovers
POST /api/police-handovers
GET /api/precedents
POST /api/precedents
GET /api/precedents/map
GET /api/precedents/proposals
POST /api/precedents/proposals/adopt
PUT /api/precedents/{precedent}
POST /api/precedents/{precedent}/end
GET /api/rates
GET /api/rates/export.{form}
GET /api/rates/settings
POST /api/rates/settings
GET /api/rates/tickets
GET /api/people/changes
GET /api/reconciliations
POST /api/reconciliations
GET /api/reconciliations/sources
GET /api/reports
POST /api/reports
GET /api/reports/cells
GET /api/rules
GET /api/rules/changes/{subjects}
POST /api/rules/drafts
PUT /api/rules/drafts/{version}
POST /api/rules/drafts/{version}/activate
POST /api/rules/drafts/{version}/discard
POST /api/rules/drafts/{version}/try
POST /api/rules/drafts/{version}/unschedule
GET /api/rules/police-lists
POST /api/rules/police-lists
PUT /api/rules/police-lists/{matter}
GET /api/rules/powers
POST /api/rules/powers
PUT /api/rules/powers/{power}
GET /api/rules/versions/{version}
POST /api/rules/versions/{version}/bring-back
GET /api/score-periods
POST /api/score-periods
GET /api/score-periods/{period}
GET /api/score-periods/{period}/export.{form}
POST /api/score-periods/{period}/objections
POST /api/score-periods/{period}/state
GET /api/score-periods/{period}/tickets
POST /api/search
POST /api/socket-ticket
GET /api/supervisions
GET /api/telling
PUT /api/telling/limits
PUT /api/telling/templates/{code}
POST /api/tickets
GET /api/timetable
PUT /api/timetable/days/{day}
POST /api/timetable/hours
POST /api/timetable/notice
POST /api/timetable/rules
POST /api/timetable/try
GET /api/timetable/years/{year}
POST /api/timetable/years/{year}/notice
GET /api/units
POST /api/units
POST /api/units/import
GET /api/units/list.xlsx
PUT /api/units/{unit}
POST /api/units/{unit}/end
GET /api/units/{unit}/holds
POST /api/units/{unit}/stay
GET /api/upward
GET /api/upward/grounds
POST /api/upward/grounds
POST /api/upward/grounds/{ground}/end
PUT /api/upward/limits/{kind}
GET /api/waiting
GET /assets/{name}
POST /gateway/{name}/receipts
GET /health
GET /health/live
GET /health/ready
GET /metrics
POST /hotline/v1/{source}/messages
POST /hotline/v1/{source}/reconciliation
GET /m
GET /ogc
GET /ogc/
GET /ogc/api
GET /ogc/collections
GET /ogc/collections/{collection}
GET /ogc/collections/{collection}/items
GET /ogc/collections/{collection}/items/{item}
GET /ogc/collections/{collection}/queryables
GET /ogc/collections/{collection}/schema
GET /ogc/conformance
GET /phone-worker.js
GET /phone/{name}
GET /signin
GET /t
GET /t/{token}
GET /tiles/{boundary_version}/{z}/{x}/{y}.mvt
GET /wall
GET /api/wall
GET /api/wall/ground
GET /api/wall/heat
GET /api/heat
GET /api/heat/tickets
POST /api/wall/pairing
GET /api/walls
POST /api/walls
PATCH /api/walls/{wall}
DELETE /api/walls/{wall}
"""
"""Whatever these answer, no word of a ticket that one may not see is in it, neither in body nor in headers."""


def listed(rows: str) -> tuple[str, ...]:
    """The rows of a list: method and path."""
    return tuple(line for line in rows.strip().splitlines() if line)
