"""How the goals that come after worth count against each other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """What one of each costs. Worth is never given up for any of them.

    ``shares``: if it is 0, nobody makes way for whoever has less. ``gaps``: an idle stretch between
    two meetings of a block. ``table_changes``: another table than in the meeting before, and
    ``ways``: another zone. ``early``: a meeting one slot later.
    ``moved``: a meeting that does not stay where it stood.
    """

    shares: float = 1.0
    gaps: float = 30.0
    table_changes: float = 4.0
    ways: float = 1.0
    early: float = 0.1
    moved: float = 3.0


BALANCED = Weights()
"""What suits most events: a gap is worth a few changes of table, and those some lost slots.

Who knows their schedule is told of another for a gap or a change of table, not for an earlier end.
"""
