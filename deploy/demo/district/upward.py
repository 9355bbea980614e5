"""What the demo's hotline publishes: grounds of upward requests by kind (应予办结: fourteen), and its limits."""

from __future__ import annotations

from typing import Any

import psycopg

GROUNDS: dict[str, tuple[tuple[str, str], ...]] = {
    "hand_back": (
        ("not_ours", "不属于本区管辖范围"),
        ("city_power", "属市级部门权限"),
        ("no_content", "诉求内容不清且无法联系诉求人"),
        ("lawful_channel", "应通过诉讼、仲裁、复议等法定途径解决"),
    ),
    "extend": (
        ("weather", "恶劣天气无法施工"),
        ("materials", "需订购材料或设备"),
        ("procedure", "需履行招投标、审批等程序"),
        ("several", "涉及多个部门、需会商"),
        ("expert", "需检测、鉴定、论证"),
    ),
    "suspend": (
        ("project", "列入年度工程计划"),
        ("planting", "绿化补植须待种植季节"),
        ("litigation", "诉讼、仲裁期间"),
        ("relocation", "列入征收拆迁计划"),
    ),
    "exempt": (
        ("unreasonable", "不合理诉求"),
        ("beyond_policy", "超出现行政策规定"),
        ("malicious", "恶意重复投诉"),
        ("force_majeure", "不可抗力"),
    ),
    "close_as": (
        ("resolved_before", "诉求人来电前已解决"),
        ("self_withdrawn", "诉求人主动放弃诉求"),
        ("lost", "三日内五次联系诉求人未果"),
        ("untrue", "经核查诉求不属实"),
        ("policy_explained", "政策规定明确且已解释到位"),
        ("lawful_channel", "已进入诉讼、仲裁、复议等法定程序"),
        ("petition", "已导入信访程序"),
        ("case_filed", "已依法立案查处"),
        ("planned", "已列入年度计划并公示"),
        ("history", "历史遗留问题已有处理意见"),
        ("private", "属民事纠纷且已组织调解"),
        ("beyond_law", "诉求违反法律法规"),
        ("repeated", "同一诉求已答复且无新的事实"),
        ("third_party", "须由第三方企业处理且已督促"),
    ),
    "merge": (("same_matter", "同一事项多次来电"), ("same_place", "同一地点多人反映同一问题")),
}
ANSWER_MINUTES = 60
"""The demo's hotline answers within minutes or never, so its limit is short."""


def load(cursor: psycopg.Cursor[Any]) -> None:
    """Write grounds and limits where there are none: also into a demo that is older than they are."""
    cursor.execute("SELECT EXISTS (SELECT FROM upward_ground) OR EXISTS (SELECT FROM upward_limit)")
    (are_there,) = cursor.fetchone() or (False,)
    if are_there:
        return
    rows = [
        (kind, code, name, 10 * (place + 1))
        for kind, grounds in GROUNDS.items()
        for place, (code, name) in enumerate(grounds)
    ]
    cursor.executemany("INSERT INTO upward_ground (kind, code, name, ordinal) VALUES (%s, %s, %s, %s)", rows)
    cursor.executemany(
        "INSERT INTO upward_limit (kind, answer_minutes) VALUES (%s, %s)",
        [(kind, ANSWER_MINUTES) for kind in GROUNDS],
    )
