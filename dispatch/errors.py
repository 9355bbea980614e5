"""One error tree, and the one table that turns it into HTTP statuses. Raised where known, rendered once.

The docstring of a class is its message: what happened and what to do next, in the reader's language.
"""

from collections.abc import Mapping
from typing import Any

from dispatch.saying import say


class DispatchError(Exception):
    """系统出错，请稍后再试；仍不行请联系系统管理员。"""

    code = "internal"

    def __init__(self, detail: str | None = None, *, field: str | None = None, **more: Any) -> None:
        self.detail = detail or say((type(self).__doc__ or "").strip())
        self.field = field
        self.more: Mapping[str, Any] = more
        super().__init__(self.detail)


class BadInput(DispatchError):
    """内容不符合要求，请按提示改正后再提交。"""

    code = "bad-input"


class Malformed(BadInput):
    """报文格式不对，请检查后重发。"""

    code = "malformed"


class TooLarge(DispatchError):
    """内容太大，请分开提交。"""

    code = "too-large"


class HeadTooLarge(DispatchError):
    """请求头太大，最多 32 KB；请清除本站的 Cookie 后再试。"""

    code = "head-too-large"


class TooSlow(DispatchError):
    """请求没有在规定时间内发完，连接已断开；请检查网络后再试。"""

    code = "too-slow"


class HungUp(DispatchError):
    """没有等到答复就断开了连接，什么都没有做；请重新提交。"""

    code = "hung-up"


class Packed(DispatchError):
    """不接受压缩过的报文，请去掉 Content-Encoding，发送原文。"""

    code = "packed"


class NotSignedIn(DispatchError):
    """还没有登录或登录已过期，请重新登录。"""

    code = "not-signed-in"


class WrongPassword(DispatchError):
    """用户名或密码不对，请再核对。"""

    code = "wrong-password"


class AccountLocked(DispatchError):
    """连续输错次数过多，账号已临时锁定，请 5 分钟后再试。"""

    code = "account-locked"


class ScreenLocked(DispatchError):
    """屏幕已锁定，请输入密码继续。"""

    code = "screen-locked"


class PasswordDue(DispatchError):
    """这是管理员设置的一次性密码，请先改成自己的密码。"""

    code = "password-due"


class OneTimeOver(DispatchError):
    """一次性密码已过期，请找本单位管理员重新制作登录条。"""

    code = "one-time-over"


class WallUnpaired(DispatchError):
    """这块大屏还没有配对，请把屏幕上的配对码告诉管理员。"""

    code = "wall-unpaired"


class WallEnded(DispatchError):
    """这块大屏已被停用；要继续使用，请重新配对。"""

    code = "wall-ended"


class LinkClosed(DispatchError):
    """链接已失效，请与派单的指挥中心联系。"""

    code = "link-closed"


class Forbidden(DispatchError):
    """您没有这项权限；如工作需要，请联系本单位管理员。"""

    code = "forbidden"


class NotFound(DispatchError):
    """没有找到，或不在您的管辖范围内。"""

    code = "not-found"


class SourceRetired(DispatchError):
    """这个来源已停止接收推送，这一次没有收下；已收下的工单照常办理。仍要推送请与区指挥中心联系。"""

    code = "source-retired"


class Refused(DispatchError):
    """现在不能这样办理，请刷新后再看。"""

    code = "refused"


class Conflict(DispatchError):
    """与已有的内容不一致，请核对后再提交。"""

    code = "conflict"


class AnotherPerson(Conflict):
    """这一步是另一个人在这台手机上做的，没有办理；请由本人登录后再发送。"""

    code = "another-person"


class Unconfirmed(DispatchError):
    """请先看清提示，确认后再保存。"""

    code = "unconfirmed"


class BadSignature(DispatchError):
    """签名核对不上：请核对密钥，并确认签的是原始报文 id.timestamp.body。"""

    code = "bad-signature"


class BadKey(DispatchError):
    """密钥不能用：没有这把密钥，请核对是否抄全；密钥只在生成时显示一次，找不到就请系统管理员再生成一把。"""

    code = "bad-key"


class KeyInAddress(Malformed):
    """网址里不能带密钥：网址会留在日志和浏览记录里。请放进请求头 X-API-Key，并作废用过的这把，换一把新的。"""

    code = "key-in-address"


class StaleTimestamp(DispatchError):
    """时间戳与本系统相差超过 5 分钟：请校准时钟，用当前时间重新签名。"""

    code = "stale-timestamp"


class TooMany(DispatchError):
    """请求过于频繁，请稍后再试。"""

    code = "too-many"


class Collision(DispatchError):
    """同时有人在处理同一内容，请再试一次。"""

    code = "collision"


class LeaseLost(DispatchError):
    """这项后台任务已由另一个进程接手，本进程没有写入任何内容。"""

    code = "lease-lost"


class Unstorable(DispatchError):
    """内容无法保存，请检查是否有异常字符。"""

    code = "unstorable"


class DatabaseAway(DispatchError):
    """数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。"""

    code = "database-away"


STATUS: Mapping[type[DispatchError], int] = {
    Malformed: 400,
    BadInput: 422,
    TooLarge: 413,
    HeadTooLarge: 431,
    TooSlow: 408,
    HungUp: 408,
    Packed: 415,
    NotSignedIn: 401,
    WallUnpaired: 401,
    WallEnded: 403,
    WrongPassword: 401,
    OneTimeOver: 403,
    AccountLocked: 429,
    ScreenLocked: 423,
    Forbidden: 403,
    PasswordDue: 403,
    LinkClosed: 410,
    SourceRetired: 410,
    NotFound: 404,
    Refused: 409,
    Conflict: 409,
    Unconfirmed: 409,
    BadSignature: 401,
    BadKey: 401,
    StaleTimestamp: 401,
    TooMany: 429,
    Collision: 409,
    Unstorable: 422,
    DatabaseAway: 503,
    DispatchError: 500,
}


def status_of(error: DispatchError) -> int:
    """The HTTP status of an error: its own row in the table, or its nearest ancestor's."""
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)


SOCKET_CODES: Mapping[str, int] = {
    "bad-message": 4400,
    "not-signed-in": 4401,
    "rights-ended": 4403,
    "no-hello": 4408,
    "mailbox-full": 4409,
    "too-many": 4429,
    "restart": 1012,
    "database-away": 1013,
}
"""Why a socket ends, as its close code: the client reads what to do from it."""
