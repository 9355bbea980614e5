"""How often somebody may ask what costs much, tells much, or could be guessed: in a minute, by route.

Pure. ``web.guard`` counts for whom it let in, ``web.session`` for whoever tries to sign in. Wide enough that nobody at
work ever meets one; narrow enough that a script run amok, or a stolen session, does not take a town's callers with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from dispatch.saying import say


@dataclass(frozen=True, slots=True)
class Allowance:
    """So many of what, a minute."""

    name: str
    per_minute: int
    doing: str
    """What is done too often, as the sentence of the refusal begins."""


SIGN_IN = Allowance("sign_in", 120, say("登录"))
"""By address: a whole office, or a mobile operator's customers, may be behind one. Accounts have locks of their own."""
REVEAL = Allowance("reveal", 30, say("查看号码"))
SEARCH = Allowance("search", 120, say("查找"))
EXPORT = Allowance("export", 20, say("导出"))
UPLOAD = Allowance("upload", 120, say("上传"))
"""Pictures: an outbox that comes back into the net sends a day's at once."""
FILE = Allowance("file", 20, say("上传文件"))
SOCKET = Allowance("socket", 240, say("连接"))
"""Tickets of sockets: one for each window and reconnect."""
LETTER = Allowance("link", 30, say("生成链接"))
PAIRING = Allowance("wall_pairing", 12, say("申请配对码"))
"""By address: a screen asks for a code once in ten minutes."""
PAIR = Allowance("wall_pair", 20, say("配对大屏"))
"""A code has 40 bits: nobody guesses one at this rate in ten minutes."""
WALL = Allowance("wall", 120, say("刷新大屏"))
"""By screen, which asks every two seconds."""

HEAT = Allowance("heat", 120, say("查看热力图"))
"""Each while, scale and filter is a question of its own; playing asks nothing."""
HEAT_TICKETS = Allowance("heat_tickets", 240, say("查看热力图的清单"))
"""Each number that is opened; playing asks once a step while a list is open."""

ROUTES: Mapping[str, Allowance] = {
    "POST /api/session": SIGN_IN,
    "POST /api/tickets/{ticket}/caller": REVEAL,
    "POST /api/search": SEARCH,
    "POST /api/pasted": SEARCH,
    "POST /api/locate": SEARCH,
    "GET /api/rates/export.{form}": EXPORT,
    "GET /api/score-periods/{period}/export.{form}": EXPORT,
    "GET /api/reconciliations/{run}/file.{kind}": EXPORT,
    "GET /api/work/{work}/rows.csv": EXPORT,
    "GET /api/audit/export.{form}": EXPORT,
    "GET /api/day-report.{form}": EXPORT,
    "POST /api/tickets/{ticket}/evidence": UPLOAD,
    "POST /api/boundaries/inspect": FILE,
    "POST /api/boundaries/{version}/layers/{level}": FILE,
    "POST /api/gazetteer/inspect": FILE,
    "POST /api/gazetteer/import": FILE,
    "POST /api/orders/inspect": FILE,
    "POST /api/orders/import": FILE,
    "POST /api/reconciliations": FILE,
    "POST /api/socket-ticket": SOCKET,
    "POST /api/tickets/{ticket}/link": LETTER,
    "POST /api/wall/pairing": PAIRING,
    "POST /api/walls": PAIR,
    "GET /api/wall": WALL,
    "GET /api/wall/ground": WALL,
    "GET /api/wall/heat": WALL,
    "GET /api/heat": HEAT,
    "GET /api/heat/tickets": HEAT_TICKETS,
}
DELIVERIES_PER_MINUTE = 120_000
"""Signed deliveries of one source to one process: 2,000 a second, far more than a city's hotline has to say. What is
refused beyond comes again with the same id, so that nothing is lost."""
FORGERIES_PER_MINUTE = 60
"""Unsigned or wrongly signed calls from one address that are told why; the others are told to wait. A call with a good
signature is taken whatever others from its address do."""
