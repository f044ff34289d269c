"""One sentence for each refusal of the running day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.errors import DeskError
from app.floor.accepting import ProposalGone
from app.floor.acts import MeetingIsCancelled, NotBegun, UnknownMeeting
from app.floor.changes import ChangeNotPossible
from app.floor.consequences import PreviewOutdated
from app.floor.moving import CannotMove, CannotRestore, UnknownPlace
from app.floor.proposer import NothingToPropose
from app.floor.rehearsal import NothingToRehearse, RehearsalNotPossible
from app.floor.rules import FloorRulesNotPossible
from app.floor.seating import NoBadge, NotCheckedIn, NotTheirTable
from app.floor.targets import Bar
from app.printing.slips.wishes import NoSlipToPrint

_BARS: Mapping[Bar, str] = {
    Bar.CANCELLED: "Meeting {number} was cancelled. Restore it first, or move it to a free place.",
    Bar.UNDER_WAY: "The meeting runs, or is over. It stays where it is.",
    Bar.LOCKED: "The meeting is locked. Unlock it first.",
    Bar.TAKEN_OUT: "The slot or table of {number} was taken out. Move it to another place first.",
    Bar.OVER: "That slot has begun, or is over. Choose a later one.",
    Bar.NO_ROOM: "The block ends before the meeting would. Choose an earlier slot.",
    Bar.NOT_COMING: "{who} does not come any more. Cancel the meeting, or name somebody else.",
    Bar.ELSEWHERE: "{who} is not there then. Choose another slot.",
    Bar.BUSY: "{who} is in meeting {other} then. Choose another slot.",
    Bar.TABLE_CLOSED: "The table is closed then. Choose another table.",
    Bar.NOT_THEIRS: "The table belongs to others. Choose another table.",
    Bar.TABLE_TAKEN: "Meeting {other} has the table then. Swap the two, or choose another table.",
    Bar.TOO_FAR: "{who} can't get there in time from meeting {other}. Choose a nearer table.",
    Bar.FROZEN: "It starts too soon to be moved unasked. Move it anyway, or leave it.",
}


_CHANGES: Mapping[str, str] = {
    "nothing_left": "Nothing is left that this would change. Choose another time.",
    "overlap": "Slots would lie over each other. Choose other minutes, or delay what follows too.",
    "past": "That has begun, or would have. Choose a later time.",
    "too_late": "That would end before it starts, or on another day. Choose another time.",
}


_REHEARSALS: Mapping[str, str] = {
    "runs": "Days are played 1 to {most} times, not {value}. Choose another number of runs.",
    "no_shows": "Between nobody, 0, and everybody, {most}, can stay away, not {value}.",
}


def _cannot_move(refusal: CannotMove) -> str:
    return f"{_said(_BARS[refusal.bar], refusal)} Nothing was changed."


def _cannot_restore(refusal: CannotRestore) -> str:
    reason, _, advice = _BARS[refusal.bar].partition(". ")
    if refusal.bar is not Bar.NOT_COMING:
        advice = "Move the meeting to another place, and it takes place there."
    return f"{_said(f'{reason}. {advice}', refusal)} Nothing was changed."


def _not_their_table(refusal: NotTheirTable) -> str:
    here = f"{refusal.name} has no meeting at table {refusal.table} now."
    if not refusal.clock:
        return f"{here} There is none left for them today. Nothing was changed."
    where = f"at table {refusal.theirs}" if refusal.theirs else "without a table"
    return f"{here} Theirs is {where}, {refusal.clock}. Nothing was changed."


def _said(words: str, refusal: CannotMove) -> str:
    who = " and ".join(refusal.who)
    return words.format(number=refusal.number, who=who, other=refusal.other)


FLOOR_SENTENCES: Mapping[type[DeskError], Callable[[Any], str]] = {
    CannotMove: _cannot_move,
    CannotRestore: _cannot_restore,
    ChangeNotPossible: lambda r: f"{_CHANGES[r.reason]} Nothing was changed.",
    FloorRulesNotPossible: lambda r: (
        f"Minutes are from 0 to {r.most}, not {r.value}. Nothing was changed."
    ),
    MeetingIsCancelled: lambda r: (
        f"Meeting {r.number} was cancelled. Restore it first. Nothing was changed."
    ),
    NotBegun: lambda r: (
        f"Meeting {r.number} has not begun. Cancel it, or say when they come. Nothing was changed."
    ),
    NoSlipToPrint: lambda r: (
        "Nothing has changed for them since their paper. No slip was printed."
        if r.named
        else "Nobody must be told of anything. No slip was printed."
    ),
    NoBadge: lambda _: (
        "That is no badge that counts at this event. Name them by their badge number. Nothing was "
        "changed."
    ),
    NotCheckedIn: lambda r: (
        f"{r.name} is not checked in. Check them in first: check-in {r.badge_number}. Nothing was "
        "changed."
    ),
    NotTheirTable: _not_their_table,
    NothingToPropose: lambda r: (
        f"Meeting {r.number} is {r.state.replace('_', ' ')}, so nothing has to be done about it."
    ),
    NothingToRehearse: lambda _: "No meeting is planned on these days. Plan meetings first.",
    PreviewOutdated: lambda _: (
        "Somebody has changed the day meanwhile. Look at the consequences again. Nothing was "
        "changed."
    ),
    ProposalGone: lambda _: (
        "Somebody has changed what this rests on. Look at the proposals again. Nothing was changed."
    ),
    RehearsalNotPossible: lambda r: _REHEARSALS[r.rule].format(value=r.value, most=r.most),
    UnknownMeeting: lambda r: (
        f"There is no meeting {r.meeting}. Look at the list of meetings. Nothing was changed."
    ),
    UnknownPlace: lambda _: (
        "There is no such slot or table on that day. Choose another place. Nothing was changed."
    ),
}
