"""The one table of all kinds of deeds."""

from __future__ import annotations

from app.applications.kinds import application_kinds
from app.checkin.deeds import checkin_kinds
from app.closing.deeds import closing_kinds
from app.delegates.belonging_deeds import belonging_kinds
from app.delegates.group_deeds import group_kinds
from app.delegates.import_kinds import import_kinds
from app.delegates.kinds import delegate_kinds
from app.erasure.kinds import erasure_kinds
from app.event.kinds import event_kinds
from app.floor.kinds import floor_kinds
from app.icebreaking.kinds import icebreaking_kinds
from app.journal.deeds import Kinds
from app.journal.work import work_kinds
from app.meetings.kinds import meeting_kinds
from app.outcomes.export.deeds import export_kinds
from app.outcomes.kinds import outcome_kinds
from app.printing.deeds import printing_kinds
from app.programme.kinds import programme_kinds
from app.speeches.kinds import speech_kinds
from app.visits.kinds import visit_kinds


def all_kinds() -> Kinds:
    """Give every kind of deed by its name."""
    people = group_kinds() | belonging_kinds() | delegate_kinds() | import_kinds()
    people |= application_kinds()
    meetings = meeting_kinds() | floor_kinds() | outcome_kinds() | visit_kinds()
    papers = printing_kinds() | export_kinds()
    event = event_kinds() | closing_kinds() | erasure_kinds()
    event |= programme_kinds() | icebreaking_kinds() | speech_kinds()
    return event | people | checkin_kinds() | papers | meetings | work_kinds()
