"""The event's logo on every paper: seen, off all texts, once in the file."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import uuid4

import numpy as np
import numpy.typing as npt
import pypdfium2
import pytest
from PIL import Image

from app.checkin.scanning import Scanning
from app.event.logo import Logos
from app.journal.journal import Journal
from app.printing import sheet_prints
from app.printing.office import PrintOffice
from app.printing.prints import Prints
from app.printing.schedules.office import ScheduleOffice
from app.printing.schedules.wishes import ScheduleWish
from app.printing.sheets import SheetWish
from app.printing.stock import stocks
from app.printing.wishes import Wish
from tests.app.meetings.asking import Floor
from tests.app.printing.sheets.reading import pages_of
from tests.building import EventBuilder

BLUE = (0, 82, 155)
_DPI = 100
_MM = 25.4 / _DPI

Picture = npt.NDArray[np.uint8]


def sheet(prints: Callable[[Journal], Prints[SheetWish]], **said: Any) -> Callable[..., Any]:
    return lambda journal: prints(journal).draw(SheetWish(**said))


PAPERS: dict[str, Callable[[Journal], Any]] = {
    "schedules": lambda journal: ScheduleOffice(journal).draw(ScheduleWish()),
    "matrix": sheet(sheet_prints.matrix_prints),
    "matrix on a3": sheet(sheet_prints.matrix_prints, paper="a3"),
    "organisations": sheet(sheet_prints.organisation_prints),
    "tents": sheet(sheet_prints.card_prints),
    "cards": sheet(sheet_prints.card_prints, paper="a5"),
    "meeting slips": sheet(sheet_prints.outcome_slip_prints),
    "desk list": sheet(sheet_prints.desk_list_prints),
    "agenda": sheet(sheet_prints.agenda_prints),
    "boxes": sheet(sheet_prints.box_prints),
    "booklet": sheet(sheet_prints.booklet_prints),
    "small booklet": sheet(sheet_prints.booklet_prints, paper="a5"),
    "certificates": sheet(sheet_prints.certificate_prints),
}


def set_logo(floor: Floor, file: Path, wide: int = 600) -> None:
    Image.new("RGB", (wide, 200), BLUE).save(file)
    Logos(floor.journal).set(file)


def first_page(pdf: bytes) -> Picture:
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        found: Picture = document[0].render(scale=_DPI / 72).to_numpy()[:, :, ::-1]
        return found


def blue_in(page: Picture) -> tuple[float, float, float, float]:
    """Give where the logo stands: left, top, right, bottom in millimetres."""
    rows, columns = np.nonzero((np.abs(page.astype(int) - BLUE) < 12).all(axis=2))
    edges = columns.min(), rows.min(), columns.max() + 1, rows.max() + 1
    return tuple(float(each) * _MM for each in edges)  # type: ignore[return-value]


def texts_touching(pdf: bytes, place: tuple[float, float, float, float]) -> list[str]:
    """Give the texts of the first page whose box shares something with a place."""
    left, top, right, bottom = place
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        page = document[0]
        text = page.get_textpage()
        mm = 25.4 / 72
        high = page.get_height() * mm
        found = []
        for at in range(text.count_rects()):
            box = text.get_rect(at)
            x, y, end, up = (mm * each for each in box)
            if x < right and left < end and high - up < bottom and top < high - y:
                found.append(text.get_text_bounded(*box))
        return found


@pytest.fixture
def full(floor: Floor, event: EventBuilder, tmp_path: Path) -> Floor:
    """An event with something for every paper."""
    for name in ("Ada", "Ben"):
        floor.who(name, organisation=f"The {name} Cluster of Clean Technologies", sectors=["Bio"])
    floor.meets("Ada", "Ben", "10:15", "4")
    ids = event.delegates(*((f"Given {n}", f"Family {n}") for n in range(12)))
    Scanning(floor.journal).check_in(ids[0], deed_id=uuid4())
    PrintOffice(floor.journal).run(Wish(), tmp_path / "badges.pdf")
    return floor


@pytest.mark.parametrize("paper", PAPERS)
def test_every_paper_has_the_logo_and_nothing_stands_on_it(
    full: Floor, tmp_path: Path, paper: str
) -> None:
    before = PAPERS[paper](full.journal)
    set_logo(full, tmp_path / "logo.png")

    drawn = PAPERS[paper](full.journal)

    left, top, right, bottom = blue_in(first_page(drawn.pdf))
    high, wide = (side * _MM for side in first_page(drawn.pdf).shape[:2])
    assert min(left, top, wide - right, high - bottom) >= 3
    assert bottom - top >= 5
    if paper not in {"tents", "meeting slips", "boxes"}:
        assert (right - left) / (bottom - top) == pytest.approx(3, abs=0.25)
        assert texts_touching(drawn.pdf, (left, top, right, bottom)) == []
    assert drawn.pages == before.pages
    assert pages_of(drawn.pdf)[0].split() != []
    assert len(drawn.pdf) - len(before.pdf) < 5_000


@pytest.mark.parametrize("stock", stocks().values(), ids=stocks().keys())
@pytest.mark.parametrize("wide", [200, 900], ids=["square", "long"])
def test_every_badge_has_the_logo_beside_its_texts_and_code(
    full: Floor, tmp_path: Path, stock: Any, wide: int
) -> None:
    set_logo(full, tmp_path / "logo.png", wide)

    drawn = PrintOffice(full.journal).draw(Wish(stock.name))

    page = first_page(drawn.pdf)
    if stock.mono:
        assert (page == page[:, :, :1]).all()
        return
    high, across = (round(side / _MM) for side in (stock.label.height, stock.label.width))
    x, y = (round(each / _MM) for each in stock.corner)
    place = blue_in(page[y : y + high, x : x + across])
    left, top, right, bottom = (edge + stock.corner[at % 2] for at, edge in enumerate(place))
    assert (right - left) / (bottom - top) == pytest.approx(wide / 200, rel=0.1)
    assert bottom - top >= 4
    hair = 0.3
    inner = (left + hair, top + hair, right - hair, bottom - hair)
    assert texts_touching(drawn.pdf, inner) == []


def test_the_roll_shows_the_logo_in_black(full: Floor, tmp_path: Path) -> None:
    without = PrintOffice(full.journal).draw(Wish("62mm-roll"))
    set_logo(full, tmp_path / "logo.png", 220)

    drawn = PrintOffice(full.journal).draw(Wish("62mm-roll"))

    page = first_page(drawn.pdf)
    more = page < first_page(without.pdf)
    assert more[:, :, 0].sum() > 300
    assert np.median(page[more]) == 0
