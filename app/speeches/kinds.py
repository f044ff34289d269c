"""What deeds on speeches write, and how they are taken back."""

from __future__ import annotations

from app.journal.deeds import Kinds, kinds
from app.journal.row_kinds import RowDeeds, row_kinds
from app.speeches import deeds as d
from db.models import SpeechRound


def speech_kinds() -> Kinds:
    """Give the kinds of deeds on speeches."""
    deeds = RowDeeds(d.SpeechesSet, d.SpeechesChanged, d.SpeechesTakenOut, d.SpeechesPutBack)
    return kinds(*row_kinds(SpeechRound, deeds))
