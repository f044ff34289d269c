from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from app.checkin.badges import Badges
from app.delegates.orders import PersonOrder
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.files import FileNotWritten
from app.printing.drawn import Counts
from app.printing.office import PrintOffice
from app.printing.readback import codes_in
from app.printing.refusals import (
    CharactersUnprintable,
    NothingToPrint,
    NotYetAccepted,
    Only,
    UnknownStock,
)
from app.printing.wishes import Wish
from app.progress import Cancelled, Progress
from tests.building import MORNING, EventBuilder, MovableClock

A6 = "a6"


@pytest.fixture
def office(open_event: OpenEvent) -> PrintOffice:
    return PrintOffice(open_event.journal)


def test_what_is_drawn_is_not_printed_until_it_is_noted(
    event: EventBuilder, office: PrintOffice
) -> None:
    anna = event.delegate("Anna")

    drawn = office.draw(Wish())

    assert [each.delegate for each in drawn.deeds] == [anna]
    assert office.counts() == Counts(new=1, changed=0, every=1)
    office.note(drawn)
    assert office.counts() == Counts(new=0, changed=0, every=1)


def test_work_that_is_stopped_prints_nothing(event: EventBuilder, office: PrintOffice) -> None:
    event.crowd(60)

    def stop(_progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        office.draw(Wish(), stop)

    assert office.counts().new == 60


def test_a_corrected_name_and_a_new_code_are_changes(
    event: EventBuilder, office: PrintOffice, open_event: OpenEvent
) -> None:
    anna, ben, _cleo = event.delegates(("Anna", "A"), ("Ben", "B"), ("Cleo", "C"))
    office.note(office.draw(Wish()))

    Roster(open_event.journal, open_event.letters).edit(anna, PersonOrder(given_name="Annika"))
    Badges(open_event.journal).replace(ben, "lost")

    assert office.counts() == Counts(new=0, changed=2, every=3)
    changed = office.draw(Wish(only=Only.CHANGED))
    assert [each.delegate for each in changed.deeds] == [anna, ben]


def test_who_may_not_have_a_badge_is_not_counted(event: EventBuilder, office: PrintOffice) -> None:
    event.delegate("Anna", status="received")
    event.delegate("Ben", badge=False)

    assert office.counts() == Counts(new=1, changed=0, every=1)


def test_a_preview_is_the_first_page_of_what_is_drawn(
    event: EventBuilder, office: PrintOffice
) -> None:
    event.crowd(9)

    preview = office.preview(Wish())

    assert (preview.pages, preview.items) == (3, 9)
    first = pypdfium2.PdfDocument(preview.pdf)
    drawn = pypdfium2.PdfDocument(office.draw(Wish()).pdf)
    assert len(first) == 1
    assert (first[0].render().to_numpy() == drawn[0].render().to_numpy()).all()


def test_a_preview_shows_any_sheet_and_the_last_where_there_are_fewer(
    event: EventBuilder, office: PrintOffice
) -> None:
    event.crowd(9)
    wish = Wish(from_label=3)
    drawn = pypdfium2.PdfDocument(office.draw(wish).pdf)

    shown = [office.preview(wish, at) for at in (0, 1, 2, 7)]

    assert [(each.at, each.parts, each.pages) for each in shown] == [
        (0, 3, 3),
        (1, 3, 3),
        (2, 3, 3),
        (2, 3, 3),
    ]
    for each in shown:
        (page,) = pypdfium2.PdfDocument(each.pdf)
        assert (page.render().to_numpy() == drawn[each.at].render().to_numpy()).all()


def test_a_preview_gives_out_no_code(event: EventBuilder, office: PrintOffice) -> None:
    anna = event.delegate("Anna", badge=False)

    preview = office.preview(Wish(A6))

    (page,) = pypdfium2.PdfDocument(preview.pdf)
    assert [read.text for read in zxingcpp.read_barcodes(page.render(scale=3).to_numpy())] == [
        "SPECIMEN"
    ]
    with pytest.raises(KeyError):
        event.badge_of(anna)


@pytest.mark.parametrize("ask", ["preview", "draw"])
def test_preview_and_drawing_refuse_alike(
    event: EventBuilder, office: PrintOffice, ask: str
) -> None:
    received = event.delegate("Ben", status="received")
    with pytest.raises(NothingToPrint):
        getattr(office, ask)(Wish())
    with pytest.raises(NotYetAccepted):
        getattr(office, ask)(Wish(delegates=(received,)))
    with pytest.raises(UnknownStock):
        getattr(office, ask)(Wish("papyrus"))

    event.delegate("𓀀")

    with pytest.raises(CharactersUnprintable):
        getattr(office, ask)(Wish())


def test_badges_with_gaps_are_left_out_and_named(event: EventBuilder, office: PrintOffice) -> None:
    event.delegate("𓀀")
    anna = event.delegate("Anna")

    drawn, preview = office.draw(Wish()), office.preview(Wish())

    assert [each.delegate for each in drawn.deeds] == [anna]
    assert [lack.characters for lack in drawn.unprintable] == ["𓀀"]
    assert preview.unprintable == drawn.unprintable
    assert preview.items == 1


def test_drawn_badges_are_saved_and_read_back(
    event: EventBuilder, office: PrintOffice, tmp_path: Path
) -> None:
    ids = event.delegates(("Anna", "A"), ("Ben", "B"))
    file = tmp_path / "badges.pdf"

    office.save(office.draw(Wish(A6)), file)

    assert list(codes_in(file)) == event.badges_of(ids)
    assert office.counts().new == 2


def test_the_event_itself_is_never_overwritten(
    event: EventBuilder, office: PrintOffice, open_event: OpenEvent, tmp_path: Path
) -> None:
    event.delegate("Anna")
    drawn = office.draw(Wish())
    link = tmp_path / "badges.pdf"
    link.symlink_to(open_event.database.file)

    with pytest.raises(FileNotWritten):
        office.save(drawn, link)


def test_paper_is_told_by_family_name(
    event: EventBuilder, office: PrintOffice, open_event: OpenEvent, clock: MovableClock
) -> None:
    cleo, ben, anna = event.delegates(("Cleo", "C"), ("Ben", "B"), ("Anna", "A"))
    office.note(office.draw(Wish(delegates=(anna, ben))))
    clock.passes(minutes=10)
    Badges(open_event.journal).replace(ben, "lost")

    told = office.on_paper((cleo, ben, anna))

    assert [(each.person.id, each.printed_at, each.is_old) for each in told] == [
        (anna, MORNING, False),
        (ben, MORNING, True),
        (cleo, None, False),
    ]


def test_a_new_code_is_given(event: EventBuilder, office: PrintOffice) -> None:
    anna = event.delegate("Anna")

    replaced = office.replace(anna, "lost")

    assert replaced.badge.code == event.badge_of(anna)


def test_the_window_starts_without_what_draws() -> None:
    script = "import app.printing.office, sys; print(' '.join(sys.modules))"

    loaded = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout.split()

    assert {"reportlab", "qrcode"} & set(loaded) == set()
