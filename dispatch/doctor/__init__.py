"""Examines an installation and says in sentences what is wrong and what to do. Called by ``__main__`` (doctor).

It runs where libraries are missing and where Python is too old for the rest: what is not of the standard library is
imported when it is asked.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from dispatch.doctor.finding import Finding
from dispatch.doctor.servers import database, redis
from dispatch.doctor.surroundings import evidence_folder, frontend, gateway, keys, libraries, python


def examine(environ: Mapping[str, str]) -> list[Finding]:
    """Look at everything the service needs; the installation is well when every finding is.

    Args:
        environ: the environment the service would be started with.
    """
    found = [python(), *libraries()]
    found += [*keys(environ), evidence_folder(environ), frontend(environ), gateway(environ)]
    if all(finding.well for finding in found[:2]):
        found += asyncio.run(database(environ))
        found.append(redis(environ))
    return found


def report(environ: Mapping[str, str]) -> int:
    """Print every finding as a sentence; the exit status says whether all is well."""
    findings = examine(environ)
    for finding in findings:
        print(("✓ " if finding.well else "✗ ") + finding.sentence(environ))
    return 0 if all(finding.well for finding in findings) else 1
