"""Who hears of it: entries of the streams, coalesced into frames, into bounded mailboxes, to sockets.

``session`` is the talk of one client without I/O, ``hub`` holds rings and mailboxes, ``relay`` feeds it from the
database. The fold that clients apply is ``client.board``, and ``state/apply`` of the pages.
"""
