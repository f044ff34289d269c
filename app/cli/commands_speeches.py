"""Commands on speed presentations."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from datetime import date, timedelta
from typing import Any

from app.cli.adding import AllCommands
from app.cli.answer import Answer
from app.cli.meanwhile_words import meanwhile_facts, meanwhile_lines
from app.cli.station import Station, instant, station
from app.delegates.registration import Kind, Status
from app.programme.meanwhile import meanwhile_speeches
from app.speeches.known import SpeechOrder
from app.speeches.ordering import Order
from app.speeches.running import Now, Phase, Speech
from app.speeches.speaking import Speaking

_PHASES = {
    Phase.SPEAKING: "speaks for {left} more",
    Phase.LAST_MINUTE: "speaks for {left} more, which is the last minute",
    Phase.QUESTIONS: "answers questions for {left} more",
    Phase.OVER: "is over time by {left}",
}


def add_speeches(commands: AllCommands) -> None:
    """Add the commands of this module."""
    shown = commands.add("speeches", show_or_set)
    shown.add_argument("--start", metavar="TIME", help="set them; the first begins at this time")
    shown.add_argument("--minutes", type=int, default=5, metavar="N", help="to speak; 5")
    shown.add_argument("--questions", type=int, default=5, metavar="N", help="after it; 5")
    shown.add_argument("--order", choices=list(Order), default=Order.MIXED)
    shown.add_argument("--delegation", default="", help="only its people speak")
    shown.add_argument("--kind", choices=list(Kind), default="", help="only of such organisations")
    shown.add_argument("--status", choices=list(Status), default=Status.ACCEPTED)
    shown.add_argument("--here", action="store_true", help="only who was let in that day")
    shown.add_argument(
        "--dry-run", action="store_true", help="with --start: only tell who would speak"
    )
    shown.add_argument("--seed", type=int, default=1, help="the same one draws the same order")
    swapped = commands.add_for_delegate("speeches-swap", swap)
    swapped.add_argument("other", help="whose turn they take: badge number, e-mail or id")
    moved = commands.add_for_delegate("speeches-move", move)
    moved.add_argument("place", type=int, help="from 1; nobody comes before those who have begun")
    for command in (
        shown,
        swapped,
        moved,
        commands.add("speeches-now", show_now),
        commands.add("speeches-next", go_on),
        commands.add("speeches-drop", drop),
        commands.add_for_delegate("speeches-skip", skip),
        commands.add_for_delegate("speeches-add", add),
        commands.add_for_delegate("speeches-remove", remove),
    ):
        command.add_argument("--day", type=date.fromisoformat, help="usually today")


def show_or_set(args: argparse.Namespace) -> Answer:
    """Show who speaks when; or, with --start, let all who are accepted speak."""
    with station(args) as here:
        if args.start is None:
            return _list(here, _day(here, args))
        start = instant(args.start, here.facts.zone)
        order = SpeechOrder(
            start, args.minutes, args.questions, Order(args.order), args.delegation, args.seed
        )
        order = replace(order, kind=args.kind, status=Status(args.status), here=args.here)
        day = start.astimezone(here.facts.zone).date()
        speaking = Speaking(here.event.journal)
        people = speaking.would_speak(day, order)
        found = meanwhile_speeches(here.event.journal, day, order, people)
        besides = tuple(meanwhile_lines(found, here.facts.zone))
        facts = {"meanwhile": meanwhile_facts(found)}
        if args.dry_run:
            would = (f"{n}  {each.name} ({each.organisation})" for n, each in enumerate(people, 1))
            said = (*would, "Nothing was set.", *besides)
            return Answer({"day": day, "would_speak": people, **facts}, said)
        speaking.set(day, order)
        listed = _list(here, day)
        return replace(listed, facts={**listed.facts, **facts}, lines=(*listed.lines, *besides))


def show_now(args: argparse.Namespace) -> Answer:
    """Show who speaks now and for how long yet, who is next, and how late it is getting."""
    with station(args) as here:
        return _now(here, _day(here, args))


def go_on(args: argparse.Namespace) -> Answer:
    """Let whoever speaks have ended, and the next begin."""
    with station(args) as here:
        day = _day(here, args)
        Speaking(here.event.journal).go_on(day)
        return _now(here, day)


def skip(args: argparse.Namespace) -> Answer:
    """Let a delegate not speak who was to."""
    return _changed(args, lambda speaking, day, who: speaking.skip(day, who))


def add(args: argparse.Namespace) -> Answer:
    """Let a delegate speak last, or after all."""
    return _changed(args, lambda speaking, day, who: speaking.add(day, who))


def remove(args: argparse.Namespace) -> Answer:
    """Take a delegate off the list who has not spoken."""
    return _changed(args, lambda speaking, day, who: speaking.remove(day, who))


def move(args: argparse.Namespace) -> Answer:
    """Give a delegate who is to speak another place on the list."""
    return _changed(args, lambda speaking, day, who: speaking.move(day, who, args.place))


def swap(args: argparse.Namespace) -> Answer:
    """Let two delegates who are to speak change places."""
    with station(args) as here:
        day = _day(here, args)
        one, other = here.delegate(args.delegate), here.delegate(args.other)
        Speaking(here.event.journal).swap(day, one, other)
        return _list(here, day)


def drop(args: argparse.Namespace) -> Answer:
    """Let there be no speeches on a day."""
    with station(args) as here:
        day = _day(here, args)
        Speaking(here.event.journal).drop(day)
    return Answer({"day": day}, (f"There are no speeches on {day}.",))


def _changed(args: argparse.Namespace, change: Callable[[Speaking, date, Any], object]) -> Answer:
    with station(args) as here:
        day = _day(here, args)
        change(Speaking(here.event.journal), day, here.delegate(args.delegate))
        return _list(here, day)


def _day(here: Station, args: argparse.Namespace) -> date:
    return args.day or here.facts.day_of(here.now)


def _list(here: Station, day: date) -> Answer:
    speeches, told = Speaking(here.event.journal).of_day(day)
    facts = {
        "day": day,
        "minutes": speeches.minutes,
        "questions": speeches.questions,
        "planned_end": speeches.planned_end,
        "ends_at": speeches.ends_at(here.now),
        "speeches": [asdict(each) for each in told],
    }
    return Answer(facts, tuple(_line(here, each) for each in told))


def _line(here: Station, speech: Speech) -> str:
    said = "skipped" if speech.slot.skipped else here.clock(speech.starts_at)
    state = " (has spoken)" if speech.slot.ended else " (speaks)" if speech.slot.runs else ""
    absent = "" if speech.is_here or not speech.slot.is_open else ", not here yet"
    return f"{said}  {speech.who.name} ({speech.who.organisation}){state}{absent}"


def _now(here: Station, day: date) -> Answer:
    now = Speaking(here.event.journal).now(day)
    facts = {
        "speaks": asdict(now.speech) if now.speech else None,
        "phase": now.phase,
        "left_seconds": int(now.left.total_seconds()),
        "next": asdict(now.next) if now.next else None,
        "late_by_minutes": int(now.late_by.total_seconds() // 60),
        "ends_at": now.ends_at,
        "planned_end": now.planned_end,
    }
    return Answer(facts, tuple(_now_lines(here, now)))


def _now_lines(here: Station, now: Now) -> Iterator[str]:
    if now.speech is not None and now.phase is not None:
        said = _PHASES[now.phase].format(left=_minutes(abs(now.left)))
        yield f"{now.speech.who.name} ({now.speech.who.organisation}) {said}."
    if now.next is not None:
        absent = "" if now.next.is_here else " They are not here yet."
        yield f"Next, at {here.clock(now.next.starts_at)}: {now.next.who.name}.{absent}"
    elif now.speech is None:
        yield "Everybody has spoken."
    if now.late_by >= timedelta(minutes=1):
        ends, planned = here.clock(now.ends_at), here.clock(now.planned_end)
        yield f"The last speech ends at {ends} instead of {planned}."


def _minutes(left: timedelta) -> str:
    minutes, seconds = divmod(int(left.total_seconds()), 60)
    return f"{minutes}:{seconds:02}"
