"""Commands at the door of a session, and those that look before a session is moved."""

from __future__ import annotations

import argparse

from app.cli.adding import AllCommands
from app.cli.answer import Answer, described
from app.cli.programme_words import figures_facts, session_facts_of, session_line
from app.cli.station import Station, instant, station
from app.meetings.attendees import Someone
from app.programme.bookings import Attended, Bookings
from app.programme.carrying import Effect, carry_of
from app.programme.sessions import Sessions
from app.programme.views import session_facts


def add_doors(commands: AllCommands) -> None:
    """Add the commands of this module."""
    scan = commands.add("session-scan", scan_at_session)
    scan.add_argument("code", help="what the scanner typed")
    scan.add_argument("--session", required=True, help="number, id or title")
    scan.add_argument("--anyway", action="store_true", help="though no place is left")
    by_name = commands.add("session-check-in", check_in_to_session)
    by_name.add_argument("session", help="number, id or title")
    by_name.add_argument("delegate", help="badge number, e-mail or id")
    by_name.add_argument("--anyway", action="store_true", help="though no place is left")
    look = commands.add("session-move-preview", preview_move)
    look.add_argument("session", help="number, id or title")
    look.add_argument("--from", dest="starts", metavar="T", help="2027-03-16T14:00")
    look.add_argument("--room")
    swap = commands.add("session-swap", swap_sessions)
    swap.add_argument("session", help="number, id or title")
    swap.add_argument("other", help="the one it changes places with")


def scan_at_session(args: argparse.Namespace) -> Answer:
    """Check somebody in to a session by their badge."""
    with station(args) as here:
        session = _sessions(here).named(args.session)
        came = Bookings(here.event.journal).scan(session, args.code, anyway=args.anyway)
        return _came(here, came, args.session)


def check_in_to_session(args: argparse.Namespace) -> Answer:
    """Check somebody in to a session by name."""
    with station(args) as here:
        session, delegate = _sessions(here).named(args.session), here.delegate(args.delegate)
        bookings = Bookings(here.event.journal)
        return _came(here, bookings.check_in(session, delegate, anyway=args.anyway), args.session)


def preview_move(args: argparse.Namespace) -> Answer:
    """Tell what another time or room would bring for a session; nothing is changed."""
    with station(args) as here:
        carry = carry_of(here.event.journal, _sessions(here).named(args.session))
        now = carry.session
        starts = instant(args.starts, here.facts.zone) if args.starts else now.starts_at
        effect = carry.effect(starts, now.room if args.room is None else args.room)
        facts = {
            "session": now.number,
            "starts_at": effect.starts_at,
            "ends_at": effect.ends_at,
            "room": effect.room,
            "possible": effect.can_be,
            "rooms": [each.number for each in effect.rooms],
            "voices": effect.voices,
            "meeting": effect.meeting,
            "elsewhere": effect.elsewhere,
            "outdated": effect.outdated,
        }
        return Answer(facts, tuple(_effect_lines(here, effect)))


def swap_sessions(args: argparse.Namespace) -> Answer:
    """Let two sessions change places: each starts when and where the other did."""
    with station(args) as here:
        sessions = _sessions(here)
        pair = sessions.named(args.session), sessions.named(args.other)
        sessions.swap(*pair)
        told = [session_facts(here.event.journal, each) for each in pair]
        lines = (f"Changed places: {session_line(here, each)}" for each in told)
        return Answer({"sessions": [session_facts_of(each) for each in told]}, tuple(lines))


def _effect_lines(here: Station, effect: Effect) -> list[str]:
    lines = [] if effect.is_on_a_day else ["The event has no such day. It can't be moved there."]
    lines += [
        f"{each.room} is taken {here.clock(each.starts_at)} to {here.clock(each.ends_at)} by "
        f"{each.number} “{each.title}”."
        for each in effect.rooms
    ]
    lines += [f"{each} speaks in another session then." for each in effect.voices]
    lines += _counted(effect.meeting, "has a meeting then", "have a meeting then")
    lines += _counted(effect.elsewhere, "has to be elsewhere then", "have to be elsewhere then")
    if effect.outdated:
        lines.append(f"Printed schedules that become out of date: {effect.outdated}.")
    return lines or ["Nothing stands against it."]


def _counted(people: tuple[Someone, ...], one: str, several: str) -> list[str]:
    if not people:
        return []
    named = f"{people[0].badge_number} {people[0].name}"
    if len(people) == 1:
        return [f"{named} {one}."]
    return [f"{len(people)} {several}, {named} among them."]


def _came(here: Station, came: Attended, session: str) -> Answer:
    told = session_facts(here.event.journal, _sessions(here).named(session))
    how = "booked" if came.booked else "walked in"
    again = f", here since {here.clock(came.since)}" if came.again else ""
    facts = {
        "delegate": came.delegate,
        "session": told.number,
        "title": told.title,
        "how": how.replace(" ", "_"),
        "again": came.again,
        "since": came.since,
        **figures_facts(told.figures),
    }
    line = f"{described(came.delegate)}: {how}{again}."
    counted = told.figures
    count = f"{told.number} {told.title}: {counted.here} here"
    missing = f", {counted.booked_missing} of {counted.booked} booked are missing"
    return Answer(facts, (line, count + (missing if counted.booked else "") + "."))


def _sessions(here: Station) -> Sessions:
    return Sessions(here.event.journal, here.event.letters)
