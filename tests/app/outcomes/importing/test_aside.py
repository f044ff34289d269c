"""Forms are imported beside the window as they are in it, and by its clock."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.aside import Aside
from app.delegates.importing.imports import ImportOrder
from app.outcomes.importing.aside import OutcomeImportsAside
from app.outcomes.importing.entries import NoOutcomesFound
from app.outcomes.outcome import Side
from tests.app.meetings.lists import codes, write_lines
from tests.app.outcomes.importing.conftest import Evening
from tests.building import DESK_1


@pytest.fixture
def imports(evening: Evening) -> OutcomeImportsAside:
    journal = evening.day.journal
    return OutcomeImportsAside(Aside(journal, DESK_1), journal)


def test_forms_are_rehearsed_and_imported_beside(
    imports: OutcomeImportsAside, evening: Evening, tmp_path: Path
) -> None:
    file = write_lines(tmp_path / "forms.csv", "Number,Interest", "M-A1,4", "M-A2,3")
    evening.day.is_now("10:20")

    early = imports.rehearse(file, ImportOrder())
    evening.day.is_now("18:00")
    imported = imports.run(file, ImportOrder())

    assert (early.created, codes(early)) == (1, [(3, "not_begun")])
    assert (imported.created, imported.unit is not None) == (2, True)
    assert evening.said("M-A2")[Side.TOGETHER].interest == 3


def test_a_refusal_comes_back(imports: OutcomeImportsAside, tmp_path: Path) -> None:
    file = write_lines(tmp_path / "forms.csv", "Name,City", "Ada,Vilnius")

    with pytest.raises(NoOutcomesFound):
        imports.rehearse(file, ImportOrder())
