"""Who hears of it: entries of the streams, coalesced into frames, into bounded mailboxes, to sockets.

``session`` is the talk of one client without I/O, ``hub`` holds rings and mailboxes, ``relay`` feeds it from the
database, ``board`` is the pure fold that every client applies.
"""
