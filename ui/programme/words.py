"""What is said of the programme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from app.meetings.attendees import Someone
from app.programme.bookings import Attended
from app.programme.carrying import Effect
from app.programme.conflicts import Conflict, ConflictKind
from app.programme.timeline import Beside, Stretch
from app.programme.views import Listed, SessionFacts
from app.programme.waiting import HandedOn

if TYPE_CHECKING:
    from ui.programme.sheet import Block

KIND_WORDS: Mapping[str, str] = {
    "plenary": "Plenary",
    "parallel": "Parallel session",
    "talk": "Talk",
    "panel": "Panel",
    "workshop": "Workshop",
    "break": "Break",
    "evening": "Evening event",
    "matchmaking": "Matchmaking",
    "other": "Session",
}


def clock(instant: datetime, zone: ZoneInfo) -> str:
    """Give the time of day at the venue."""
    return f"{instant.astimezone(zone):%H:%M}"


def span(starts: datetime, ends: datetime, zone: ZoneInfo) -> str:
    """Give a stretch of the day."""
    return f"{clock(starts, zone)}–{clock(ends, zone)}"


def many(count: int, one: str, several: str = "") -> str:
    """Count things."""
    return f"{count:,} {one if count == 1 else several or f'{one}s'}"


def counted_words(session: SessionFacts) -> str:
    """Say how many are booked and came, as far as anything is to be said."""
    figures = session.figures
    words = []
    if session.places is not None:
        words.append(f"{figures.booked:,} of {session.places:,} booked")
    elif figures.booked:
        words.append(f"{figures.booked:,} booked")
    if figures.waiting:
        words.append(many(figures.waiting, "waits", "wait"))
    if figures.here:
        words.append(f"{figures.here:,} came")
    return ", ".join(words)


def beside_words(stretch: Stretch) -> tuple[str, str]:
    """Name what is beside the sessions, and say what is known of it."""
    match stretch.kind:
        case Beside.BLOCK:
            return "Matchmaking", many(stretch.count, "slot")
        case Beside.CLOSURE:
            return f"{stretch.where} closed", stretch.title
        case Beside.VISIT:
            places = f"{stretch.taken:,} of {stretch.count:,} places given"
            where = f"from {stretch.where}" if stretch.where else ""
            return f"Visit: {stretch.title}", ", ".join(filter(None, (places, where)))
        case Beside.ROUNDS:
            return "Ice-breaking", many(stretch.count, "round")
        case Beside.SPEECHES:
            return "Speed presentations", many(stretch.count, "speaker")


def voices_words(session: SessionFacts) -> Sequence[str]:
    """Say who speaks and who moderates, in a line each."""
    sides = (("With", session.speakers), ("Moderated by", session.moderators))
    return [f"{word} {', '.join(each.name for each in who)}" for word, who in sides if who]


def listed_words(listed: Listed, zone: ZoneInfo) -> str:
    """Say how somebody stands on the list."""
    if listed.in_line:
        return f"Waits, {listed.in_line} in line"
    if listed.since is not None:
        how = "" if listed.booked or listed.speaks else ", not booked"
        return f"Came {clock(listed.since, zone)}{how}"
    if listed.excused:
        return "Excused"
    return "Speaks" if listed.speaks else "Booked"


def conflict_words(conflict: Conflict, titles: Mapping[str, str]) -> tuple[str, str]:
    """Give what can't be so, in short, and of what."""
    of = " and ".join(f"“{titles.get(each, each)}”" for each in conflict.sessions)
    who = people_words(conflict.people, conflict.names)
    said = {
        ConflictKind.ROOM: (
            f"{conflict.room} is taken twice",
            f"{of} are in it at the same time.",
        ),
        ConflictKind.SPEAKER: ("Speaks in two places", f"{who}: {of}."),
        ConflictKind.BOOKED: ("To be in two places", f"{who}: {of}."),
        ConflictKind.MEETING: (_meeting_words(conflict), f"{who}: {of}."),
        ConflictKind.PLACES: (
            "More booked than places",
            f"{of}. Give it more places, or unbook somebody.",
        ),
        ConflictKind.DAY: ("No day of the event", f"{of}. Move it, or add the day."),
    }
    return said[conflict.kind]


def _meeting_words(conflict: Conflict) -> str:
    if conflict.meeting:
        return f"Has meeting {conflict.meeting} then"
    return f"{many(len(conflict.people), 'has', 'have')} meetings then"


def people_words(people: Sequence[Someone], names: Sequence[str] = ()) -> str:
    """Name two, and count the others."""
    named = [*(each.name or each.badge_number for each in people), *names]
    if len(named) <= 2:
        return " and ".join(named)
    return f"{named[0]} and {len(named) - 1:,} more"


def effect_words(effect: Effect, zone: ZoneInfo) -> Sequence[tuple[str, str, str]]:
    """Say what a place would bring: an icon, its colour, and a sentence, the worst first."""
    if effect.is_same:
        return [("undo-2", "text-3", "This is where it was.")]
    said: list[tuple[str, str, str]] = []
    if not effect.is_on_a_day:
        said.append(("ban", "bad-text", "The event has no such day."))
    for each in effect.rooms:
        times = span(each.starts_at, each.ends_at, zone)
        words = f"{each.room} is taken {times} by “{each.title}”."
        said.append(("ban", "bad-text", words))
    said += [
        ("circle-alert", "warn-text", f"{name} speaks in another session then.")
        for name in effect.voices
    ]
    said += _counted(effect.meeting, "has a meeting then", "have a meeting then")
    said += _counted(effect.elsewhere, "has to be elsewhere then", "have to be elsewhere then")
    if not said:
        free = "The room is free, and nobody" if effect.room else "Nobody"
        said.append(("check", "ok-text", f"{free} has to be elsewhere then."))
    if effect.outdated and effect.can_be:
        paper = (
            "1 printed schedule becomes"
            if effect.outdated == 1
            else (f"{effect.outdated:,} printed schedules become")
        )
        said.append(("scroll-text", "move-text", f"{paper} out of date."))
    return said


def came_words(came: Attended, zone: ZoneInfo) -> tuple[bool, str]:
    """Say what a scan at the door did, and whether it noted anything."""
    name = came.delegate.name
    if came.again:
        return False, f"{name} is here already, since {clock(came.since, zone)}."
    return True, f"{name} is here." if came.booked else f"{name} is here, without a booking."


def _counted(people: Sequence[Someone], one: str, several: str) -> list[tuple[str, str, str]]:
    if not people:
        return []
    if len(people) == 1:
        said = f"{people[0].name} {one}."
    else:
        said = f"{len(people):,} {several}: {people_words(people)}."
    return [("circle-alert", "warn-text", said)]


def tip_words(block: Block, zone: ZoneInfo) -> Sequence[str]:
    """Say all of a block, in a line each."""
    of = block.session or block.stretch
    times = [span(of.starts_at, of.ends_at, zone)] if of is not None else []
    voices = voices_words(block.session) if block.session is not None else ()
    return [each for each in (block.title, *times, block.said, *voices) if each]


def figures_words(session: SessionFacts) -> str:
    """Say how many are booked, came and are still to come."""
    figures = session.figures
    words = []
    if session.places is not None:
        words.append(f"{figures.booked:,} of {session.places:,} places booked")
    elif figures.booked or session.booking:
        words.append(f"{figures.booked:,} booked")
    if figures.waiting:
        words.append(many(figures.waiting, "waits", "wait"))
    words.append(f"{figures.here:,} came")
    if figures.booked_missing and figures.here:
        words.append(f"{figures.booked_missing:,} to come")
    if figures.excused:
        words.append(f"{figures.excused:,} excused")
    return ", ".join(words)


def fill_words(session: SessionFacts, now: datetime) -> str:
    """Say what the button does that gives places to who waits; blank: there are none to give.

    As soon as it has begun, places of who has not come are given as well.
    """
    figures, free = session.figures, session.free
    if not figures.waiting or session.cancelled:
        return ""
    given = figures.waiting if free is None else min(free, figures.waiting)
    if given:
        return f"Give {many(given, 'free place')} to who waits"
    missing = min(figures.booked_missing, figures.waiting)
    if missing and session.starts_at <= now:
        return f"Give {many(missing, 'place')} of who has not come"
    return ""


def filled_words(filled: HandedOn, title: str) -> str:
    """Say who got places, and who lost theirs."""
    verb = "has" if len(filled.got) == 1 else "have"
    said = f"{people_words(filled.got)} {verb} a place in “{title}” now."
    if filled.lost:
        said += f" {people_words(filled.lost)} {'has' if len(filled.lost) == 1 else 'have'} none."
    return said
