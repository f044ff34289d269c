"""The import of requests, and of meetings that were arranged elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.delegates.reading.registrations import ReadingOrder
from app.meetings.importing.arranged import MeetingRows
from app.meetings.importing.course import Deciding
from app.meetings.importing.running import ListImported, ListImports
from app.meetings.importing.wanted import RequestRows
from app.meetings.reading.entries import Entries, read_entries
from app.progress import Report

__all__ = ["ListImported", "MeetingImports", "What"]


class What(StrEnum):
    """What a list is of."""

    REQUESTS = "requests"
    MEETINGS = "meetings"


@dataclass(frozen=True, slots=True)
class MeetingImports(ListImports):
    """Imports requests, or meetings: lists of one kind.

    ``letters`` begin the numbers of new ones.
    """

    letters: str
    what: What

    def read(self, file: Path, how: ReadingOrder, report: Report) -> Entries:
        """Read the rows of a list; refuses as ``read_entries`` does."""
        return read_entries(file, how, report)

    def deciding(self) -> Deciding:
        """Give what decides on rows of this kind."""
        return (RequestRows if self.what is What.REQUESTS else MeetingRows)(self.letters)
