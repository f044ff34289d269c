"""Rules of the house that no linter knows."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
MODULES = [file for part in ("app", "db", "ui") for file in (PROJECT / part).rglob("*.py")]


@pytest.mark.parametrize("module", MODULES, ids=lambda file: str(file.relative_to(PROJECT)))
def test_a_module_has_one_reason_to_change(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 300


def test_the_first_proposal_waits_for_nothing_that_only_solvers_need() -> None:
    assert {"scipy.linalg", "ortools"} & _loaded_by("app.planning.proposals") == set()


def test_the_first_page_waits_for_nothing_that_only_dialogs_and_papers_need() -> None:
    dialogs = {"ui.printing.dialog", "ui.printing.schedule_dialog", "ui.scanner.self_test"}
    others = {"ui.slips", "ui.desk.walk_in", "ui.shell.licences", "ui.common.on_screen"}
    beneath = {"app.cli.sentences", "app.cli.plan_words", "app.meetings.planning"}
    beneath |= {"app.printing.slips.office", "app.delegates.export", "rapidfuzz", "numpy"}

    assert (dialogs | others | beneath) & _loaded_by("ui.window") == set()


def _loaded_by(module: str) -> set[str]:
    script = f"import {module}, sys; print(' '.join(sys.modules))"
    return {
        *subprocess.run(
            [sys.executable, "-c", script], cwd=PROJECT, capture_output=True, text=True, check=True
        ).stdout.split()
    }


@pytest.mark.parametrize(
    "file", ["requirements.lock", "pyproject.toml", "desk.py", ".ci/run", "README.md"]
)
def test_no_address_of_a_package_index_is_written_down(file: str) -> None:
    said = (PROJECT / file).read_text(encoding="utf-8")

    assert re.search(r"--(extra-)?index-url|https?://[^ ]*/simple/", said) is None
