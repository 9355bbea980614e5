"""What this process counts, for Prometheus: counters and histograms, by fixed words only, never by what anybody wrote.

They are of the process, not of a service: each process is scraped by itself and is one instance. What can be looked up
when asked (pool, sockets, queues) is not counted here but read by ``reads.vitals``. Called from where things happen;
a call costs about a microsecond (docs/observing.md). Names begin with ``dispatch_`` and end in their unit.
"""

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector

REGISTRY = CollectorRegistry(auto_describe=True)
ProcessCollector(registry=REGISTRY)
_FAST = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_LOCATE = (0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1)

REQUESTS = Counter(
    "dispatch_requests", "HTTP requests answered.", ("route", "method", "status"), registry=REGISTRY
)
REQUEST_SECONDS = Histogram(
    "dispatch_request_seconds",
    "From the first byte of a request to the last of its answer.",
    ("route",),
    buckets=_FAST,
    registry=REGISTRY,
)
DELIVERIES = Counter(
    "dispatch_intake_deliveries",
    "Deliveries of hotlines that were answered, by HTTP status.",
    ("status",),
    registry=REGISTRY,
)
MESSAGES = Counter(
    "dispatch_intake_messages",
    "Pushed messages by what became of them: created, known, recorded, applied, waiting, refused.",
    ("outcome",),
    registry=REGISTRY,
)
LOCATED = Counter(
    "dispatch_intake_located",
    "Pushed tickets by how finely their words or coordinate say where, and whether that is sure.",
    ("level", "sure"),
    registry=REGISTRY,
)
INTAKE_SECONDS = Histogram(
    "dispatch_intake_seconds",
    "From a verified delivery to its commit.",
    buckets=_FAST,
    registry=REGISTRY,
)
BATCH_MESSAGES = Histogram(
    "dispatch_intake_batch_messages",
    "Messages that one transaction of intake took.",
    buckets=(1, 2, 5, 10, 20, 50, 100, 200, 500),
    registry=REGISTRY,
)
LOCATE_SECONDS = Histogram(
    "dispatch_locate_seconds", "Time to locate one ticket.", buckets=_LOCATE, registry=REGISTRY
)
RELAY_SECONDS = Histogram(
    "dispatch_relay_seconds",
    "From the moment a transaction began to its entry being in the mailboxes of this process.",
    buckets=_FAST,
    registry=REGISTRY,
)
SOCKET_SECONDS = Histogram(
    "dispatch_socket_seconds",
    "From a frame being in the mailboxes to its leaving through a socket; one socket in sixteen is timed.",
    buckets=_FAST,
    registry=REGISTRY,
)
ENTRIES_RELAYED = Counter(
    "dispatch_entries_relayed", "Entries read from the streams by this process.", registry=REGISTRY
)
ENTRIES_FOLDED = Counter(
    "dispatch_entries_folded", "Entries that a later one of the same ticket made needless.", registry=REGISTRY
)
ENTRIES_SENT = Counter(
    "dispatch_entries_sent", "Entries put into mailboxes, one for each socket.", registry=REGISTRY
)
FRAMES_DROPPED = Counter(
    "dispatch_frames_dropped",
    "Texts that were still in the mailbox of a socket when it was ended.",
    registry=REGISTRY,
)
SOCKETS_ENDED = Counter(
    "dispatch_sockets_ended",
    "Sockets that ended, by why: the client left, or the name of a close code.",
    ("reason",),
    registry=REGISTRY,
)
DATABASE_ERRORS = Counter(
    "dispatch_database_errors",
    "Errors of the database and its driver, by class.",
    ("kind",),
    registry=REGISTRY,
)
LIMITS_REFUSED = Counter(
    "dispatch_limits_refused",
    "Requests turned away because somebody asked too often, by limit.",
    ("limit",),
    registry=REGISTRY,
)
JOB_RUNS = Counter(
    "dispatch_job_runs",
    "Rounds of jobs in this process: done, late (the database or a partner was away), failed.",
    ("job", "result"),
    registry=REGISTRY,
)
JOB_SECONDS = Counter("dispatch_job_seconds", "Time spent in rounds of jobs.", ("job",), registry=REGISTRY)
CALLBACKS_SENT = Counter(
    "dispatch_callbacks_sent",
    "Status reports tried, by what became of them: sent, again, dead.",
    ("result",),
    registry=REGISTRY,
)
