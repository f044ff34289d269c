from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from ui.common.records import Column, RecordModel, Role


@dataclass(frozen=True, slots=True)
class Guest:
    number: int
    name: str
    came: datetime


def guests(*names: str) -> list[Guest]:
    return [
        Guest(number, name, datetime(2027, 3, 16 + number % 2, 20 - number, tzinfo=UTC))
        for number, name in enumerate(names)
    ]


@pytest.fixture
def model(qapp: QApplication) -> RecordModel[Guest]:
    made: RecordModel[Guest] = RecordModel(
        (
            Column("Name", lambda guest: guest.name),
            Column("Came", lambda guest: f"{guest.came:%H:%M}", sort=lambda guest: guest.came),
        ),
        key=lambda guest: guest.number,
    )
    QAbstractItemModelTester(made, made)
    return made


def names(model: RecordModel[Guest]) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_cells_say_what_columns_say(model: RecordModel[Guest]) -> None:
    model.show(guests("Ada", "Ben"))

    assert names(model) == ["Ada", "Ben"]
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Came"
    assert model.index(1, 0).data(Role.RECORD) == guests("Ada", "Ben")[1]


def test_counts_stand_to_the_right_below_their_title(qapp: QApplication) -> None:
    model: RecordModel[Guest] = RecordModel(
        (
            Column("Name", lambda guest: guest.name),
            Column("Number", lambda guest: str(guest.number), counts=True),
        ),
        key=lambda guest: guest.number,
    )
    model.show(guests("Ada"))

    role = Qt.ItemDataRole.TextAlignmentRole
    heads = [model.headerData(at, Qt.Orientation.Horizontal, role) for at in range(2)]
    cells = [model.data(model.index(0, at), role) for at in range(2)]
    assert heads == cells
    assert cells[0] is None
    assert cells[1] & Qt.AlignmentFlag.AlignRight


def test_a_table_sorts_by_instant_and_not_by_clock_face(model: RecordModel[Guest]) -> None:
    model.show(guests("Ada", "Ben", "Cleo"))

    model.sort(1)

    assert names(model) == ["Cleo", "Ada", "Ben"]


def test_what_is_shown_next_is_sorted_too(model: RecordModel[Guest]) -> None:
    model.sort(0, Qt.SortOrder.DescendingOrder)

    model.show(guests("Ada", "Cleo", "Ben"))

    assert names(model) == ["Cleo", "Ben", "Ada"]


def test_a_chosen_row_stays_the_same_person(model: RecordModel[Guest]) -> None:
    model.show(guests("Cleo", "Ben", "Ada"))
    chosen = QPersistentModelIndex(model.index(0, 0))

    model.sort(0)

    assert chosen.data() == "Cleo"
    assert chosen.row() == 2


def test_only_what_changed_is_said_to_have_changed(model: RecordModel[Guest]) -> None:
    model.show(guests("Ada", "Ben"))
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))

    model.show(guests("Ada", "Bea"))

    assert changed == [1]


@given(st.lists(st.text(max_size=3), max_size=30))
def test_sorting_is_that_of_python(qapp: QApplication, words: list[str]) -> None:
    model: RecordModel[tuple[int, str]] = RecordModel(
        (Column("Word", lambda pair: pair[1]),), key=lambda pair: pair[0]
    )
    model.show(list(enumerate(words)))

    model.sort(0)

    assert [model.index(row, 0).data() for row in range(model.rowCount())] == sorted(words)
