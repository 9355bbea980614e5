"""Pictures and recorded words: sent in by handlers as multipart, handed out from a path of their own to those who see
the ticket."""

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response
from pydantic import AwareDatetime, BaseModel, Field

from dispatch.actions.evidence import Evidence as Acts
from dispatch.actions.evidence import Taken
from dispatch.actions.sign_in import SignedIn
from dispatch.domain.closing import VOICE
from dispatch.errors import BadInput
from dispatch.ports.evidence import MAX_BYTES, EvidenceFiles
from dispatch.ports.voice import MAX_SECONDS
from dispatch.reads.ticket import picture as read_picture
from dispatch.saying import say
from dispatch.web.guard import HANDLERS, Guard
from dispatch.web.models import TicketId
from dispatch.web.ticket_models import Evidence
from dispatch.web.uploads import form_of, read_with

Longitude = Annotated[float | None, Field(ge=-180, le=180, allow_inf_nan=False)]
Latitude = Annotated[float | None, Field(ge=-90, le=90, allow_inf_nan=False)]


class Piece(BaseModel):
    """What a form says of the picture or the recording in it."""

    operation: UUID
    from_gallery: bool = False
    taken_at: AwareDatetime | None = None
    by: Annotated[int | None, Field(description="拍摄人：离线存下的照片只能由本人登录后发送")] = None
    lon: Longitude = None
    lat: Latitude = None
    kind: Annotated[
        Literal["before", "after", "document", "voice"] | None,
        Field(description="处置前、处置后、文书，或语音"),
    ] = None
    seconds: Annotated[int | None, Field(ge=1, le=MAX_SECONDS, description="语音有几秒")] = None


_FORM = form_of(
    Piece, "JPEG、PNG 或 WebP，不超过 12 MB；语音为 WebM（Opus）或 MP4（AAC），不超过 2 MB、60 秒"
)


def router(guard: Guard, acts: Acts, files: EvidenceFiles) -> APIRouter:
    """The routes."""
    routes = APIRouter(tags=["佐证"])
    signed_in = guard.needs(HANDLERS, bound=True)

    @routes.post(
        "/api/tickets/{ticket}/evidence", response_model=Evidence, status_code=201, openapi_extra=_FORM
    )
    async def add(ticket: TicketId, request: Request, person: Annotated[SignedIn, Depends(signed_in)]) -> Any:
        """上传一张照片或一段语音。同一操作编号重复上传，只算一次。"""
        content, said = await read_with(request, Piece, MAX_BYTES)
        person.must_be(said.by)
        if (said.lon is None) != (said.lat is None):
            raise BadInput(say("位置要同时有经度和纬度。"), field="lat" if said.lat is None else "lon")
        if (said.kind == VOICE) != (said.seconds is not None):
            raise BadInput(say("语音要写明有几秒，照片不写。"), field="seconds")
        taken = Taken(said.from_gallery, said.taken_at, said.lon, said.lat, said.kind, said.seconds)
        return await acts.add(person.actor, ticket, content, taken, said.operation)

    @routes.get("/evidence/{identity}", response_class=Response)
    async def show(identity: UUID, person: Annotated[SignedIn, Depends(signed_in)]) -> Response:
        """一张照片，或一段语音。"""
        name, mime = await read_picture(guard.database, person.actor, identity, person.ticket)
        await guard.readings.note(person, "evidence.viewed", f"evidence:{identity}")
        headers = {
            "Content-Disposition": f'attachment; filename="{name}"',
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Cache-Control": "private, max-age=86400, immutable",
            "Vary": "Cookie",
        }
        return Response(await files.read(name), headers=headers, media_type=mime)

    return routes
