"""What deeds on rounds write, and how they are taken back."""

from __future__ import annotations

from app.icebreaking import deeds as d
from app.journal.deeds import Kinds, kinds
from app.journal.row_kinds import RowDeeds, row_kinds
from db.models import Icebreaker


def icebreaking_kinds() -> Kinds:
    """Give the kinds of deeds on rounds."""
    deeds = RowDeeds(d.RoundsSet, d.RoundsChanged, d.RoundsTakenOut, d.RoundsPutBack)
    return kinds(*row_kinds(Icebreaker, deeds))
