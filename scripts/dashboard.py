"""Writes the Grafana dashboard: ``python -m scripts.dashboard > deploy/observe/grafana.json``. A test compares the two.

Each panel is one question that somebody on duty asks, and the queries that answer it.
"""

import json
import sys
from typing import Any

_SOURCE = {"type": "prometheus", "uid": "${source}"}
_WIDTH, _HEIGHT = 8, 7
PANELS: list[tuple[str, str, dict[str, str]]] = [
    ("现在有什么不正常（0 正常，1 降级，2 停止）", "short", {"{{instance}} {{finding}}": "dispatch_finding > 0"}),
    ("数据库、Redis 在不在", "short", {
        "数据库 {{instance}}": "dispatch_database_up",
        "Redis {{instance}}": "dispatch_redis_up",
        "限流共同计数 {{instance}}": "dispatch_limits_shared",
    }),
    ("各进程版本", "short", {"{{process}} {{version}}": "dispatch_instance_info"}),
    ("收单：每秒条数", "ops", {
        "{{outcome}}": "sum by (outcome) (rate(dispatch_intake_messages_total[5m]))",
        "推送 {{status}}": "sum by (status) (rate(dispatch_intake_deliveries_total[5m]))",
    }),
    ("收单：用时", "s", {
        "p50": "histogram_quantile(0.5, sum by (le) (rate(dispatch_intake_seconds_bucket[5m])))",
        "p99": "histogram_quantile(0.99, sum by (le) (rate(dispatch_intake_seconds_bucket[5m])))",
    }),
    ("收单：每批条数", "short", {
        "p90": "histogram_quantile(0.9, sum by (le) (rate(dispatch_intake_batch_messages_bucket[5m])))",
    }),
    ("定位：到哪一级，有没有把握", "ops", {
        "{{level}} {{sure}}": "sum by (level, sure) (rate(dispatch_intake_located_total[1h]))",
    }),
    ("定位：用时", "s", {
        "p99": "histogram_quantile(0.99, sum by (le) (rate(dispatch_locate_seconds_bucket[5m])))",
    }),
    ("请求：每秒次数与失败", "reqps", {
        "全部": "sum(rate(dispatch_requests_total[5m]))",
        "失败 {{route}}": 'sum by (route) (rate(dispatch_requests_total{status=~"5.."}[5m])) > 0',
    }),
    ("请求：用时 p99", "s", {
        "{{route}}": "histogram_quantile(0.99, sum by (le, route) (rate(dispatch_request_seconds_bucket[5m])))",
    }),
    ("推送到屏幕：从写入到信箱，从信箱到连接", "s", {
        "写入→信箱 p99": "histogram_quantile(0.99, sum by (le) (rate(dispatch_relay_seconds_bucket[5m])))",
        "信箱→连接 p99": "histogram_quantile(0.99, sum by (le) (rate(dispatch_socket_seconds_bucket[5m])))",
        "没有读流 {{instance}}": "dispatch_relay_lag_seconds",
    }),
    ("推送落后几条", "short", {
        "{{instance}}": "sum by (instance) (dispatch_stream_top - dispatch_relay_position)",
    }),
    ("连接数", "short", {"{{instance}} {{kind}}": "dispatch_sockets"}),
    ("连接断开的原因", "ops", {"{{reason}}": "sum by (reason) (rate(dispatch_sockets_ended_total[5m]))"}),
    ("条目：读到、合并、发出、丢弃", "ops", {
        "读到": "sum(rate(dispatch_entries_relayed_total[5m]))",
        "合并": "sum(rate(dispatch_entries_folded_total[5m]))",
        "发出": "sum(rate(dispatch_entries_sent_total[5m]))",
        "丢弃（帧）": "sum(rate(dispatch_frames_dropped_total[5m]))",
    }),
    ("回传热线：待发、给不出", "short", {
        "待发": "max(dispatch_callbacks_due)",
        "失败": "max(dispatch_callbacks_dead)",
        "每分钟 {{result}}": "sum by (result) (rate(dispatch_callbacks_sent_total[5m])) * 60",
    }),
    ("回传热线：最早的晚了多久", "s", {"晚": "max(dispatch_callbacks_late_seconds)"}),
    ("通知（24 小时）", "short", {"{{state}}": "max by (state) (dispatch_notifications)"}),
    ("热线消息：等工单、没等到", "short", {
        "等": "max(dispatch_messages_waiting)",
        "没等到": "max(dispatch_messages_dead)",
    }),
    ("后台任务：多久没有运行", "s", {
        "{{job}}": "min by (job) (dispatch_job_anywhere_age_seconds)",
        "{{instance}} {{job}}": "dispatch_job_last_run_age_seconds",
    }),
    ("后台任务：不顺与占用", "short", {
        "{{job}} {{result}}": 'sum by (job, result) (rate(dispatch_job_runs_total{result!="done"}[5m]))',
        "占用 {{job}}": "sum by (job) (rate(dispatch_job_seconds_total[5m]))",
    }),
    ("数据库连接", "short", {
        "用着 {{instance}}": "dispatch_pool_in_use",
        "开着 {{instance}}": "dispatch_pool_open",
        "最多 {{instance}}": "dispatch_pool_most",
        "在等 {{instance}}": "dispatch_pool_waiting",
    }),
    ("数据库错误", "ops", {"{{kind}}": "sum by (kind) (rate(dispatch_database_errors_total[5m]))"}),
    ("时钟相差", "s", {"{{instance}}": "dispatch_clock_offset_seconds"}),
    ("限流挡下", "ops", {"{{limit}}": "sum by (limit) (rate(dispatch_limits_refused_total[5m]))"}),
    ("内存", "bytes", {"{{instance}}": "process_resident_memory_bytes"}),
    ("CPU", "percentunit", {"{{instance}}": "rate(process_cpu_seconds_total[5m])"}),
]  # fmt: skip


def panel(number: int, title: str, unit: str, queries: dict[str, str]) -> dict[str, Any]:
    """One panel of three a row."""
    return {
        "id": number + 1,
        "type": "timeseries",
        "title": title,
        "datasource": _SOURCE,
        "gridPos": {"x": number % 3 * _WIDTH, "y": number // 3 * _HEIGHT, "w": _WIDTH, "h": _HEIGHT},
        "fieldConfig": {"defaults": {"unit": unit, "min": None if unit == "s" else 0}, "overrides": []},
        "options": {"legend": {"displayMode": "list", "placement": "bottom"}, "tooltip": {"mode": "multi"}},
        "targets": [
            {"refId": chr(ord("A") + at), "expr": query, "legendFormat": legend, "datasource": _SOURCE}
            for at, (legend, query) in enumerate(queries.items())
        ],
    }


def dashboard() -> dict[str, Any]:
    """The whole dashboard."""
    source = {"name": "source", "type": "datasource", "query": "prometheus", "label": "Prometheus"}
    return {
        "uid": "dispatch",
        "title": "社会治理指挥平台",
        "tags": ["dispatch"],
        "timezone": "Asia/Shanghai",
        "schemaVersion": 39,
        "refresh": "15s",
        "time": {"from": "now-6h", "to": "now"},
        "templating": {"list": [source]},
        "panels": [panel(number, *each) for number, each in enumerate(PANELS)],
    }


if __name__ == "__main__":
    json.dump(dashboard(), sys.stdout, ensure_ascii=False, indent=1)
    print()
