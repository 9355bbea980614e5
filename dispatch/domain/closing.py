"""What answering and closing ask for, as a district sets it: evidence, signatures, grounds, replies. Pure values.

Read from the tables by ``store.closing`` inside the transaction that needs them; ``answering`` and ``guards`` judge by
them. The first rule that fits, in their order, decides.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from dispatch.saying import say

PIECE_KINDS: Mapping[str, str] = {
    "before": say("处置前照片"),
    "after": say("处置后照片"),
    "document": say("文书照片"),
}
"""What a picture may show."""
REACHED = frozenset({"reached", "later"})
"""Results of a contact that reached the caller: who says when to call again (约定再联系) has been spoken to."""
VOICE = "voice"
"""Evidence that is no picture: recorded words (语音)."""
SIGNERS: Mapping[str, str] = {"signing_leader": say("分管领导"), "duty_leader": say("带班领导")}
"""Who may have to sign, by their role."""


@dataclass(frozen=True, slots=True)
class EvidenceRule:
    """What pictures a way of closing asks for; ``None`` means any. ``within_m`` metres of the ticket's point."""

    id: int
    category: str | None
    category_asks: bool
    """Fits only categories that themselves say that they want a picture."""
    how_closed: frozenset[str] | None
    kinds: frozenset[str]
    least: int
    within_m: float | None
    within_hours: float | None
    reason: str


@dataclass(frozen=True, slots=True)
class SignoffRule:
    """When a reply needs a leader's signature, and whose; ``None`` means any."""

    id: int
    category: str | None
    category_asks: bool
    types: frozenset[str] | None
    urgencies: frozenset[str] | None
    how_closed: frozenset[str] | None
    least_rework: int | None
    unhappy: bool | None
    confidential: bool | None
    signer: str
    reason: str


@dataclass(frozen=True, slots=True)
class SensitiveWord:
    """A word that a public reply does not use without a reason; ``instead`` is what to say rather."""

    word: str
    instead: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class ReplySetting:
    """How replies are looked at. ``alike`` is the share of common trigrams from which a reply counts as copied.

    ``promising`` words speak of what is yet to come, ``doing`` words of what was done; ``hollow`` ones sound like it.
    """

    version: int = 0
    shortest: int = 10
    alike: float = 0.8
    compared: int = 50
    conclude_days: int = 15
    promising: tuple[str, ...] = (
        *("将尽快", "会尽快", "将会", "会安排", "将安排", "拟安排", "下一步将", "择机", "待研究"),
        *("持续关注", "加强巡查", "加大力度"),
    )
    hollow: tuple[str, ...] = (
        *(
            "已安排",
            "已转",
            "已通知",
            "已要求",
            "已督促",
            "已列入",
            "已上报",
            "已协调",
            "已联系",
            "已收悉",
            "已知悉",
        ),
    )
    doing: tuple[str, ...] = (
        *(
            "已",
            "完成",
            "修复",
            "恢复",
            "清理",
            "拆除",
            "更换",
            "疏通",
            "办结",
            "处罚",
            "补发",
            "退还",
            "达成",
        ),
        *("整改到位",),
    )


@dataclass(frozen=True, slots=True)
class ClosingRules:
    """Everything of it that is in force."""

    evidence: tuple[EvidenceRule, ...] = ()
    signoff: tuple[SignoffRule, ...] = ()
    grounds: Mapping[str, str] = field(default_factory=dict)
    words: tuple[SensitiveWord, ...] = ()
    setting: ReplySetting = ReplySetting()


@dataclass(frozen=True, slots=True)
class Piece:
    """One picture of a ticket: what it shows, when it came, when and how far from the ticket's point it was taken.

    ``metres`` is None where either place is not known; both are what the phone said with the act.
    """

    kind: str | None
    received_at: datetime
    taken_at: datetime | None
    metres: float | None
    has_place: bool
    from_gallery: bool


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier reply of the same unit."""

    number: str
    reply: str


@dataclass(frozen=True, slots=True)
class Closing:
    """What the decision of an answer, a review or a signature may look at, beside the ticket."""

    rules: ClosingRules = ClosingRules()
    pieces: tuple[Piece, ...] = ()
    """Its pictures; recordings are none."""
    voices: int = 0
    """How many recordings it has."""
    reply: str | None = None
    how_closed: str | None = None
    caller_name: str | None = None
    asked: str = ""
    """What the citizen asked for, in words."""
    earlier: tuple[Earlier, ...] = ()
    """The last replies of the unit that answered."""


def _below(path: str, ancestor: str | None) -> bool:
    return ancestor is None or path == ancestor or path.startswith(ancestor + "/")


def evidence_rule(
    rules: Sequence[EvidenceRule], path: str, asks: bool, how_closed: str | None
) -> EvidenceRule | None:
    """The rule for a category's path; while nobody says how it is closed, those that depend on it are passed over."""
    for rule in rules:
        said = rule.how_closed is None or how_closed in rule.how_closed
        if said and _below(path, rule.category) and (asks or not rule.category_asks):
            return rule
    return None


def evidence_ahead(rules: Sequence[EvidenceRule], path: str, asks: bool) -> tuple[EvidenceRule, ...]:
    """The rules that may decide for a category's path once it is said how it is closed: the first that fits does."""
    found: list[EvidenceRule] = []
    for rule in rules:
        if _below(path, rule.category) and (asks or not rule.category_asks):
            found.append(rule)
            if rule.how_closed is None:
                break
    return tuple(found)


def lacking(rule: EvidenceRule, pieces: Sequence[Piece]) -> str | None:
    """What a rule still waits for, as a sentence; None where it has all."""
    held = {piece.kind or "after" for piece in pieces}
    missing = [name for kind, name in PIECE_KINDS.items() if kind in rule.kinds - held]
    if missing:
        return say(
            "这类诉求办结要有{missing}（{reason}），请先拍照上传。", missing=missing, reason=rule.reason
        )
    count = len(pieces)
    if count < rule.least:
        one = rule.least == 1
        much = (
            say("现场照片")
            if one
            else say(" {least} 张现场照片，现有 {count} 张", least=rule.least, count=count)
        )
        return say("这类诉求办结要有{much}，请先拍照上传。", much=much)
    return None


def doubts(rule: EvidenceRule, pieces: Sequence[Piece], now: datetime) -> list[str]:
    """What speaks against pictures by their place and time, unless enough of them are beyond doubt."""
    told = [_doubt(rule, piece, now) for piece in pieces]
    if sum(1 for each in told if not each) >= max(rule.least, 1):
        return []
    return [say("第 {at} 张{doubts}", at=at, doubts=each) for at, each in enumerate(told, 1) if each]


def _doubt(rule: EvidenceRule, piece: Piece, now: datetime) -> list[str]:
    found: list[str] = []
    if rule.within_m is not None:
        if not piece.has_place:
            found.append(say("没有拍摄位置"))
        elif piece.metres is not None and piece.metres > rule.within_m:
            found.append(
                say(
                    "距诉求位置 {metres:.0f} 米（规定 {within:.0f} 米内）",
                    metres=piece.metres,
                    within=rule.within_m,
                )
            )
    if rule.within_hours is not None:
        if piece.taken_at is None:
            found.append(say("没有拍摄时间"))
        elif now - piece.taken_at > timedelta(hours=rule.within_hours):
            hours = (now - piece.taken_at).total_seconds() / 3600
            found.append(
                say(
                    "拍摄于 {hours:.0f} 小时前（规定 {within:.0f} 小时内）",
                    hours=hours,
                    within=rule.within_hours,
                )
            )
    if piece.from_gallery and (rule.within_m is not None or rule.within_hours is not None):
        found.append(say("从相册选取"))
    return found


@dataclass(frozen=True, slots=True)
class Matter:
    """What a sign-off rule looks at."""

    path: str
    category_asks: bool
    type: str
    urgency: str
    how_closed: str | None
    rework: int
    unhappy: bool
    confidential: bool


def signoff_rule(rules: Sequence[SignoffRule], matter: Matter) -> SignoffRule | None:
    """The rule by which a leader has to sign, or None where nobody has to."""
    return next((rule for rule in rules if _fits(rule, matter)), None)


def _fits(rule: SignoffRule, matter: Matter) -> bool:
    return (
        _below(matter.path, rule.category)
        and (matter.category_asks or not rule.category_asks)
        and (rule.types is None or matter.type in rule.types)
        and (rule.urgencies is None or matter.urgency in rule.urgencies)
        and (rule.how_closed is None or matter.how_closed in rule.how_closed)
        and (rule.least_rework is None or matter.rework >= rule.least_rework)
        and (rule.unhappy is None or matter.unhappy == rule.unhappy)
        and (rule.confidential is None or matter.confidential == rule.confidential)
    )


def is_unhappy(answer: Mapping[str, object] | None) -> bool:
    """Whether the town's own call-back (预回访) heard that it is not solved, or that the caller is not satisfied."""
    heard = (answer or {}).get("pre_callback")
    if not isinstance(heard, Mapping):
        return False
    return heard.get("solved") == "no" or heard.get("satisfied") == "dissatisfied"
