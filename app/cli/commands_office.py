"""Commands of the office: registrations come in."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.answer import Answer, described
from app.cli.compared_words import compared_facts, compared_lines
from app.cli.sentences import problem_text
from app.cli.station import Station, progress, station
from app.delegates.doubts import Doubts, OpenDoubt, field_text, value_text
from app.delegates.importing.course import DoubtfulPair
from app.delegates.importing.imports import Imported, Importing, ImportOrder, Imports
from app.delegates.reading.registrations import ReadingOrder
from app.delegates.registration import RowProblem
from app.event.mappings import Mappings
from app.meetings.importing.compared import ComparedImported
from app.meetings.importing.imports import ListImported, MeetingImports, What
from app.outcomes.importing.imports import OutcomeImports
from app.programme.importing.imports import ProgrammeImports
from app.visits.importing.imports import VisitImports, VisitList

OUTCOMES, PROGRAMME = "outcomes", "programme"
_VISITS = tuple(what.value for what in VisitList)
WHATS = ("delegates", *(what.value for what in What), OUTCOMES, PROGRAMME, *_VISITS)
"""What a file that is imported may be a list of."""


def import_file(args: argparse.Namespace) -> Answer:
    """Import registrations, requests, meetings, outcomes, the programme, visits or sign-ups."""
    with station(args) as here:
        mappings = Mappings(here.event.journal)
        columns = mappings.load(args.mapping) if args.mapping else {}
        columns |= dict(args.map or ())
        how = ReadingOrder(args.preset, columns, args.sheet, dict(args.correct or ()))
        order = ImportOrder(how, args.whole_or_nothing, args.cancel_missing, args.take_file)
        imported = _import(here, args, order)
        compared = compared_lines(here, imported) if isinstance(imported, ComparedImported) else ()
        if args.save_mapping and not args.dry_run:
            mappings.save(args.save_mapping, columns)
    return Answer(_import_facts(imported, args), (*_import_lines(imported, args), *compared))


def _import(here: Station, args: argparse.Namespace, order: ImportOrder) -> Imported:
    imports = _imports(here, args.what)
    work = imports.rehearse if args.dry_run else imports.run
    return work(Path(args.file), order, progress(args))


def _imports(here: Station, what: str) -> Importing[Imported]:
    journal, letters = here.event.journal, here.event.letters
    if what == "delegates":
        return Imports(journal, letters)
    if what == OUTCOMES:
        return OutcomeImports(journal)
    if what == PROGRAMME:
        return ProgrammeImports(journal, letters)
    if what in _VISITS:
        return VisitImports(journal, VisitList(what))
    return MeetingImports(journal, letters, What(what))


def show_doubts(args: argparse.Namespace) -> Answer:
    """Show what imports left for a person to decide, or settle one."""
    with station(args) as here:
        doubts = Doubts(here.event.journal)
        if args.settle:
            doubts.settle(args.settle)
        left = doubts.open()
        lines = [_doubt_text(here, doubt) for doubt in left] or ["Nothing is left to decide."]
        return Answer({"doubts": left}, tuple(lines))


def _import_facts(imported: Imported, args: argparse.Namespace) -> dict[str, object]:
    return {
        "file": imported.file,
        "preset": imported.preset,
        "sheet": imported.sheet,
        "dry_run": args.dry_run,
        "rows": imported.rows,
        "created": imported.created,
        "updated": imported.updated,
        "unchanged": imported.unchanged,
        "ignored": imported.ignored,
        "rejected": imported.rejected,
        "remarks": imported.remarks,
        "doubtful": imported.doubtful,
        "unit": imported.unit,
        "late": imported.late,
        **({"mutual": imported.mutual} if isinstance(imported, ListImported) else {}),
        **(compared_facts(imported) if isinstance(imported, ComparedImported) else {}),
    }


def _import_lines(imported: Imported, args: argparse.Namespace) -> tuple[str, ...]:
    would = "Would import" if args.dry_run else "Imported"
    sheet = f", sheet “{imported.sheet}”" if imported.sheet else ""
    counts = f"{imported.created} new, {imported.updated} updated, {imported.unchanged} unchanged"
    read_as = f"read as {imported.preset}{sheet}"
    return (
        f"{would} {imported.file} ({read_as}): {imported.rows} rows, {counts}.",
        *([_late_text(imported.late)] if imported.late else []),
        *(f"  Not imported: {problem_text(problem)}" for problem in imported.rejected),
        *(f"  {_remarked(problem)}: {problem_text(problem)}" for problem in imported.remarks),
        *(f"  To decide: {_pair_text(pair)}" for pair in imported.doubtful),
    )


def _late_text(late: int) -> str:
    return f"  Received after the deadline: {late}. None of them was accepted (applications)."


def _remarked(problem: RowProblem) -> str:
    """Say what became of a cell that a remark is about: what contradicts is taken all the same."""
    is_taken = problem.code.startswith(("fixed_", "clash_")) or problem.code == "nobody_named"
    return "Look at" if is_taken else "Left out"


def _pair_text(pair: DoubtfulPair) -> str:
    if pair.kind == "desk_value":
        field = field_text(pair.why)
        return f"{pair.subject}: the file says {field} “{pair.other}”, the desk corrected it."
    if pair.kind == "other_name":
        return f"{pair.subject}: the file now names {pair.other} here. Substitute, or correct."
    thing = "one person" if pair.kind == "same_person" else "one organisation"
    return f"{pair.subject} and {pair.other} may be {thing} ({pair.why.replace('_', ' ')})."


def _doubt_text(here: Station, doubt: OpenDoubt) -> str:
    del here
    names = [described(delegate) for delegate in doubt.delegates] or list(doubt.organisations)
    if doubt.kind == "desk_value":
        field, value = field_text(str(doubt.facts["field"])), value_text(doubt.facts["value"])
        return f"{doubt.id}  {names[0]}: a file says {field} “{value}”."
    if doubt.kind == "other_name":
        return f"{doubt.id}  {names[0]}: a file names {doubt.facts['value']} here."
    return f"{doubt.id}  {' / '.join(names)}"
