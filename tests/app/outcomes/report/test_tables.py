"""Two tables share the pages that are left; what has no room is counted, and nothing is lost."""

from __future__ import annotations

import io
import re
from zoneinfo import ZoneInfo

import pypdfium2
from hypothesis import given, settings
from hypothesis import strategies as st

from app.outcomes.report.flowing import Flow
from app.outcomes.report.pieces import Listing
from app.outcomes.report.setting import BOTTOM, TOP
from app.outcomes.report.tables import put_both
from app.outcomes.report.wishes import Language
from app.outcomes.report.wording import Wording
from app.printing.a4 import PAGE
from app.printing.paper import Paper

PAGES = 4
MORE = ("{number} more", "{number} more")


def listing(name: str, rows: list[int]) -> Listing:
    """A table with a row for each number, of so many words."""
    cells = tuple((f"{name}{at}", " ".join(["word"] * long)) for at, long in enumerate(rows))
    return Listing(f"Title {name}", ("One", "Other"), (0.2, 0.8), cells, MORE)


def printed(flow: Flow) -> str:
    file = io.BytesIO()
    paper = Paper(file, PAGE, "Tables")
    for puts in flow.pages:
        for put in puts:
            put(paper)
        paper.turn()
    paper.finish()
    with pypdfium2.PdfDocument(file.getvalue()) as pages:
        return " ".join(page.get_textpage().get_text_range() for page in pages)


rows = st.lists(st.integers(1, 70), max_size=90)


@settings(max_examples=25, deadline=None)
@given(first=rows, second=rows, began=st.integers(1, 2), down=st.floats(0, 150))
def test_two_tables_keep_to_their_pages_and_lose_no_row_unsaid(
    first: list[int], second: list[int], began: int, down: float
) -> None:
    flow = Flow()
    while len(flow.pages) < began:
        flow.turn()
    flow.put(lambda _paper: None, down)

    both = (listing("A", first), listing("B", second))
    put_both(flow, both, Wording(Language.ENGLISH, ZoneInfo("UTC")), PAGES)

    assert len(flow.pages) <= PAGES
    text = printed(flow)
    for name, wanted in (("A", first), ("B", second)):
        shown = set(re.findall(rf"\b{name}\d+\b", text))
        part = text[text.index(f"Title {name}") :]
        part = part[: part.index("Title B")] if name == "A" else part
        more = re.findall(r"(\d+) more", part)
        assert len(shown) + sum(map(int, more)) == len(wanted)
    if sum(map(len, both[0].rows)) + sum(map(len, both[1].rows)) < 20 and down < TOP:
        assert "more" not in text
    assert flow.y <= BOTTOM + 10
