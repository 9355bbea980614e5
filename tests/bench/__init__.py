"""Measures the service: ``make bench``, or ``python -m tests.bench`` with DATABASE_URL and REDIS_URL of a private pair.

One run makes a database of its own, starts the service as production does and a null handler beside it, and sends
both the same signed requests in turn. Writes docs/bench.md and .local/reports/bench.json. Decides no test.
"""
