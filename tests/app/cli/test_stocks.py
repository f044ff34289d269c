"""Stocks listed, kept and used without a screen."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2
import pytest

from app.printing.readback import codes_in
from tests.app.cli.conftest import Terminal


def test_stocks_are_listed_with_size_and_count(terminal: Terminal) -> None:
    terminal.runs_alone("stocks")

    assert "a4-4up: 4 of 105 × 148 mm on 210 × 297 mm\n" in terminal.out
    assert "62mm-roll: 62 × 100 mm\n" in terminal.out


def test_a_stock_is_written_changed_and_kept(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "narrow.toml"
    terminal.runs_alone("stocks", "--export", "a4-4up", "-o", str(file))
    file.write_text(file.read_text().replace("columns = 2", "columns = 1"))

    terminal.runs_alone("stocks", "--import", str(file), "--json")

    kept = json.loads(terminal.out)["stock"]
    assert (terminal.status, kept["name"], kept["labels"]) == (0, "narrow", 2)
    (tmp_path / "home" / "stocks" / "bad.toml").write_text("layout = 1")
    terminal.runs_alone("stocks")
    assert "narrow: 2 of 105 × 148 mm on 210 × 297 mm\n" in terminal.out
    assert "bad.toml, line 1: “layout” is not written as it should be." in terminal.out


@pytest.mark.parametrize(("label", "pages"), [(1, 1), (3, 1), (4, 2)])
def test_badges_begin_at_the_first_label_that_is_left(
    terminal: Terminal, tmp_path: Path, label: int, pages: int
) -> None:
    terminal.makes_event()
    terminal.imports("First name,Last name,E-mail", "Ada,Byron,a@x.org", "Ben,Cook,b@x.org")
    file = tmp_path / "badges.pdf"

    told = terminal.asks("print", "badges", "-o", str(file), "--from-label", str(label))

    assert (told["pages"], told["items"], len(set(codes_in(file)))) == (pages, 2, 2)
    first = pypdfium2.PdfDocument(file)[0].render().to_numpy()
    middle = [side // 2 for side in first.shape[:2]]
    quarters = [
        first[top : top + middle[0] - 5, left : left + middle[1] - 5]
        for top in (0, middle[0] + 5)
        for left in (0, middle[1] + 5)
    ]
    inked = [number for number, each in enumerate(quarters, start=1) if each.min() < 100]
    assert inked == [each for each in (label, label + 1) if each <= 4]


def test_a_test_page_is_printed_and_nothing_noted(terminal: Terminal, tmp_path: Path) -> None:
    terminal.makes_event()
    file = tmp_path / "test.pdf"

    terminal.run("print", "test-page", "--stock", "avery-5392", "-o", str(file))

    assert (terminal.status, terminal.out) == (0, f"1 test page on 1 page: {file}\n")
    assert len(pypdfium2.PdfDocument(file)) == 1


@pytest.mark.parametrize("label", [0, 5])
def test_a_label_that_no_sheet_has_is_refused(
    terminal: Terminal, tmp_path: Path, label: int
) -> None:
    terminal.makes_event()
    file = tmp_path / "badges.pdf"

    told = terminal.asks("print", "badges", "-o", str(file), "--from-label", str(label))

    assert terminal.status == 1
    assert told == {"refused": "no_such_label", "stock": "a4-4up", "label": label, "labels": 4}
    assert not file.exists()
