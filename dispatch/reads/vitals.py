"""The figures of this process and of what waits in the database, read when a monitor asks. Counts, never content."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from prometheus_client import Metric
from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily

from dispatch.errors import DispatchError
from dispatch.store import vitals as store
from dispatch.store.database import Database
from dispatch.store.vitals import Waiting


@dataclass(frozen=True, slots=True)
class Here:
    """What this process knows without asking: handed in by ``app``, who has the parts."""

    instance: Mapping[str, str]
    sockets: Mapping[str, int]
    relay_lag_seconds: float
    positions: Mapping[int, int]
    clock_offset_seconds: float
    redis_up: bool
    limits_shared: bool
    jobs: Mapping[str, float]
    """Job → seconds since it last ran here."""
    findings: Mapping[str, int]
    """Finding of health → 0 ok, 1 degraded, 2 down."""


async def vitals(database: Database, here: Here) -> list[Metric]:
    """Families of gauges; what has to be asked of a database that is away is left out, and ``database_up`` is 0."""
    try:
        async with database.system() as tx:
            waiting = await store.waiting(tx)
    except (DispatchError, OSError, TimeoutError):
        waiting = None
    return families(here, (*database.connections, database.waiting), waiting)


def families(here: Here, pool: tuple[int, int, int, int], waiting: Waiting | None) -> list[Metric]:
    """The gauges; ``pool``: connections in use, open, at most, and who waits for one."""
    in_use, size, most, queue = pool
    found: list[Metric] = [
        InfoMetricFamily(
            "dispatch_instance", "This process; each is scraped by itself.", dict(here.instance)
        ),
        _labelled("dispatch_sockets", "Open sockets by kind: desk, field.", "kind", here.sockets),
        _plain("dispatch_relay_lag_seconds", "Since the streams were last read.", here.relay_lag_seconds),
        _labelled(
            "dispatch_relay_position", "Number up to which a stream was relayed.", "stream", here.positions
        ),
        _plain(
            "dispatch_clock_offset_seconds", "The database's clock ahead of ours.", here.clock_offset_seconds
        ),
        _plain("dispatch_redis_up", "Whether Redis answered last.", here.redis_up),
        _plain("dispatch_limits_shared", "Whether limits are counted for all processes.", here.limits_shared),
        _plain("dispatch_database_up", "Whether the database answered just now.", waiting is not None),
        _plain("dispatch_pool_in_use", "Connections to the database in use.", in_use),
        _plain("dispatch_pool_open", "Connections to the database.", size),
        _plain("dispatch_pool_most", "Connections that this process may open.", most),
        _plain("dispatch_pool_waiting", "Who waits for a connection.", queue),
        _labelled(
            "dispatch_job_last_run_age_seconds", "Since a job last ran in this process.", "job", here.jobs
        ),
        _labelled(
            "dispatch_finding", "Health by finding: 0 ok, 1 degraded, 2 down.", "finding", here.findings
        ),
    ]
    return found if waiting is None else [*found, *_waiting(waiting)]


def _waiting(waiting: Waiting) -> Iterable[Metric]:
    """What all processes have in common; every one of them tells it."""
    yield _plain("dispatch_callbacks_due", "Status reports due to be sent.", waiting.callbacks_due)
    yield _plain("dispatch_callbacks_late_seconds", "How late the oldest of them is.", waiting.callbacks_late)
    yield _plain("dispatch_callbacks_dead", "Status reports that were given up.", waiting.callbacks_dead)
    yield _labelled(
        "dispatch_notifications",
        "Messages of the last 24 hours by state.",
        "state",
        waiting.notifications,
    )
    yield _plain("dispatch_messages_waiting", "Pushed messages waiting for their order.", waiting.messages)
    yield _plain("dispatch_messages_dead", "Pushed messages that never found it.", waiting.messages_dead)
    yield _labelled("dispatch_stream_top", "Last number of a stream.", "stream", waiting.tops)
    yield _labelled(
        "dispatch_job_anywhere_age_seconds", "Since a job last ran in any process.", "job", waiting.jobs
    )


def _plain(name: str, says: str, value: float) -> Metric:
    return GaugeMetricFamily(name, says, value=float(value))


def _labelled(name: str, says: str, label: str, values: Mapping[str, float] | Mapping[int, int]) -> Metric:
    family = GaugeMetricFamily(name, says, labels=[label])
    for key, value in values.items():
        family.add_metric([str(key)], float(value))
    return family
