"""What a run was measured on: processor, memory, versions, and how busy the machine was. Called by ``__main__``."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import redis


def machine(database_url: str, redis_url: str) -> dict[str, str]:
    """One line for each thing that a figure depends on."""
    with psycopg.connect(database_url) as connection:
        row = connection.execute(
            "SELECT current_setting('server_version'), postgis_lib_version(), current_setting('synchronous_commit'), "
            "current_setting('shared_buffers')"
        ).fetchone()
    assert row is not None
    with redis.Redis.from_url(redis_url) as connection_to_redis:
        redis_version = str(connection_to_redis.info("server")["redis_version"])
    return {
        "date": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "processor": f"{_line('/proc/cpuinfo', 'model name')}, {len(os.sched_getaffinity(0))} cores",
        "memory": f"{int(_line('/proc/meminfo', 'MemTotal').split()[0]) / 1024**2:.1f} GiB",
        "busy": f"load average of the minute before: {os.getloadavg()[0]:.2f}",
        "postgresql": f"{row[0].split()[0]}, PostGIS {row[1]}, synchronous_commit {row[2]}, shared_buffers {row[3]}",
        "redis": redis_version,
        "python": platform.python_version(),
        "kernel": platform.release().split("-")[0],
    }


def _line(path: str, name: str) -> str:
    lines = Path(path).read_text(encoding="ascii", errors="replace").splitlines()
    return next(line for line in lines if line.startswith(name)).partition(":")[2].strip()
