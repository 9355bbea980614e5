"""The demo's people and roles: passwords from a seed, and the login role of the service.

Called by the loader of the district, the demo's supervisor and the tests' databases.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Callable

import psycopg

LOGIN = "dispatch_login"
APPLICATION = "dispatch_app"


def password_maker(seed: str) -> Callable[[str], str]:
    """Return a function from username to a password that only the holder of the seed can compute."""

    def password_for(username: str) -> str:
        mark = hmac.new(seed.encode(), username.encode(), hashlib.sha256).digest()
        return base64.b32encode(mark[:10]).decode().lower()

    return password_for


def allow_login(owner_url: str) -> None:
    """Make the role the service signs in with: no rights of its own, only leave to become the application role."""
    with psycopg.connect(owner_url, autocommit=True) as connection:
        known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (LOGIN,)).fetchone()
        if known is None:
            connection.execute(
                f"CREATE ROLE {LOGIN} LOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE"
            )
        connection.execute(f"GRANT {APPLICATION} TO {LOGIN}")
