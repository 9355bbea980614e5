"""Over a real socket: a page hears which maps to show when it comes, and again when they change."""

from __future__ import annotations

from typing import Any

import psycopg

from tests.service.conftest import Following, Service, SignIn, Watched


def shown(desk: Watched) -> list[tuple[Any, Any]]:
    """The versions of maps a page was told of."""
    return [
        (each["boundary_version"], each["gazetteer_version"])
        for each in desk.heard
        if each["type"] in ("welcome", "versions")
    ]


async def test_new_names_are_told_to_who_is_there_and_to_who_comes(
    service: Service, sign_in: SignIn, follow: Following
) -> None:
    desk = await follow(await sign_in("towna"))
    await desk.until(lambda: shown(desk) == [(1, 1)])
    me = (await (await sign_in("townb")).client.get("/api/me")).json()
    assert (me["boundary_version"], me["gazetteer_version"]) == (1, 1)
    with psycopg.connect(service.owner_url) as connection:
        connection.execute("INSERT INTO gazetteer_version VALUES (2, 'u')")
    await desk.until(lambda: shown(desk) == [(1, 1), (1, 2)])
    late = await follow(await sign_in("townb"))
    await late.until(lambda: shown(late) == [(1, 2)])
