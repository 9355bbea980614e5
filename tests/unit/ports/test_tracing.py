"""Traces are off unless an endpoint is set, refuse in words what they cannot use, and take the share they are told."""

from __future__ import annotations

import base64
from collections.abc import Iterator

import pytest

from dispatch import tracing
from dispatch.settings import SettingsError, read

KEY = base64.b64encode(bytes(32)).decode()
ENOUGH = {
    "DATABASE_URL": "postgresql://x/y",
    "REDIS_URL": "redis://x",
    "DISPATCH_MASTER_KEY": KEY,
    "DISPATCH_INDEX_KEY": KEY,
}
ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT"
SHARE = "OTEL_TRACES_SAMPLER_ARG"


def test_they_are_off_unless_an_endpoint_is_set() -> None:
    assert read(ENOUGH).traces_url == ""
    told = read(ENOUGH | {ENDPOINT: "http://collector:4318", SHARE: "0.05"})
    assert (told.traces_url, told.traces_share) == ("http://collector:4318", 0.05)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (ENDPOINT, "collector:4318"),
        (ENDPOINT, "grpc://collector"),
        (SHARE, "2"),
        (SHARE, "-1"),
        (SHARE, "all"),
    ],
)
def test_what_cannot_be_used_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        read(ENOUGH | {name: value})


@pytest.fixture
def share(request: pytest.FixtureRequest) -> Iterator[None]:
    """Traces on for a share of requests; nothing listens where they go."""
    end = tracing.begin("http://127.0.0.1:1", request.param, "test:1")
    yield
    end()


def test_without_an_endpoint_requests_have_an_id_and_no_steps() -> None:
    with tracing.request("GET") as span:
        assert span is None
        assert len(tracing.request_id()) == 32
        assert tracing.here() is None
        with tracing.step("verify"):
            assert tracing.stamped([{"ticket": 1}]) == [{"ticket": 1}]
    assert tracing.request_id() == ""


@pytest.mark.parametrize("share", [0.0], indirect=True)
def test_a_request_that_is_not_taken_leaves_nothing_in_the_streams(share: None) -> None:
    with tracing.request("GET"):
        assert tracing.here() is None
        assert tracing.stamped([{"ticket": 1}]) == [{"ticket": 1}]
        assert tracing.opened("commit", tracing.here()) is None
