"""The rules about answering and closing with their history. Asked by the page 答复与办结规则."""

from dataclasses import asdict
from typing import Any

from dispatch.domain.closing import ReplySetting
from dispatch.domain.drafting import PLACEHOLDERS
from dispatch.saying import say
from dispatch.store import closing as store
from dispatch.store.database import Database


async def rules(database: Database) -> dict[str, Any]:
    """Everything in force, the former rows behind it; the program's own setting where none was saved."""
    async with database.reader(frozenset()) as tx:
        settings = await store.settings(tx)
        own = {**asdict(ReplySetting()), "note": say("程序自带"), "created_at": None, "created_by": None}
        return {
            "evidence": await store.kept(tx, "evidence_rule"),
            "signoff": await store.kept(tx, "signoff_rule"),
            "texts": await store.kept(tx, "standard_text"),
            "words": await store.kept(tx, "sensitive_word"),
            "settings": [*settings, own],
            "placeholders": list(PLACEHOLDERS),
        }
