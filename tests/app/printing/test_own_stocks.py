from pathlib import Path

import pytest

from app.files import FileNotWritten
from app.places import stocks_folder
from app.printing.described import Fault
from app.printing.own_stocks import export_stock, import_stock, offered_stocks
from app.printing.refusals import UnknownStock
from app.printing.stock import StockUnusable, stocks


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATCHDESK_HOME", str(tmp_path / "home"))


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A described stock: A4 cut into four, as the program has it, under a name of its own."""
    file = tmp_path / "mine.toml"
    export_stock("a4-4up", file)
    return file


def test_without_own_stocks_those_of_the_program_are_offered() -> None:
    offered = offered_stocks()

    assert (offered.known, offered.unusable) == (stocks(), {})


def test_a_kept_stock_is_offered_beside_those_of_the_program(mine: Path) -> None:
    kept = import_stock(mine)

    offered = offered_stocks().known
    assert list(offered) == [*stocks(), "mine"]
    assert offered["mine"] == kept
    assert kept.labels == 4


def test_a_kept_stock_can_be_corrected(mine: Path, tmp_path: Path) -> None:
    import_stock(mine)
    mine.write_text(mine.read_text().replace("rows = 2", "rows = 1"))

    import_stock(mine)

    assert offered_stocks().named("mine").rows == 1
    assert export_stock("mine", tmp_path / "copy.toml").rows == 1
    assert (tmp_path / "copy.toml").read_bytes() == mine.read_bytes()


def test_a_bad_stock_is_refused_by_name_and_the_others_go_on(mine: Path) -> None:
    import_stock(mine)
    bad = stocks_folder() / "bad.toml"
    bad.write_text(mine.read_text().replace("[0, 0.25]", "[1, 0.25]"))

    offered = offered_stocks()

    assert set(offered.known) == {*stocks(), "mine"}
    with pytest.raises(StockUnusable) as refusal:
        offered.named("bad")
    expected = {"file": bad, "stock": "bad", "key": "corner", "fault": Fault.OFF_THE_PAGE}
    expected["line"] = 8
    assert refusal.value.facts() == expected


def test_a_name_of_the_program_is_not_taken(mine: Path) -> None:
    a6 = mine.rename(mine.with_name("a6.toml"))
    with pytest.raises(StockUnusable) as refusal:
        import_stock(a6)
    assert refusal.value.fault is Fault.NAME_TAKEN
    stocks_folder().mkdir(parents=True)
    (stocks_folder() / "a6.toml").write_bytes(a6.read_bytes())

    offered = offered_stocks()

    assert offered.named("a6") == stocks()["a6"]
    assert [each.fault for each in offered.unusable.values()] == [Fault.NAME_TAKEN]


def test_nothing_is_kept_or_written_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StockUnusable):
        import_stock(tmp_path / "nowhere.toml")
    with pytest.raises(UnknownStock):
        export_stock("papyrus", tmp_path / "papyrus.toml")
    with pytest.raises(FileNotWritten):
        export_stock("a6", tmp_path / "nowhere" / "a6.toml")

    assert list(tmp_path.iterdir()) == []
