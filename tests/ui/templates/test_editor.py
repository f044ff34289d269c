"""A template is made with mouse and keys, and badges come out as it says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.desks import OpenEvent
from app.places import templates_folder
from app.printing.described import Place
from app.printing.designs import design_of
from app.printing.fitting import compose
from app.printing.fonts import width
from app.printing.layout import Align, Tone
from app.printing.office import PrintOffice
from app.printing.readback import codes_in
from app.printing.stock import stocks
from app.printing.templates.own import offered_templates
from app.printing.templates.reading import read_template, templates
from app.printing.templates.template import Template
from app.printing.wishes import Wish
from tests.building import EventBuilder
from tests.ui.templates.conftest import Opens
from tests.ui.templates.robot import CONTROL, SHIFT, TemplateRobot, WatchedOffice
from ui.common.check import CheckBox
from ui.templates.snapping import Axis, Guide

NAMES: Place = ("blocks", 1)
CODE: Place = ("code",)
NO_KEY = Qt.KeyboardModifier.NoModifier
MM = 25.4 / 72


def printed(open_event: OpenEvent, file: Path, stock: str = "a6") -> list[tuple[str, float, float]]:
    """Print all badges; give what stands on the first: where each line begins, its baseline."""
    PrintOffice(open_event.journal).run(Wish(stock), file)
    page = PdfReader(file).pages[0]
    found: list[tuple[str, float, float]] = []

    def visit(text: str, _cm: Any, tm: Any, *_font: Any) -> None:
        if text.strip():
            found.append((text.strip(), tm[4] * MM, float(page.mediabox.height) * MM - tm[5] * MM))

    page.extract_text(visitor_text=visit)
    return found


def kept(name: str) -> Template:
    return offered_templates().named(name)


def test_a_dragged_name_comes_out_where_it_was_put_and_the_code_is_read(
    editor: TemplateRobot, open_event: OpenEvent, tmp_path: Path
) -> None:
    QAbstractItemModelTester(editor.editor.parts_list.records, editor.editor)
    before = editor.box(NAMES)
    editor.drags(NAMES, 7, -4)
    editor.saves_as("ours")
    editor.presses("A6 single badge")
    editor.reads("Badges on A6 single badge are printed from “ours”.")

    file = tmp_path / "badges.pdf"
    lines = printed(open_event, file)

    template = kept("ours")
    box = template.blocks[1].box
    assert (box.x - before.x, box.y - before.y) == pytest.approx((7, -4), abs=0.3)
    said = dict.fromkeys(template.blocks[1].styles, "") | {
        "{given_name}": "Ove",
        "{family_name}": "Berg",
    }
    for line in compose(template.blocks[1], said, width):
        (there,) = (each for each in lines if each[0] == line.text)
        assert there[1:] == pytest.approx((line.x, line.baseline), abs=0.5)
    assert lines[0][0]
    assert len(set(codes_in(file))) == 2


def test_keys_alone_make_a_template(editor: TemplateRobot) -> None:
    box = editor.box(("blocks", 0))

    editor.strikes(Qt.Key.Key_Right, NO_KEY, 3)
    editor.strikes(Qt.Key.Key_Up, SHIFT)
    editor.strikes(Qt.Key.Key_Left, CONTROL, 2)
    editor.strikes(Qt.Key.Key_PageDown, NO_KEY)

    after = editor.box(("blocks", 0))
    assert (after.x, after.y) == pytest.approx((box.x + 1.5, box.y - 5))
    assert after.width == pytest.approx(box.width - 1)
    assert editor.editor.work.part == NAMES
    editor.strikes(Qt.Key.Key_Down, NO_KEY)
    assert editor.box(NAMES).y == pytest.approx(24.5)


def test_undo_and_redo_go_step_by_step(editor: TemplateRobot) -> None:
    states = [editor.template]
    editor.drags(NAMES, 5, 0)
    states.append(editor.template)
    editor.works_on("Given name")
    editor.presses("Bold")
    states.append(editor.template)
    editor.presses("Texts centred in their box")
    states.append(editor.template)

    for state in reversed(states[:-1]):
        editor.presses_keys(Qt.Key.Key_Z, CONTROL)
        assert editor.template == state
    editor.may_not_press("Undo (Ctrl+Z)")
    for state in states[1:]:
        editor.presses_keys(Qt.Key.Key_Z, CONTROL | SHIFT)
        assert editor.template == state
    assert states[-1].blocks[1].align is Align.CENTRE


def test_a_part_over_the_code_keeps_the_template_from_being_saved_and_says_why(
    editor: TemplateRobot,
) -> None:
    editor.drags(NAMES, 0, 20)

    editor.reads("Given name and 3 more lies over the code or its white edge, which scanners need.")
    editor.may_not_press("Save as…")
    editor.presses_keys(Qt.Key.Key_Z, CONTROL)
    editor.may_press("Save as…")


def test_the_code_is_made_larger_at_its_corner_by_whole_dots(editor: TemplateRobot) -> None:
    editor.works_on("Code")
    before = editor.template.symbol.dots

    editor.drags_corner(CODE, -10, -10)

    assert editor.template.symbol.dots == before - 4
    editor.reads("0.76 mm a square, 22.1 mm across.", "The code stays")
    editor.may_not_press("Remove")


def test_a_text_says_fixed_words_and_fields_and_nothing_else(
    editor: TemplateRobot, open_event: OpenEvent, tmp_path: Path
) -> None:
    editor.works_on("Country")
    editor.types("Text", "Guest of {host}")
    editor.reads("“{host}” is no field.")
    assert "{country}" in editor.template.blocks[1].styles

    editor.types("Text", "Guest of {delegation}")

    editor.works_on("“Guest of {delegation}”")
    editor.types("Sizes of the type", "8 6")
    editor.picks("Tone", "Colour of the badge type")
    editor.saves_as("guests")
    style = kept("guests").blocks[1].styles["Guest of {delegation}"]
    assert (style.sizes, style.tone) == ((8, 6), Tone.TYPE)
    editor.presses("A6 single badge")
    editor.reads("are printed from “guests”")
    assert "Guest of Nordic" in {line[0] for line in printed(open_event, tmp_path / "b.pdf")}


def test_a_badge_type_gets_a_band_of_its_own_and_leaves_a_field_out(
    editor: TemplateRobot, open_event: OpenEvent, tmp_path: Path
) -> None:
    editor.picks("Badge type", "Speaker")
    editor.types("Colour of the band", "crimson")
    editor.reads("“crimson” is no colour.")
    editor.types("Colour of the band", "#A1003C")
    editor.presses("Hide Given name")
    editor.saves_as("types")
    editor.presses("A6 single badge")
    editor.reads("are printed from “types”")

    file = tmp_path / "badges.pdf"
    lines = {line[0] for line in printed(open_event, file)}

    speaker, other = (page.render().to_numpy()[-20, 10] for page in pypdfium2.PdfDocument(file))
    assert tuple(speaker[::-1]) == (0xA1, 0x00, 0x3C)
    assert tuple(other) == (255, 255, 255)
    assert "Berg" in lines
    assert "Ove" not in lines


@pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard|propagateSizeHints)"
)
def test_parts_are_added_and_taken_away(editor: TemplateRobot) -> None:
    editor.works_on("Hole")
    editor.presses("Remove")
    assert not editor.has_part(("hole",))

    editor.adds("Hole")
    editor.adds("Text")
    editor.types("Text", "Welcome")
    editor.works_on("“Welcome”")

    assert editor.has_part(("hole",))
    assert list(editor.template.blocks[-1].styles) == ["Welcome"]
    editor.works_on("Event")
    editor.presses("Text further down")
    assert list(editor.template.blocks[0].styles) == ["{place_and_days}", "{event}"]


def test_a_part_is_aligned_to_another(editor: TemplateRobot) -> None:
    editor.works_on("Hole")
    editor.picks("Align to", "Given name and 3 more")

    editor.presses("Align left edges")

    assert editor.box(("hole",)).x == editor.box(NAMES).x


def test_the_badge_is_drawn_off_the_window_s_thread(editor: TemplateRobot) -> None:
    editor.drags(NAMES, 3, 3)
    editor.has_drawn()

    assert WatchedOffice.drew_on
    assert all(name.startswith("reads") for name in WatchedOffice.drew_on)


def test_a_badge_that_outgrows_its_paper_is_said_to_and_printed_as_usual_again(
    editor: TemplateRobot,
) -> None:
    editor.saves_as("ours")
    editor.presses("A6 single badge")
    editor.reads("are printed from “ours”")

    editor.editor.size_panel.wide.setValue(120)
    editor.presses("Save")

    editor.reads(
        "“ours” is saved. It is too large for A6 single badge now, printed as usual again."
    )
    assert kept("ours").width == 120
    assert design_of(stocks()["a6"]) == templates()["a6"]


def test_stocks_are_offered_that_the_template_about_fills(opens: Opens) -> None:
    editor = opens("avery-5395")

    editor.reads("Printed on")
    offered = {box.text() for box in editor.editor.used_on.findChildren(CheckBox)}
    assert offered == {
        "Card 85 × 54 mm",
        "A4, ten cards 85 × 54 mm",
        "Avery 32015, eight cards on A4",
        "Avery 5395, eight on Letter",
        "Labels 90 × 55 mm, ten on A4",
    }


def test_without_delegates_somebody_made_up_is_shown(opens: Opens) -> None:
    editor = opens("85x54")

    assert editor.template == templates()["card-85"]
    assert "Papadopoulou" in editor.editor.shown.who.currentText()


def test_the_longest_name_is_shown_first(editor: TemplateRobot) -> None:
    assert editor.editor.shown.who.currentText() == "Rasa Petrauskaitė · Delegate"


def test_a_template_goes_to_a_file_and_comes_from_one(
    editor: TemplateRobot, tmp_path: Path
) -> None:
    file = tmp_path / "theirs.toml"
    editor.presses("Export…")
    editor.answers_with_file(file)
    editor.reads("“a6” is written to theirs.toml.")
    assert read_template(file).blocks == templates()["a6"].blocks

    editor.presses("Import…")
    editor.answers_with_file(file)

    editor.reads("“theirs” is kept for this desk.")
    assert editor.template.name == "theirs"


def test_a_wrong_file_is_refused_with_its_line(editor: TemplateRobot, tmp_path: Path) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text("size = [105, 148]\n[code]\nat = [9, 9]\ndots = 2\n", encoding="utf-8")

    editor.presses("Import…")
    editor.answers_with_file(file)

    editor.reads("wrong.toml, line 4: “code.dots” is too small.")
    assert not templates_folder().exists()


def test_an_own_template_is_deleted_once_that_was_asked(editor: TemplateRobot) -> None:
    editor.may_not_press("Delete…")
    editor.saves_as("ours")

    editor.presses("Delete…")
    editor.reads("“ours” is deleted from this desk for good.")
    editor.presses("Delete for good")

    editor.reads("“ours” is deleted.")
    assert "ours" not in offered_templates().known


def test_a_taken_name_is_greyed_with_a_sentence(editor: TemplateRobot, event: EventBuilder) -> None:
    editor.presses("Save as…")

    for name, why in (
        ("a6", "There is a template “a6” already."),
        ("our own", "without a space"),
    ):
        editor.fills("Name of the template", name)
        editor.reads(why)
        editor.may_not_press("Save under this name")


def test_what_is_dragged_near_an_edge_or_a_middle_keeps_to_it_and_shows_the_line(
    editor: TemplateRobot,
) -> None:
    paper, band = editor.template.paper, editor.template.band
    assert band is not None
    box = editor.box(CODE)
    middle = (paper.width - box.width) / 2

    guides = editor.drags_near(CODE, middle - box.x + 0.7, band.y - box.bottom - 0.6)

    now = editor.box(CODE)
    assert now.x + now.width / 2 == pytest.approx(paper.width / 2, abs=0.05)
    assert now.bottom == pytest.approx(band.y, abs=0.05)
    assert Guide(Axis.ACROSS, paper.width / 2) in guides
    assert Guide(Axis.DOWN, band.y) in guides
    assert editor.editor.canvas.guides == (), "the lines go when it is let go"


def test_a_side_that_is_dragged_keeps_to_the_edge_of_another_part(editor: TemplateRobot) -> None:
    names, other = editor.box(NAMES), editor.box(("blocks", 0))

    editor.editor.work.choose(NAMES)
    editor.drags_corner(NAMES, other.right - 8.4 - names.right, -5)
    assert editor.box(NAMES).right == pytest.approx(other.right - 8.4, abs=0.3)

    guides = editor.drags_corner_near(NAMES, 7.8, 5)

    assert editor.box(NAMES).right == other.right
    assert Guide(Axis.ACROSS, other.right) in guides
    assert (editor.box(NAMES).x, editor.box(NAMES).y) == (names.x, names.y)


def test_what_was_typed_wrongly_stays_where_it_was_typed(editor: TemplateRobot) -> None:
    editor.works_on("Given name")
    editor.types("Text", "{nickname}")
    editor.reads("“{nickname}” is no field.")

    editor.works_on("Code")
    editor.reads_not("is no field")
    editor.works_on("Family name")
    says = editor.editor.text.says
    assert says.text() == "{family_name}"
    editor.works_on("Given name")

    assert says.text() == "{nickname}"
    editor.reads("“{nickname}” is no field.")
    editor.presses("Bold")
    assert says.text() == "{nickname}", "what else is changed leaves it alone"
    editor.types("Text", "{given_name}")
    editor.reads_not("is no field")


def test_what_was_typed_wrongly_is_asked_about_before_it_is_lost(editor: TemplateRobot) -> None:
    editor.works_on("Given name")
    editor.types("Text", "{nickname}")
    editor.works_on("Code")

    editor.closes()

    editor.reads("are not saved")
    assert editor.closed == []
