from __future__ import annotations

import random
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PySide6.QtPrintSupport import QPrinter

from app.printing.badges import BadgeFace, Occasion, badge_document
from app.printing.drawn import Drawn
from app.printing.press import press
from app.printing.readback import codes_in
from app.printing.refusals import PrinterRefused, PrintingStopped
from app.printing.stock import Stock, stocks
from app.progress import Cancelled, Progress, unheard
from tests.ui.printing.robot import OFFICE_LASER
from ui.common.look import Look
from ui.printing.printers import Printers, Way
from ui.printing.sheets import print_sheets

STOCKS = stocks()
each_stock = pytest.mark.parametrize("stock", STOCKS.values(), ids=STOCKS.keys())


def drawn(stock: Stock, count: int) -> tuple[Drawn, list[str]]:
    chance = random.Random(count)
    codes = ["BDGBC" + "".join(chance.choices("CBDEFGHIJKLNRTUV", k=40)) for _ in range(count)]
    faces = [
        BadgeFace(f"A-{n}", "Ελένη", "Balsevičė", "Attica", "Greece", "Delegate", "", "", code)
        for n, code in enumerate(codes)
    ]
    return press(badge_document(faces, Occasion("Cluster days", "Vilnius"), stock)), codes


def paper(file: Path, dots: int) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setResolution(dots)
    return printer


def corners(pdf: pypdfium2.PdfDocument) -> dict[str, tuple[float, float]]:
    """Give where codes stand on the first page, in millimetres."""
    found = zxingcpp.read_barcodes(pdf[0].render(scale=300 / 72).to_numpy())
    return {
        each.text: (each.position.top_left.x / 300 * 25.4, each.position.top_left.y / 300 * 25.4)
        for each in found
    }


@each_stock
@pytest.mark.parametrize("dots", [203, 300, 1200])
def test_every_code_is_read_back_from_what_came_out(
    dressed: Look, tmp_path: Path, stock: Stock, dots: int
) -> None:
    badges, codes = drawn(stock, stock.labels + 1)

    print_sheets(paper(tmp_path / "paper.pdf", dots), badges, stock, unheard)

    assert sorted(codes_in(tmp_path / "paper.pdf")) == sorted(codes)


@each_stock
def test_what_came_out_is_as_large_as_it_was_drawn(
    dressed: Look, tmp_path: Path, stock: Stock
) -> None:
    badges, _codes = drawn(stock, stock.labels)

    print_sheets(paper(tmp_path / "paper.pdf", 300), badges, stock, unheard)

    out = pypdfium2.PdfDocument(tmp_path / "paper.pdf")
    assert [side / 72 * 25.4 for side in out[0].get_size()] == pytest.approx(stock.page, abs=0.4)
    was, now = corners(pypdfium2.PdfDocument(badges.pdf)), corners(out)
    assert was.keys() == now.keys()
    for code, place in was.items():
        assert now[code] == pytest.approx(place, abs=0.4)


def test_progress_counts_badges_and_a_stop_tells_the_page(dressed: Look, tmp_path: Path) -> None:
    stock = STOCKS["a4-4up"]
    badges, _codes = drawn(stock, 10)
    heard: list[Progress] = []

    def stop_at_third(progress: Progress) -> None:
        heard.append(progress)
        if len(heard) == 3:
            raise Cancelled

    with pytest.raises(PrintingStopped) as stopped:
        print_sheets(paper(tmp_path / "paper.pdf", 150), badges, stock, stop_at_third)

    assert [each.done for each in heard] == [0, 4, 8]
    assert (stopped.value.pages, stopped.value.total) == (2, 3)


def test_a_printer_that_takes_no_second_page_refuses(dressed: Look) -> None:
    stock = STOCKS["a6"]

    with pytest.raises(PrinterRefused):
        print_sheets(paper(Path("/dev/full"), 300), drawn(stock, 3)[0], stock, unheard)


def test_a_stop_before_the_first_page_leaves_no_paper(dressed: Look, tmp_path: Path) -> None:
    stock = STOCKS["a6"]

    def stop(_progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        print_sheets(paper(tmp_path / "paper.pdf", 150), drawn(stock, 1)[0], stock, stop)

    assert not (tmp_path / "paper.pdf").exists()


def test_the_system_is_asked_for_printers(dressed: Look) -> None:
    printers = Printers()

    assert OFFICE_LASER not in printers.names()
    with pytest.raises(PrinterRefused):
        printers.named(OFFICE_LASER)


@pytest.mark.parametrize("written", ["", "{", "[]", "null", '{"printer": 1}', "7"])
def test_a_way_that_makes_no_sense_is_passed_over(written: str) -> None:
    assert Way.read(written) == Way()


def test_a_way_reads_back_as_it_was_written() -> None:
    way = Way("Lübeck 3 “Büro”", into_file=True)

    assert Way.read(way.written) == way
