"""What the audit's actions are called in words, for the auditor's page and the command line. Pure."""

from collections.abc import Mapping

from dispatch.domain.commands import LABELS
from dispatch.domain.events import EVENTS

THEMES: Mapping[str, str] = {
    "ticket": "工单",
    "caller": "诉求人",
    "evidence": "照片",
    "transfer": "对外转办单",
    "session": "登录",
    "account": "账号",
    "link": "短信链接",
    "refused": "被拒绝",
    "key": "接口密钥",
    "secret": "推送密钥",
    "audit": "审计",
    "people": "人员",
    "person": "人员",
    "post": "岗位",
    "duty": "值班",
    "unit": "单位",
    "cell_people": "网格人员",
    "rules": "派单规则",
    "power": "处罚权",
    "boundary": "网格边界",
    "place": "地名",
    "name": "别名",
    "gazetteer": "地名库",
    "locating": "定位设置",
    "channel": "渠道坐标",
    "timetable": "时限",
    "precedent": "先例",
    "owning": "权属设置",
    "ping_pong": "推诿预警",
    "joint": "联办设置",
    "danger": "警情",
    "look_back": "回头看",
    "orders": "工单导入",
    "reconciliation": "对账",
    "callback": "上报热线",
    "notification": "通知",
    "telling": "通知设置",
    "ground": "上行依据",
    "upward_limit": "上行时限",
    "rates": "指标",
    "rate_setting": "指标设置",
    "score_period": "考核周期",
    "objection": "考核申诉",
    "card": "黄红牌",
    "database": "数据库",
}
"""The part of an action before its point, in words."""
WORDS: Mapping[str, str] = {
    "ticket.viewed": "查看工单",
    "ticket.compared": "查看相似工单",
    "caller.revealed": "显示诉求人号码",
    "caller.refused": "显示诉求人号码被拒绝",
    "caller.searched": "按诉求人查找",
    "evidence.viewed": "查看照片",
    "transfer.printed": "打印对外转办单",
    "session.begun": "登录",
    "session.ended": "退出",
    "session.unlocked": "解锁屏幕",
    "session.refused": "登录失败",
    "account.locked": "登录失败过多,账号锁定",
    "account.password_changed": "修改密码",
    "account.password_reset": "重设密码",
    "account.added": "开账号",
    "account.disabled": "停用账号",
    "account.enabled": "恢复账号",
    "link.opened": "打开短信链接",
    "key.created": "生成密钥",
    "key.revoked": "作废密钥",
    "key.refused": "密钥被拒绝",
    "secret.added": "增加推送密钥",
    "secret.ended": "停用推送密钥",
    "audit.viewed": "查看审计",
    "audit.exported": "导出审计",
    "people.viewed": "查看人员",
    "person.added": "新增人员",
    "person.changed": "修改人员",
    "post.given": "增加岗位",
    "post.ended": "结束岗位",
    "unit.added": "登记单位",
    "unit.changed": "修改单位",
    "unit.ended": "停用单位",
    "unit.kept": "撤销停用单位",
    "unit.over": "单位到期停用",
    "cell_people.viewed": "查看网格人员",
    "cell_people.set": "安排网格人员",
    "cell_people.ended": "撤下网格人员",
    "cell_people.imported": "导入网格人员",
    "rates.exported": "导出指标",
    "reconciliation.viewed": "查看对账",
    "reconciliation.exported": "导出对账差异",
    "reconciliation.uploaded": "上传清单对账",
    "orders.imported": "导入工单",
    "callback.replayed": "重发上报",
    "database.restored": "数据库恢复后重新启用",
    "refused.forbidden": "没有权限,被拒绝",
    "refused.not-found": "查看不存在或无权看的内容",
    "refused.wrong-password": "用户名或密码不对",
    "refused.account-locked": "账号锁定期间登录",
    "refused.bad-signature": "热线签名不对",
    "refused.stale-timestamp": "热线时间戳过期",
    "refused.link-closed": "打开失效的短信链接",
    "refused.too-many": "请求过于频繁",
    "refused.another-person": "代他人发送离线操作",
} | {event: LABELS[command] for command, event in EVENTS.items() if command in LABELS}
"""Whole actions in words; a step of a ticket is called what its button is."""


def theme_of(action: str) -> str:
    """What an action is about, in words."""
    theme = action.partition(".")[0]
    return THEMES.get(theme, theme)


def in_words(action: str) -> str:
    """An action in words; a change without words of its own is called by its theme and its name."""
    return WORDS.get(action) or f"{theme_of(action)}:{action.partition('.')[2]}"
