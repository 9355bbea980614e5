"""Which villages and towns are called so. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from gis.names import Kind, forms


class Called:
    """Codes of villages or towns by what they are called: by the full name, else by every form of it."""

    def __init__(self, areas: Iterable[tuple[str, Kind, str]]) -> None:
        self._full: dict[str, list[str]] = {}
        self._said: dict[str, list[str]] = {}
        for code, kind, name in areas:
            self._full.setdefault(name, []).append(code)
            for form, _ in forms(kind, name, "full"):
                self._said.setdefault(form, []).append(code)

    def find(self, text: str, among: Collection[str] | None = None) -> list[str]:
        """Those called so: by the full name where some are, else by another form."""
        for known in (self._full, self._said):
            found = [code for code in known.get(text, ()) if among is None or code in among]
            if found:
                return found
        return []
