"""What the demo's district asks of answers: evidence, signatures, standard texts, words that public replies avoid."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import psycopg
from psycopg import sql

from dispatch.domain.closing import ReplySetting

BEFORE_AND_AFTER = ["before", "after"]
EVIDENCE: Sequence[Mapping[str, Any]] = (
    {
        "ordinal": 10,
        "category": "市容环境/违法搭建",
        "kinds": BEFORE_AND_AFTER,
        "least": 2,
        "within_m": 200,
        "within_hours": 720,
        "reason": "违建拆除要有拆前拆后对比照片",
    },
    {
        "ordinal": 20,
        "category": "市容环境/店外经营",
        "how_closed": ["solved", "partly"],
        "kinds": BEFORE_AND_AFTER,
        "least": 2,
        "within_m": 200,
        "within_hours": 72,
        "reason": "店外经营整治要有前后对比照片",
    },
)
SIGNOFF: Sequence[Mapping[str, Any]] = (
    {"ordinal": 40, "least_rework": 2, "signer": "signing_leader", "reason": "重办两次以上由分管领导签发"},
    {"ordinal": 50, "types": ["report"], "signer": "signing_leader", "reason": "举报件答复由分管领导签发"},
    {"ordinal": 60, "how_closed": ["ground"], "signer": "signing_leader", "reason": "应予办结由分管领导签发"},
    {"ordinal": 70, "how_closed": ["stage"], "signer": "duty_leader", "reason": "阶段性办结由带班领导签发"},
)
TEXTS: Sequence[Mapping[str, Any]] = (
    {
        "ordinal": 10,
        "category": "市政设施/路灯",
        "title": "路灯维修",
        "words": "您好，您反映的“{标题}”已由{承办单位}于{到场时间}到场处理：{办理情况}。再次熄灭，请拨打12345反映。",
    },
    {
        "ordinal": 20,
        "category": "市政设施/路面破损",
        "title": "路面修补",
        "words": "您好，{承办单位}已于{到场时间}查看破损路面：{办理情况}。养护期间请减速慢行。",
    },
    {
        "ordinal": 30,
        "category": "市容环境",
        "title": "市容整治",
        "words": "您好，{承办单位}于{到场时间}到现场核查您反映的“{标题}”：{办理情况}。我们将纳入日常巡查。",
    },
    {
        "ordinal": 40,
        "category": "噪音扰民",
        "title": "噪音劝导",
        "words": "您好，{承办单位}于{到场时间}到现场核查噪音情况：{办理情况}。如再次发生，请当时拨打12345，便于取证。",
    },
    {
        "ordinal": 50,
        "category": "房产物业/物业服务",
        "title": "物业协调",
        "words": "您好，{承办单位}已约谈物业服务企业：{办理情况}。整改情况由社区跟踪督促。",
    },
    {
        "ordinal": 60,
        "category": "邻里纠纷",
        "title": "纠纷调解",
        "words": "您好，{承办单位}于{联系时间}与双方联系并组织调解：{办理情况}。如需司法确认，可到镇街司法所办理。",
    },
    {
        "ordinal": 70,
        "title": "咨询答复",
        "words": "您好，关于您咨询的“{标题}”，答复如下：{办理情况}。（{指挥中心}，{答复日期}）",
    },
    {
        "ordinal": 80,
        "title": "分阶段办理",
        "words": "您好，您反映的“{标题}”需分阶段办理，目前进展：{办理情况}。我们将于{下一步时间}前再次向您反馈。",
    },
)
WORDS: Sequence[tuple[str, str | None, str]] = (
    ("刁民", "群众", "不尊重诉求人"),
    ("无理取闹", "诉求不符合有关规定", "不尊重诉求人"),
    ("职业投诉人", None, "给诉求人贴标签"),
    ("上访户", "诉求人", "给诉求人贴标签"),
    ("不归我们管", "由有权部门办理", "推诿用语，应说明由谁办理"),
    ("爱莫能助", None, "推诿用语"),
    ("请自行解决", None, "推诿用语，应告知办理渠道"),
    ("内部文件", None, "可能涉及不公开的内容"),
    ("领导批示", None, "可能涉及不公开的内容"),
    ("举报人", "诉求人", "可能暴露举报人身份"),
    ("已拘留", None, "涉及案件，请核对是否可以公开"),
    ("绝对", None, "绝对化承诺"),
)


def load(cursor: psycopg.Cursor[Any]) -> None:
    """Put the rules beside those that every district begins with."""
    for table, rows in (("evidence_rule", EVIDENCE), ("signoff_rule", SIGNOFF), ("standard_text", TEXTS)):
        for row in rows:
            statement = sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(
                sql.Identifier(table),
                sql.SQL(", ").join(map(sql.Identifier, row)),
                sql.SQL(", ").join(sql.Placeholder() * len(row)),
            )
            cursor.execute(statement, list(row.values()))
    cursor.executemany("INSERT INTO sensitive_word (word, instead, reason) VALUES (%s, %s, %s)", WORDS)
    setting = {**asdict(ReplySetting()), "version": 1, "note": "演示设置第 1 版", "created_at": "2026-01-01Z"}
    cursor.execute(
        "INSERT INTO reply_setting SELECT * FROM jsonb_populate_record(NULL::reply_setting, %s)",
        (json.dumps(setting),),
    )
