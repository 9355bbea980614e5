"""`python3 -m deploy.proxy --name … --certificate … --key … --port …`: the configuration, on standard output."""

from __future__ import annotations

import argparse
import sys

from deploy.proxy.render import Proxy, render


def main() -> int:
    """Write the configuration and return the exit code."""
    words = argparse.ArgumentParser(
        prog="python3 -m deploy.proxy", description="Write nginx's configuration."
    )
    words.add_argument("--name", required=True, help="host name of DISPATCH_PUBLIC_URL")
    words.add_argument("--certificate", required=True, help="certificate with its chain, PEM")
    words.add_argument("--key", required=True, help="its key, PEM")
    words.add_argument("--port", required=True, type=int, action="append", help="of a process; once for each")
    words.add_argument("--tls-port", type=int, default=443)
    words.add_argument("--plain-port", type=int, default=80)
    words.add_argument("--logs", default="/var/log/nginx", help="folder of the logs")
    given = words.parse_args()
    try:
        ports = (given.port, given.tls_port, given.plain_port)
        sys.stdout.write(render(Proxy(given.name, given.certificate, given.key, *ports, given.logs)))
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


sys.exit(main())
