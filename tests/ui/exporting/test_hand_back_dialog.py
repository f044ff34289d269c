"""The dialog that hands check-ins back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.outcomes.export.handing_back import HandingBack
from tests.app.outcomes.export.tables import csv_rows
from tests.ui.exporting.conftest import AtDialogs, WritingRobot
from ui.exporting.hand_back import HandBackDialog


@pytest.fixture
def desk(dialogs: AtDialogs) -> WritingRobot:
    return dialogs.shows(HandBackDialog(HandingBack(dialogs.event.journal), dialogs.tools))


def test_attendance_is_saved_where_it_is_wished(desk: WritingRobot, tmp_path: Path) -> None:
    desk.reads("Everybody on the list for each day: whether they came, and when.")
    desk.presses("Save…")
    desk.chooses_file(tmp_path / "came.csv")

    assert "1 file is in" in desk.is_done()
    assert len(csv_rows(tmp_path / "came.csv")) == 16
    desk.presses("Show folder")
    assert desk.folders == [tmp_path]


def test_for_pretix_it_names_the_list_and_says_what_stands_apart(
    desk: WritingRobot, tmp_path: Path
) -> None:
    desk.presses("For pretix")
    desk.fills("Check-in list, its number in pretix", "17")
    desk.presses_enter()
    desk.chooses_file(tmp_path / "back.jsonl")

    assert "7 check-ins stand apart in “back-apart.csv”" in desk.is_done()
    dialog = desk.dialog
    assert isinstance(dialog, HandBackDialog)
    assert dialog.order.lists == (17,)
    lines = (tmp_path / "back.jsonl").read_text().splitlines()
    assert [json.loads(line) for line in lines] == []


def test_a_name_that_says_no_kind_of_file_is_refused(desk: WritingRobot, tmp_path: Path) -> None:
    desk.presses("Save…")
    desk.chooses_file(tmp_path / "came.pdf")

    assert "Choose a name that ends in .csv or .xlsx." in desk.is_refused()


def test_only_a_number_is_taken_for_a_list(desk: WritingRobot) -> None:
    desk.presses("For pretix")
    desk.fills("Check-in list, its number in pretix", "a list")

    dialog = desk.dialog
    assert isinstance(dialog, HandBackDialog)
    assert dialog.order.lists == ()
