"""The verbs: lock, decide, save, append, in one transaction each. The only writer of tickets, the only publisher."""
