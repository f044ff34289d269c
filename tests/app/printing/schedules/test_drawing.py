"""Pages of schedules: where they break, and that nothing leaves them."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest

from app.printing.a4 import PAGE
from app.printing.badges import Occasion
from app.printing.document import Document, Part
from app.printing.drawn import Drawn
from app.printing.press import press
from app.printing.readback import codes_in
from app.printing.schedules.drawing import ScheduleDrawing
from app.printing.schedules.faces import DayFace, LineFace, PauseFace, ScheduleFace
from app.progress import Progress, Report, unheard

OCCASION = Occasion("Cluster days", "Vilnius, 16–17 March")
CODE = "BDGBFNCILCBDEFGHIJKLNVBRRFJEHTGJNENRRHDBFGURL"
LONG = "Verband der Metropolregion für Photonik, Lebensmitteltechnik und Maritime Wirtschaft"


def day(meetings: int, *, pauses: int = 0, organisation: str = "Engines") -> DayFace:
    lines = [
        LineFace("10:15", str(n), organisation, f"Guest {n}", "C2C", "Moved, was table 9")
        for n in range(1, meetings + 1)
    ]
    free = [PauseFace("12:40", "Free until 13:00")] * pauses
    return DayFace("Tuesday 16 March", (*lines, *free), "Each meeting lasts 20 minutes.")


def face(*days: DayFace, name: str = "Ada Byron", organisation: str = "Engines") -> ScheduleFace:
    edition, empty = "Version 1, 16 Mar 10:30", "No meetings yet."
    return ScheduleFace("A-1", name, organisation, "#0072B2", edition, CODE, days, empty)


def drawn(*faces: ScheduleFace, report: Report = unheard) -> Drawn:
    drawing = ScheduleDrawing(OCCASION)
    parts = [Part(drawing.pages(each)) for each in faces]
    return press(Document(OCCASION.event, PAGE, len(faces), parts), report)


def pages(*faces: ScheduleFace) -> list[str]:
    """Give what each page says."""
    papers = drawn(*faces)
    with closing(pypdfium2.PdfDocument(papers.pdf)) as document:
        said = [page.get_textpage().get_text_range() for page in document]
    assert len(said) == papers.pages
    return said


def test_twelve_meetings_fit_on_a_page() -> None:
    (page,) = pages(face(day(12)))

    assert all(f"Guest {n}" in page for n in range(1, 13))
    assert "Page" not in page


def test_more_go_on_on_a_second_page_that_says_whose_it_is() -> None:
    first, second = pages(face(day(20, pauses=3)))

    assert all((f"Guest {n}" in first) != (f"Guest {n}" in second) for n in range(10, 21))
    assert "Ada Byron" in second
    assert ("Page 1 of 2" in first, "Page 2 of 2" in second) == (True, True)


def test_long_names_stay_on_the_page(tmp_path: Path) -> None:
    file = tmp_path / "long.pdf"
    name = "Maximilian Alexander Freiherr von Hohenstein-Rautenberg-Kallenbach"
    whose = face(day(12, organisation=LONG), name=name, organisation=LONG)
    file.write_bytes(drawn(whose).pdf)

    with closing(pypdfium2.PdfDocument(file)) as document:
        text = document[0].get_textpage()
        boxes = [text.get_rect(n) for n in range(text.count_rects())]
    margin, width = 19.9 / 25.4 * 72, PAGE.width / 25.4 * 72
    assert all(margin <= left and right <= width - margin / 2 for left, _, right, _ in boxes)
    assert list(codes_in(file)) == [CODE]


def test_the_same_schedules_give_the_same_bytes() -> None:
    assert drawn(face(day(3))).pdf == drawn(face(day(3))).pdf


def test_progress_counts_schedules() -> None:
    heard: list[Progress] = []

    drawn(*[face(day(1))] * 45, report=heard.append)

    assert [(each.done, each.total) for each in heard] == [(20, 45), (40, 45), (45, 45)]


def test_no_schedule_is_no_document() -> None:
    with pytest.raises(ValueError, match="no page"):
        drawn()
