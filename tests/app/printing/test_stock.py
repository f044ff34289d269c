from pathlib import Path

import pytest

from app.printing.stock import Fault, Spot, StockUnusable, read_stock, stocks

SOUND = {
    "layout": '"card"',
    "page": "[210, 297]",
    "label": "[90, 55]",
    "columns": "2",
    "rows": "5",
    "pitch": "[90, 55]",
    "corner": "[15, 11]",
    "cut_marks": "false",
    "hole": "false",
    "mono": "false",
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mine.toml"


def write(file: Path, **changes: str | None) -> None:
    entries = {**SOUND, **changes}
    lines = [f"{key} = {value}\n" for key, value in entries.items() if value is not None]
    file.write_text("".join(lines), encoding="utf-8")


def test_four_stocks_come_with_the_program() -> None:
    assert set(stocks()) == {"a4-4up", "a6", "90x55-10up", "62mm-roll"}


def test_labels_are_counted_row_by_row() -> None:
    stock = stocks()["a4-4up"]

    assert list(stock.spots()) == [(0, 0.25), (105, 0.25), (0, 148.75), (105, 148.75)]


def test_a_sheet_is_cut_halfway_between_its_labels() -> None:
    stock = stocks()["a4-4up"]

    assert list(stock.cuts()) == [
        (Spot(105, 0), Spot(105, 297)),
        (Spot(0, 148.5), Spot(210, 148.5)),
    ]


def test_a_stock_is_named_after_its_file(file: Path) -> None:
    write(file)

    assert read_stock(file).name == "mine"


@pytest.mark.parametrize(
    ("key", "value", "fault"),
    [
        ("layout", None, Fault.MISSING),
        ("layout", '"a5"', Fault.NOT_KNOWN),
        ("layout", "6", Fault.WRONG_TYPE),
        ("colour", '"red"', Fault.NOT_KNOWN),
        ("page", "210", Fault.WRONG_TYPE),
        ("page", "[210, 297, 1]", Fault.WRONG_TYPE),
        ("page", '["A", "4"]', Fault.WRONG_TYPE),
        ("page", "[nan, 297]", Fault.WRONG_TYPE),
        ("label", "[89, 55]", Fault.TOO_SMALL),
        ("columns", "0", Fault.TOO_SMALL),
        ("columns", "true", Fault.WRONG_TYPE),
        ("columns", "2.0", Fault.WRONG_TYPE),
        ("columns", "3", Fault.OFF_THE_PAGE),
        ("rows", "0", Fault.TOO_SMALL),
        ("rows", "6", Fault.OFF_THE_PAGE),
        ("pitch", "[80, 55]", Fault.TOO_SMALL),
        ("corner", "[-1, 11]", Fault.OFF_THE_PAGE),
        ("corner", "[31, 11]", Fault.OFF_THE_PAGE),
        ("mono", "0", Fault.WRONG_TYPE),
    ],
)
def test_a_stock_that_cannot_be_printed_says_where_it_is_wrong(
    file: Path, key: str, value: str | None, fault: Fault
) -> None:
    write(file, **{key: value})

    with pytest.raises(StockUnusable) as refusal:
        read_stock(file)

    blamed = "corner" if fault is Fault.OFF_THE_PAGE else key
    assert refusal.value.facts() == {"stock": "mine", "key": blamed, "fault": fault}


@pytest.mark.parametrize("content", [b"layout = ", b"\xff\xfe"])
def test_a_stock_file_that_is_no_toml_is_refused(file: Path, content: bytes) -> None:
    file.write_bytes(content)

    with pytest.raises(StockUnusable) as refusal:
        read_stock(file)

    assert refusal.value.fault is Fault.NOT_TOML
