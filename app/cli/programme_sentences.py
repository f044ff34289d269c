"""One sentence for each refusal on the programme."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.cli.answer import described
from app.errors import DeskError
from app.programme.orders import (
    InSessionThen,
    NotBooked,
    NotComing,
    RoomTaken,
    SessionFull,
    SessionNotPossible,
    SessionOff,
    SessionStands,
)
from app.programme.reading.entries import NoScheduleFound, NoSessionsFound
from app.programme.session import SeveralSessions, UnknownSession

SESSIONS: Mapping[str, str] = {
    "no_title": "A session needs a title. Nothing was changed.",
    "no_times": "A session needs a start and an end (--from, --to). Nothing was changed.",
    "ends_before_it_starts": (
        "The session would end before it starts. Check both times. Nothing was changed."
    ),
    "too_long": (
        "The session would last longer than a day. Check both times, or make one of each day. "
        "Nothing was changed."
    ),
    "other_day": (
        "The event has no day {value}. Check the date, or add the day (days --add). Nothing was "
        "changed."
    ),
    "no_places": "A session has 1 place or more, or is open to all. Nothing was changed.",
    "fewer_places": (
        "{value} are booked already. Take bookings back first (unbook), or leave so many places. "
        "Nothing was changed."
    ),
}

PROGRAMME_PROBLEMS: Mapping[str, str] = {
    "no_title": "The row has no title. Write what the session is called.",
    "no_start": "The row says no start. Write a time, as 14:00.",
    "no_day": "The row says no day. Write the date, as 2027-03-16.",
    "no_end": "The row says no end. Write a time, or how long it lasts.",
    "unknown_day": "This is no day. Write the date, as 2027-03-16.",
    "unknown_start": "This is no time. Write it as 14:00.",
    "unknown_end": "This is no time. Write it as 15:00.",
    "unknown_duration": "This is no duration. Write it as 0:45, or in minutes.",
    "skipped_hour": "This hour is left out that night, for clocks are put forward. Correct it.",
    "ends_before_it_starts": "The session would end before it starts. Check both times.",
    "too_long": "The session would last longer than a day. Check both times.",
    "other_day": "This is no day of the event. Check the date, or add the day first.",
    "unreadable_kind": "No kind of session is called so. It counts as not said.",
    "unreadable_places": "Places are a number of 1 or more, or “open”. It counts as not said.",
    "unreadable_booking": "This is no yes or no. It counts as not said.",
    "unreadable_everybody": "This is no yes or no. It counts as not said.",
    "unreadable_cancelled": "This is no yes or no. It counts as not said.",
    "session_twice": "A row before it says otherwise of the same session. Leave one of them.",
    "stays_cancelled": "It is cancelled here, and stays so. Restore it first (session-restore).",
    "clash_room": "Another session is in this room then. Move one of them (session-move).",
}

_HOWS: Mapping[str, str] = {
    "speaks": "speaks or moderates in",
    "booked": "is booked for",
    "everybody": "has to be in",
}
_FIRST: Mapping[str, str] = {
    "speaks": "Name somebody else to speak",
    "booked": "Take that back",
    "everybody": "Excuse them from it (session-excuse)",
}
"""What frees somebody of a session, by why they have to be in it."""


PROGRAMME_SENTENCES: Mapping[type[DeskError], Callable[[Any], str]] = {
    InSessionThen: lambda e: (
        f"{described(e.delegate)} {_HOWS[e.how]} {e.number} “{e.title}” at that time. "
        f"{_FIRST[e.how]} first, or choose another session. Nothing was changed."
    ),
    NoScheduleFound: lambda e: (
        f"{e.file} is XML, but no schedule: it holds <{e.root}>. Export it as frab or pentabarf "
        "XML, or as CSV or XLSX. Nothing was imported."
    ),
    NoSessionsFound: lambda e: (
        f"No column of {e.file} says "
        + ("what sessions are called" if e.lacks == "title" else "when sessions start")
        + f". There are: {', '.join(e.headers) or 'none'}. Match one to {e.lacks} (--map). "
        "Nothing was imported."
    ),
    NotBooked: lambda e: (
        f"{described(e.delegate)} is not on the list of {e.number} “{e.title}”. Look at it "
        "(session-list). Nothing was changed."
    ),
    NotComing: lambda e: (
        f"{described(e.delegate)} is not accepted, or does not come. Accept them first. "
        "Nothing was changed."
    ),
    RoomTaken: lambda e: (
        f"{e.number} “{e.title}” is in {e.room} at that time. "
        "Choose another room or time, or say so all the same (--anyway). Nothing was changed."
    ),
    SessionFull: lambda e: (
        f"{e.number} “{e.title}” has no place left: {e.places} places, {e.booked} booked. Give "
        "it more (session-change --places). Nothing was changed."
    ),
    SessionNotPossible: lambda e: SESSIONS[e.reason].format(value=e.value),
    SessionOff: lambda e: (
        f"{e.number} “{e.title}” is cancelled. Restore it first (session-restore). Nothing was "
        "changed."
    ),
    SessionStands: lambda e: f"{e.number} “{e.title}” takes place already. Nothing was changed.",
    SeveralSessions: lambda e: (
        f"Several sessions are called “{e.session}”. Name one by its number: "
        f"{', '.join(e.numbers)}."
    ),
    UnknownSession: lambda e: (
        f"No session is known as {e.session}. Look it up (sessions). Nothing was changed."
    ),
}
