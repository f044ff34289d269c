"""The sheet of meetings, and what every sheet says of a meeting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from app.floor.states import MeetingState, Missing
from app.meetings.attendees import MeetingKind
from app.outcomes.export.arranged import OfMeeting, Recorded
from app.outcomes.export.sheets.plan import SheetPlan, names, organisations
from app.outcomes.tally import is_marked
from app.spreadsheets.columns import Column, Holds

Row = TypeVar("Row")


def head(of: Callable[[Row], OfMeeting]) -> tuple[Column[Row], ...]:
    """Give the columns that say which meeting a row is about."""
    return (
        Column("Meeting", lambda row: of(row).meeting.number, "The meeting’s number."),
        Column("Day", lambda row: of(row).day, "Its day.", Holds.DAY),
        Column(
            "Starts",
            lambda row: of(row).starts,
            "When it starts, at the venue. Blank: its slot was taken out.",
            Holds.MOMENT,
        ),
        Column("Table", lambda row: of(row).table, "The label of its table."),
        Column(
            "Kind",
            lambda row: str(of(row).meeting.kind),
            "Cluster to cluster, business to cluster, or business to business.",
            words=tuple(MeetingKind),
        ),
        Column(
            "Host organisations",
            lambda row: organisations(of(row).hosts),
            "Whom the hosts stand for, with “; ” between; themselves, if for nobody else.",
        ),
        Column(
            "Guest organisations",
            lambda row: organisations(of(row).guests),
            "Whom the guests stand for, with “; ” between; themselves, if for nobody else.",
        ),
        Column("Hosts", lambda row: names(of(row).hosts), "Names and badge numbers, “; ” between."),
        Column(
            "Guests", lambda row: names(of(row).guests), "Names and badge numbers, “; ” between."
        ),
    )


MEETINGS: Final[SheetPlan[OfMeeting]] = SheetPlan(
    "meetings",
    "Every meeting, also cancelled ones, by time and number.",
    (
        *head(lambda row: row),
        Column("Ends", lambda row: row.ends, "When it ends, at the venue.", Holds.MOMENT),
        Column("Zone", lambda row: row.zone, "The zone of its table."),
        Column(
            "State",
            lambda row: str(row.result.stands.state),
            "How it stands. Without a word of anybody, the clock and the check-ins decide.",
            words=tuple(MeetingState),
        ),
        Column(
            "Missing",
            lambda row: str(row.result.stands.missing or ""),
            "Which side did not come, or is not there yet.",
            words=tuple(Missing),
        ),
        Column(
            "Said",
            lambda row: row.result.stands.is_said,
            "Whether a person said how it stands.",
            Holds.YES_NO,
        ),
        Column(
            "Outcome",
            lambda row: str(row.recorded),
            "Whether it is known what came of it. “not held”: it is known why not.",
            words=tuple(Recorded),
        ),
        Column(
            "Moved",
            lambda row: is_marked(row.marks, "moved"),
            "Whether the running day moved it.",
            Holds.YES_NO,
        ),
        Column(
            "Recovered",
            lambda row: is_marked(row.marks, "recovered"),
            "Whether it was held though the running day had moved or arranged it.",
            Holds.YES_NO,
        ),
        Column(
            "Planned", lambda row: row.planned, "When it was before it was moved.", Holds.MOMENT
        ),
        Column("Planned table", lambda row: row.planned_table, "Where it was before it was moved."),
        Column("Request", lambda row: row.request, "The number of the request, if there was one."),
        Column("Id", lambda row: str(row.meeting.id), "Names the meeting in all files."),
    ),
    lambda material: material.meetings.values(),
)
