"""Who is outside the system while it breaks: each works, survives every trouble, and writes down what they saw.

``hotline`` pushes signed deliveries, ``desk`` watches boards, ``operator`` watches and acts, ``phone`` acts without
network and sends later. ``crowd`` is all of them, made from a world's seed.
"""

from tests.chaos.clients.crowd import crowd

__all__ = ["crowd"]
