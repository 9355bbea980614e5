"""The API's description that the frontend's types are made from is the service's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from dispatch.__main__ import main
from dispatch.web.assemble import describe

KEPT = Path(__file__).resolve().parents[2] / "frontend" / "openapi.json"


def test_the_kept_description_is_what_the_service_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["openapi"]) == 0
    told = "stale: python -m dispatch openapi > frontend/openapi.json, then npm run types in frontend"
    assert KEPT.read_text(encoding="utf-8") == capsys.readouterr().out, told


def test_every_refusal_is_described_as_it_is_sent() -> None:
    """RFC 9457's own media type, and 503 with the time to ask again while the database is away."""
    for path, operations in describe()["paths"].items():
        for method, operation in operations.items():
            refused, away = operation["responses"]["4XX"], operation["responses"]["503"]
            assert list(refused["content"]) == ["application/problem+json"], (method, path)
            assert away["headers"]["Retry-After"]["required"], (method, path)
