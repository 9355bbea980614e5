"""What became of one pushed message, and the answer of a whole delivery, in the hotline's words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

import orjson

from dispatch.domain.messages import Fault, Message, Refusal
from dispatch.domain.profile import Profile
from dispatch.errors import BadInput
from dispatch.saying import say


@dataclass(frozen=True, slots=True)
class Outcome:
    """``status``: created, known, recorded, applied, waiting or refused. ``state``: the ticket's, by its code."""

    status: str
    order_no: str
    ticket: str | None = None
    state: str | None = None
    note: str | None = None
    warnings: Sequence[Fault] = ()
    faults: Sequence[Fault] = field(default=())

    @classmethod
    def refused(cls, order_no: str, faults: Sequence[Fault]) -> "Outcome":
        """A message that was not taken, and why."""
        return cls("refused", order_no, faults=tuple(faults))

    def to_dict(self, called: Callable[[str], str]) -> dict[str, Any]:
        """As the hotline reads it, fields ``called`` as it does; what is empty is left out."""
        said = {
            "status": self.status,
            "order_no": self.order_no,
            "ticket": self.ticket,
            "state": self.state,
            "note": self.note,
            "warnings": [{"field": called(each.field), "reason": each.reason} for each in self.warnings],
            "errors": [{"field": called(each.field), "reason": each.reason} for each in self.faults],
        }
        return {name: value for name, value in said.items() if value not in (None, "", [])}


class Worked(Protocol):
    """A message that went through a batch."""

    @property
    def outcome(self) -> Outcome | None:
        """What became of it."""
        ...


HTTP_OF = {"created": 201, "waiting": 202, "refused": 422}


def answer_of(
    items: Sequence[Message | Refusal], work: Sequence[Worked], profile: Profile, *, single: bool
) -> tuple[int, str]:
    """HTTP status and JSON text for a delivery; ``work`` holds its messages that could be read, in order."""
    done = iter(work)
    outcomes = [
        next(done).outcome if isinstance(item, Message) else Outcome.refused(item.order_no, item.faults)
        for item in items
    ]
    results = [
        outcome.to_dict(partial(profile.called, item=item.raw))
        for item, outcome in zip(items, outcomes, strict=True)
        if outcome is not None
    ]
    if single:
        status = HTTP_OF.get(results[0]["status"], 200)
        return status, orjson.dumps(_problem(results[0]) if status == 422 else results[0]).decode()
    refused = sum(1 for each in results if each["status"] == "refused")
    body = {"accepted": len(results) - refused, "refused": refused, "results": results}
    return 200, orjson.dumps(body).decode()


def _problem(result: dict[str, Any]) -> dict[str, Any]:
    """A refusal of a single message as RFC 9457: ``status`` is the HTTP status there."""
    first = result["errors"][0]
    where, why = first["field"] or say("内容"), first["reason"].rstrip("。")
    return {
        **result,
        "type": f"urn:dispatch:problem:{BadInput.code}",
        "title": say("没有收下"),
        "status": 422,
        "detail": say("{where}：{why}。改正后请用新的 webhook-id 再推送。", where=where, why=why),
    }
