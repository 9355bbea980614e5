"""Open pages hear of new boundaries and names by themselves, once."""

from __future__ import annotations

import json
from typing import Any

from dispatch.actions.world import Worlds
from dispatch.jobs.maps import Maps
from dispatch.live.hub import Client, Hub
from dispatch.store.database import Database as Store
from dispatch.web.messages import ServerMessage
from tests.databases import Database
from tests.web.test_tiles import COPY, change

PUBLISH = (
    "UPDATE boundary_version SET state = 'retired' WHERE id = 1",
    "UPDATE boundary_version SET state = 'published', published_at = now() WHERE id = 2",
)


def reader(hub: Hub, person: int) -> Client:
    """A page that is open."""
    client = Client(person, "某", bytes([person]), frozenset({"unit:2"}))
    hub.enter(client)
    return client


def heard(client: Client) -> list[dict[str, Any]]:
    """What a page was told since it was asked last."""
    told = [json.loads(text) for text in client._mail]
    for message in told:
        ServerMessage.validate_python(message)
    client._mail.clear()
    return told


def versions(boundary: int, gazetteer: int) -> list[dict[str, Any]]:
    return [{"type": "versions", "boundary_version": boundary, "gazetteer_version": gazetteer}]


async def test_a_published_version_reaches_open_pages_once_this_process_works_by_it(
    store: Store, worlds: Worlds, two_towns: Database
) -> None:
    hub = Hub()
    maps, early = Maps(store, worlds, hub), reader(hub, 2)
    await maps.tell()
    await maps.tell()
    assert heard(early) == versions(1, 1)
    for statement in (COPY, *PUBLISH):
        change(two_towns, statement)
    await maps.tell()
    assert heard(early) == []
    await worlds.refresh()
    await maps.tell()
    assert heard(early) == versions(2, 1)
    assert hub.maps == (2, 1)  # what who comes later is welcomed with


async def test_new_names_reach_open_pages(store: Store, worlds: Worlds, two_towns: Database) -> None:
    hub = Hub()
    maps, page = Maps(store, worlds, hub), reader(hub, 2)
    change(two_towns, "INSERT INTO gazetteer_version VALUES (5, 'u')")
    await maps.tell()
    assert heard(page) == versions(1, 5)
