"""``people``: the first administrator of an installation, who makes everybody else on the page 人员与岗位."""

import sys
from typing import Annotated

import typer

from dispatch.actions.passwords import Passwords
from dispatch.actions.people import People, Post
from dispatch.cli import ground
from dispatch.domain.access import Role
from dispatch.domain.units import DISTRICT_CENTER
from dispatch.errors import NotFound
from dispatch.store.database import Database

commands = typer.Typer(help="People and their posts.", no_args_is_help=True)


@commands.callback()
def group() -> None:
    """People and their posts."""


@commands.command()
def administrator(
    name: Annotated[str, typer.Argument(help="the person's name")],
    username: Annotated[str, typer.Argument(help="what they sign in with")],
    phone: Annotated[str, typer.Option(help="their phone")] = "",
) -> None:
    """Make an administrator of the system. The one-time password is printed this once, alone on standard output."""

    async def work(database: Database) -> str | None:
        passwords = Passwords()
        try:
            people = People(database, passwords, _nothing_to_hand_on)
            center = next((each for each in await people.units() if each["kind"] == DISTRICT_CENTER), None)
            if center is None:
                raise NotFound("还没有区中心，请先载入单位。")
            _, password = await people.add(
                None,
                name=name,
                phone=phone,
                post="系统管理员",
                username=username,
                first=Post(Role.SYSTEM_ADMIN, center["id"]),
            )
            return password
        finally:
            passwords.close()

    print(ground.run(work))
    print(f"已新增系统管理员{name}（{username}）；首次登录时改成自己的密码", file=sys.stderr)


async def _nothing_to_hand_on() -> bool:
    """Nobody leaves here."""
    return False
