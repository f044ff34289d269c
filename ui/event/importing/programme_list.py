"""What the steps of an import say of programmes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial

from app.meetings.importing.troubles import list_troubles
from app.programme.reading.columns import MANY
from ui.event.importing.list_kind import ListKind, ListWords, Of
from ui.event.importing.list_words import (
    TroubleWords,
    asked,
    counted,
    new_and_known,
    news,
    summed_compared,
)

_FIELDS: Mapping[str, str] = {
    "title": "Title",
    "day": "Day",
    "start": "Start",
    "end": "End",
    "end_day": "Day of the end",
    "duration": "Duration",
    "room": "Room",
    "kind": "Kind",
    "track": "Track",
    "speakers": "Speakers",
    "moderators": "Moderators",
    "places": "Places",
    "booking": "Booking wanted",
    "everybody": "For everybody",
    "cancelled": "Cancelled",
    "abstract": "Abstract",
    "source": "Id in the file",
}
"""In the order in which they are offered."""
_WHAT = {
    "clash_room": "room",
    "session_twice": "said twice",
    "stays_cancelled": "cancelled",
    "too_many_cells": "cells",
    "no_title": "title",
    "no_start": "start",
    "no_day": "day",
    "no_end": "end",
}
_TROUBLES = {
    "no_title": "The row has no title. Write what the session is called.",
    "no_start": "The row says no start. Write a time, as 14:00.",
    "no_day": "The row says no day. Write the date, as 2027-03-16.",
    "no_end": "The row says no end. Write a time, or how long it lasts.",
    "unknown_day": "“{text}” is no day. Write the date, as 2027-03-16.",
    "unknown_start": "“{text}” is no time. Write it as 14:00.",
    "unknown_end": "“{text}” is no time. Write it as 15:00.",
    "unknown_duration": "“{text}” is no duration. Write it as 0:45, or in minutes.",
    "skipped_hour": "“{text}” is left out that night: clocks are put forward. Correct it.",
    "ends_before_it_starts": "The session would end before it starts. Check both times.",
    "too_long": "The session would last longer than a day. Check both times.",
    "other_day": "“{text}” is no day of the event. Check the date, or add the day first.",
    "unreadable_kind": "No kind of session is called “{text}”. It counts as not said.",
    "unreadable_places": "“{text}” is no number of places. It counts as not said.",
    "unreadable_booking": "“{text}” is no yes or no. It counts as not said.",
    "unreadable_everybody": "“{text}” is no yes or no. It counts as not said.",
    "unreadable_cancelled": "“{text}” is no yes or no. It counts as not said.",
    "session_twice": "{text} says otherwise of the same session. Leave one of them out.",
    "stays_cancelled": "{text} is cancelled here, and stays so. Restore it on Programme.",
    "clash_room": "Another session is in this room then: {text}. Both are taken.",
    "too_many_cells": "This row has more cells than the header. Mend the file: “{text}”",
}
_SAID = TroubleWords(_WHAT, _TROUBLES)
_WORDS = ListWords(
    title="Import programme",
    where="Programme",
    ask="Drop a programme here, or choose one.",
    formats=(
        "CSV, XLSX, XLS, ODS, or a schedule in XML (frab, pentabarf, pretalx): in each row a "
        "session with its title, day, start and end; besides room, track, speakers, places."
    ),
    hint="Red rows stay out, amber ones are taken.",
    one="session",
    many="sessions",
    show="Show programme",
    icon="calendar-days",
)


def _lacking(fields: Collection[str]) -> str:
    if "title" not in fields:
        return "No column says what sessions are called yet. Match one to go on."
    if "start" not in fields:
        return "No column says when sessions start yet. Match one to go on."
    return ""


PROGRAMME = ListKind(
    of=Of.PROGRAMME,
    words=_WORDS,
    fields=_FIELDS,
    named=_FIELDS,
    several=MANY,
    yes_no=frozenset({"booking", "everybody"}),
    kept_as="Last programme",
    lacking=_lacking,
    counted=counted("new sessions"),
    counts=new_and_known,
    troubles=list_troubles,
    title=_SAID.title,
    text=_SAID.text,
    asked=asked,
    summed=partial(summed_compared, _WORDS),
    news=partial(news, _WORDS),
)
