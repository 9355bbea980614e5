"""What the service does when things break, told by what its clients wrote down outside of it.

``python -m tests.chaos`` plays ``scenarios`` (a ``scenario`` breaks one thing) in a ``world`` of servers, processes and
proxies of its own, with ``clients`` who write ``journal``s. ``loader`` reads what the database holds at the end
(``observed``), ``checker`` compares the two by ``invariants``, ``leavings`` looks at what leaked, ``report`` says in
figures what came of each. ``planted`` are bugs that a run has to find; ``history`` makes small worlds by which the
checker itself is tried, with ``faults`` that each invariant has to catch.
"""
