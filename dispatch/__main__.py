"""The command line: ``serve`` runs the service, ``doctor`` examines an installation, ``openapi`` prints the API."""

import json
import os
from typing import Annotated

import typer
import uvicorn

from dispatch import doctor as examination
from dispatch.settings import SettingsError, read
from dispatch.web.assemble import describe

cli = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@cli.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65535)] = 8000,
) -> None:
    """Run the service."""
    try:
        read(os.environ)
    except SettingsError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None
    uvicorn.run(
        "dispatch.app:create_app",
        factory=True,
        host=host,
        port=port,
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_level="warning",
        server_header=False,
        ws_max_size=64 * 1024,
        ws_max_queue=32,
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=10,
    )


@cli.command()
def doctor() -> None:
    """Examine this installation and say in sentences what to do."""
    findings = examination.examine(os.environ)
    for finding in findings:
        typer.echo(("✓ " if finding.well else "✗ ") + finding.sentence(os.environ))
    if not all(finding.well for finding in findings):
        raise typer.Exit(1)


@cli.command()
def openapi() -> None:
    """Print the API as OpenAPI JSON; the frontend's types are generated from it."""
    typer.echo(json.dumps(describe(), ensure_ascii=False, indent=1, sort_keys=True))


if __name__ == "__main__":
    cli()
