"""One sentence for each refusal: first what is so, then what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.aside import BrokeOff
from app.checkin.badges import ReasonMissing
from app.cli.answer import described
from app.cli.desk_sentences import DESK_SENTENCES, Clock, desk_sentence
from app.cli.meeting_sentences import MEETING_PROBLEMS
from app.cli.outcome_sentences import OUTCOME_PROBLEMS
from app.cli.plan_words import contradiction_words
from app.cli.printer_words import came_out_words
from app.cli.reasons import EVENT, FILES, LOGO, PROBLEMS
from app.cli.sentences_of_parts import SENTENCES_OF_PARTS
from app.cli.unprintable_words import named, remedy
from app.delegates.doubts import UnknownDoubt
from app.delegates.importing.imports import RowsRejected
from app.delegates.reading.refusals import (
    FieldMappedTwice,
    FileRefused,
    NoPeopleFound,
    UnknownColumn,
    UnknownField,
    UnknownPreset,
    UnknownSheet,
)
from app.delegates.registration import RowProblem
from app.delegates.roster import (
    BothCheckedIn,
    NameMissing,
    NothingChanged,
    PerhapsKnown,
    SamePerson,
)
from app.errors import DeskError
from app.event.closures import ClosedAlready, NotClosed
from app.event.editing import DayInUse, DayStands, OnlyDay, UnknownBlock, UnknownDay
from app.event.logo import LogoUnusable
from app.event.making import EventNotPossible
from app.event.mappings import UnknownMapping
from app.event.planned import MeetingsLosePlace
from app.event.sample import DescriptionUnreadable
from app.event.tables import TableLabelTaken, UnknownTable
from app.event.zones import UnknownZone
from app.meetings.planning import PlanContradicts
from app.printers.refusals import CameOutBefore
from app.printing.refusals import (
    CharactersUnprintable,
    NoScheduleToPrint,
    NothingToPrint,
    NotYetAccepted,
    PrinterRefused,
    PrintingStopped,
)


def sentence(refusal: DeskError, clock: Clock = str) -> str:
    """Say a refusal in words."""
    said = desk_sentence(refusal, clock)
    if said is not None:
        return said
    if isinstance(refusal, PlanContradicts):
        return contradiction_words(refusal.why, refusal.named, clock)
    if isinstance(refusal, CameOutBefore):
        return came_out_words(refusal, clock)
    return SENTENCES[type(refusal)](refusal)


def problem_text(problem: RowProblem) -> str:
    """Say where a file's row can't be read, why, and what to do."""
    where = f"line {problem.line}" + (f", column “{problem.column}”" if problem.column else "")
    problems = {**PROBLEMS, **MEETING_PROBLEMS, **OUTCOME_PROBLEMS}
    said = problems.get(problem.code, problem.code.replace("_", " ").capitalize() + ".")
    return f"{where}: {said}" + (f" It says “{problem.text}”." if problem.text else "")


def _names(people: Any) -> str:
    return "; ".join(described(person) for person in people)


def _listed(words: Any) -> str:
    return ", ".join(f"“{word}”" for word in words) or "none"


def _places(refusal: ClosedAlready | NotClosed) -> str:
    """Name tables or a zone, with the verb that goes with them."""
    if refusal.zone:
        return f"The zone “{refusal.zone}” is"
    tables = ", ".join(refusal.tables)
    return f"Tables {tables} are" if len(refusal.tables) > 1 else f"Table {tables} is"


def _meetings(refusal: MeetingsLosePlace) -> str:
    return "1 meeting" if refusal.meetings == 1 else f"{refusal.meetings:,} meetings"


SENTENCES: Mapping[type[DeskError], Callable[[Any], str]] = {
    **DESK_SENTENCES,
    **SENTENCES_OF_PARTS,
    BothCheckedIn: lambda e: (
        f"Both were checked in on {e.day:%d %B}: {_names(e.delegates)}. They look like two people. "
        "Nothing was merged."
    ),
    BrokeOff: lambda _: (
        "The work broke off in the middle, so all of it was taken back. Try again; if it happens "
        "twice, restart Matchdesk."
    ),
    CharactersUnprintable: lambda e: (
        "No font here has these characters, so nothing was printed: "
        + "; ".join(f"{lack.name or lack.field}: {named(lack.characters)}" for lack in e.items)
        + f". {remedy(e.items)}, then print again."
    ),
    ClosedAlready: lambda e: (
        f"{_places(e)} closed in all of that time already. Nothing was changed."
    ),
    DayInUse: lambda e: (
        f"{e.day:%d %B} can't be taken out: {e.checked_in} delegates were checked in on it, and "
        f"{e.admitted} are admitted on it by name. Nothing was changed."
    ),
    DayStands: lambda e: f"{e.day:%d %B %Y} is a day of the event already.",
    DescriptionUnreadable: lambda e: f"{e.file} does not describe an event: {e.detail}.",
    EventNotPossible: lambda e: EVENT[e.reason].format(value=e.value),
    FieldMappedTwice: lambda e: (
        f"Two columns are matched to {e.field}: {_listed(e.columns)}. Ignore one of them (=-)."
    ),
    FileRefused: lambda e: (
        FILES[e.reason].format(file=e.file, limit=f"{e.limit:,}", line=e.line)
        + " Nothing was imported."
    ),
    LogoUnusable: lambda e: LOGO[e.fault].format(file=e.file) + " The logo is as it was.",
    MeetingsLosePlace: lambda e: (
        f"{_meetings(e)} would lose the place they have. Nothing was changed. Say that you know "
        f"(--losing {e.meetings}), then plan them anew."
    ),
    NameMissing: lambda _: "A delegate needs a name. Give a given name or a family name.",
    NoPeopleFound: lambda e: (
        f"No column of {e.file} holds names. The headers are {_listed(e.headers)}. "
        "Match one to full_name or family_name (--map)."
    ),
    NotClosed: lambda e: (
        f"{_places(e)} closed only with {_listed(e.zones)}. Reopen the zone. Nothing was changed."
        if e.zones
        else f"{_places(e)} open. Nothing was changed."
    ),
    NotYetAccepted: lambda e: (
        f"Not accepted, so nothing is printed: {_names(e.delegates)}. Accept them first."
    ),
    NothingChanged: lambda e: f"{described(e.delegate)}: the entry says this already.",
    NoScheduleToPrint: lambda e: (
        f"Every schedule is printed, and none has changed ({e.printed})."
        if e.printed
        else "Nobody has a meeting yet. Plan meetings, then print."
    ),
    NothingToPrint: lambda e: (
        f"Every badge is printed ({e.printed})." if e.printed else "No accepted delegate yet."
    ),
    OnlyDay: lambda e: (
        f"{e.day:%d %B} is the event's only day. Add another day first. Nothing was changed."
    ),
    PerhapsKnown: lambda e: (
        f"Perhaps registered already: {_names(e.delegates)}. Look, and if it is none of them "
        "say so (--known-apart). Nobody was registered."
    ),
    ReasonMissing: lambda _: "A new code makes the old badge worthless. Say why (--reason).",
    PrinterRefused: lambda e: (
        f"{e.printer or 'The printer'} did not take everything. Look whether it is on and has "
        "paper, then print again. Nothing is noted as printed."
    ),
    PrintingStopped: lambda e: (
        f"Stopped after page {e.pages} of {e.total}. What the printer has may still come out. "
        "Nothing is noted as printed."
    ),
    RowsRejected: lambda e: (
        f"{len(e.rejected)} rows of {e.file} can't be read, so nothing was imported: "
        + "; ".join(problem_text(problem) for problem in e.rejected[:20])
    ),
    SamePerson: lambda e: f"{described(e.delegate)} is that person already.",
    TableLabelTaken: lambda e: (
        f"There is a table {e.table} already. Choose another label. Nothing was changed."
    ),
    UnknownBlock: lambda _: "This block was taken out meanwhile. Look at the day again.",
    UnknownColumn: lambda e: f"No column is called “{e.column}”. There are {_listed(e.known)}.",
    UnknownDay: lambda e: (
        f"{e.day:%d %B %Y} is no day of the event. There are "
        f"{', '.join(f'{day:%d %B %Y}' for day in e.known)}."
    ),
    UnknownDoubt: lambda e: f"Nothing is left to decide under {e.doubt}.",
    UnknownField: lambda e: f"“{e.field}” is nothing to match with. There are {_listed(e.known)}.",
    UnknownMapping: lambda e: f"No mapping is kept as “{e.mapping}”. There are {_listed(e.known)}.",
    UnknownPreset: lambda e: f"There is no preset “{e.preset}”. There are {_listed(e.known)}.",
    UnknownSheet: lambda e: f"There is no sheet “{e.sheet}”. There are {_listed(e.known)}.",
    UnknownTable: lambda e: f"There is no table {e.table}. Look at the list of tables.",
    UnknownZone: lambda e: (
        f"No table stands in a zone “{e.zone}”. There are {_listed(e.known)}. "
        "Put tables in it first (tables)."
    ),
}
