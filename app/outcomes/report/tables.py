"""Puts tables on pages, row by row; what has no room is counted.

Importing this loads ReportLab: callers import it where they draw.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from app.outcomes.report.flowing import Flow
from app.outcomes.report.pieces import Listing
from app.outcomes.report.setting import (
    BOTTOM,
    CELL,
    HEAD,
    PROSE,
    TITLE,
    TOP,
    WIDE,
    height_of,
    write,
)
from app.outcomes.report.wording import Wording
from app.printing.a4 import LEFT
from app.printing.paper import Paper
from app.printing.stock import Spot

_AFTER_TITLE, _HEADS, _CELL_GAP = 2.6, 5.0, 3.0
_ABOVE_ROW, _BELOW_ROW = 1.3, 1.5
_MORE = 7.0
_AFTER = 8.0
_FIRST_ROWS = 2
_LOST_AT_TURN = 35.0


@dataclass(frozen=True, slots=True)
class Limit:
    """So many pages there may be, and so high a table may grow on all of them together."""

    pages: int
    high: float


def listing_height(listing: Listing) -> float:
    """Give how high a table is on one endless page."""
    rows = sum(_row_height(listing, row) for row in listing.rows)
    return _above(listing) + rows + _AFTER


def put_both(flow: Flow, listings: tuple[Listing, Listing], words: Wording, pages: int) -> None:
    """Place two tables on no more than so many pages of a flow, and count what has no room.

    Where both have no room, each gets half; what one leaves, the other has.
    """
    first, second = listings
    left = pages - len(flow.pages)
    room = flow.room + left * (BOTTOM - TOP)
    # At the end of each page some of it stays free, and the next one repeats the heads.
    spare = (left + 1) * _LOST_AT_TURN
    for_first = max(room - listing_height(second) - spare, (room - spare) / 2)
    put_listing(flow, first, words, Limit(pages, for_first))
    put_listing(flow, second, words, Limit(pages, room))


def put_listing(flow: Flow, listing: Listing, words: Wording, limit: Limit | None = None) -> None:
    """Place a table, as much of it as the limit lets."""
    first = sum(_row_height(listing, row) for row in listing.rows[:_FIRST_ROWS])
    if _above(listing) + first > flow.room and not flow.is_fresh:
        flow.turn()
    title = partial(_put_title, listing.title, flow.y)
    flow.put(title, height_of(listing.title, TITLE, WIDE), _AFTER_TITLE)
    if not listing.rows:
        flow.y += _AFTER
        return
    _put_heads(flow, listing)
    placed = _put_rows(flow, listing, limit)
    left = len(listing.rows) - placed
    if left:
        flow.put(partial(_put_text, words.say(listing.more, left), flow.y + 1.6), _MORE, 0)
    flow.y += _AFTER


def _put_rows(flow: Flow, listing: Listing, limit: Limit | None) -> int:
    """Place rows; give how many have room."""
    used = 0.0
    for at, row in enumerate(listing.rows):
        high = _row_height(listing, row)
        used += high
        is_last = at + 1 == len(listing.rows)
        if limit is not None:
            if used > limit.high and not is_last:
                return at
            spare = 0.0 if is_last else _MORE
            if len(flow.pages) >= limit.pages and high + spare > flow.room:
                return at
        if high > flow.room:
            flow.turn()
            _put_heads(flow, listing)
        flow.put(partial(_put_row, listing, row, flow.y), high, 0)
    return len(listing.rows)


def _put_heads(flow: Flow, listing: Listing) -> None:
    flow.put(partial(_draw_heads, listing, flow.y), _HEADS, 0)


def _draw_heads(listing: Listing, y: float, paper: Paper) -> None:
    for head, (x, wide) in zip(listing.heads, _columns(listing), strict=True):
        write(paper, head, HEAD, Spot(x, y), wide)
    paper.rule(Spot(LEFT, y + _HEADS), WIDE, 0.4)


def _put_row(listing: Listing, row: Sequence[str], y: float, paper: Paper) -> None:
    for cell, (x, wide) in zip(row, _columns(listing), strict=True):
        write(paper, cell, CELL, Spot(x, y + _ABOVE_ROW), wide)
    paper.rule(Spot(LEFT, y + _row_height(listing, row)), WIDE)


def _put_title(title: str, y: float, paper: Paper) -> None:
    write(paper, title, TITLE, Spot(LEFT, y), WIDE)


def _put_text(text: str, y: float, paper: Paper) -> None:
    write(paper, text, PROSE, Spot(LEFT, y), WIDE)


def _above(listing: Listing) -> float:
    return height_of(listing.title, TITLE, WIDE) + _AFTER_TITLE + _HEADS


def _row_height(listing: Listing, row: Sequence[str]) -> float:
    cells = zip(row, _columns(listing), strict=True)
    high = max(height_of(cell, CELL, wide) for cell, (_x, wide) in cells)
    return _ABOVE_ROW + high + _BELOW_ROW


def _columns(listing: Listing) -> list[tuple[float, float]]:
    """Give where each column begins, and how wide its texts may be."""
    found, x = [], LEFT
    for share in listing.widths:
        found.append((x, share * WIDE - _CELL_GAP))
        x += share * WIDE
    return found
