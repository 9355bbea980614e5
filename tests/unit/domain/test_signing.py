"""Standard Webhooks signatures: the published example, the published client, both ways."""

from __future__ import annotations

import base64
from datetime import UTC, datetime

import hypothesis.strategies as st
import pytest
from hypothesis import given
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from dispatch.domain.signing import key_of, sign, verify

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
IDENTITY, STAMP, BODY = "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, b'{"test": 2432232314}'
SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_the_published_example() -> None:
    assert sign(key_of(SECRET), IDENTITY, STAMP, BODY) == SIGNATURE
    assert verify([key_of(SECRET)], IDENTITY, STAMP, BODY, SIGNATURE)


@given(st.binary(min_size=24, max_size=64), st.text(alphabet="abc_123", min_size=1), st.text())
def test_what_the_published_client_signs_is_accepted(secret: bytes, identity: str, words: str) -> None:
    body = words.encode("utf-8", "replace").decode()
    now = datetime.now(UTC)
    header = Webhook(base64.b64encode(secret).decode()).sign(identity, now, body)
    assert verify([secret], identity, int(now.timestamp()), body.encode(), header)


@given(st.binary(min_size=24, max_size=64), st.binary(max_size=200))
def test_the_published_client_accepts_what_is_signed_here(secret: bytes, body: bytes) -> None:
    text = body.hex()
    stamp = int(datetime.now(UTC).timestamp())
    headers = {"webhook-id": "msg_1", "webhook-timestamp": str(stamp)}
    headers["webhook-signature"] = sign(secret, "msg_1", stamp, f'"{text}"'.encode())
    webhook = Webhook(base64.b64encode(secret).decode())
    assert webhook.verify(f'"{text}"', headers) == text
    with pytest.raises(WebhookVerificationError):
        webhook.verify(f'"{text}0"', headers)


def test_one_of_several_signatures_and_keys_is_enough() -> None:
    old, new = key_of(SECRET), b"n" * 24
    header = f"v1,AAAA {sign(old, IDENTITY, STAMP, BODY)}"
    assert verify([new, old], IDENTITY, STAMP, BODY, header)
    assert not verify([new], IDENTITY, STAMP, BODY, header)


@pytest.mark.parametrize("header", ["", "v1,", "v2," + SIGNATURE[3:], SIGNATURE[3:], "v1,é", SIGNATURE[:-2]])
def test_anything_else_is_refused(header: str) -> None:
    assert not verify([key_of(SECRET)], IDENTITY, STAMP, BODY, header)


@pytest.mark.parametrize(
    ("identity", "stamp", "body"),
    [("msg_other", STAMP, BODY), (IDENTITY, STAMP + 1, BODY), (IDENTITY, STAMP, BODY + b" ")],
)
def test_id_time_and_body_are_signed(identity: str, stamp: int, body: bytes) -> None:
    assert not verify([key_of(SECRET)], identity, stamp, body, SIGNATURE)


def test_no_key_no_entrance() -> None:
    assert not verify([], IDENTITY, STAMP, BODY, SIGNATURE)
