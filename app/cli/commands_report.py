"""Commands of the closing report and of what is left to do after a day."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from app.cli.adding import AllCommands
from app.cli.answer import Answer
from app.cli.counted import many
from app.cli.figure_words import figure_facts, programme_facts
from app.cli.outcome_words import KIND_WORDS
from app.cli.station import Station, progress, station
from app.cli.unprintable_words import named
from app.outcomes.follow_ups import Absent, FollowUps, NextStep, Party
from app.outcomes.report.office import Paper, ReportOffice
from app.outcomes.report.reading import report_facts
from app.outcomes.report.wishes import Language, ReportWish
from app.printing.drawn import Drawn

_STATUSES = {
    "accepted": "accepted, did not come",
    "withdrawn": "withdrew",
    "declined": "declined",
    "waiting": "on the waiting list",
    "received": "not decided",
}


def add_report(commands: AllCommands) -> None:
    """Add the commands of this module."""
    report = commands.add("report", write_report)
    report.add_argument("-o", "--output", required=True, help="write a PDF to this file")
    left = commands.add("follow-ups", show_follow_ups)
    left.add_argument("-o", "--output", help="write the list as a PDF to this file")
    for command in (report, left):
        command.add_argument("--day", type=date.fromisoformat, help="only of this day")
        languages = [each.value for each in Language]
        command.add_argument(
            "--language", choices=languages, default=languages[0], help="of the PDF"
        )
        command.add_argument(
            "--without-notes", action="store_true", help="leave out what was noted of meetings"
        )


def write_report(args: argparse.Namespace) -> Answer:
    """Write what the event or a day came to: who came, what was held, what came of it."""
    wish = _wish(args)
    with station(args) as here:
        office = ReportOffice(here.event.journal)
        drawn, facts = office.told(wish, progress(args))
        _keep(office, drawn, args)
        # Babel, which writes it, is loaded by now.
        from app.outcomes.report.facts import headline_facts  # noqa: PLC0415
        from app.outcomes.report.headline import headline  # noqa: PLC0415

        said = headline(headline_facts(facts), wish.language)
        told = {
            "file": args.output,
            "files": [args.output],
            "pages": drawn.pages,
            "headline": said,
            "figures": {
                **figure_facts(facts.figures, here.person),
                **programme_facts(facts.around),
            },
            "unprintable": drawn.unprintable,
        }
    return Answer(told, (said, f"{many(drawn.pages, 'page', 'pages')}: {Path(args.output)}"))


def show_follow_ups(args: argparse.Namespace) -> Answer:
    """Show who could not come, whom they would have met, and what was agreed by when."""
    with station(args) as here:
        left = report_facts(here.event.journal, args.day).left
        facts: dict[str, Any] = {
            "absent": [_absent_facts(each) for each in left.absent],
            "without_place": [_absent_facts(each) for each in left.without_place],
            "steps": [_step_facts(each, notes=not args.without_notes) for each in left.steps],
        }
        lines = [*_lines(left, here, notes=not args.without_notes)]
        if args.output is not None:
            office = ReportOffice(here.event.journal, Paper.FOLLOW_UPS)
            drawn = office.draw(_wish(args), progress(args))
            _keep(office, drawn, args)
            facts |= {
                "file": args.output,
                "pages": drawn.pages,
                "items": drawn.items,
                "unprintable": drawn.unprintable,
            }
            lines = [f"{many(drawn.pages, 'page', 'pages')}: {Path(args.output)}"]
    return Answer(facts, tuple(lines))


def _wish(args: argparse.Namespace) -> ReportWish:
    return ReportWish(args.day, Language(args.language), notes=not args.without_notes)


def _keep(office: ReportOffice, drawn: Drawn, args: argparse.Namespace) -> None:
    """Say what no font prints before the file is written, and write it."""
    for lack in drawn.unprintable:
        whose = " ".join(filter(None, (lack.badge_number, lack.name)))
        said = f"No font here has {named(lack.characters)} of {lack.field}"
        print(f"{said}: {whose}" if whose else said, file=sys.stderr)
    office.keep(drawn, Path(args.output))


def _lines(left: FollowUps, here: Station, *, notes: bool) -> Iterator[str]:
    everybody = "All that had a place came." if left.without_place else "All came."
    yield f"{len(left.absent)} that applied could not come:" if left.absent else everybody
    yield from map(_absent_line, left.absent)
    if left.without_place:
        yield f"{len(left.without_place)} that applied had no place:"
        yield from map(_absent_line, left.without_place)
    yield f"{many(len(left.steps), 'next step', 'next steps')}:" if left.steps else "No next steps."
    for step in left.steps:
        yield f"  {_step_words(step, here, notes=notes)}"


def _absent_line(each: Absent) -> str:
    met = ", ".join(other.party.name for other in each.would_have_met) or "nobody yet"
    return f"  {each.party.name} ({_STATUSES[each.party.status]}): would have met {met}"


def _step_words(step: NextStep, here: Station, *, notes: bool) -> str:
    when = f"{step.on:%d %b %Y}" if step.on is not None else "no date"
    sides = " – ".join(
        ", ".join(dict.fromkeys(who.organisation or who.name for who in side))
        for side in (step.hosts, step.guests)
    )
    what = [KIND_WORDS[kind] for kind in step.kinds]
    what += [*step.programmes, *(step.notes if notes else ())]
    said = "; ".join(filter(None, (", ".join(what), step.by)))
    return f"{when}  {step.meeting} ({here.clock(step.starts_at)}), {sides}: {said}"


def _absent_facts(absent: Absent) -> dict[str, Any]:
    met = [
        {**_party_facts(other.party), "arranged": other.was_arranged}
        for other in absent.would_have_met
    ]
    return {**_party_facts(absent.party), "status": absent.party.status, "would_have_met": met}


def _party_facts(party: Party) -> dict[str, Any]:
    return {
        "name": party.name,
        "badge_number": party.badge_number,
        "countries": list(party.countries),
        "cluster": party.is_cluster,
    }


def _step_facts(step: NextStep, *, notes: bool) -> dict[str, Any]:
    facts = asdict(step)
    for side in ("hosts", "guests"):
        facts[side] = [asdict(each) for each in getattr(step, side)]
    return facts if notes else {**facts, "notes": []}
