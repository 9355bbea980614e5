"""A small proxy between the parts of a fault run, in a process of its own, that makes the network misbehave on demand.

``proxying`` starts it. A scenario opens links (each a port that leads to a server, or to those of several app processes
that say they are ready), poisons them while the run goes on, and heals them. Its faults are those of networks: no byte
is ever changed, lost from the middle or put in another order while both ends go on.
"""

from tests.chaos.proxy.handle import Proxies, Proxy, proxying
from tests.chaos.proxy.toxics import Toxics

__all__ = ["Proxies", "Proxy", "Toxics", "proxying"]
