"""Brings a machine to where the demo, the tests and the bench can run. Called by the commands."""

from __future__ import annotations

from deploy.bootstrap import packages


def packages_only() -> None:
    """Install the servers and nothing else."""
    packages.install(servers=True, browser=False)
