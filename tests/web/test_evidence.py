"""Pictures and recorded words: taken in bare, once, by those who handle the ticket; handed out to those who see it."""

from __future__ import annotations

import io
import uuid
from pathlib import Path

import psycopg
import pytest
from PIL import Image

from dispatch.actions.evidence import MOST_VOICES
from dispatch.ports import voice
from dispatch.ports.evidence import MAX_BYTES
from tests.databases import Database
from tests.recordings import SIGHT, SOUND, SPOKEN, element, mp4, webm
from tests.web import towns
from tests.web.conftest import Browser, SignIn


@pytest.fixture
def ticket(two_towns: Database) -> int:
    return towns.add_ticket(two_towns.owner_url, 401, towns.IN_A)


def photo(width: int = 64, height: int = 48) -> bytes:
    """A JPEG that names its camera and says it lies on its side."""
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "SecretCamera", 6
    Image.new("RGB", (width, height), (200, 40, 40)).save(out, "JPEG", exif=exif)
    return out.getvalue()


async def send(
    browser: Browser, ticket: int, content: bytes, operation: str | None = None, **data: str
) -> tuple[int, dict[str, object]]:
    answer = await browser.post(
        f"/api/tickets/{ticket}/evidence",
        data={"operation": operation or str(uuid.uuid4()), "from_gallery": "false", **data},
        files={"file": ("../../etc/照片.jpg", content, "text/html")},
    )
    return answer.status_code, answer.json()


async def test_a_photo_is_kept_upright_bare_and_shown(sign_in: SignIn, ticket: int, tmp_path: Path) -> None:
    made = await sign_in("towna")
    status, added = await send(
        made, ticket, photo(), taken_at="2026-11-24T09:00:00+08:00", lon="119.05", lat="33.65"
    )
    assert status == 201
    assert (added["width"], added["height"], added["taken_at"]) == (48, 64, "2026-11-24T01:00:00.000Z")
    assert (added["lon"], added["lat"]) == (119.05, 33.65)
    shown = await made.get(str(added["url"]))
    assert shown.headers["content-type"] == "image/jpeg"
    assert shown.headers["content-disposition"].startswith("attachment")
    assert shown.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in shown.headers["content-security-policy"]
    assert b"SecretCamera" not in shown.content
    with Image.open(io.BytesIO(shown.content)) as image:
        assert (image.size, len(image.getexif())) == ((48, 64), 0)
    assert [each.name for each in (tmp_path / "evidence").rglob("*.*")] == [
        f"{uuid.UUID(str(added['id'])).hex}.jpg"
    ]


async def test_a_photo_is_an_event_of_the_ticket(sign_in: SignIn, ticket: int, woken: list[int]) -> None:
    made = await sign_in("towna")
    await send(made, ticket, photo())
    panel = (await made.get(f"/api/tickets/{ticket}")).json()
    assert panel["row"]["version"] == 2
    assert panel["journey"][-1]["event"] == "ticket.evidence_added"
    assert [each["person_name"] for each in panel["evidence"]] == ["甲值班"]
    assert towns.CENTER_A in woken


async def test_the_same_operation_adds_one_photo(sign_in: SignIn, ticket: int) -> None:
    made, operation = await sign_in("towna"), str(uuid.uuid4())
    answers = [await send(made, ticket, photo(), operation) for _ in range(3)]
    assert [status for status, _ in answers] == [201, 201, 201]
    assert len({str(added["id"]) for _, added in answers}) == 1
    assert len((await made.get(f"/api/tickets/{ticket}")).json()["evidence"]) == 1


async def test_a_stranger_neither_adds_nor_sees(sign_in: SignIn, ticket: int) -> None:
    _, added = await send(await sign_in("towna"), ticket, photo())
    stranger = await sign_in("townb")
    assert (await send(stranger, ticket, photo()))[0] == 404
    assert (await stranger.get(str(added["url"]))).status_code == 404
    leader = await sign_in("leadera")
    assert (await leader.get(str(added["url"]))).status_code == 200
    assert (await send(leader, ticket, photo()))[0] == 403


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 422),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", 422),
        (b"\xff\xd8\xff" + b"x" * 500, 422),
        (b"GIF89a" + b"\0" * 500, 422),
        (photo()[:300], 422),
        (b"\xff\xd8\xff" + b"\0" * (MAX_BYTES + 1), 413),
    ],
)
async def test_what_is_no_usable_photo_is_refused(
    sign_in: SignIn, ticket: int, two_towns: Database, content: bytes, status: int
) -> None:
    made = await sign_in("towna")
    answered, problem = await send(made, ticket, content)
    assert answered == status
    assert str(problem["detail"]).endswith("。")
    with psycopg.connect(two_towns.owner_url) as connection:
        assert connection.execute("SELECT count(*) FROM evidence").fetchone() == (0,)


async def test_a_picture_of_too_many_pixels_is_not_decoded(sign_in: SignIn, ticket: int) -> None:
    out = io.BytesIO()
    Image.new("1", (10_000, 6_000)).save(out, "PNG")
    status, _ = await send(await sign_in("towna"), ticket, out.getvalue())
    assert status == 413


async def test_a_photo_kept_on_a_phone_goes_up_under_its_own_person_only(
    sign_in: SignIn, ticket: int, two_towns: Database
) -> None:
    made = await sign_in("towna")
    myself = (await made.get("/api/me")).json()["person"]["id"]
    status, problem = await send(made, ticket, photo(), by=str(myself + 1))
    assert (status, problem["type"]) == (409, "urn:dispatch:problem:another-person")
    status, _ = await send(made, ticket, photo(), by=str(myself))
    assert status == 201
    with psycopg.connect(two_towns.owner_url) as connection:
        assert connection.execute("SELECT count(*) FROM evidence").fetchone() == (1,)


async def test_recorded_words_are_kept_and_played_by_whoever_sees_the_ticket(
    sign_in: SignIn, ticket: int
) -> None:
    made, operation = await sign_in("towna"), str(uuid.uuid4())
    for _ in range(2):
        status, added = await send(made, ticket, SPOKEN, operation, kind="voice", seconds="12")
        assert (status, added["kind"], added["seconds"], added["mime"]) == (201, "voice", 12, "audio/webm")
    played = await (await sign_in("leadera")).get(str(added["url"]))
    assert (played.headers["content-type"], played.content) == ("audio/webm", SPOKEN)
    assert (await (await sign_in("townb")).get(str(added["url"]))).status_code == 404
    (shown,) = (await made.get(f"/api/tickets/{ticket}")).json()["evidence"]
    assert (shown["seconds"], shown["width"]) == (12, 0)


async def test_what_a_recording_says_of_the_phone_is_blanked(sign_in: SignIn, ticket: int) -> None:
    made = await sign_in("towna")
    given = mp4(told=b"+33.65+119.05/ iPhone")
    _, added = await send(made, ticket, given, kind="voice", seconds="3")
    played = (await made.get(str(added["url"]))).content
    assert (added["mime"], len(played), b"iPhone" in played) == ("audio/mp4", len(given), False)


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 422),
        (photo(), 422),
        (SPOKEN[:40], 422),
        (webm((SOUND, b"A_OPUS"), (SIGHT, b"V_VP8")), 422),
        (webm((SOUND, b"A_PCM/INT/LIT")), 422),
        (webm((SOUND, b"A_OPUS"), more=element(b"\x19\x41\xa4\x69", b"MZ")), 422),
        (mp4(handler=b"vide", codec=b"avc1"), 422),
        (mp4()[:60], 422),
        (SPOKEN + bytes(voice.MAX_BYTES), 413),
    ],
)
async def test_what_is_no_recording_of_words_alone_is_refused(
    sign_in: SignIn, ticket: int, content: bytes, status: int
) -> None:
    answered, problem = await send(await sign_in("towna"), ticket, content, kind="voice", seconds="3")
    assert (answered, str(problem["detail"]).endswith("。")) == (status, True)


async def test_a_recording_says_how_long_it_is_and_a_ticket_holds_ten(
    sign_in: SignIn, ticket: int, two_towns: Database
) -> None:
    made = await sign_in("towna")
    assert (await send(made, ticket, SPOKEN, kind="voice"))[0] == 422
    assert (await send(made, ticket, SPOKEN, kind="voice", seconds="61"))[0] == 422
    assert (await send(made, ticket, photo(), seconds="3"))[0] == 422
    _, added = await send(made, ticket, SPOKEN, kind="voice", seconds="60")
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute(
            "INSERT INTO evidence (id, ticket, person, unit, name, mime, sha256, size, width, height, from_gallery, "
            "kind, seconds) SELECT gen_random_uuid(), ticket, person, unit, name, mime, sha256, size, 0, 0, false, "
            "kind, seconds FROM evidence, generate_series(2, %s) WHERE id = %s",
            (MOST_VOICES, added["id"]),
        )
    assert (await send(made, ticket, SPOKEN, kind="voice", seconds="3"))[0] == 429
    assert (await send(made, ticket, photo()))[0] == 201
