from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest

import app
from app.checkin.scanning import NotAdmitted
from app.cli.reasons import FILES, PROBLEMS, SCANS
from app.cli.sentences import SENTENCES, problem_text
from app.delegates.reading import orders, rows
from app.delegates.reading.limits import Reason
from app.delegates.registration import RowProblem
from app.errors import DeskError
from app.meetings.planning import PlanContradicts


def refusals() -> Iterator[type[DeskError]]:
    for module in pkgutil.walk_packages(app.__path__, "app."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    left = [DeskError]
    while left:
        for kind in left.pop().__subclasses__():
            yield kind
            left.append(kind)


def test_every_refusal_has_a_sentence() -> None:
    without = set(refusals()) - set(SENTENCES) - {NotAdmitted, PlanContradicts}

    assert without == set()


def test_no_two_refusals_share_a_code() -> None:
    kinds = [kind for kind in refusals() if kind is not NotAdmitted]
    codes = {kind.code.fget(kind.__new__(kind)) for kind in kinds}  # type: ignore[attr-defined] # a property

    assert len(codes) == len(kinds)


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_to_refuse_a_file_has_a_sentence(reason: Reason) -> None:
    said = FILES[reason].format(file="people.csv", limit="20,000", line=7)

    assert "{" not in said


def test_every_reason_not_to_let_somebody_in_has_a_sentence() -> None:
    documented = set(str(NotAdmitted.__doc__).replace("`", " ").replace(",", " ").split())

    assert set(SCANS) <= documented


def test_every_problem_of_a_row_says_what_to_do() -> None:
    codes = {"no_name", "shared_email", "too_many_cells", *rows._CODES.values()}

    assert codes <= set(PROBLEMS)
    assert orders.settle is not None


def test_a_problem_names_line_column_and_cell() -> None:
    said = problem_text(RowProblem(7, "Land", "unknown_country", "Narnia"))

    assert said.startswith("line 7, column “Land”: ")
    assert said.endswith("It says “Narnia”.")
