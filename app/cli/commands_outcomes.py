"""Commands of the end of the day: what came of meetings."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date
from typing import Any
from uuid import UUID

from app.cli.adding import AllCommands
from app.cli.answer import Answer
from app.cli.counted import many
from app.cli.figure_words import figure_facts, figure_lines, programme_facts
from app.cli.floor_words import meeting_words
from app.cli.outcome_words import OUTCOME_WORDS, answer_lines, outcome_words, result_words
from app.cli.programme_words import session_line
from app.cli.station import Station, station
from app.floor.states import Missing
from app.outcomes.answers import Answers, Preset
from app.outcomes.figures_reader import FiguresReader
from app.outcomes.outcome import Answer as InShort
from app.outcomes.outcome import Outcome, OutcomeKind, Side, Told, differing
from app.outcomes.programme_figures import programme_figures
from app.outcomes.reading import told_of
from app.outcomes.recording import Recording
from app.outcomes.results import DayResults, Result, Results, meeting_named

_SIDES = {"both": Side.TOGETHER, "host": Side.HOST, "guest": Side.GUEST}


def add_outcomes(commands: AllCommands) -> None:
    """Add the commands of this module."""
    said = commands.add("outcome", record)
    said.add_argument("meeting", help="number or id")
    said.add_argument("--side", choices=list(_SIDES), default="both", help="whose answer it is")
    kinds = [each.value for each in OutcomeKind]
    said.add_argument("--kind", action="append", choices=kinds, help="repeat for several")
    answers = [each.value for each in InShort if each]
    asked = "what came of it, in short; `answers` tells what the event asks for"
    said.add_argument("--answer", choices=answers, help=asked)
    said.add_argument("--programme", help="the funding programme of a joint proposal")
    said.add_argument("--interest", type=int, help="1 to 5, very great")
    said.add_argument("--follow-up", type=date.fromisoformat, metavar="DAY")
    said.add_argument("--by", metavar="WHO", help="who sees to the follow-up")
    said.add_argument("--note")
    instead = said.add_mutually_exclusive_group()
    sides = [each.value for each in Missing]
    instead.add_argument("--no-show", choices=sides, help="it was not held: who did not come")
    instead.add_argument("--take-out", action="store_true", help="nobody said so")
    chosen = commands.add("answers", choose_answers)
    presets = [each.value for each in Preset]
    chosen.add_argument("--preset", choices=presets, help="ask for these from now on")
    counted = commands.add("figures", show_figures)
    counted.add_argument("--day", type=date.fromisoformat, help="only of this day")
    shown = commands.add("outcomes", show_outcomes)
    shown.add_argument("--day", type=date.fromisoformat, help="only of this day")
    shown.add_argument("--left", action="store_true", help="only what is not recorded yet")


def record(args: argparse.Namespace) -> Answer:
    """Note what came of a meeting; what is not named stays as it was."""
    side = _SIDES[args.side]
    with station(args) as here:
        recording = Recording(here.event.journal)
        with here.event.journal.reading() as session:
            meeting = meeting_named(session, args.meeting)
            known = [each for each in told_of(session, meeting) if each.side is side]
        if args.no_show:
            recording.missed(meeting, Missing(args.no_show))
        elif args.take_out:
            recording.take_out(meeting, side)
        else:
            before = known[-1].outcome if known else Outcome()
            recording.record(meeting, replace(before, **_named(args)), side)
        of_day = _of_meeting(here, meeting)
        result = of_day.of_meeting[meeting]
        head = meeting_words(of_day.day, result.meeting)
        return Answer(_facts(of_day, result), (head, *(f"  {each}" for each in _said(result))))


def choose_answers(args: argparse.Namespace) -> Answer:
    """Show which answers the event asks for after its meetings, or choose others."""
    with station(args) as here:
        answers = Answers(here.event.journal)
        asked = answers.choose(Preset(args.preset)) if args.preset else answers.asked()
    facts = {
        "preset": asked.preset,
        "took_place": {missing or "held": words for missing, words in asked.took_place.items()},
        "kinds": dict(asked.kinds),
        "in_short": dict(asked.in_short),
    }
    return Answer(facts, tuple(answer_lines(asked)))


def show_outcomes(args: argparse.Namespace) -> Answer:
    """Show what came of each meeting, and what is not recorded yet."""
    with station(args) as here:
        days = Results(here.event.journal).of_event()
        shown = [each for each in days if args.day in {None, each.day.date}]
        facts: dict[str, Any] = {
            "recorded": sum(_recorded(each) for each in shown),
            "left": sum(len(each.left) for each in shown),
            "meetings": [
                _facts(day, each) for day in shown for each in _wanted(day, only_left=args.left)
            ],
        }
        lines = [line for day in shown for line in _lines(day, only_left=args.left)]
    counted = many(facts["recorded"], "meeting", "meetings")
    return Answer(facts, (*lines, f"{counted} recorded, {facts['left']} left."))


def show_figures(args: argparse.Namespace) -> Answer:
    """Show the figures as they stand: who came, what was held, lost and recorded."""
    with station(args) as here:
        reader = FiguresReader(here.event.journal)
        found = reader.of_event() if args.day is None else reader.of_day(args.day)
        days = () if args.day is None else (args.day,)
        around = programme_figures(here.event.journal, days)
        facts = {**figure_facts(found, here.person), **programme_facts(around)}
        lines = [*figure_lines(found), *(session_line(here, each) for each in around.sessions)]
        lines += [f"{each.title}: {each.boarded} of {each.taken} set out" for each in around.visits]
    return Answer(facts, tuple(lines))


def _named(args: argparse.Namespace) -> dict[str, Any]:
    """Give what a command says of an outcome, by field."""
    said = {
        "kinds": frozenset(map(OutcomeKind, args.kind)) if args.kind else None,
        "answer": InShort(args.answer) if args.answer else None,
        "programme": args.programme,
        "interest": args.interest,
        "follow_up_on": args.follow_up,
        "follow_up_by": args.by,
        "note": args.note,
    }
    return {name: value for name, value in said.items() if value is not None}


def _of_meeting(here: Station, meeting: UUID) -> DayResults:
    days = Results(here.event.journal).of_event()
    return next(each for each in days if meeting in each.of_meeting)


def _wanted(day: DayResults, *, only_left: bool) -> tuple[Result, ...]:
    return day.left if only_left else day.wanted


def _recorded(day: DayResults) -> int:
    return sum(each.is_recorded for each in day.wanted)


def _lines(day: DayResults, *, only_left: bool) -> Iterator[str]:
    for each in _wanted(day, only_left=only_left):
        yield f"{meeting_words(day.day, each.meeting)}: {result_words(each)}"
        if each.told:
            yield from (f"  {line}" for line in _said(each))


def _said(result: Result) -> Iterator[str]:
    if not result.told:
        yield result_words(result)
    for told in result.told:
        yield outcome_words(told)
    if unlike := differing(result.told):
        yield f"The answers differ: {', '.join(OUTCOME_WORDS[each] for each in unlike)}."


def _facts(day: DayResults, result: Result) -> dict[str, Any]:
    meeting, people = result.meeting, day.day.people
    table = day.day.table.get(meeting.table)
    return {
        "id": meeting.id,
        "number": meeting.number,
        "slot": meeting.starts_at,
        "table": table.label if table is not None else None,
        "kind": meeting.kind,
        "hosts": [people[each].who for each in meeting.hosts],
        "guests": [people[each].who for each in meeting.guests],
        "state": result.stands.state,
        "missing": result.stands.missing,
        "recorded": result.is_recorded,
        "outcomes": [_told_facts(each) for each in result.told],
        "differing": list(differing(result.told)),
    }


def _told_facts(told: Told) -> dict[str, Any]:
    facts = asdict(told.outcome)
    return {
        "id": told.id,
        "side": told.side or "both",
        **facts,
        "kinds": sorted(facts["kinds"]),
        "answer": facts["answer"] or None,
    }
