"""``serve`` runs the service, ``doctor`` examines an installation, ``openapi`` prints the API."""

import json
import os
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
) -> None:
    """Run the service."""
    import uvicorn

    from dispatch.web.connections import protocols

    read(os.environ)
    http, ws = protocols()
    uvicorn.run(
        "dispatch.app:create_app",
        factory=True,
        host=host,
        port=port,
        loop="uvloop",
        http=http,
        ws=ws,
        access_log=False,
        log_level="warning",
        server_header=False,
        proxy_headers=False,  # the service itself knows whom it believes: DISPATCH_TRUSTED_PROXIES
        ws_max_size=64 * 1024,
        ws_max_queue=32,
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=10,
    )


def doctor() -> None:
    """Examine this installation and say in sentences what to do."""
    raise typer.Exit(examination.report(os.environ))


def openapi() -> None:
    """Print the API as OpenAPI JSON; the frontend's types are generated from it."""
    from dispatch.web.assemble import describe

    print(json.dumps(describe(), ensure_ascii=False, indent=1, sort_keys=True))
