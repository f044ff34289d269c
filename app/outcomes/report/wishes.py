"""What a report or a list of follow-ups is asked for. Light to import."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.errors import DeskError


class Language(StrEnum):
    """The languages that reports are written in, by their codes."""

    ENGLISH = "en"
    GERMAN = "de"
    FRENCH = "fr"


@dataclass(frozen=True, slots=True)
class ReportWish:
    """Of which day, or of the whole event, and in which language.

    ``notes``: what was noted of meetings stands among the next steps as well.
    """

    day: date | None = None
    language: Language = Language.ENGLISH
    notes: bool = True


@dataclass(eq=False)
class NothingToReport(DeskError):
    """Nobody applied, and no meeting was arranged: there is nothing to tell of."""
