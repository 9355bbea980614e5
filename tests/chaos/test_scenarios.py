"""The faults that the service has to survive, said once more by name: none is lost by an edit elsewhere."""

from __future__ import annotations

from tests.chaos.planted import PLANTED
from tests.chaos.scenarios import SCENARIOS

NAMED = """
    crash_recovery crash_in_migration repeated_kills app_pause rolling_restart clock_step
    postgres_restart postmaster_killed pg_backend_kill pool_exhaustion idle_in_transaction wal_full
    restore_point_in_time cancellation redis_flush redis_restart redis_stop redis_oom
    network_database network_redis network_clients network_hotline machines_gone
    half_open never_reading back_at_once subscribe_in_a_storm rights_changed deliveries_repeated publish_race
"""


def test_every_fault_that_is_named_has_its_scenario() -> None:
    assert set(SCENARIOS) == set(NAMED.split())


def test_a_planted_bug_is_looked_for_by_a_scenario_that_there_is() -> None:
    assert {each.scenario for each in PLANTED} <= set(SCENARIOS)
    assert all((each.folder / "sitecustomize.py").is_file() for each in PLANTED)
