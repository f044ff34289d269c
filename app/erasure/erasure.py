"""Erasure as a desk does it: the data, the traces, and a proof of what was removed and is left."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.delegates.person import last_name_of
from app.erasure.copies import BACKUP, copies_of, remove_copies
from app.erasure.erasing import Erased, Erasing
from app.erasure.looking import places_with
from app.erasure.proof import FileOut, Proof, Sheets
from app.erasure.traces import overwrite_traces, remove_all_prints, remove_prints
from app.event.facts import desk_name, event_facts
from app.journal.journal import Journal
from app.journal.turns import chunks
from app.outcomes.export.written import files_written
from app.printers.runs import PrintRun
from app.progress import Report, unheard
from db.models import Delegate, Desk, Print, SchedulePrint


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who may be erased, as they are still called. ``erased``: they are already."""

    badge_number: str
    name: str
    erased: bool


@dataclass(frozen=True, slots=True)
class Erasure:
    """Erases people, for good, and proves it. No copy is made before."""

    journal: Journal

    def known(self, delegate: UUID) -> Known:
        """Say who would be erased."""
        with self.journal.reading() as session:
            row = session.get_one(Delegate, delegate)
            return Known(row.badge_number, last_name_of(session, delegate), row.erased)

    def left(self) -> int:
        """Count the people of whom something is known."""
        with self.journal.reading() as session:
            return _number(session, ~Delegate.erased)

    def person(self, delegate: UUID, *, remove_backups: bool = False) -> Proof:
        """Erase one person, and what shows them among files that this computer keeps.

        Raises:
            UnknownDelegate: There is no such delegate.
            WasErased: There is nothing left to erase.
        """
        erased = Erasing(self.journal).person(delegate)
        removed, waiting = remove_prints(self.journal, erased.people)
        overwrite_traces(self.journal)
        return self._proof(erased, removed, waiting, remove_backups=remove_backups)

    def everybody(self, report: Report = unheard, *, remove_backups: bool = False) -> Proof:
        """Erase all that is known of people, staff included, and their papers.

        Raises:
            Cancelled: ``report`` stopped it; doing it again goes on.
        """
        erased = Erasing(self.journal).everybody(report)
        removed = remove_all_prints(self.journal)
        overwrite_traces(self.journal)
        return self._proof(erased, removed, (), remove_backups=remove_backups)

    def remove_backups(self, proof: Proof) -> Proof:
        """Remove the copies that a proof found; give the proof as it is then."""
        left = remove_copies(proof.copies)
        return proof.without_copies(left)

    def _proof(
        self,
        erased: Erased,
        prints: int,
        waiting: Sequence[PrintRun],
        *,
        remove_backups: bool,
    ) -> Proof:
        copies = copies_of(self.journal)
        with self.journal.reading() as session:
            author = self.journal.author.desk
            others = select(Desk.name).where(Desk.id != author, Desk.alive).order_by(Desk.name)
            proof = Proof(
                event=event_facts(session).name,
                at=self.journal.now,
                desk=desk_name(session, author),
                badge_numbers=erased.badge_numbers,
                removed={name: erased.removed[name] for name in sorted(erased.removed)},
                prints_removed=prints,
                named_still=dict(places_with(session, erased.spoken_of)),
                copies=copies,
                copies_removed=0,
                files=_files(session),
                sheets=_sheets(session, erased.people),
                waiting=tuple(run.short_id for run in waiting),
                desks=tuple(session.scalars(others)),
            )
        return self.remove_backups(proof) if remove_backups else proof


def _files(session: Session) -> tuple[FileOut, ...]:
    latest = {each.deed.file: each for each in files_written(session) if each.deed.what != BACKUP}
    return tuple(
        FileOut(each.deed.what, Path(file), each.at, each.desk, Path(file).exists())
        for file, each in latest.items()
    )


def _sheets(session: Session, people: Collection[UUID]) -> Sheets:
    badges = schedules = 0
    for part in chunks(sorted(people)):
        badges += _number(session, Print.delegate_id.in_(part))
        schedules += _number(session, SchedulePrint.delegate_id.in_(part))
    return Sheets(badges, schedules)


def _number(session: Session, where: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).where(where)) or 0
