"""What deeds on speeches write, and how they are taken back."""

from __future__ import annotations

from app.journal.deeds import Kinds, kinds
from app.journal.row_kinds import RowDeeds, row_kinds
from app.speeches import deeds as d
from db.models import SpeechRound, SpeechTurn


def speech_kinds() -> Kinds:
    """Give the kinds of deeds on speeches, and on those who speak."""
    rounds = RowDeeds(d.SpeechesSet, d.SpeechesChanged, d.SpeechesTakenOut, d.SpeechesPutBack)
    turns = RowDeeds(d.SpeakerSet, d.SpeakerChanged, d.SpeakerTakenOut, d.SpeakerPutBack)
    return kinds(*row_kinds(SpeechRound, rounds), *row_kinds(SpeechTurn, turns))
