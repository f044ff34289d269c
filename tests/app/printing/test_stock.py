from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.printing.described import Fault
from app.printing.stock import Spot, StockUnusable, read_stock, stocks

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


@pytest.mark.parametrize(
    ("name", "sheet", "labels"),
    [
        ("a4-4up", (210, 297), 4),
        ("a6", (105, 148), 1),
        ("90x55-10up", (210, 297), 10),
        ("85x54", (85, 54), 1),
        ("85x54-10up", (210, 297), 10),
        ("62mm-roll", (62, 100), 1),
        ("102mm-roll", (102, 150), 1),
        ("herma-10809", (210, 297), 4),
        ("herma-5028", (210, 297), 10),
        ("avery-32015", (210, 297), 8),
        ("avery-5395", (8.5 * 25.4, 11 * 25.4), 8),
        ("avery-5392", (8.5 * 25.4, 11 * 25.4), 6),
    ],
)
def test_these_stocks_come_with_the_program(
    name: str, sheet: tuple[float, float], labels: int
) -> None:
    stock = stocks()[name]

    assert tuple(stock.page) == pytest.approx(sheet)
    assert stock.labels == labels


def test_sheets_of_letter_size_are_even_on_all_sides() -> None:
    for name in ("avery-5395", "avery-5392"):
        stock = stocks()[name]
        *_, last = stock.spots()
        rest = (
            stock.page.width - last.x - stock.label.width,
            stock.page.height - last.y - stock.label.height,
        )

        assert rest == pytest.approx(stock.corner, abs=0.01)


def test_a_sheet_with_a_margin_is_cut_around_its_labels_too() -> None:
    cuts = list(stocks()["85x54-10up"].cuts())

    assert [start.x for start, end in cuts if start.x == end.x] == [20, 105, 190]
    assert [start.y for start, end in cuts if start.y == end.y] == [
        13.5 + 54 * row for row in range(6)
    ]


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
        ("page", f"[2{'0' * 400}, 297]", Fault.TOO_LARGE),
        ("page", "[2001, 297]", Fault.TOO_LARGE),
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
    lines = [line.split(" = ")[0] for line in file.read_text(encoding="utf-8").splitlines()]
    facts = {"file": file, "stock": "mine", "key": blamed, "fault": fault}
    assert refusal.value.facts() == facts | {"line": lines.index(blamed) + 1 if value else 0}


@pytest.mark.parametrize("content", [b"layout = ", b"\xff\xfe", b"a = " + b"[" * 9_999])
def test_a_stock_file_that_is_no_toml_is_refused(file: Path, content: bytes) -> None:
    file.write_bytes(content)

    with pytest.raises(StockUnusable) as refusal:
        read_stock(file)

    assert refusal.value.fault is Fault.NOT_TOML


def test_a_stock_file_that_is_a_folder_is_refused(file: Path) -> None:
    file.mkdir()

    with pytest.raises(StockUnusable) as refusal:
        read_stock(file)

    assert refusal.value.fault is Fault.UNREADABLE


@pytest.mark.parametrize("name", ["my own", ".mine", "x" * 41])
def test_a_stock_needs_a_name_that_commands_can_say(tmp_path: Path, name: str) -> None:
    file = tmp_path / f"{name}.toml"
    write(file)

    with pytest.raises(StockUnusable) as refusal:
        read_stock(file)

    assert refusal.value.fault is Fault.BAD_NAME


Pair = tuple[int, ...]


@st.composite
def sheets(draw: st.DrawFn) -> dict[str, Pair]:
    """Draw sheets of which some are a little too small, too close or off the page."""
    label = draw(st.tuples(st.integers(88, 120), st.integers(53, 80)))
    pitch = tuple(side + draw(st.integers(-2, 20)) for side in label)
    corner = draw(st.tuples(st.integers(-1, 20), st.integers(-1, 20)))
    grid = draw(st.tuples(st.integers(0, 3), st.integers(1, 4)))
    page = tuple(
        corner[way] + (grid[way] - 1) * pitch[way] + label[way] + draw(st.integers(-1, 9))
        for way in (0, 1)
    )
    return {"label": label, "pitch": pitch, "corner": corner, "grid": grid, "page": page}


@given(sheet=sheets())
def test_labels_of_a_sound_stock_are_on_the_sheet_and_none_lies_over_another(
    tmp_path_factory: pytest.TempPathFactory, sheet: dict[str, Pair]
) -> None:
    file = tmp_path_factory.getbasetemp() / "law.toml"
    (columns, rows), label, (right, down) = sheet["grid"], sheet["label"], sheet["pitch"]
    said = {key: str(list(value)) for key, value in sheet.items() if key != "grid"}
    write(file, **said, columns=str(columns), rows=str(rows))
    (left, top), (width, height) = sheet["corner"], sheet["page"]
    boxes = [
        (left + column * right, top + row * down, *label)
        for row in range(rows)
        for column in range(columns)
    ]
    is_sound = (
        bool(boxes)
        and label >= (90, 55)
        and label[1] >= 55
        # It is asked for also where there is no next label.
        and right >= label[0]
        and down >= label[1]
        and all(x >= 0 and y >= 0 for x, y, *_ in boxes)
        and all(x + label[0] <= width and y + label[1] <= height for x, y, *_ in boxes)
    )

    if not is_sound:
        with pytest.raises(StockUnusable):
            read_stock(file)
        return

    stock = read_stock(file)

    assert [(*spot, *stock.label) for spot in stock.spots()] == boxes
    assert not any(_overlap(one, other) for one, other in combinations(boxes, 2))


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    (x, y, width, height), (left, top, across, high) = one, other
    return x < left + across and left < x + width and y < top + high and top < y + height
