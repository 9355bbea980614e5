"""The Python client: ``Sender`` pushes signed messages as a hotline does, ``StreamReader`` follows a center's board.

Needs nothing of the service but its addresses; used by the played hotline, the tests and the bench.
"""

from dispatch.client.sender import Sender
from dispatch.client.stream import StreamReader

__all__ = ["Sender", "StreamReader"]
