"""Changing an event that is set up: its facts, its days, and the blocks on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.errors import DeskError
from app.event import deeds as d
from app.event.facts import event_facts
from app.event.making import (
    BlockOrder,
    Cut,
    EventNotPossible,
    block_deeds,
    check_cut,
    check_overlap,
    planned_slot,
    slots_between,
    zone_named,
)
from app.event.overview import EventOverview, all_closures, event_overview
from app.event.place_deeds import TableClosed, TableReopened
from app.event.planned import Planned, check_losing
from app.journal.deeds import Deed
from app.journal.journal import Journal, Unit
from app.programme.rezoning import sessions_shifted
from db.models import Block, CheckIn, Day, Delegate, Event, Slot


@dataclass(frozen=True, slots=True)
class FactsOrder:
    """What of an event's facts shall be otherwise. Nothing means: as it is."""

    name: str | None = None
    venue: str | None = None
    city: str | None = None
    timezone: str | None = None


@dataclass(eq=False)
class DayStands(DeskError):
    """The event has this day already."""

    day: date


@dataclass(eq=False)
class UnknownDay(DeskError):
    """The event has no such day."""

    day: date
    known: tuple[date, ...]


@dataclass(eq=False)
class DayInUse(DeskError):
    """People were checked in on this day, or are admitted on it by name."""

    day: date
    checked_in: int
    admitted: int


@dataclass(eq=False)
class OnlyDay(DeskError):
    """An event has one day at least."""

    day: date


@dataclass(eq=False)
class UnknownBlock(DeskError):
    """The event has no such block any more."""

    block: str


@dataclass(frozen=True, slots=True)
class Editing:
    """Changes the event. Each call is one transaction, and one undo."""

    journal: Journal
    planned: Planned

    def overview(self) -> EventOverview:
        """Read the event as it is set up now."""
        return event_overview(self.journal, self.planned)

    def change_facts(self, order: FactsOrder) -> None:
        """Change name, venue, city or time zone. Blocks and closures keep their time of day.

        Raises:
            EventNotPossible: ``no_name`` or ``timezone``.
        """
        said = {each.name: getattr(order, each.name) for each in fields(order)}
        wanted = {name: text.strip() for name, text in said.items() if text is not None}
        if wanted.get("name") == "":
            raise EventNotPossible("no_name", "")
        zone = zone_named(wanted["timezone"]) if "timezone" in wanted else None
        with self.journal.writing(Unit(uuid4())) as pen:
            facts = event_facts(pen.session)
            row = pen.session.get_one(Event, facts.id)
            new = {name: text for name, text in wanted.items() if text != getattr(row, name)}
            if not new:
                return
            before = {name: getattr(row, name) for name in new}
            pen.write(d.EventFactsChanged(facts.id, new, before))
            if zone is not None and "timezone" in new:
                pen.write_all(list(_moved(pen.session, facts.zone, zone)))

    def add_day(self, day: date, like: date | None = None) -> None:
        """Add a day, with blocks as on another one if that is named.

        Raises:
            DayStands: The event has it already.
            UnknownDay: There is no day to be like.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            facts = event_facts(pen.session)
            if day in facts.days:
                raise DayStands(day)
            model = _day_id(pen.session, like) if like is not None else None
            added = d.DayPlanned(uuid4(), day)
            deeds: list[Deed] = [added]
            for block in _blocks(pen.session, model) if model is not None else ():
                order, cut = _order(block, facts.zone), Cut(block.slot_minutes, block.gap_minutes)
                deeds += block_deeds((day, added.id), order, cut, facts.zone)
            pen.write_all(deeds)

    def remove_day(self, day: date, losing: int = 0) -> None:
        """Take a day out with its blocks.

        Raises:
            UnknownDay, OnlyDay, DayInUse: It can't be taken out.
            MeetingsLosePlace: More than ``losing`` meetings are on it.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            session = pen.session
            day_id = _day_id(session, day)
            if len(event_facts(session).days) == 1:
                raise OnlyDay(day)
            came = select(func.count(CheckIn.delegate_id.distinct()))
            checked_in = session.scalar(came.where(CheckIn.alive, CheckIn.day == day)) or 0
            days = session.scalars(select(Delegate.days).where(Delegate.alive))
            admitted = sum(day.isoformat() in each for each in days)
            if checked_in or admitted:
                raise DayInUse(day, checked_in, admitted)
            taken_out = [_taken_out(session, block) for block in _blocks(session, day_id)]
            deeds = [deed for of_block in taken_out for deed in of_block]
            self._check_losing(pen.session, deeds, losing)
            pen.write_all([*deeds, d.DayTakenOut(day_id)])

    def add_block(self, order: BlockOrder, cut: Cut) -> None:
        """Put a block on its day.

        Raises:
            UnknownDay: The event does not have the day.
            EventNotPossible: Its times or minutes make no sense beside those of the day.
        """
        check_cut(cut)
        with self.journal.writing(Unit(uuid4())) as pen:
            zone = event_facts(pen.session).zone
            day = order.day or date.min
            day_id = _day_id(pen.session, day)
            others = [_order(block, zone) for block in _blocks(pen.session, day_id)]
            check_overlap([*others, order], day)
            pen.write_all(list(block_deeds((day, day_id), order, cut, zone)))

    def change_block(self, block: UUID, order: BlockOrder, cut: Cut, losing: int = 0) -> None:
        """Give a block other times or minutes, and cut it anew. It stays on its day.

        Raises:
            UnknownBlock: It was taken out meanwhile.
            EventNotPossible: As for ``add_block``.
            MeetingsLosePlace: More than ``losing`` meetings are in slots that it no longer has.
        """
        check_cut(cut)
        with self.journal.writing(Unit(uuid4())) as pen:
            session, zone = pen.session, event_facts(pen.session).zone
            row = _block(session, block)
            starts_before, ends_before = _times(row)
            day = starts_before.astimezone(zone).date()
            others = [_order(each, zone) for each in _blocks(session, row.day_id)]
            check_overlap([order, *(each for each in others if each != _order(row, zone))], day)
            starts = datetime.combine(day, order.starts, zone)
            ends = datetime.combine(day, order.ends, zone)
            slots = slots_between(starts, ends, cut)
            now = (starts, ends, cut.slot_minutes, cut.gap_minutes)
            before = (starts_before, ends_before, row.slot_minutes, row.gap_minutes)
            old = {_times(slot): slot.id for slot in _slots(session, block)}
            stays = old.keys() & set(slots)
            deeds = [
                d.BlockChanged(block, *now, *before),
                *(d.SlotTakenOut(old[times]) for times in sorted(old.keys() - stays)),
                *(planned_slot(block, *times) for times in slots if times not in stays),
            ]
            self._check_losing(session, deeds, losing)
            pen.write_all(deeds)

    def remove_block(self, block: UUID, losing: int = 0) -> None:
        """Take a block out with its slots.

        Raises:
            UnknownBlock: It was taken out already.
            MeetingsLosePlace: More than ``losing`` meetings are in it.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            deeds = list(_taken_out(pen.session, _block(pen.session, block)))
            self._check_losing(pen.session, deeds, losing)
            pen.write_all(deeds)

    def _check_losing(self, session: Session, deeds: Iterable[Deed], losing: int) -> None:
        slots = {deed.id for deed in deeds if isinstance(deed, d.SlotTakenOut)}
        check_losing(self.planned.meetings_at(session, slots, None), losing)


def _day_id(session: Session, day: date) -> UUID:
    days = session.execute(select(Day.date, Day.id).where(Day.alive).order_by(Day.date)).all()
    for each, day_id in days:
        if each == day:
            return day_id
    raise UnknownDay(day, tuple(each for each, _ in days if each is not None))


def _block(session: Session, block: UUID) -> Block:
    row = session.get(Block, block)
    if row is None or not row.alive:
        raise UnknownBlock(str(block))
    return row


def _blocks(session: Session, day_id: UUID | None) -> Sequence[Block]:
    query = select(Block).where(Block.alive, Block.day_id == day_id).order_by(Block.starts_at)
    return session.scalars(query).all()


def _slots(session: Session, block: UUID) -> Iterable[Slot]:
    return session.scalars(
        select(Slot).where(Slot.alive, Slot.block_id == block).order_by(Slot.starts_at)
    )


def _taken_out(session: Session, block: Block) -> Iterator[Deed]:
    for slot in _slots(session, block.id):
        yield d.SlotTakenOut(slot.id)
    yield d.BlockTakenOut(block.id)


def _times(row: Block | Slot) -> tuple[datetime, datetime]:
    assert row.starts_at is not None  # noqa: S101 - written whole, so it has its times
    assert row.ends_at is not None  # noqa: S101
    return row.starts_at, row.ends_at


def _order(block: Block, zone: ZoneInfo) -> BlockOrder:
    starts, ends = (_of_day(instant, zone) for instant in _times(block))
    return BlockOrder(starts, ends)


def _of_day(instant: datetime, zone: ZoneInfo) -> time:
    return instant.astimezone(zone).time()


def _moved(session: Session, old: ZoneInfo, new: ZoneInfo) -> Iterator[Deed]:
    """Yield the deeds that keep blocks, slots, closures, sessions at their time of day."""

    def shifted(instant: datetime) -> datetime:
        return instant.astimezone(old).replace(tzinfo=new)

    for block in session.scalars(select(Block).where(Block.alive).order_by(Block.starts_at)):
        starts, ends = _times(block)
        cut = (block.slot_minutes, block.gap_minutes)
        yield d.BlockChanged(block.id, shifted(starts), shifted(ends), *cut, starts, ends, *cut)
        for slot in _slots(session, block.id):
            starts, ends = _times(slot)
            yield d.SlotMoved(slot.id, shifted(starts), shifted(ends), starts, ends)
    yield from sessions_shifted(session, shifted)
    for closure in all_closures(session):
        begins, opens = closure.starts_at, closure.ends_at
        if begins is not None or opens is not None:
            yield TableReopened(closure.id)
            yield TableClosed(
                uuid4(),
                closure.table_id,
                closure.zone,
                shifted(begins) if begins else None,
                shifted(opens) if opens else None,
                closure.reason,
            )
