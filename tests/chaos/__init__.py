"""What the service does when things break, told by what its clients wrote down outside of it.

``journal`` is what a client writes, ``observed`` what the database holds at the end, ``checker`` compares the two by
the invariants of ``invariants``, ``report`` says in figures what came of each scenario. All of it is pure, but for the
files that are written; ``history`` makes small worlds by which the checker itself is tried.
"""
