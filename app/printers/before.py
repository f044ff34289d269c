"""What of papers came out before, or is on its way: that is asked before they come out again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.person import people
from app.journal.deeds import Deed
from app.journal.journal import Journal
from app.journal.turns import chunks
from app.printers.refusals import CameOut, CameOutBefore
from app.printing.deeds import BadgePrinted, SchedulePrinted
from db.models import Desk, LogRow, Print, SchedulePrint

Paper = tuple[str, ...]
"""What makes two papers the same."""


@dataclass(frozen=True, slots=True)
class UnderWay:
    """What a printer has not finished yet."""

    since: datetime
    printer: str
    deeds: tuple[Deed, ...]


@dataclass(frozen=True, slots=True)
class _Out:
    delegate: UUID
    at: datetime
    desk: UUID
    printer: str
    is_under_way: bool = False


def refuse_again(
    journal: Journal,
    deeds: Sequence[Deed],
    under_way: Iterable[UnderWay],
    printer_of: Callable[[UUID], str],
) -> None:
    """Refuse papers of which the same came out before, or may yet come out.

    A badge or schedule that says something else than before is no reprint.

    Raises:
        CameOutBefore: Some did. It says where and when each came out first.
    """
    wanted = {paper: deed.delegate for deed in deeds if (paper := _paper(deed)) is not None}
    # The back of a badge goes with it, whatever came out on other paper.
    badges = {deed.delegate for deed in deeds if isinstance(deed, BadgePrinted)}
    wanted = {
        paper: who for paper, who in wanted.items() if paper[0] == "badge" or who not in badges
    }
    if not wanted:
        return
    with journal.reading() as session:
        out = _came_out(session, wanted, printer_of)
        for each in under_way:
            for deed in each.deeds:
                paper = _paper(deed)
                if paper in wanted and paper not in out:
                    place = (each.since, journal.author.desk, each.printer)
                    out[paper] = _Out(deed.delegate, *place, is_under_way=True)
        if out:
            raise CameOutBefore(_told(session, [out[paper] for paper in wanted if paper in out]))


def _paper(deed: Deed) -> Paper | None:
    match deed:
        case BadgePrinted():
            return ("badge", deed.badge.hex, deed.content)
        case SchedulePrinted():
            return ("schedule", deed.schedule.hex)
        case _:
            return None


def _came_out(
    session: Session, wanted: dict[Paper, UUID], printer_of: Callable[[UUID], str]
) -> dict[Paper, _Out]:
    """Give the first time of each paper."""
    first: dict[Paper, UUID] = {}
    for part in chunks(list(set(wanted.values()))):
        for paper, deed in _ever_out(session, part):
            first.setdefault(paper, deed)
    again = {paper: first[paper] for paper in wanted if paper in first}
    logged: dict[UUID, LogRow] = {}
    for some in chunks(list(again.values())):
        rows = session.scalars(select(LogRow).where(LogRow.id.in_(some)))
        logged |= {row.id: row for row in rows}
    printers = {unit: printer_of(unit) for unit in {row.unit for row in logged.values()}}
    return {
        paper: _Out(wanted[paper], row.at, row.desk_id, printers[row.unit])
        for paper, deed in again.items()
        if (row := logged.get(deed)) is not None
    }


def _ever_out(session: Session, delegates: Sequence[UUID]) -> Iterator[tuple[Paper, UUID]]:
    """Yield what of some delegates came out, the first time first, each with its deed."""
    badges = select(Print.badge_id, Print.content, Print.id).order_by(Print.stamp)
    for badge, content, deed in session.execute(
        badges.where(Print.alive, Print.delegate_id.in_(delegates))
    ):
        if badge is not None:
            yield ("badge", badge.hex, content), deed
    schedules = select(SchedulePrint.schedule_id, SchedulePrint.id).order_by(SchedulePrint.stamp)
    for schedule, deed in session.execute(
        schedules.where(SchedulePrint.alive, SchedulePrint.delegate_id.in_(delegates))
    ):
        if schedule is not None:
            yield ("schedule", schedule.hex), deed


def _told(session: Session, out: Sequence[_Out]) -> tuple[CameOut, ...]:
    desks = {desk: name for desk, name in session.execute(select(Desk.id, Desk.name))}  # noqa: C416 - rows are no pairs to mypy
    named = people(session, {each.delegate for each in out})
    return tuple(
        CameOut(
            named[each.delegate], each.at, desks.get(each.desk, ""), each.printer, each.is_under_way
        )
        for each in out
    )
