"""The mark (水印) on whatever leaves the screen: who took it, for which unit, when. Pure."""

from datetime import datetime

from dispatch.domain.moments import SHANGHAI

EXPORTED, PRINTED = "导出", "打印"


def mark(who: str, unit: str, at: datetime, did: str) -> str:
    """One line, Shanghai's time: 李某 渔沟镇社会治理指挥中心 2026-11-26 09:12 打印."""
    return " ".join(filter(None, (who, unit, f"{at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}", did)))
