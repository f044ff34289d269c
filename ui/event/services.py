"""What the page of the event needs of the desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol
from uuid import UUID

from app.applications.admission import AdmissionForm, AdmissionTold, GroupPlaces
from app.applications.instants import SaidInstant
from app.delegates.importing.imports import Imported, ImportOrder
from app.delegates.reading.preview import Preview
from app.delegates.reading.registrations import ReadingOrder
from app.event.closures import ClosureOrder, Places
from app.event.editing import FactsOrder
from app.event.making import BlockOrder, Cut
from app.event.mappings import SavedMapping
from app.event.overview import EventOverview
from app.event.owners import OwnersOrder
from app.event.owning import Owner
from app.outcomes.answers import AnswerSet, Preset
from app.programme.views import ProgrammeCounts
from app.progress import Report
from ui.event.importing.list_kind import Of
from ui.event.meeting_services import MeetingServices
from ui.event.plan_services import PlanServices
from ui.event.texts_dialog import TextCalls


class SetupCalls(Protocol):
    """What this page needs of ``app.event.editing.Editing``."""

    def overview(self) -> EventOverview: ...
    def change_facts(self, order: FactsOrder) -> None: ...
    def add_day(self, day: date, like: date | None = None) -> None: ...
    def remove_day(self, day: date, losing: int = 0) -> None: ...
    def add_block(self, order: BlockOrder, cut: Cut) -> None: ...
    def change_block(self, block: UUID, order: BlockOrder, cut: Cut, losing: int = 0) -> None: ...
    def remove_block(self, block: UUID, losing: int = 0) -> None: ...


class LogoCalls(Protocol):
    """What this page needs of ``app.event.logo.Logos``."""

    def set(self, file: Path) -> None: ...
    def remove(self) -> None: ...


class TableCalls(Protocol):
    """What this page needs of ``app.event.tables.Tables``."""

    def add(self, number: int, zone: str = "") -> tuple[str, ...]: ...
    def rename(self, table: str, label: str) -> None: ...
    def set_zone(self, tables: Sequence[str], zone: str) -> None: ...
    def remove(self, tables: Sequence[str], losing: int = 0) -> None: ...


class OwnerCalls(Protocol):
    """What this page needs of ``app.event.owners.Owners``."""

    def possible(self) -> tuple[Owner, ...]: ...
    def set(self, tables: Sequence[str], order: OwnersOrder) -> None: ...


class ClosureCalls(Protocol):
    """What this page needs of ``app.event.closures.Closures``."""

    def close(self, order: ClosureOrder, losing: int = 0) -> object: ...
    def reopen(self, places: Places) -> object: ...
    def lift(self, closures: Sequence[UUID]) -> None: ...


class ZoneCalls(Protocol):
    """What this page needs of ``app.event.zones.Zones``."""

    def rename(self, zone: str, name: str) -> object: ...
    def set_far(self, one: str, other: str) -> object: ...
    def set_near(self, one: str, other: str) -> object: ...


class ImportCalls(Protocol):
    """What this page needs of what imports a kind of list."""

    def run(self, file: Path, order: ImportOrder, report: Report) -> Imported: ...
    def rehearse(self, file: Path, order: ImportOrder, report: Report) -> Imported: ...


class MappingCalls(Protocol):
    """What this page needs of ``app.event.mappings.Mappings``."""

    def all(self) -> tuple[SavedMapping, ...]: ...
    def save(self, name: str, columns: Mapping[str, str]) -> None: ...


class DoubtCalls(Protocol):
    """What this page needs of ``app.delegates.doubts.Doubts``."""

    def settle(self, doubt: UUID) -> None: ...


class OrganisationCalls(Protocol):
    """What this page needs of ``app.delegates.organisations.Organisations``."""

    def merge(self, kept: str, merged: str) -> object: ...


class AnswerCalls(Protocol):
    """What this page needs of ``app.outcomes.answers.Answers``."""

    def asked(self) -> AnswerSet: ...
    def choose(self, preset: Preset) -> AnswerSet: ...


class AdmissionCalls(Protocol):
    """What this page needs of ``app.applications.admission.Admission``."""

    def told(self) -> AdmissionTold: ...
    def keep(self, form: AdmissionForm) -> tuple[SaidInstant, ...]: ...
    def keep_groups(self, groups: Sequence[GroupPlaces]) -> None: ...


@dataclass(frozen=True, slots=True)
class ListServices:
    """What imports a kind of list, and what reads a file of it as it stands."""

    imports: ImportCalls
    preview: Callable[[Path, ReadingOrder, Report], Preview]


@dataclass(frozen=True, slots=True)
class EventServices:
    """All of them. ``lists`` are what can be imported; ``take_back`` undoes a unit."""

    setup: SetupCalls
    logos: LogoCalls
    tables: TableCalls
    owners: OwnerCalls
    closures: ClosureCalls
    zones: ZoneCalls
    mappings: MappingCalls
    doubts: DoubtCalls
    organisations: OrganisationCalls
    plans: PlanServices
    meetings: MeetingServices
    answers: AnswerCalls
    programme: Callable[[], ProgrammeCounts]
    lists: Mapping[Of, ListServices]
    admission: AdmissionCalls
    letter_texts: TextCalls
    take_back: Callable[[UUID, Report], object]
