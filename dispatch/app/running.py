"""What runs by itself: in every process, or once for all of them. Called by ``app`` when the server starts."""

from collections.abc import Coroutine

from dispatch.actions import concluding, leaving, memory
from dispatch.actions.look_back import STAGES_EVERY_SECONDS
from dispatch.actions.publishing import Publishing
from dispatch.actions.recomputing import Recomputing
from dispatch.actions.resettling import EVERY_SECONDS as RESETTLING_SECONDS
from dispatch.actions.resettling import Resettling
from dispatch.actions.rezoning import Rezoning
from dispatch.actions.rules import Rules
from dispatch.actions.telling import Escalations
from dispatch.actions.units import UnitKeeping
from dispatch.actions.upward import EVERY_SECONDS as UPWARD_SECONDS
from dispatch.actions.upward import Upward
from dispatch.actions.warning import Warnings
from dispatch.app.service import Service
from dispatch.jobs import channels, maps, retention, rezoning, rights, sealing, silence, supervising, telling
from dispatch.jobs.callbacks import Callbacks
from dispatch.jobs.health import EVERY_SECONDS as HEALTH_SECONDS
from dispatch.jobs.leases import EVERY_SECONDS as LEASES_SECONDS
from dispatch.jobs.loop import every
from dispatch.jobs.presence import EVERY_SECONDS as PRESENCE_SECONDS
from dispatch.jobs.presence import Presence
from dispatch.jobs.retention import Retention
from dispatch.jobs.rights import Rights


def loops(service: Service) -> list[Coroutine[None, None, None]]:
    """Each runs until it is cancelled."""
    return [*_own(service), *_shared(service), *_dated(service)]


def _own(service: Service) -> list[Coroutine[None, None, None]]:
    """What every process does for itself."""
    database, worlds, hub = service.database, service.worlds, service.hub
    presence = Presence(hub, service.hints)
    tidying = memory.Tidying(
        service.clock.now, lambda: worlds.current.names.version, service.settings.tidy_at
    )
    return [
        service.relay.run(),
        service.hints.listen(service.relay.wake, presence.hear),
        every(PRESENCE_SECONDS, "presence", presence.tell),
        service.send_away(),
        every(LEASES_SECONDS, "leases", service.leases.keep),
        every(HEALTH_SECONDS, "health", service.watch.rounds.look),
        every(maps.EVERY_SECONDS, "maps", maps.Maps(database, worlds, hub).tell),
        every(rights.EVERY_SECONDS, "rights", Rights(database, hub).end_changed),
        every(5.0, "upkeep", service.upkeep),
        every(1.0, "names", service.follow_names),
        every(memory.EVERY_SECONDS, "memory", tidying.step),
        every(sealing.EVERY_SECONDS, "sealing", service.sealing.step),
    ]


def _shared(service: Service) -> list[Coroutine[None, None, None]]:
    """What is done once, whichever process does it. What sees to that in each: docs/processes.md."""
    database, worlds, wake = service.database, service.worlds, service.wake
    only = service.leases.only
    looking = telling.Looking(database, Escalations(database, worlds, wake))
    supervisions = supervising.Supervisions(database, worlds, wake)
    return [
        every(0.5, "clocks", Warnings(database, worlds, wake).fire_due),
        every(1.0, "timetable", Recomputing(database, worlds, wake).follow),
        every(
            concluding.EVERY_SECONDS,
            "concluding",
            concluding.Concluding(database, worlds, wake).conclude_due,
        ),
        every(STAGES_EVERY_SECONDS, "stages", service.look_backs().follow_stages),
        every(telling.LOOK_EVERY_SECONDS, "unopened", looking.follow_up),
        every(telling.LOOK_EVERY_SECONDS, "escalations", looking.escalate),
        every(leaving.EVERY_SECONDS, "leaving", service.leaving().hand_on),
        every(supervising.EVERY_SECONDS, "supervisions", supervisions.tell_overdue),
        every(2.0, "waiting", service.intake.catch_up),
        every(silence.EVERY_SECONDS, "silence", silence.Silence(database).end),
        every(UPWARD_SECONDS, "upward", Upward(database, worlds, wake).follow),
        every(retention.EVERY_SECONDS, "retention", only("retention", lambda held: Retention(held).forget())),
        every(
            channels.EVERY_SECONDS,
            "channels",
            only("channels", lambda held: channels.Watch(held, worlds).look()),
        ),
        every(RESETTLING_SECONDS, "places", only("places", lambda held: Resettling(held, worlds).follow())),
        *_sent(service),
    ]


def _sent(service: Service) -> list[Coroutine[None, None, None]]:
    """What goes out: reports to hotlines, messages to people."""
    callbacks = Callbacks(
        service.database,
        service.channels,
        service.clock,
        service.outbound,
        service.settings.callback_hosts,
    )
    sending = telling.Sending(service.database, service.gateway, service.links)
    return [
        every(0.5, "callbacks", callbacks.send_due),
        every(telling.SEND_EVERY_SECONDS, "messages", sending.send_due),
    ]


def _dated(service: Service) -> list[Coroutine[None, None, None]]:
    """What begins or ends on a day somebody set, and the tickets that follow."""
    database, worlds = service.database, service.worlds
    boundaries = rezoning.Boundaries(
        Publishing(database, service.works, service.apart, worlds.refresh),
        Rezoning(database, worlds, service.wake),
    )
    return [
        every(2.0, "rules", Rules(database, worlds, service.works).activate_due),
        every(5.0, "units", UnitKeeping(database, worlds).end_due),
        every(rezoning.PUBLISH_EVERY_SECONDS, "publishing", boundaries.publish_due),
        every(rezoning.MOVE_EVERY_SECONDS, "rezoning", boundaries.move_tickets),
    ]
