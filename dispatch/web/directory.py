"""Units, people and names."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends

from dispatch.actions.sign_in import SignedIn
from dispatch.domain.units import Units
from dispatch.reads.directory import directory as read_directory
from dispatch.web.directory_models import Directory
from dispatch.web.guard import HANDLERS, Guard


def router(guard: Guard, units: Callable[[], Units]) -> APIRouter:
    """The routes; ``units`` gives the tables in force."""
    routes = APIRouter(prefix="/api", tags=["通讯录"])
    signed_in = guard.needs(HANDLERS)

    @routes.get("/directory", response_model=Directory)
    async def directory(person: Annotated[SignedIn, Depends(signed_in)]) -> Any:
        """本人工作所及的单位、人员、镇街村社区名称与诉求分类。"""
        return await read_directory(guard.database, units(), person.actor)

    return routes
