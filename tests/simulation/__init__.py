"""Deterministic simulation of what is concurrent in one process: the live edge and the batches of intake.

The code under test is the service's own (talk, session, hub, relay, board, reader, batches, intake's retries). Around
it stand a loop whose time is invented and whose order a seed decides, a wire without sockets, and answers that a
script gives where the database would; no SQL is played. A schedule that fails names its seed:

    python -m tests.simulation --seed 4711 --schedules 1        again, the one
    python -m tests.simulation --schedules 10000                the long form
"""
