"""The field, as pure functions and values: what a ticket is, who may do what, what follows, when it is due.

Standard library only; time, ids and tables come in as arguments. Called by ``actions`` (to decide) and ``reads``.
"""
