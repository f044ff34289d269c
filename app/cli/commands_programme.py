"""Commands on the programme: its sessions, who is booked for them, and who comes."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from app.cli.adding import AllCommands
from app.cli.answer import Answer, described
from app.cli.programme_words import (
    conflict_facts,
    conflict_line,
    listed_line,
    session_facts_of,
    session_line,
)
from app.cli.station import Station, instant, station
from app.meetings.attendees import Attendees
from app.programme.bookings import Bookings
from app.programme.callers import Callers
from app.programme.in_line import next_in_line
from app.programme.orders import Place, SessionOrder
from app.programme.session import SessionKind
from app.programme.sessions import Sessions
from app.programme.views import SessionFacts, programme_of, session_facts, session_list, sessions_of

Run = Callable[[argparse.Namespace], Answer]


def add_programme(commands: AllCommands) -> None:
    """Add the commands of this module."""
    shown = commands.add("sessions", show_sessions)
    shown.add_argument("--day", type=date.fromisoformat, help="only those that start on it")
    shown.add_argument("--delegate", help="only theirs: badge number, e-mail or id")
    shown.add_argument("--conflicts", action="store_true", help="only those that can't be so")
    add = commands.add("session-add", add_session)
    add.add_argument("title")
    _add_place(add)
    _add_order(add)
    change = _add_for_session(commands, "session-change", change_session)
    change.add_argument("--title")
    _add_order(change)
    _add_place(_add_for_session(commands, "session-move", move_session))
    _add_for_session(commands, "session-cancel", cancel_session)
    restore = _add_for_session(commands, "session-restore", restore_session)
    restore.add_argument("--anyway", action="store_true", help="though the room is taken")
    _add_for_session(commands, "session-list", show_list)
    for name, run in (("book", book), ("unbook", unbook)):
        _add_for_session(commands, name, run).add_argument("delegate", nargs="+")
    _add_for_session(commands, "session-fill", fill).add_argument(
        "--missing", action="store_true", help="also the places of who is booked and has not come"
    )
    excuse = _add_for_session(commands, "session-excuse", excuse_from_session)
    excuse.add_argument("delegate", nargs="+")
    excuse.add_argument("--no-longer", action="store_true", help="it is for them as well")


def _add_for_session(commands: AllCommands, name: str, run: Run) -> argparse.ArgumentParser:
    command = commands.add(name, run)
    command.add_argument("session", help="number, id or title")
    return command


def _add_place(command: argparse.ArgumentParser) -> None:
    command.add_argument("--from", dest="starts", metavar="T", help="2027-03-16T14:00")
    command.add_argument("--to", dest="ends", metavar="T", help="2027-03-16T15:00")
    command.add_argument("--room")
    command.add_argument("--anyway", action="store_true", help="though the room is taken")


def _add_order(command: argparse.ArgumentParser) -> None:
    command.add_argument("--kind", choices=[kind.value for kind in SessionKind])
    command.add_argument("--track")
    command.add_argument("--abstract")
    places = command.add_mutually_exclusive_group()
    places.add_argument("--places", type=int, metavar="N")
    places.add_argument("--open-to-all", action="store_true", help="as many as come")
    command.add_argument("--booking", action=argparse.BooleanOptionalAction, default=None)
    command.add_argument(
        "--everybody",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="nobody has meetings during it but those who are excused",
    )
    command.add_argument("--speaker", action="append", help="a delegate or any name; repeat")
    command.add_argument("--moderator", action="append", help="a delegate or any name; repeat")


def show_sessions(args: argparse.Namespace) -> Answer:
    """List the programme, with what can't be so in it."""
    with station(args) as here:
        told = programme_of(here.event.journal)
        theirs = _theirs(here, args.delegate) if args.delegate else None
        sessions = [
            each
            for each in told.sessions
            if args.day in (None, here.facts.day_of(each.starts_at))
            and (theirs is None or each.id in theirs)
        ]
        lines = [] if args.conflicts else [session_line(here, each) for each in sessions]
        lines += [conflict_line(here, each) for each in told.conflicts]
    facts = {
        "sessions": [] if args.conflicts else [session_facts_of(each) for each in sessions],
        "conflicts": [conflict_facts(each) for each in told.conflicts],
    }
    nothing = "Nothing is in conflict." if args.conflicts else "The programme has no sessions yet."
    return Answer(facts, tuple(lines) or (nothing,))


def add_session(args: argparse.Namespace) -> Answer:
    """Add a session to the programme."""
    with station(args) as here:
        added = _sessions(here).add(_order(here, args), _place(here, args), anyway=args.anyway)
        return _answer(here, added, "Added")


def change_session(args: argparse.Namespace) -> Answer:
    """Correct what is said of a session, but for its time and room."""
    with station(args) as here:
        session = _sessions(here).named(args.session)
        _sessions(here).change(session, _order(here, args))
        return _answer(here, session, "Corrected")


def move_session(args: argparse.Namespace) -> Answer:
    """Give a session another time or room; who is booked stays booked."""
    with station(args) as here:
        session = _sessions(here).named(args.session)
        _sessions(here).move(session, _place(here, args), anyway=args.anyway)
        return _answer(here, session, "Moved")


def cancel_session(args: argparse.Namespace) -> Answer:
    """Note that a session does not take place."""
    with station(args) as here:
        session = _sessions(here).named(args.session)
        _sessions(here).cancel(session)
        return _answer(here, session, "Cancelled")


def restore_session(args: argparse.Namespace) -> Answer:
    """Note that a session which was cancelled takes place after all."""
    with station(args) as here:
        session = _sessions(here).named(args.session)
        _sessions(here).restore(session, anyway=args.anyway)
        return _answer(here, session, "Takes place")


def show_list(args: argparse.Namespace) -> Answer:
    """List who is booked for a session, who is here and who walked in."""
    with station(args) as here:
        session = _sessions(here).named(args.session)
        told, people = _told(here, session), session_list(here.event.journal, session)
        lines = [session_line(here, told), *(listed_line(here, each) for each in people)]
    facts = {"session": session_facts_of(told), "people": people}
    return Answer(facts, tuple(lines))


def book(args: argparse.Namespace) -> Answer:
    """Book delegates for a session; beyond its places they wait in line."""
    with station(args) as here:
        session, people = _sessions(here).named(args.session), _people(here, args)
        in_line = Bookings(here.event.journal).book(session, *people)
        answer = _answer(here, session, "Waiting" if all(in_line) else "Booked", people)
        waits = (
            f"  {described(here.person(who))} waits for a place, number {place} in line."
            for who, place in zip(people, in_line, strict=True)
            if place
        )
        return Answer({**answer.facts, "in_line": list(in_line)}, (*answer.lines, *waits))


def unbook(args: argparse.Namespace) -> Answer:
    """Take the bookings of delegates back, or their places in line."""
    with station(args) as here:
        session, people = _sessions(here).named(args.session), _people(here, args)
        Bookings(here.event.journal).unbook(session, *people)
        answer = _answer(here, session, "No longer booked", people)
        offered = next_in_line(here.event.journal, session)
        lines = (
            f"  Next in line: {each.badge_number} {each.name}. Give them the place (session-fill)."
            for each in offered
        )
        return Answer({**answer.facts, "next_in_line": offered}, (*answer.lines, *lines))


def fill(args: argparse.Namespace) -> Answer:
    """Give places of a session that are free to those who wait, the first in line first."""
    with station(args) as here:
        session = _sessions(here).named(args.session)
        filled = Bookings(here.event.journal).fill(session, of_missing=args.missing)
        answer = _answer(here, session, "Filled", [each.id for each in filled.got])
        lost = [f"  No longer booked: {each.badge_number} {each.name}" for each in filled.lost]
        facts = {**answer.facts, "lost": filled.lost, "got": filled.got}
        return Answer(facts, (*answer.lines, *lost))


def excuse_from_session(args: argparse.Namespace) -> Answer:
    """Let delegates have meetings during a session that is for everybody."""
    with station(args) as here:
        session, people = _sessions(here).named(args.session), _people(here, args)
        bookings = Bookings(here.event.journal)
        say = bookings.excuse_no_longer if args.no_longer else bookings.excuse
        say(session, *people)
        return _answer(here, session, "For them too" if args.no_longer else "Excused", people)


def _answer(here: Station, session: UUID, verb: str, people: Sequence[UUID] = ()) -> Answer:
    """Tell of a session, with what can't be so of it by now."""
    told, programme = _told(here, session), programme_of(here.event.journal)
    against = [each for each in programme.conflicts if told.number in each.sessions]
    facts = {
        "session": session_facts_of(told),
        "delegates": [here.person(each) for each in people],
        "conflicts": [conflict_facts(each) for each in against],
    }
    lines = [f"{verb}: {session_line(here, told)}"]
    lines += [f"  {described(here.person(each))}" for each in people]
    return Answer(facts, (*lines, *(conflict_line(here, each) for each in against)))


def _told(here: Station, session: UUID) -> SessionFacts:
    return session_facts(here.event.journal, session)


def _theirs(here: Station, named: str) -> frozenset[UUID]:
    found = sessions_of(here.event.journal, here.delegate(named))
    return frozenset(each.session for each in found)


def _sessions(here: Station) -> Sessions:
    return Sessions(here.event.journal, here.event.letters)


def _place(here: Station, args: argparse.Namespace) -> Place:
    starts, ends = (
        instant(text, here.facts.zone) if text else None for text in (args.starts, args.ends)
    )
    return Place(starts, ends, args.room)


def _order(here: Station, args: argparse.Namespace) -> SessionOrder:
    return SessionOrder(
        title=args.title,
        kind=SessionKind(args.kind) if args.kind else None,
        track=args.track,
        abstract=args.abstract,
        places=args.places,
        open_to_all=args.open_to_all,
        booking=args.booking,
        everybody=args.everybody,
        speakers=_voices(here, args.speaker),
        moderators=_voices(here, args.moderator),
    )


def _voices(here: Station, named: Sequence[str] | None) -> list[UUID | str] | None:
    if named is None:
        return None
    with here.event.journal.reading() as session:
        callers = Callers(Attendees(session))
    return [callers.voice(each) for each in named if each.strip()]


def _people(here: Station, args: argparse.Namespace) -> list[UUID]:
    return [here.delegate(each) for each in args.delegate]
