"""The played hotline: citizens' words in a believable stream, signed; it hears what became of them and calls back.

What is said next is pure (``atlas``, ``spots``, ``sayings``, ``orders``, ``director``, ``memory``); ``play`` and
``receiver`` do the talking. Called by ``python -m deploy.demo play``. Nobody in it exists.
"""

from deploy.demo.hotline.play import play

__all__ = ["play"]
