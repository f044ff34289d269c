from dataclasses import replace
from pathlib import Path

import pytest

from app.places import stocks_folder, templates_folder
from app.printing.described import Fault
from app.printing.designs import choose_design, delete_template, design_of
from app.printing.layout import Symbol
from app.printing.own_stocks import export_stock, import_stock, offered_stocks
from app.printing.stock import stocks
from app.printing.templates.own import (
    export_template,
    import_template,
    keep_template,
    offered_templates,
)
from app.printing.templates.reading import TemplateUnusable, templates
from app.printing.templates.refusals import TemplateInUse, TemplateTooLarge, UnknownTemplate
from app.settings import settings_file

A6 = templates()["a6"]
SHEET = stocks()["a4-4up"]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATCHDESK_HOME", str(tmp_path / "home"))


def test_a_stock_has_the_template_it_names_until_another_is_chosen() -> None:
    assert design_of(SHEET) == A6
    assert not settings_file().exists()
    ours = keep_template(A6, "ours")

    choose_design(SHEET, "ours")

    assert design_of(SHEET) == ours
    choose_design(SHEET, "a6")
    assert design_of(SHEET) == A6


def test_a_kept_template_is_read_back_as_it_was_and_goes_to_another_desk(tmp_path: Path) -> None:
    ours = keep_template(replace(A6, hole=None), "ours")
    export_template("ours", tmp_path / "theirs.toml")

    theirs = import_template(tmp_path / "theirs.toml")

    assert replace(theirs, name="ours") == ours
    assert list(offered_templates().known) == [*templates(), "ours", "theirs"]


@pytest.mark.parametrize(
    ("name", "fault"),
    [("a6", Fault.NAME_TAKEN), ("my own", Fault.BAD_NAME), ("", Fault.NAME_TAKEN)],
)
def test_a_template_needs_a_name_of_its_own(name: str, fault: Fault) -> None:
    with pytest.raises(TemplateUnusable) as refusal:
        keep_template(A6, name)

    assert refusal.value.fault is fault
    assert not templates_folder().exists()


def test_a_template_that_no_scanner_reads_is_not_kept() -> None:
    with pytest.raises(TemplateUnusable) as refusal:
        keep_template(replace(A6, symbol=Symbol(9, 91.6, dots=3)), "ours")

    assert (refusal.value.key, refusal.value.fault) == ("code.dots", Fault.TOO_SMALL)


def test_a_choice_that_no_longer_holds_is_refused_and_not_passed_over() -> None:
    ours = keep_template(A6, "ours")
    choose_design(SHEET, "ours")
    keep_template(replace(ours, width=106))

    with pytest.raises(TemplateTooLarge):
        design_of(SHEET)

    (templates_folder() / "ours.toml").unlink()
    with pytest.raises(UnknownTemplate):
        design_of(SHEET)


def test_a_stock_may_be_described_with_a_template_of_this_desk(tmp_path: Path) -> None:
    ours = keep_template(A6, "ours")
    file = tmp_path / "narrow.toml"
    export_stock("a4-4up", file)
    file.write_text(file.read_text().replace('"a6"', '"ours"'))

    narrow = import_stock(file)

    assert design_of(narrow) == ours
    with pytest.raises(TemplateInUse) as refusal:
        delete_template("ours")
    assert refusal.value.stocks == ("narrow",)
    (stocks_folder() / "narrow.toml").unlink()
    assert delete_template("ours") == ()
    assert "narrow" not in offered_stocks().known
