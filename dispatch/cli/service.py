"""``serve`` runs the service, ``doctor`` examines an installation, ``openapi`` prints the API."""

import json
import os
import socket
from pathlib import Path
from typing import Annotated

import typer

from dispatch import doctor as examination
from dispatch.settings import read


def join(commands: typer.Typer) -> None:
    """Add the service's own commands."""
    commands.command()(serve)
    commands.command()(doctor)
    commands.command()(openapi)


def serve(
    host: Annotated[str, typer.Option(help="address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="port to listen on")] = 8000,
    unix: Annotated[Path | None, typer.Option(help="socket file to listen on instead of a port")] = None,
    fd: Annotated[int | None, typer.Option(min=3, help="listening socket that was handed in")] = None,
    leave_seconds: Annotated[
        float,
        typer.Option(
            min=0, envvar="DISPATCH_LEAVE_SECONDS", help="how long it goes on accepting once told to stop"
        ),
    ] = 1.0,
    limit_seconds: Annotated[
        float,
        typer.Option(min=1, envvar="DISPATCH_LIMIT_SECONDS", help="how long stopping may take"),
    ] = 20.0,
) -> None:
    """Run the service; several beside each other share one database. SIGTERM drains, a second one ends at once."""
    from dispatch.app import create_app
    from dispatch.cli.serving import Server, configured
    from dispatch.web.draining import Draining

    settings, draining = read(os.environ), Draining()
    config = configured(create_app(settings, draining=draining), host, port, unix)
    handed_in = [socket.socket(fileno=fd)] if fd is not None else None
    Server(config, draining, leave_seconds, limit_seconds).run(handed_in)


def doctor() -> None:
    """Examine this installation and say in sentences what to do."""
    raise typer.Exit(examination.report(os.environ))


def openapi() -> None:
    """Print the API as OpenAPI JSON; the frontend's types are generated from it."""
    from dispatch.web.assemble import describe

    print(json.dumps(describe(), ensure_ascii=False, indent=1, sort_keys=True))
