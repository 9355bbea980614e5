"""Where messages go: what the settings ask of a gateway, and the outbox that keeps what would have been sent."""

from __future__ import annotations

import base64
import uuid
from pathlib import Path

import pytest

from dispatch.ports.gateway import Message, NoGateway, Outbox
from dispatch.settings import SettingsError, read

KEY = base64.b64encode(bytes(range(32))).decode()
ENVIRON = {
    "DATABASE_URL": "postgresql://x",
    "REDIS_URL": "redis://x",
    "DISPATCH_MASTER_KEY": KEY,
    "DISPATCH_INDEX_KEY": KEY,
}


def message(words: str) -> Message:
    """A message that says something."""
    return Message(uuid.uuid4(), "sms", "13900000004", "T", {"number": "HY1"}, words)


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"DISPATCH_GATEWAY_URL": "sms.example"}, "DISPATCH_GATEWAY_URL"),
        ({"DISPATCH_GATEWAY_URL": "https://sms.example"}, "DISPATCH_GATEWAY_SECRET"),
        ({"DISPATCH_GATEWAY_SECRET": "not base64!"}, "DISPATCH_GATEWAY_SECRET"),
        ({"DISPATCH_GATEWAY_SECRET": "c2hvcnQ="}, "24 or more"),
    ],
)
def test_a_gateway_that_cannot_be_used_is_refused_by_name(given: dict[str, str], named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        read(ENVIRON | given)


def test_a_gateway_with_a_secret_and_none_at_all_are_taken() -> None:
    told = read(
        ENVIRON | {"DISPATCH_GATEWAY_URL": "https://sms.example/m", "DISPATCH_GATEWAY_SECRET": f"whsec_{KEY}"}
    )
    assert told.gateway_key == bytes(range(32))
    assert read(ENVIRON).gateway_url == ""


async def test_the_outbox_keeps_messages_the_newest_first_and_leaves_out_what_a_crash_cut_off(
    tmp_path: Path,
) -> None:
    path = tmp_path / "deep" / "outbox.jsonl"
    outbox = Outbox(path, lambda: "2026-11-25T00:00:00+00:00")
    assert await outbox.last(5) == []
    for words in ("一", "二"):
        assert await outbox.send(message(words)) is None
    with path.open("ab") as file:
        file.write(b'{"id": "cut')
    assert [each["text"] for each in await outbox.last(5)] == ["二", "一"]
    assert path.stat().st_mode & 0o077 == 0


async def test_an_outbox_that_cannot_be_written_says_why(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    outbox = Outbox(tmp_path / "file" / "outbox.jsonl", lambda: "")
    assert "写不进去" in (await outbox.send(message("一")) or "")


async def test_without_a_gateway_every_message_says_what_is_missing() -> None:
    assert "DISPATCH_GATEWAY_URL" in (await NoGateway().send(message("一")) or "")
