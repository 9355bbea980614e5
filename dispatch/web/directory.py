"""Units, people, names and cells."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path

from dispatch.actions.sign_in import SignedIn
from dispatch.domain.units import Units
from dispatch.reads.cell import cell as read_cell
from dispatch.reads.directory import directory as read_directory
from dispatch.web.directory_models import Cell, Directory
from dispatch.web.guard import HANDLERS, Guard


def router(guard: Guard, units: Callable[[], Units]) -> APIRouter:
    """The routes; ``units`` gives the tables in force."""
    routes = APIRouter(prefix="/api", tags=["通讯录"])
    signed_in = guard.needs(HANDLERS)

    @routes.get("/directory", response_model=Directory)
    async def directory(person: Annotated[SignedIn, Depends(signed_in)]) -> Any:
        """本人工作所及的单位、人员、镇街村社区名称与诉求分类。"""
        return await read_directory(guard.database, units(), person.actor)

    @routes.get("/cells/{code}", response_model=Cell)
    async def cell(
        code: Annotated[str, Path(pattern=r"^\d{15}$")], person: Annotated[SignedIn, Depends(signed_in)]
    ) -> Any:
        """网格与网格里的人。"""
        return await read_cell(guard.database, units(), person.actor, code)

    return routes
