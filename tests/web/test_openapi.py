"""The API's description that the frontend's types are made from is the service's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from dispatch.__main__ import main

KEPT = Path(__file__).resolve().parents[2] / "frontend" / "openapi.json"


def test_the_kept_description_is_what_the_service_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["openapi"]) == 0
    told = "stale: python -m dispatch openapi > frontend/openapi.json, then npm run types in frontend"
    assert KEPT.read_text(encoding="utf-8") == capsys.readouterr().out, told
