"""Templates listed, kept, chosen and printed without a screen."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2

from tests.app.cli.conftest import Terminal


def exported(terminal: Terminal, tmp_path: Path, was: str, becomes: str) -> Path:
    """A copy of the A6 template with something else in it."""
    file = tmp_path / "ours.toml"
    terminal.runs_alone("templates", "--export", "a6", "-o", str(file))
    file.write_text(file.read_text(encoding="utf-8").replace(was, becomes), encoding="utf-8")
    return file


def test_templates_are_listed_with_their_size_and_the_stocks_that_they_are_for(
    terminal: Terminal,
) -> None:
    terminal.runs_alone("templates")

    assert "a6: 105 × 148 mm, on a4-4up, a6, herma-10809\n" in terminal.out
    assert "insert: 101.6 × 76.2 mm, on avery-5392\n" in terminal.out


def test_a_kept_template_is_what_badges_are_printed_from_and_their_content_is_the_same(
    terminal: Terminal, tmp_path: Path
) -> None:
    terminal.makes_event()
    terminal.imports("First name,Last name,E-mail", "Ada,Byron,a@x.org")
    terminal.asks("print", "badges", "--stock", "a6", "-o", str(tmp_path / "before.pdf"))
    file = exported(terminal, tmp_path, '"{country}"', '"Welcome, {given_name}"')
    terminal.runs_alone("templates", "--import", str(file))
    assert terminal.out == "Kept for this desk: ours: 105 × 148 mm\n"

    terminal.runs_alone("templates", "--use", "ours", "--stock", "a6")

    assert terminal.out == "Badges on a6 are printed from ours.\n"
    changed = ("print", "badges", "--stock", "a6", "--only", "changed")
    assert terminal.asks(*changed, "-o", str(tmp_path / "x.pdf"))["refused"] == "nothing_to_print"
    for stock, is_ours in (("a6", True), ("a4-4up", False)):
        badges = tmp_path / f"{stock}.pdf"
        terminal.asks("print", "badges", "--stock", stock, "-o", str(badges))
        text = pypdfium2.PdfDocument(badges)[0].get_textpage().get_text_range()
        assert ("Welcome, Ada" in text) == is_ours


def test_a_deleted_template_gives_its_stocks_back(terminal: Terminal, tmp_path: Path) -> None:
    file = exported(terminal, tmp_path, '"{country}"', '"Welcome"')
    terminal.runs_alone("templates", "--import", str(file))
    terminal.runs_alone("templates", "--use", "ours", "--stock", "a6")

    terminal.runs_alone("templates", "--delete", "ours")

    assert terminal.out == "“ours” is deleted. Badges on a6 are printed as usual again.\n"
    terminal.runs_alone("templates")
    assert "ours" not in terminal.out


def test_a_wrong_template_is_told_by_file_line_and_what_is_wrong(
    terminal: Terminal, tmp_path: Path
) -> None:
    file = exported(terminal, tmp_path, '"{country}"', '"{land}"')
    line = file.read_text(encoding="utf-8").splitlines().index('text = "{land}"') + 1

    terminal.runs_alone("templates", "--import", str(file))

    assert terminal.status == 1
    assert f"{file}, line {line}: “{{land}}” is no placeholder." in terminal.err

    terminal.runs_alone("templates", "--import", str(file), "--json")

    told = json.loads(terminal.out)
    assert (told["refused"], told["line"], told["said"]) == ("template_unusable", line, "{land}")


def test_a_template_that_is_larger_than_the_labels_is_not_taken_for_them(
    terminal: Terminal,
) -> None:
    terminal.runs_alone("templates", "--use", "a6", "--stock", "85x54", "--json")

    told = json.loads(terminal.out)
    assert told == {
        "refused": "template_too_large",
        "template": "a6",
        "size": [105, 148],
        "stock": "85x54",
        "label": [85, 54],
    }


def test_a_template_of_the_program_stays(terminal: Terminal) -> None:
    terminal.runs_alone("templates", "--delete", "a6")

    assert (terminal.status, terminal.err) == (
        1,
        "“a6” comes with the program and stays as it is. Work on a copy of it.\n",
    )
