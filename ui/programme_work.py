"""The page of the programme and its parts, which do not know each other: a line for each here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from ui.entries import EVENT, PRINT
from ui.programme.page import ProgrammePage
from ui.programme.part import PartEntry

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from ui.common.day_part import DayPart
    from ui.opened import Opened
    from ui.workplace import Workplace

    Maker = Callable[[Workplace, Opened], DayPart]


def programme_page(place: Workplace, opened: Opened) -> ProgrammePage:
    """Make the page of the programme; its parts are made when they are first shown."""
    day = place.bar.days.chosen or place.tools.times.today()
    page = ProgrammePage(place.tools, day, _parts(place, opened))
    page.delegate_wanted.connect(place.show_delegate)
    page.heard.connect(place.sounds.tell)
    return page


def _parts(place: Workplace, opened: Opened) -> tuple[PartEntry, ...]:
    def entry(key: str, icon: str, make: Maker, also: str) -> PartEntry:
        return PartEntry(key, key.capitalize(), icon, partial(make, place, opened), also)

    return (
        entry("sessions", "calendar-days", _sessions, "talks plenary rooms timeline agenda"),
        entry("visits", "map-pin", _visits, "tours bus company places allot boarding"),
        entry("rounds", "users", _rounds, "ice-breaking icebreaker mixed tables seats mingle"),
        entry("speeches", "timer", _speeches, "speed presentations running order speakers clock"),
    )


def _print(place: Workplace, key: str) -> None:
    """Show a paper on the Print page."""
    place.show_page(PRINT)
    place.print_page.show_kind(key)


def _visits(place: Workplace, opened: Opened) -> DayPart:
    from ui.visits.making import visit_services  # noqa: PLC0415 - see ``load_ahead``
    from ui.visits.part import VisitsPart  # noqa: PLC0415

    services = visit_services(opened.event.journal, partial(_print, place, "bus-lists"))
    part = VisitsPart(services, place.tools, opened.facts.days)
    part.import_wanted.connect(partial(_import_list, place))
    return part


def _import_list(place: Workplace, of: str = "programme") -> None:
    from ui.event.importing.list_kind import Of  # noqa: PLC0415 - see ``load_ahead``

    place.frame.show_page(EVENT)
    place.event_page.start_import(Of(of))


def _sessions(place: Workplace, opened: Opened) -> DayPart:
    from ui.programme.services import programme_services  # noqa: PLC0415 - see ``load_ahead``
    from ui.programme.sessions_part import SessionsPart  # noqa: PLC0415

    day = place.bar.days.chosen or place.tools.times.today()
    part = SessionsPart(programme_services(opened.event), place.tools, day)
    part.import_wanted.connect(lambda: _import_list(place))
    part.part_wanted.connect(partial(_show_person, place))
    return part


def _show_person(place: Workplace, key: str, person: UUID | None, at: datetime) -> None:
    part = place.show_part(key)
    if person is not None:
        part.show_person(person, at)


def _rounds(place: Workplace, opened: Opened) -> DayPart:
    from ui.rounds.part import RoundsPart  # noqa: PLC0415 - see ``load_ahead``
    from ui.rounds.services import RoundsServices  # noqa: PLC0415

    part = RoundsPart(RoundsServices(opened.event.journal), place.tools)
    part.clock_wanted.connect(place.stage.show_rounds)
    part.print_wanted.connect(partial(_print, place))
    return part


def _speeches(place: Workplace, opened: Opened) -> DayPart:
    from ui.speeches.making import speech_services  # noqa: PLC0415 - see ``load_ahead``
    from ui.speeches.part import SpeechesPart  # noqa: PLC0415

    show, paper = place.stage.show_speeches, partial(_print, place, "running-order")
    services = speech_services(opened.event.journal, show, paper)
    return SpeechesPart(services, place.tools)
