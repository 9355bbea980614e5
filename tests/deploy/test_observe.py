"""What is shipped for Grafana and Prometheus speaks of metrics that exist; every metric is in the table of the docs."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from dispatch import metrics
from dispatch.reads.vitals import Here, families
from dispatch.store.vitals import Waiting
from scripts.dashboard import dashboard

ROOT = Path(__file__).resolve().parents[2]
OBSERVE = ROOT / "deploy" / "observe"
NAME = re.compile(r"\b(?:dispatch|process)_[a-z0-9_]+\b")
HERE = Here({}, {}, 0.0, {}, 0.0, True, True, {}, {})
WAITING = Waiting(0, 0.0, 0, {}, 0, 0, {}, {})
SUFFIXES = {"counter": ("_total",), "histogram": ("_bucket", "_sum", "_count"), "info": ("_info",)}


def told() -> dict[str, tuple[str, set[str]]]:
    """Every metric as Prometheus names it → what it says of itself, and the names of its samples."""
    found = {}
    for family in (*metrics.REGISTRY.collect(), *families(HERE, (0, 0, 0, 0), WAITING)):
        ends = SUFFIXES.get(family.type, ("",))
        samples = {f"{family.name}{end}" for end in ends}
        shown = f"{family.name}{ends[0]}" if family.type in ("counter", "info") else family.name
        found[shown] = family.documentation, samples
    return found


def rules() -> list[dict[str, Any]]:
    """The alert rules."""
    parsed = yaml.safe_load((OBSERVE / "alerts.yml").read_text(encoding="utf-8"))
    return [rule for group in parsed["groups"] for rule in group["rules"]]


def queries() -> list[str]:
    """Every query of the dashboard and of the alerts."""
    panels = json.loads((OBSERVE / "grafana.json").read_text(encoding="utf-8"))["panels"]
    return [target["expr"] for panel in panels for target in panel["targets"]] + [
        rule["expr"] for rule in rules()
    ]


def test_the_dashboard_is_what_the_script_writes() -> None:
    said = "the dashboard has changed: python -m scripts.dashboard > deploy/observe/grafana.json"
    assert json.loads((OBSERVE / "grafana.json").read_text(encoding="utf-8")) == dashboard(), said


def test_every_query_asks_for_metrics_that_exist() -> None:
    exist = set().union(*(samples for _, samples in told().values()))
    asked = {name for query in queries() for name in NAME.findall(query)}
    assert asked - exist == set()
    assert len(asked) > 30


def test_every_metric_of_ours_is_asked_for() -> None:
    asked = {name for query in queries() for name in NAME.findall(query)}
    unused = {
        name for name, (_, samples) in told().items() if name.startswith("dispatch_") and not samples & asked
    }
    assert unused == set()


def test_the_table_in_the_docs_is_the_metrics() -> None:
    page = (ROOT / "docs" / "observing.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r"^\| `(dispatch_\w+)` \| (.+?) \|$", page, re.MULTILINE))
    assert listed == {name: says for name, (says, _) in told().items() if name.startswith("dispatch_")}


def test_every_alert_says_who_is_called_and_what_to_do() -> None:
    for rule in rules():
        assert rule["labels"]["severity"] in ("page", "ticket"), rule["alert"]
        assert len(rule["annotations"]["summary"]) > 15, rule["alert"]
    assert len({rule["alert"] for rule in rules()}) == len(rules()) > 8


def test_prometheus_takes_the_rules_where_its_tool_is_here() -> None:
    tool = shutil.which("promtool")
    if tool is None:  # Debian's package `prometheus` brings it; without it the rules were parsed above
        assert all(rule["expr"].count("(") == rule["expr"].count(")") for rule in rules())
        return
    checked = subprocess.run(
        [tool, "check", "rules", str(OBSERVE / "alerts.yml")], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("target", ["prometheus.yml"])
def test_the_example_scrapes_each_process_by_itself(target: str) -> None:
    (job,) = yaml.safe_load((OBSERVE / target).read_text(encoding="utf-8"))["scrape_configs"]
    assert job["job_name"] == "dispatch"
    assert all(re.fullmatch(r"127\.0\.0\.1:\d+", each) for each in job["static_configs"][0]["targets"])
