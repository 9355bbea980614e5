"""Plants a bug: intake answers before it has committed. Python imports this itself when the folder is on its path."""

from __future__ import annotations

import asyncio
import sys

if "serve" in sys.argv:
    from dispatch.actions.intake import Answer, Delivery, Intake

    whole = Intake.submit
    under_way: set[asyncio.Task[Answer]] = set()

    async def hasty(self: Intake, delivery: Delivery) -> Answer:
        """Say yes, and do it afterwards."""
        task = asyncio.create_task(whole(self, delivery))
        under_way.add(task)
        task.add_done_callback(under_way.discard)
        return Answer(201 if delivery.single else 200, '{"results": []}')

    for name, planted in {"submit": hasty}.items():
        setattr(Intake, name, planted)
