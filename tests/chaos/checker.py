"""The checker: what clients wrote down and what the database holds → figures and violations. Pure.

``fail`` that became ``ok`` under another delivery is ok, an unknown outcome outweighs a refusal: what is asserted of an
order or an act is what its best-known attempt allows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from tests.chaos.invariants import asked, due, held, sealed, told
from tests.chaos.journal import Acted, Outcome, Pushed, Record
from tests.chaos.observed import Observed
from tests.chaos.verdict import CellOf, Evidence, Invariant, Verdict, Violation

INVARIANTS: Mapping[str, Invariant] = {
    each.__name__: each
    for each in (
        asked.order_not_lost,
        asked.order_once,
        asked.refused_order_absent,
        asked.delivery_remembered,
        asked.act_not_lost,
        asked.act_once,
        asked.refused_act_absent,
        held.journal_replays,
        held.versions_counted,
        held.edges_legal,
        held.one_lead,
        held.cell_recomputed,
        held.no_retired_version,
        told.streams_gapless,
        told.last_version_told,
        told.view_is_true,
        told.nothing_foreign,
        due.report_heard,
        due.report_id_constant,
        due.reports_in_order,
        due.warned_once,
        due.nothing_left,
        sealed.chain_verifies,
    )
}
LOST = frozenset({"order_not_lost", "act_not_lost"})
TWICE = frozenset({"order_once", "act_once"})


def check(written: Sequence[Record], found: Observed, cell_of: CellOf) -> Verdict:
    """Compare what clients wrote down with what the database holds when everything has come to rest."""
    evidence = Evidence(written, found, cell_of)
    violations = tuple(
        Violation(name, subject, words)
        for name, invariant in INVARIANTS.items()
        for subject, words in invariant(evidence)
    )
    outcomes = Counter(asked.orders_asked(evidence).values())
    outcomes.update(outcome for _, outcome in asked.acts_asked(evidence).values())
    return Verdict(
        attempts=sum(isinstance(each, Pushed | Acted) for each in written),
        ok=outcomes[Outcome.OK],
        info=outcomes[Outcome.INFO],
        fail=outcomes[Outcome.FAIL],
        lost=sum(each.invariant in LOST for each in violations),
        twice=sum(each.invariant in TWICE for each in violations),
        violations=violations,
    )
