"""What an answer says is told in the language of whoever asked: every text in its shape is a sentence, or named data.

A sentence may have been kept for years before it is shown, so that nothing in it says any more what it is; only the
shape of the answer does (``Sentence``, ``Remark``, ``Details`` of ``dispatch/web/language.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from dispatch.domain.access import ROLE_NAMES
from dispatch.text import catalogue
from dispatch.web.assemble import describe
from dispatch.web.language import SAID
from tests.architecture.sources import ROOT

_DATA = """
about absent_name action activated_by actor_name added_by address after again_at aliases answered_by asked_by asked_of
at attribution basis before body bureau_name calibration callback_secret callback_url case_no categories category
category_given category_path cell cell_name center center_name center_phone channel channels checksum clue code codes
columns command commitment composite content created_by danger_words datum datum_guess decided_by decision declared
declared_as district_name doing done_by draft drafted_by encoding ended ended_by epoch event events excerpt external
features field fields file_name fingerprint first_day first_unit_name format format_name former from from_name
full_record gateway gateway_template geometry given_by ground ground_name head heads held_back hollow hours how_closed
id instead kind kinds last_day legal_review level lifted lifted_by limit_text lines link locked_by made_by mapping
mappings masked masked_name masked_phone matter mime missing modules names next notes number officers opened_by order
order_no other our_status outcome outlines own_weights params parent_name part partly_words password path person
person_name phone phone_masked place place_name placeholders police police_grid police_grids_without_cells
police_station post power pre_callback printed profile promising proposed_by proposed_name published_by quiet_from
quiet_until raised_by rate region repair repeat_of reply requirement return_reason revoked revoked_by rights ruled_by
ruling said samples satisfied_words secret seed separator set_by signed_by source_name sources state status stratum
subject subject_name tail template text their_status ticket ticket_number ticket_state time_from time_until to to_name
token town town_name towns trail type types unit unit_kinds unit_name uploaded_by urgencies urgency url urls username
value values village village_name weights what whom withdrawn_by withdrawn_why word words
"""
DATA = frozenset(_DATA.split())
"""Codes, names, numbers, what citizens and people wrote, and papers, which are Chinese whoever prints them."""
_DATA_OF = """
AuditEntry.reason Deed.detail KeptChange.label PaperCell.label ApiKey.name ApiKeyUnit.name AreaInTown.name
CalendarDay.name Caller.name Candidate.name Cell.name CellCandidate.name CellGrid.name CellPerson.name
CheckAnswer.name Colleague.name Column.name CountedArea.name DirectoryPerson.name DirectoryUnit.name DutyPerson.name
FieldDescription.name HeatBranch.name HeatPlace.name InspectedLayer.name IntakeProfile.name IntakeSource.name
Liaison.name LookBackPeriod.name NameCount.name Named.name NamedArea.name NamedCandidate.name NamedProfile.name
Neighbour.name NoticeDay.name OrderSource.name OtherName.name OutsideBody.name OwnedCell.name OwningGrid.name
PastedDraft.name PatrolCell.name Period.name PeriodDetail.name Person.name PersonEntry.name PersonLeft.name Place.name
PlaceWithHistory.name PostUnit.name Precedent.name PrecedentOffer.name Proposal.name ProposedName.name ReadSide.name
ReconciliationSource.name RoutingRuleFault.name RoutingRuleShape.name SeasonInForce.name SecretSource.name Slip.name
SlipPerson.name SourceName.name StaffedCell.name StaffedPerson.name StaffedTown.name Stream.name Town.name
TownName.name UnitEntry.name UnitFigures.name UnitName.name UnknownName.name UpwardGround.name Village.name
WallPlace.name WallScreen.name WallUnit.name Assignment.note CalledUnit.note HandoverTicket.note JointSetting.note
MatterShape.note OutsideBody.note OwedPart.note PowerShape.note Card.reason ClockRuleInForce.reason
EnforcementCase.reason EvidenceAsked.reason EvidenceRule.reason ListedRequest.reason LookBackTask.reason
Objection.reason PhotosAsked.reason PrecedentOffer.reason RoutingRuleShape.reason SensitiveWord.reason
SignoffRule.reason StandIn.reason UpwardRequest.reason PoliceHandover.result TicketContact.result Alike.title
AnnouncedYear.source CalendarDay.source
Call.title CalledUnit.title Channel.source DeclaredDatum.source EarlyWarning.title FilledText.title
FlaggedTicket.title HandoverTicket.title ListedRequest.title LookBackTask.title OpenCase.title OpenPromise.title
OpenTransfer.title PaperListing.title PaperSheet.title PastedDraft.title PingPong.title Place.source
PlaceWithHistory.source Problem.title ReadItem.source Reconciliation.source ReconciliationMade.source
ReconciliationRow.title ReconciliationRun.source Relative.title Reported.title SecretSource.source SimilarTicket.title
StandardText.title SupervisedTicket.title TicketRow.title WaitingForRuling.title WaitingMessage.source Card.answer
Grievance.answer ListedRequest.answer SupervisedTicket.answer Supervision.answer Transfer.answer UpwardRequest.answer
"""
DATA_OF = frozenset(_DATA_OF.split())
"""The same under a name that elsewhere bears a sentence: words of people, and what is filled into a form as it is."""
_CLOSED = frozenset({"enum", "format", "const", "pattern"})
_ROLES = re.compile(r'^    (\w+): "([^"]+)",$', re.MULTILINE)


@cache
def shapes() -> dict[str, Any]:
    """Every shape that is part of an answer."""
    document = describe()
    known = document["components"]["schemas"]
    asked = [each["responses"] for path in document["paths"].values() for each in path.values()]
    left, found = [*references(asked)], dict[str, Any]()
    while left:
        name = left.pop()
        if name not in found:
            found[name] = known[name]
            left += references(known[name])
    return found


def references(node: Any) -> Iterator[str]:
    """The shapes that a part of the document names."""
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"].rpartition("/")[2]
        for each in node.values():
            yield from references(each)
    elif isinstance(node, list):
        for each in node:
            yield from references(each)


def texts(schema: dict[str, Any]) -> Iterator[bool]:
    """Every text that a value may hold: whether it is told."""
    if schema.get(SAID):
        yield True
        return
    anything = schema.get("additionalProperties") is True or not schema.keys() - {
        "title",
        "description",
        "default",
    }
    if anything or (schema.get("type") == "string" and not schema.keys() & _CLOSED):
        yield False
    for word in ("anyOf", "oneOf", "allOf", "prefixItems"):
        for each in schema.get(word, ()):
            yield from texts(each)
    for word in ("items", "additionalProperties"):
        if isinstance(schema.get(word), dict):
            yield from texts(schema[word])


def properties() -> Iterator[tuple[str, str, bool]]:
    """Shape, name and whether it is told, of every text in an answer."""
    for shape, schema in shapes().items():
        for name, each in schema.get("properties", {}).items():
            yield from ((shape, name, told) for told in texts(each))


def test_every_text_in_an_answer_is_told_or_named_data() -> None:
    told = {name for _, name, is_told in properties() if is_told}
    assert len(told) > 25
    assert told & DATA == set(), "what is a sentence somewhere is named with its shape where it is none"
    plain = {(shape, name) for shape, name, is_told in properties() if not is_told}
    new = sorted(
        f"{shape}.{name}" for shape, name in plain if name not in DATA and f"{shape}.{name}" not in DATA_OF
    )
    assert not new, (
        "give them a Sentence, a Remark or Details of dispatch/web/language.py, or name them here as data"
    )


def test_no_data_is_named_that_there_is_not() -> None:
    plain = {(shape, name) for shape, name, is_told in properties() if not is_told}
    assert DATA - {name for _, name in plain} == set()
    assert DATA_OF - {f"{shape}.{name}" for shape, name in plain} == set()


def test_roles_are_called_the_same_by_pages_and_service() -> None:
    english = catalogue("en")
    for language, named in (
        ("zh", ROLE_NAMES),
        ("en", {role: english[said] for role, said in ROLE_NAMES.items()}),
    ):
        words = (ROOT / "frontend" / "src" / "text" / language / "codes.ts").read_text("utf-8")
        _, _, after = words.partition("\n  role: {\n")
        assert dict(_ROLES.findall(after.partition("\n  }")[0])) == {
            str(role): each for role, each in named.items()
        }
