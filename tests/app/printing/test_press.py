"""Documents of any kind on their way to a PDF, and what is to be noted of them."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime

import pypdfium2
import pytest

from app.printing.a4 import PAGE
from app.printing.document import Document, Folio, Part
from app.printing.layout import Box, Style
from app.printing.paper import Paper
from app.printing.press import press
from app.printing.stock import Size
from app.progress import Cancelled, Progress

DRAWN_AT = datetime(2027, 3, 16, 10, 30, tzinfo=UTC)
A3 = Size(420, 297)


def body(paper: Paper, folio: Folio) -> None:
    paper.put(Box(20, 20, 100, 10), Style((6,)), f"Body {folio.number}{folio.words_if_several}")


def foots(document: Document) -> list[str]:
    """Give what the pages say in their last 2 cm."""
    with closing(pypdfium2.PdfDocument(press(document).pdf)) as pdf:
        return [page.get_textpage().get_text_bounded(top=57) for page in pdf]


@pytest.mark.parametrize("page", [PAGE, A3])
def test_the_foot_names_event_version_time_and_page(page: Size) -> None:
    parts = (Part([body, body], version=3), Part([body]))

    first, second, alone = foots(Document("Cluster days", page, 2, parts, drawn_at=DRAWN_AT))

    assert "Cluster days · Version 3, 16 Mar 10:30" in first
    assert ("Page 1 of 2" in first, "Page 2 of 2" in second) == (True, True)
    assert "Cluster days · Printed 16 Mar 10:30" in alone
    assert "Page 1 of 1" in alone


def test_the_number_stays_clear_of_the_longest_name_of_an_event() -> None:
    name = "International Matchmaking Days of the European Cluster Partnerships for Photonics " * 2

    with closing(
        pypdfium2.PdfDocument(press(Document(name, PAGE, 1, [Part([body])], drawn_at=DRAWN_AT)).pdf)
    ) as pdf:
        text = pdf[0].get_textpage()
        boxes = [text.get_rect(each) for each in range(text.count_rects())]
        right = max(right for _, _, right, _ in boxes) / 72 * 25.4
        number = text.get_text_bounded(left=(193 - 40) / 25.4 * 72, top=57).strip()

    assert right <= 193.1
    assert number == "Page 1 of 1"


def test_pages_that_say_it_themselves_have_no_foot() -> None:
    assert foots(Document("Cluster days", PAGE, 1, [Part([body])])) == [""]


def test_each_part_knows_what_is_noted_once_it_is_on_paper() -> None:
    parts = (Part([body, body], ("one",), version=2), Part([body], ("two", "three"), items=2))

    drawn = press(Document("Cluster days", PAGE, 3, parts))

    assert [(each.pages, each.deeds, each.version) for each in drawn.parts] == [
        (2, ("one",), 2),
        (1, ("two", "three"), 0),
    ]
    assert (drawn.pages, drawn.items, drawn.deeds) == (3, 3, ("one", "two", "three"))


def test_parts_are_made_only_as_far_as_the_work_goes() -> None:
    made: list[int] = []

    def part(number: int) -> Part:
        made.append(number)
        return Part([body])

    def stop(_progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        press(Document("Cluster days", PAGE, 500, (part(each) for each in range(500))), stop)

    assert len(made) < 50


def test_a_document_without_a_page_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="no page"):
        press(Document("Cluster days", PAGE, 0, ()))
