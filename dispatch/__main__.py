"""The command line: ``serve`` runs the service, ``doctor`` examines an installation, ``openapi`` prints the API.

Nothing but the standard library is imported before a command needs it: ``doctor`` is there to say what is missing.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence

from dispatch import doctor as examination


def main(words: Sequence[str] | None = None) -> int:
    """Run the command that was given; the exit status."""
    given = _parser().parse_args(words)
    if given.command == "doctor":
        return doctor()
    missing = [finding for finding in examination.libraries() if not finding.well]
    if missing:
        print(missing[0].sentence(os.environ), file=sys.stderr)
        return 2
    return serve(given.host, given.port) if given.command == "serve" else openapi()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dispatch", description="The dispatch service.")
    commands = parser.add_subparsers(dest="command", required=True)
    server = commands.add_parser("serve", help="run the service")
    server.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    server.add_argument("--port", type=_port, default=8000, help="port to listen on (default: %(default)s)")
    commands.add_parser("doctor", help="examine this installation and say in sentences what to do")
    commands.add_parser("openapi", help="print the API as OpenAPI JSON")
    return parser


def _port(text: str) -> int:
    port = int(text) if text.isascii() and text.isdigit() else 0
    if not 1 <= port <= 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port: give a number from 1 to 65535")
    return port


def serve(host: str, port: int) -> int:
    """Run the service."""
    import uvicorn

    from dispatch.settings import SettingsError, read

    try:
        read(os.environ)
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 2
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
    return 0


def doctor() -> int:
    """Examine this installation and say in sentences what to do."""
    findings = examination.examine(os.environ)
    for finding in findings:
        print(("✓ " if finding.well else "✗ ") + finding.sentence(os.environ))
    return 0 if all(finding.well for finding in findings) else 1


def openapi() -> int:
    """Print the API as OpenAPI JSON; the frontend's types are generated from it."""
    from dispatch.web.assemble import describe

    print(json.dumps(describe(), ensure_ascii=False, indent=1, sort_keys=True))
    return 0


if __name__ == "__main__":
    sys.exit(main())
