"""A sample as if it began on another day."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from app.event.making import BlockOrder, EventOrder
from app.event.sample import Sample
from app.event.sample_parts import AdmissionPart

_DAY: Final = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)")
_OFFSET: Final = re.compile(r"(?<=T)(\d{2}:\d{2}(?::\d{2})?)(?:Z|[+-]\d{2}:?\d{2})")
_TEXTS: Final = frozenset({".csv", ".xml"})


def moved(sample: Sample, first: date, folder: Path) -> Sample:
    """Give a sample that begins on this day; its lists are written anew into a folder.

    Every date is moved alike, so that who applied late stays late. Workbooks say the first day and
    the second, and no dates: they are copied as they are.
    """
    by = first - min(sample.order.days)
    return replace(
        sample,
        order=_order_moved(sample.order, by),
        lists=sample.lists.each(lambda file: _list_moved(file, by, folder)),
        admission=None if sample.admission is None else _admission_moved(sample.admission, by),
        rounds=tuple(replace(each, starts=each.starts + by) for each in sample.rounds),
        speeches=tuple(replace(each, starts=each.starts + by) for each in sample.speeches),
    )


def _order_moved(order: EventOrder, by: timedelta) -> EventOrder:
    blocks = (
        BlockOrder(block.starts, block.ends, block.day and block.day + by) for block in order.blocks
    )
    return replace(order, days=tuple(day + by for day in order.days), blocks=tuple(blocks))


def _admission_moved(admission: AdmissionPart, by: timedelta) -> AdmissionPart:
    # What the time is called depends on the season that it is moved to.
    deadline = _text_moved(admission.deadline, by).partition(" ")[0]
    return replace(admission, deadline=deadline)


def _list_moved(file: Path, by: timedelta, folder: Path) -> Path:
    copy = folder / file.name
    if file.suffix in _TEXTS:
        copy.write_text(_text_moved(file.read_text(encoding="utf-8"), by), encoding="utf-8")
    else:
        shutil.copyfile(file, copy)
    return copy


def _text_moved(text: str, by: timedelta) -> str:
    """Move the dates of a text. Times stay what clocks at the venue show, also in winter."""
    moved_on = _DAY.sub(lambda found: (date.fromisoformat(found[1]) + by).isoformat(), text)
    return _OFFSET.sub(r"\1", moved_on)
