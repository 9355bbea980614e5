"""The mark (水印) on whatever leaves the screen: who took it, for which unit, when. Pure."""

from datetime import datetime

from dispatch.domain.moments import SHANGHAI
from dispatch.saying import Said, say

EXPORTED, PRINTED = "导出", "打印"


def mark(who: str, unit: str, at: datetime, did: str) -> Said:
    """One line, Shanghai's time: 李某 渔沟镇社会治理指挥中心 2026-11-26 09:12 打印."""
    taken = " ".join(filter(None, (who, unit, f"{at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}")))
    return say("{taken} 导出", taken=taken) if did == EXPORTED else say("{taken} 打印", taken=taken)
