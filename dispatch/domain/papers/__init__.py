"""Papers (文书): what stands on each printed form, from facts on record. Pure; ``reads.papers`` gathers the facts.

``kinds`` names them, ``layout`` is what all are made of, ``of_ticket`` and ``of_handover`` fill them in: ruled rows of
cells, whoever draws them.
"""

from dispatch.domain.papers.kinds import CHASED, PRINTERS, TITLES, PaperKind, printed_by
from dispatch.domain.papers.layout import Cell, CellKind, Listing, Paper, said_at, spoken
from dispatch.domain.papers.of_handover import handover
from dispatch.domain.papers.of_ticket import paper

__all__ = [
    "CHASED",
    "PRINTERS",
    "TITLES",
    "Cell",
    "CellKind",
    "Listing",
    "Paper",
    "PaperKind",
    "handover",
    "paper",
    "printed_by",
    "said_at",
    "spoken",
]
