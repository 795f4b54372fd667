"""Databases made for one test."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

END_CONNECTIONS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND usename = current_user
"""


@contextmanager
def own_database(administrator: psycopg.Connection, name: str, *, template: str) -> Iterator[None]:
    """A database copied from a template, and removed afterwards whoever still uses it."""
    administrator.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    try:
        yield
    finally:
        # WITH (FORCE) is refused while autovacuum, which is not ours, works there; a plain DROP ends that.
        administrator.execute(END_CONNECTIONS, [name])
        administrator.execute(f"DROP DATABASE {name}")
