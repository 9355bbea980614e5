"""One module per screen, one function per question it asks. Called by ``web``; writes nothing.

Everything about tickets is read as the person (``database.reader``); the few named exceptions say why.
"""
