"""Schedules as they come out, read back from the PDF."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pypdfium2
import pytest

from app.checkin.codes import SCHEDULE, read_code
from app.checkin.identify import signing_keys
from app.files import FileNotWritten
from app.meetings.deeds import MeetingCancelled
from app.printing.drawn import Counts
from app.printing.readback import codes_in
from app.printing.refusals import NoScheduleToPrint, NotYetAccepted, Only
from app.printing.schedules.office import ScheduleOffice
from app.printing.schedules.wishes import ScheduleWish
from app.progress import Cancelled, Progress
from db.models import Schedule
from tests.app.meetings.asking import Floor
from tests.building import FIRST_DAY, SECOND_DAY, EventBuilder, MovableClock


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return tmp_path / "schedules.pdf"


def pages(pdf: Path) -> list[str]:
    """Give what each page says, line by line."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]


def test_a_schedule_says_when_where_and_whom(
    floor: Floor, prints: ScheduleOffice, paper: Path
) -> None:
    ada = floor.who("Ada", organisation="Baltic Photonics", country="LT")
    floor.who("Søren", organisation="Øresund MedTech")
    floor.meets("Ada", "Søren", "11:05", "7", kind="c2c")

    printed = prints.run(ScheduleWish(delegates=(ada,)), paper)

    (page,) = pages(paper)
    assert (printed.pages, printed.items, printed.unprintable) == (1, 1, ())
    for words in (
        *("Cluster days", "16–17 March", "Ada Of", "Baltic Photonics, Lithuania"),
        *("Tuesday 16 March", "11:05", "Øresund MedTech", "Søren Of", "C2C"),
        *("Version 1, 16 Mar 10:30", "Each meeting lasts 20 minutes."),
    ):
        assert words in page


def test_free_times_and_breaks_stand_between_the_meetings(
    floor: Floor, prints: ScheduleOffice, paper: Path
) -> None:
    floor.meets("Ada", "Ben", "11:05", "7")
    floor.is_elsewhere("Ada", "11:55", "12:15")

    prints.run(ScheduleWish(delegates=(floor.who("Ada"),)), paper)

    (page,) = pages(paper)
    assert "Free until 11:00" in page
    assert "Free until 11:50" in page
    assert "Free until 12:40" in page
    assert "Free until 12:15" not in page


def test_the_code_names_the_version_of_the_sheet(
    floor: Floor, prints: ScheduleOffice, paper: Path
) -> None:
    floor.meets("Ada", "Ben", "11:05", "7")

    prints.run(ScheduleWish(delegates=(floor.who("Ada"),)), paper)

    (code,) = codes_in(paper)
    with floor.journal.reading() as session:
        read = read_code(code, signing_keys(session))
        row = session.query(Schedule).filter(Schedule.code_id == read.code_id).one()
    assert (read.kind, row.version, row.delegate_id) == (SCHEDULE, 1, floor.who("Ada"))


def test_each_day_has_a_page_of_its_own_with_the_code_of_the_sheet(
    floor: Floor, prints: ScheduleOffice, paper: Path
) -> None:
    floor.meets("Ada", "Ben", "11:05", "7")
    floor.meets("Ada", "Ben", "11:05", "8", day=17)

    prints.run(ScheduleWish(delegates=(floor.who("Ada"),)), paper)

    first, second = pages(paper)
    assert "Tuesday 16 March" in first
    assert "Page 1 of 2" in first
    assert "Wednesday 17 March" in second
    codes = list(codes_in(paper))
    assert len(codes) == 2
    assert len(set(codes)) == 1


def test_one_day_can_be_printed_alone(floor: Floor, prints: ScheduleOffice, paper: Path) -> None:
    floor.meets("Ada", "Ben", "11:05", "7")
    floor.meets("Ada", "Ben", "11:05", "8", day=17)

    prints.run(ScheduleWish(delegates=(floor.who("Ada"),), day=SECOND_DAY), paper)

    (page,) = pages(paper)
    assert "Wednesday 17 March" in page


def test_what_changed_since_the_sheet_before_is_said_and_said_again(
    floor: Floor, prints: ScheduleOffice, paper: Path
) -> None:
    meeting = floor.meets("Ada", "Ben", "11:05", "7")
    prints.run(ScheduleWish(delegates=(floor.who("Ada"),)), paper)
    assert "was" not in pages(paper)[0]
    floor.does(MeetingCancelled(meeting))
    floor.meets("Ada", "Cleo", "11:05", "7")
    floor.meets("Ada", "Dov", "12:20", "7")

    for _ in range(2):
        prints.run(ScheduleWish(delegates=(floor.who("Ada"),)), paper)

        (page,) = pages(paper)
        assert "Version 2" in page
        assert "New partner, was Ben Of" in page
        assert "Dov Of\nNew" in page


def test_who_has_no_meeting_any_more_reads_so(
    floor: Floor, prints: ScheduleOffice, paper: Path
) -> None:
    meeting = floor.meets("Ada", "Ben", "11:05", "7")
    prints.run(ScheduleWish(), paper)
    floor.does(MeetingCancelled(meeting))

    printed = prints.run(ScheduleWish(only=Only.CHANGED), paper)

    assert printed.items == 2
    assert all("No meetings yet." in page for page in pages(paper))


def test_a_day_without_meetings_says_so(floor: Floor, prints: ScheduleOffice, paper: Path) -> None:
    prints.run(ScheduleWish(delegates=(floor.who("Ada"),), day=FIRST_DAY), paper)

    assert "No meetings on Tuesday 16 March." in pages(paper)[0]


def test_all_are_those_with_meetings_by_family_name(
    floor: Floor, event: EventBuilder, prints: ScheduleOffice, paper: Path
) -> None:
    event.delegate("Zed", "Alone")
    floor.meets("Ben", "Ada", "11:05", "7")

    printed = prints.run(ScheduleWish(), paper)

    assert printed.items == 2
    assert ["Ada Of" in pages(paper)[0], "Ben Of" in pages(paper)[1]] == [True, True]


def test_only_new_and_only_changed_ones_can_be_printed(
    floor: Floor, prints: ScheduleOffice, paper: Path
) -> None:
    floor.meets("Ada", "Ben", "11:05", "7")
    prints.run(ScheduleWish(delegates=(floor.who("Ada"), floor.who("Ben"))), paper)
    assert prints.counts() == Counts(new=0, changed=0, every=2)

    floor.meets("Ada", "Cleo", "12:20", "7")

    assert prints.counts() == Counts(new=1, changed=1, every=3)
    changed = prints.draw(ScheduleWish(only=Only.CHANGED))
    new = prints.draw(ScheduleWish(only=Only.NEW))
    assert [each.delegate for each in changed.deeds] == [floor.who("Ada")]
    assert [each.delegate for each in new.deeds] == [floor.who("Cleo")]


def test_a_day_has_changed_if_the_sheet_of_all_days_leads_elsewhere_on_it(
    floor: Floor, prints: ScheduleOffice, paper: Path
) -> None:
    floor.meets("Ada", "Ben", "11:05", "7")
    prints.run(ScheduleWish(), paper)
    floor.meets("Ada", "Ben", "11:05", "7", day=17)

    assert prints.counts(FIRST_DAY).changed == 0
    assert prints.counts(SECOND_DAY).changed == 2


def test_a_long_day_shrinks_before_it_takes_a_second_page(
    floor: Floor, prints: ScheduleOffice, paper: Path, clock: MovableClock
) -> None:
    for number, starts in enumerate(floor.hall().slots[:6], start=1):
        floor.meets(
            "Ada", f"Guest{number}", f"{starts.starts_at.astimezone(floor.hall().zone):%H:%M}", "7"
        )

    prints.run(ScheduleWish(delegates=(floor.who("Ada"),)), paper)

    (page,) = pages(paper)
    assert all(f"Guest{number} Of" in page for number in range(1, 7))


def test_a_name_that_no_font_has_stands_there_as_a_badge_number(
    floor: Floor, prints: ScheduleOffice, paper: Path
) -> None:
    floor.meets("Ada", "ก", "11:05", "7")

    printed = prints.run(ScheduleWish(delegates=(floor.who("Ada"),)), paper)

    (lack,) = printed.unprintable
    assert (lack.characters, lack.field) == ("ก", "name")
    assert lack.badge_number in pages(paper)[0]


def test_nothing_is_printed_where_nobody_meets(
    floor: Floor, prints: ScheduleOffice, paper: Path
) -> None:
    floor.who("Ada")

    with pytest.raises(NoScheduleToPrint):
        prints.run(ScheduleWish(), paper)

    assert not paper.exists()


def test_who_is_not_accepted_gets_no_schedule(
    floor: Floor, prints: ScheduleOffice, paper: Path
) -> None:
    ada = floor.who("Ada", status="received")

    with pytest.raises(NotYetAccepted):
        prints.run(ScheduleWish(delegates=(ada,)), paper)


def test_the_event_itself_is_never_written_over(floor: Floor, prints: ScheduleOffice) -> None:
    floor.meets("Ada", "Ben", "11:05", "7")

    with pytest.raises(FileNotWritten):
        prints.run(ScheduleWish(), floor.journal.database.file)

    assert prints.counts().new == 2


def test_whoever_stops_gets_no_file_and_nothing_is_noted(
    floor: Floor, prints: ScheduleOffice, paper: Path
) -> None:
    floor.meets("Ada", "Ben", "11:05", "7")

    def stop(_progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        prints.run(ScheduleWish(), paper, stop)

    assert not paper.exists()
    assert prints.counts().new == 2


def test_a_preview_shows_the_first_and_makes_no_version(
    floor: Floor, prints: ScheduleOffice, tmp_path: Path
) -> None:
    floor.meets("Ada", "Ben", "11:05", "7")

    preview = prints.preview(ScheduleWish())

    shown = tmp_path / "preview.pdf"
    shown.write_bytes(preview.pdf)
    assert (preview.items, preview.pages) == (2, 1)
    assert "Ada Of" in pages(shown)[0]
    with floor.journal.reading() as session:
        assert session.query(Schedule).count() == 0


def test_a_preview_shows_the_schedule_of_any_of_them(
    floor: Floor, prints: ScheduleOffice, tmp_path: Path
) -> None:
    floor.meets("Ada", "Ben", "11:05", "7")

    preview = prints.preview(ScheduleWish(), at=1)

    shown = tmp_path / "preview.pdf"
    shown.write_bytes(preview.pdf)
    assert (preview.items, preview.parts, preview.at) == (2, 2, 1)
    assert "Ben Of" in pages(shown)[0]


def versions(floor: Floor) -> Iterator[tuple[UUID | None, int]]:
    with floor.journal.reading() as session:
        for row in session.query(Schedule).order_by(Schedule.version):
            yield row.delegate_id, row.version


def test_two_desks_that_print_at_once_make_one_version(
    floor: Floor, prints: ScheduleOffice
) -> None:
    floor.meets("Ada", "Ben", "11:05", "7")

    def other_desk(_progress: Progress) -> None:
        prints.draw(ScheduleWish(delegates=(floor.who("Ada"),)))

    prints.draw(ScheduleWish(), other_desk)

    assert sorted(versions(floor)) == sorted([(floor.who("Ada"), 1), (floor.who("Ben"), 1)])
