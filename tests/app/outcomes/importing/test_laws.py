"""What is imported twice is imported once, and what was exported comes back as it was."""

from __future__ import annotations

import csv
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.delegates.importing.imports import ImportOrder
from app.delegates.reading.cells import clean, clean_lines
from app.delegates.reading.registrations import ReadingOrder
from app.desks import OpenEvent
from app.outcomes.export.exporting import Exporting
from app.outcomes.export.formats import ExportOrder, Format
from app.outcomes.importing.imports import OutcomeImports
from app.outcomes.outcome import Answer, Outcome, OutcomeKind, Side
from app.outcomes.recording import Recording
from app.outcomes.results import Results
from tests.app.delegates.lists import everything, log_length
from tests.app.meetings.asking import Floor, at
from tests.building import EventBuilder, MovableClock, copy_event

Said = dict[tuple[str, Side], Outcome]
_KINDS = st.just(frozenset({OutcomeKind.NONE})) | st.frozensets(
    st.sampled_from([each for each in OutcomeKind if each is not OutcomeKind.NONE])
)
_TEXTS = st.text(max_size=20) | st.sampled_from(["=1+1", "@Bo", "'=A1", "-5 °C", "+49 30 1"])
outcomes = st.builds(
    Outcome,
    kinds=_KINDS,
    answer=st.sampled_from(Answer),
    programme=_TEXTS.map(clean),
    interest=st.none() | st.integers(1, 5),
    follow_up_on=st.none() | st.dates(date(2027, 1, 1), date(2030, 1, 1)),
    follow_up_by=_TEXTS.map(clean),
    note=_TEXTS.map(clean_lines),
).filter(lambda each: not each.says_nothing)
sayings = st.dictionaries(
    st.tuples(st.sampled_from(["M-A1", "M-A2"]), st.sampled_from(Side)), outcomes, min_size=1
)


def evening_event(file: Path) -> OpenEvent:
    """The evening of a day with two meetings."""
    clock = MovableClock()
    event = copy_event(file, clock)
    floor = Floor(event, EventBuilder(event))
    floor.meets("Ada", "Bo", "10:15", "3")
    floor.meets("Cy", "Di", "10:40", "4")
    clock.now = at("18:00")
    return event


def said(event: OpenEvent) -> Said:
    return {
        (result.meeting.number, told.side): told.outcome
        for day in Results(event.journal).of_event()
        for result in day.results
        for told in result.told
    }


def recorded(event: OpenEvent, saying: Said) -> None:
    ids = {
        each.meeting.number: each.meeting.id
        for day in Results(event.journal).of_event()
        for each in day.results
    }
    for (number, side), outcome in saying.items():
        Recording(event.journal).record(ids[number], outcome, side)


@settings(max_examples=10)
@given(saying=sayings, form=st.sampled_from([Format.CSV, Format.WORKBOOK]))
def test_an_export_brings_the_same_outcomes_into_another_event(saying: Said, form: Format) -> None:
    with TemporaryDirectory() as folder:
        first, second = (Path(folder, name) for name in ("first.matchdesk", "second.matchdesk"))
        with closing(evening_event(first)) as event:
            recorded(event, saying)
            Exporting(event.journal).write(ExportOrder((form,)), Path(folder))
            file = Path(folder, "outcomes.csv" if form is Format.CSV else "event.xlsx")
            back = OutcomeImports(event.journal).run(file, order_of(form))
            assert (back.created, back.updated, back.unit) == (0, 0, None)
        with closing(evening_event(second)) as event:
            imported = OutcomeImports(event.journal).run(file, order_of(form))

            assert (imported.rejected, imported.remarks) == ((), ())
            assert said(event) == saying


def order_of(form: Format) -> ImportOrder:
    return ImportOrder(ReadingOrder(sheet=None if form is Format.CSV else "outcomes"))


cells = st.lists(
    st.tuples(
        st.sampled_from(["M-A1", "m-a2", "M-A9", ""]),
        st.sampled_from(["", "Host", "Gast", "x"]),
        st.sampled_from(["", "yes", "no", "Host did not come", "maybe"]),
        st.sampled_from(["", "Joint event", "None", "Lead; Antrag", "?"]),
        st.sampled_from(["", "1", "5", "9"]),
    ),
    min_size=1,
    max_size=6,
    # A list of blank rows alone is refused.
).filter(lambda rows: any(cell for row in rows for cell in row))


@settings(max_examples=15)
@given(rows=cells)
@example([("M-A1", "", "no", "", ""), ("M-A1", "", "Host did not come", "", "")])
def test_a_list_imported_twice_is_imported_once(rows: list[tuple[str, ...]]) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder, "forms.csv")
        with file.open("w", encoding="utf-8", newline="") as opened:
            header = ("Number", "Side", "Took place", "Outcome", "Interest")
            csv.writer(opened).writerows([header, *rows])
        with closing(evening_event(Path(folder, "event.matchdesk"))) as event:
            imports = OutcomeImports(event.journal)
            told = imports.rehearse(file, ImportOrder())
            first = imports.run(file, ImportOrder())
            after, deeds = everything(event.journal), log_length(event.journal)

            again = imports.run(file, ImportOrder())

            assert (told.created, told.updated, told.rejected) == (
                first.created,
                first.updated,
                first.rejected,
            )
            assert (again.created, again.updated, again.unit) == (0, 0, None)
            assert again.rejected == first.rejected
            assert (everything(event.journal), log_length(event.journal)) == (after, deeds)
