"""Files that pretix wrote, all the way: imported, printed, read off the paper, let in."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import numpy as np
import pypdfium2
import pytest
import zxingcpp

from app.checkin.scanning import NotAdmitted, Scan, Scanning
from app.delegates.importing.imports import ImportOrder, Imports
from app.delegates.person import people
from app.delegates.reading.registrations import read_registrations
from app.desks import Desks, OpenEvent
from app.journal.verify import verify
from app.printing.office import PrintOffice
from app.printing.refusals import NotYetAccepted
from app.printing.wishes import Wish
from tests.building import DESK_1, MovableClock, make_event

PRETIX = Path(__file__).parent / "data" / "pretix"
ORDERS, CHECK_IN_LIST, POSITIONS = (
    PRETIX / name
    for name in ("pretix-orders.xlsx", "pretix-checkinlist-en.csv", "pretix-positions-de.csv")
)
DOTS_PER_INCH = 150


@dataclass(frozen=True, slots=True)
class Prepared:
    """An event on the evening before: the files are in it, and the badges are printed."""

    file: Path
    codes: tuple[str, ...]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    folder = tmp_path_factory.mktemp("evening")
    event = make_event(folder / "event.matchdesk", MovableClock())
    for file in (ORDERS, CHECK_IN_LIST, POSITIONS):
        Imports(event.journal, event.letters).run(file, ImportOrder())
    sheet = folder / "badges.pdf"
    PrintOffice(event.journal).run(Wish(), sheet)
    event.close()
    return Prepared(folder / "event.matchdesk", tuple(codes_on(sheet)))


@pytest.fixture
def morning(prepared: Prepared, tmp_path: Path, clock: MovableClock) -> Iterator[OpenEvent]:
    """The event in a copy of its own, opened on its first morning."""
    file = tmp_path / "event.matchdesk"
    shutil.copy(prepared.file, file)
    event = Desks(DESK_1, clock=clock).open(file)
    yield event
    event.close()


def codes_on(sheet: Path) -> Iterator[str]:
    with pypdfium2.PdfDocument(sheet) as document:
        for page in document:
            picture = page.render(scale=DOTS_PER_INCH / 72, grayscale=True).to_numpy()
            yield from (found.text for found in zxingcpp.read_barcodes(np.squeeze(picture)))


def decision_on(event: OpenEvent, text: str) -> str:
    try:
        return Scanning(event.journal).scan(Scan(text, uuid4())).decision
    except NotAdmitted as refusal:
        return refusal.reason


def by_status(event: OpenEvent) -> Counter[str]:
    with event.journal.reading() as session:
        return Counter(person.status for person in people(session).values())


def test_the_three_files_speak_of_120_people(morning: OpenEvent) -> None:
    assert by_status(morning) == {"accepted": 105, "received": 8, "withdrawn": 7}


def test_each_accepted_delegate_has_a_badge_that_can_be_read(prepared: Prepared) -> None:
    assert len(prepared.codes) == len(set(prepared.codes)) == 105


def test_each_badge_lets_its_wearer_in_exactly_once(prepared: Prepared, morning: OpenEvent) -> None:
    first = [Scanning(morning.journal).scan(Scan(code, uuid4())) for code in prepared.codes]
    again = Counter(decision_on(morning, code) for code in prepared.codes)

    assert {admitted.decision for admitted in first} == {"checked_in"}
    assert {admitted.delegate.status for admitted in first} == {"accepted"}
    assert len({admitted.delegate.id for admitted in first}) == 105
    assert again == {"already_in": 105}
    assert verify(morning.journal).problems == ()


def test_who_is_withdrawn_or_undecided_gets_no_badge(morning: OpenEvent, tmp_path: Path) -> None:
    with morning.journal.reading() as session:
        others = [one for one in people(session).values() if one.status != "accepted"]
    wish = Wish(delegates=tuple(one.id for one in others))

    with pytest.raises(NotYetAccepted) as refusal:
        PrintOffice(morning.journal).run(wish, tmp_path / "more.pdf")

    assert set(refusal.value.delegates) == set(others)


def test_the_ticket_that_pretix_sent_lets_in_on_the_second_day(
    prepared: Prepared, morning: OpenEvent, clock: MovableClock
) -> None:
    tickets = [row.ticket_secret for row in read_registrations(CHECK_IN_LIST).rows]
    for code in prepared.codes:
        decision_on(morning, code)
    clock.passes(days=1)

    decisions = Counter(decision_on(morning, ticket) for ticket in tickets)

    assert decisions == {"checked_in": 105, "not_accepted": 8}
    assert decision_on(morning, tickets[0].swapcase()) == "already_in"
