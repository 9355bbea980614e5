"""What a hotline calls things: its names for our fields, its codes for our values. Pure.

Made of what ``intake_profile`` lets a district keep; ``messages`` reads pushes through it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

FIELDS = (
    "kind",
    "order_no",
    "repeat_of",
    "type",
    "channel",
    "urgency",
    "category",
    "title",
    "content",
    "address",
    "village",
    "caller_name",
    "caller_phone",
    "caller_sex",
    "confidential",
    "called_at",
    "dispatched_at",
    "due_at",
    "lon",
    "lat",
    "datum",
    "text",
    "reason",
    "contacted",
    "solved",
    "satisfied",
    "request",
    "level",
    "said_at",
    "status",
)


@dataclass(frozen=True, slots=True)
class Profile:
    """One hotline's field names and code lists."""

    names: Mapping[str, str]
    """The hotline's field name → ours."""
    values: Mapping[str, Mapping[str, Any]]
    """Our field → the hotline's code → ours."""

    def called(self, field: str, item: object) -> str:
        """What the hotline calls a field of ours: as it stands in the item, else by its first name for it."""
        names = [name for name, ours in self.names.items() if ours == field]
        given = list(item) if isinstance(item, Mapping) else []
        return next((name for name in [*reversed(given), *names] if name in names), field)

    def codes(self, field: str, known: Iterable[str]) -> list[str]:
        """The hotline's codes for some of ours; what it has no code for stands for itself."""
        theirs = self.values.get(field, {})
        return [next((code for code, ours in theirs.items() if ours == each), each) for each in known]


def profile(mapping: Mapping[str, Any]) -> Profile:
    """A profile from its stored form: ``fields`` (ours → theirs, several) and ``values`` (ours → code → ours).

    Raises:
        ValueError: a field of ours that does not exist, or one name of theirs for two of ours.
    """
    names: dict[str, str] = {}
    for ours, theirs in mapping.get("fields", {}).items():
        if ours not in FIELDS:
            raise ValueError(f"intake profile: there is no field {ours!r}")
        for each in theirs:
            if names.setdefault(each, ours) != ours:
                raise ValueError(f"intake profile: {each!r} stands for both {names[each]!r} and {ours!r}")
    return Profile(names, mapping.get("values", {}))
