from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.printers.choices import (
    Fit,
    badges_for,
    chosen_papers,
    chosen_printers,
    fit_for,
    printer_for,
    with_fit,
    with_paper,
    with_printer,
)
from app.printing.wishes import Sort, Wish
from app.settings import load_settings, save_settings
from tests.building import DESK_1

NAMES = ("Office laser", "Zebra_ZD421")


def test_each_kind_of_papers_has_its_own_printer() -> None:
    settings = with_printer(DESK_1, "badges", NAMES[1])
    settings = with_printer(settings, "schedules", "HP")
    settings = with_printer(settings, "schedules", NAMES[0])

    assert chosen_printers(settings) == {"badges": NAMES[1], "schedules": NAMES[0]}
    assert printer_for(with_printer(settings, "badges", ""), "badges") == ""


def test_each_kind_of_papers_is_printed_on_its_own(tmp_path: Path) -> None:
    settings = DESK_1
    for kind, paper in (("matrix", "a4"), ("badges", "a6"), ("slips", "a6"), ("matrix", "a3")):
        settings = with_paper(settings, kind, paper)
    save_settings(settings, tmp_path / "settings.toml")

    read = load_settings(tmp_path / "settings.toml")

    assert chosen_papers(read) == {"badges": "a6", "slips": "a6", "matrix": "a3"}
    assert (read.stock, read.slip_paper) == ("a6", "a6")


def test_choices_outlive_the_program(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    fit = Fit(right=1.5, down=-0.25, turned=90, scale=0.98)
    settings = with_printer(DESK_1, "badges", NAMES[0])
    save_settings(with_fit(settings, NAMES[0], "a4-4up", fit), file)

    read = load_settings(file)

    assert printer_for(read, "badges") == NAMES[0]
    assert fit_for(read, NAMES[0], "a4-4up") == fit
    assert fit_for(read, NAMES[0], "a6") == fit_for(read, "HP", "a4-4up") == Fit()


def test_what_needs_nothing_is_not_written() -> None:
    settings = with_fit(DESK_1, NAMES[0], "", Fit(right=2))

    assert fit_for(settings, NAMES[0], "") == Fit(right=2)
    assert with_fit(settings, NAMES[0], "", Fit()).fits == ()


@given(st.lists(st.text(), max_size=3))
def test_what_makes_no_sense_in_the_settings_is_passed_over(entries: list[str]) -> None:
    nonsense = ("nan 0 0 1 - HP", "0 0 45 1 - HP", "0 0 0 0 - HP", "1 2", *entries)
    settings = with_fit(DESK_1, "Laser", "", Fit(turned=180))

    mixed = replace(settings, fits=(*nonsense, *settings.fits))

    assert fit_for(mixed, "Laser", "") == Fit(turned=180)
    assert fit_for(mixed, "HP", "") == Fit()


def test_badges_are_printed_as_the_desk_is_used_to() -> None:
    settings = replace(DESK_1, stock="a6", sort="delegation", cut_marks=False)

    assert badges_for(settings) == Wish("a6", sort=Sort.DELEGATION, cut_marks=False)
    assert badges_for(replace(settings, sort="by colour", cut_marks=True)) == Wish("a6")
