"""Watches the channels: whether each pushes the datum it declares. Raises alarms and ends them."""

from dataclasses import dataclass

from dispatch.actions.alarms import Seen, settle
from dispatch.actions.world import Worlds
from dispatch.reads.channels import Channel, channels
from dispatch.store.database import Database

EVERY_SECONDS = 15.0
"""How long an alarm may be late; the votes themselves are kept with their tickets."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Looks at every channel."""

    database: Database
    worlds: Worlds

    async def look(self) -> bool:
        """One look; never asks for another at once."""
        found = await channels(self.database, self.worlds.current.areas.extent)
        await settle(self.database, [_seen(each) for each in found])
        return False


def _seen(channel: Channel) -> Seen:
    finding = channel.finding
    return Seen(
        channel.source,
        channel.declared,
        finding.seen,
        channel.since,
        channel.heard,
        finding.share,
        finding.east_m,
        finding.north_m,
    )
