"""Change slips as they come out, read back from the PDF."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from uuid import uuid4

import numpy as np
import numpy.typing as npt
import pypdfium2
import pytest
from PIL import Image

from app.checkin.codes import SCHEDULE, read_code
from app.checkin.identify import signing_keys
from app.checkin.scanning import NotAdmitted, Scan, Scanning
from app.desks import OpenEvent
from app.event.logo import Logos
from app.files import FileNotWritten
from app.printing.drawn import Drawn
from app.printing.readback import codes_in
from app.printing.refusals import Only
from app.printing.schedules.office import ScheduleOffice
from app.printing.schedules.standing import Schedules
from app.printing.schedules.wishes import ScheduleWish
from app.printing.slips.office import slip_office
from app.printing.slips.wishes import A6, ROLL, SLIP_PAPERS, NoSlipToPrint, SlipWish
from app.progress import Cancelled, Progress
from db.models import Schedule
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor
from tests.app.printing.sheets.reading import pages_of
from tests.building import FIRST_DAY, EventBuilder, MovableClock

SCALE_MM = 25.4 / 200


def black(pdf: bytes) -> npt.NDArray[np.bool_]:
    """Give which dots of the first page are black."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        page = document[0].render(scale=25.4 / 72 / SCALE_MM).to_numpy()
        dark: npt.NDArray[np.bool_] = page.max(axis=2) < 60
        return dark


class Papers:
    """Ada meets Ben at 10:40 at table 9; both have that on paper."""

    def __init__(self, day: RunningDay, folder: Path) -> None:
        self.day = day
        self.paper = folder / "slips.pdf"
        self.office = slip_office(day.journal)
        self.meeting = day.meets("Ada", "Ben", "10:40", "9")
        self.sheet = self.prints_schedule("Ada")
        self.prints_schedule("Ben")

    def prints_schedule(self, name: str) -> str:
        """Bring somebody's schedule to paper; give the letters of its code."""
        file = self.paper.with_name("schedule.pdf")
        wish = ScheduleWish(delegates=(self.day.floor.who(name),))
        ScheduleOffice(self.day.journal).run(wish, file)
        (code,) = codes_in(file)
        return code

    def prints(self, *names: str, paper: str = ROLL) -> Drawn:
        """Print slips of those who are named, or of all who must be told."""
        delegates = tuple(map(self.day.floor.who, names))
        return self.office.run(SlipWish(FIRST_DAY, delegates, paper), self.paper)

    def pages(self) -> list[str]:
        """Give what each page says."""
        with closing(pypdfium2.PdfDocument(self.paper)) as document:
            texts = [page.get_textpage().get_text_range() for page in document]
        return [text.replace("\r\n", "\n") for text in texts]

    def sizes(self) -> list[tuple[int, int]]:
        """Give the pages' sizes in millimetres."""
        with closing(pypdfium2.PdfDocument(self.paper)) as document:
            points = [page.get_size() for page in document]
        return [(round(wide / 72 * 25.4), round(high / 72 * 25.4)) for wide, high in points]

    def says_of_scan(self, code: str) -> str:
        """Hold a code to the scanner; give why nobody is let in by it."""
        with pytest.raises(NotAdmitted) as refused:
            Scanning(self.day.journal).scan(Scan(code, uuid4()))
        assert refused.value.delegate is not None
        assert refused.value.delegate.id == self.day.floor.who("Ada")
        return refused.value.reason


@pytest.fixture
def papers(
    open_event: OpenEvent, event: EventBuilder, clock: MovableClock, tmp_path: Path
) -> Papers:
    return Papers(RunningDay(Floor(open_event, event), clock), tmp_path)


def test_a_slip_says_what_was_and_what_is(papers: Papers) -> None:
    papers.day.moves(papers.meeting, "11:05", "7")

    printed = papers.prints()

    assert (printed.items, printed.pages) == (2, 2)
    first, second = papers.pages()
    for words in ("Change slip", "Ada Of", "Moved", "Was 10:40, table 9", "11:05", "7", "Ben Of"):
        assert words in first
    assert "Version 2, 16 Mar 10:30" in first
    assert "Ben Of" in second
    assert papers.sizes() == [(62, 100), (62, 100)]


def test_a_cancelled_a_new_meeting_and_another_partner_are_told_apart(papers: Papers) -> None:
    cancelled = papers.day.meets("Ada", "Cleo", "11:30", "2")
    swapped = papers.day.meets("Ada", "Dov", "12:20", "3")
    papers.prints_schedule("Ada")
    papers.day.acts.cancel(cancelled)
    papers.day.acts.cancel(swapped)
    papers.day.meets("Ada", "Eve", "12:20", "3")
    papers.day.meets("Ada", "Fay", "11:55", "3")

    papers.prints("Ada", paper=A6)

    (page,) = papers.pages()
    for words in ("Cancelled", "11:30", "New partner", "Was Dov Of", "New meeting", "Fay Of"):
        assert words in page
    assert papers.sizes() == [(105, 148)]


@pytest.mark.parametrize("paper", list(SLIP_PAPERS))
def test_every_code_reads_back_and_names_the_version(papers: Papers, paper: str) -> None:
    papers.day.moves(papers.meeting, "11:05", "7")

    papers.prints(paper=paper)

    codes = list(codes_in(papers.paper))
    assert len(set(codes)) == 2
    with papers.day.journal.reading() as session:
        read = read_code(codes[0], signing_keys(session))
        row = session.query(Schedule).filter(Schedule.code_id == read.code_id).one()
    assert (read.kind, row.version, row.delegate_id) == (SCHEDULE, 2, papers.day.floor.who("Ada"))


def test_a_scanned_slip_holds_and_the_schedule_before_it_is_old(papers: Papers) -> None:
    papers.day.moves(papers.meeting, "11:05", "7")
    papers.prints("Ada")
    (slip,) = codes_in(papers.paper)

    assert papers.says_of_scan(slip) == "schedule"
    assert papers.says_of_scan(papers.sheet) == "old_schedule"
    papers.day.moves(papers.meeting, "11:05", "8")
    assert papers.says_of_scan(slip) == "old_schedule"


def test_the_paper_is_right_again_once_the_slip_is_out(papers: Papers) -> None:
    ada = papers.day.floor.who("Ada")
    papers.day.moves(papers.meeting, "11:05", "7")
    assert Schedules(papers.day.journal).standing(ada).is_out_of_date

    papers.prints("Ada")

    standing = Schedules(papers.day.journal).standing(ada)
    assert (standing.is_out_of_date, standing.paper) == (False, 2)
    (left,) = papers.office.to_tell(FIRST_DAY)
    assert left.person.who.id == papers.day.floor.who("Ben")


def test_a_whole_schedule_is_still_wanted_after_a_slip(papers: Papers) -> None:
    papers.day.moves(papers.meeting, "11:05", "7")
    papers.prints("Ada", "Ben")

    drawn = ScheduleOffice(papers.day.journal).draw(ScheduleWish(only=Only.CHANGED))

    assert drawn.items == 2


def test_a_slip_that_is_printed_again_says_the_same(papers: Papers) -> None:
    papers.day.moves(papers.meeting, "11:05", "7")
    papers.prints("Ada")
    before = papers.pages(), list(codes_in(papers.paper))

    papers.prints("Ada")

    assert (papers.pages(), list(codes_in(papers.paper))) == before


def test_the_next_slip_starts_from_the_last(papers: Papers) -> None:
    papers.day.moves(papers.meeting, "11:05", "7")
    papers.prints("Ada")
    papers.day.moves(papers.meeting, "11:05", "8")

    papers.prints("Ada")

    (page,) = papers.pages()
    assert "Was table 7" in page
    assert "Version 3" in page


def test_who_was_told_by_word_can_have_the_slip_all_the_same(papers: Papers) -> None:
    papers.day.moves(papers.meeting, "11:05", "7")
    papers.office.tell(FIRST_DAY, [papers.day.floor.who("Ada")])

    printed = papers.prints("Ada")

    assert printed.items == 1
    assert "Was 10:40, table 9" in papers.pages()[0]


def test_who_has_no_paper_reads_what_changed_since_they_came(papers: Papers) -> None:
    meeting = papers.day.meets("Fay", "Gus", "12:20", "4")
    papers.day.is_now("10:31")
    papers.day.comes("Fay")
    papers.day.is_now("10:32")
    papers.day.moves(meeting, "12:20", "5")

    papers.prints("Fay", "Gus")

    (page,) = papers.pages()
    assert "Fay Of" in page
    assert "Was table 4" in page


def test_much_takes_more_pages_than_one(papers: Papers) -> None:
    for clock, guest in (("11:05", "Cleo"), ("11:30", "Dov"), ("11:55", "Eve"), ("12:20", "Fay")):
        papers.day.meets("Ada", guest, clock, "3")

    printed = papers.prints("Ada")

    assert printed.pages == 2
    first, second = papers.pages()
    assert "Page 1 of 2" in first
    assert "Fay Of" in second
    assert len(set(codes_in(papers.paper))) == 1


def test_a_name_that_no_font_has_stands_there_as_a_badge_number(papers: Papers) -> None:
    papers.day.meets("Ada", "ก", "12:20", "3")

    printed = papers.prints("Ada")

    assert [lack.characters for lack in printed.unprintable] == ["ก"]
    assert printed.unprintable[0].badge_number in papers.pages()[0]


def test_where_nothing_has_changed_there_is_no_slip(papers: Papers) -> None:
    with pytest.raises(NoSlipToPrint) as of_all:
        papers.prints()
    with pytest.raises(NoSlipToPrint) as of_one:
        papers.prints("Ada")

    assert (of_all.value.named, of_one.value.named) == (0, 1)
    assert not papers.paper.exists()


def test_whoever_stops_gets_no_file_and_nothing_is_noted(papers: Papers) -> None:
    papers.day.moves(papers.meeting, "11:05", "7")

    def stop(_progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        papers.office.run(SlipWish(FIRST_DAY), papers.paper, stop)

    assert not papers.paper.exists()
    assert len(papers.office.to_tell(FIRST_DAY)) == 2


def test_a_preview_makes_no_version(papers: Papers) -> None:
    papers.day.moves(papers.meeting, "11:05", "7")

    preview = papers.office.preview(SlipWish(FIRST_DAY))

    assert (preview.items, preview.pages) == (2, 1)
    with papers.day.journal.reading() as session:
        assert session.query(Schedule).count() == 2


def test_a_preview_shows_the_slip_of_any_of_them(papers: Papers) -> None:
    papers.day.moves(papers.meeting, "11:05", "7")

    preview = papers.office.preview(SlipWish(FIRST_DAY), at=1)

    assert (preview.at, preview.parts, preview.items) == (1, 2, 2)
    assert "Ben Of" in pages_of(preview.pdf)[0]


def test_the_announcer_reads_whom_to_call_and_where_they_go(papers: Papers) -> None:
    papers.day.moves(papers.meeting, "11:05", "7")

    papers.office.write_list(FIRST_DAY, papers.office.to_tell(FIRST_DAY), papers.paper)

    (page,) = papers.pages()
    for words in ("To announce", "Tuesday 16 March, 10:30", "Ada Of", "Ben Of", "11:05", "7"):
        assert words in page
    assert "Moved, was 10:40, table 9" in page
    for foot in ("Cluster days · Printed 16 Mar 10:30", "Page 1 of 1"):
        assert foot in page


@pytest.mark.parametrize("wide", [200, 900], ids=["square", "long"])
@pytest.mark.parametrize("paper", SLIP_PAPERS)
def test_a_slip_shows_the_logo_of_the_event_and_says_the_same(
    papers: Papers, paper: str, wide: int
) -> None:
    papers.day.moves(papers.meeting, "11:05", "7")
    before = papers.office.preview(SlipWish(FIRST_DAY, paper=paper))
    picture = papers.paper.with_suffix(".png")
    Image.new("RGB", (wide, 200), "black").save(picture)
    Logos(papers.day.journal).set(picture)

    after = papers.office.preview(SlipWish(FIRST_DAY, paper=paper))

    logo = black(after.pdf) & ~black(before.pdf)
    rows, columns = (at * SCALE_MM for at in logo.nonzero())
    page = SLIP_PAPERS[paper].page
    assert 2 <= rows.min() < rows.max() < 17
    assert page.width / 2 <= columns.max() < page.width - 3.5
    assert len(rows) * SCALE_MM**2 > 30
    assert sorted(pages_of(after.pdf)[0].split()) == sorted(pages_of(before.pdf)[0].split())


def test_a_list_of_nobody_says_so_and_never_stands_on_the_event(papers: Papers) -> None:
    papers.office.write_list(FIRST_DAY, (), papers.paper)

    assert "Nobody must be told of anything." in papers.pages()[0]
    with pytest.raises(FileNotWritten):
        papers.office.write_list(FIRST_DAY, (), papers.day.journal.database.file)
