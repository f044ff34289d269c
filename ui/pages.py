"""Makes the pages of an event, and ties what each wants to where it is done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from app.printers.at_check_in import BadgesAtCheckIn
from app.printers.choices import badges_for, chosen_papers, sort_for, with_paper, with_printer
from ui.common.turns import in_turn
from ui.desk.page import DeskPage
from ui.ending_work import erase_everybody, erase_person
from ui.entries import DELEGATES, EVENT, OUTCOMES, PRINT
from ui.printer_at_desk import PrinterAtDesk
from ui.printing.desk_printing import DeskPrinting
from ui.printing.services import print_calls
from ui.scanner_light import ScannerLight
from ui.schedules_at_desk import SchedulesAtDesk
from ui.shell.desk_pill import DeskWish

if TYPE_CHECKING:
    from app.floor.watching import DayReader
    from app.settings import Settings
    from ui.delegates.page import DelegatesPage
    from ui.event.page import EventPage
    from ui.floor.page import FloorPage
    from ui.floor_work import FloorWork
    from ui.opened import Opened
    from ui.outcomes.page import OutcomesPage
    from ui.papers.page import PrintPage
    from ui.programme.page import ProgrammePage
    from ui.workplace import Workplace


def desk_page(place: Workplace, opened: Opened, settings: Settings) -> DeskPage:
    """Make the page of scans, with its camera beside it."""
    page = DeskPage(opened.reception, place.tools, settings.desk_name)
    page.delegate_wanted.connect(place.show_delegate)
    page.decided.connect(place.tell_verdict)
    page.print_wanted.connect(place.print_badges)
    page.card.ready.import_wanted.connect(place.import_delegates)
    page.side.show_own(own=settings.own_scans)
    page.side.own_chosen.connect(place.keeper("own_scans"))
    page.field.lamp.clicked.connect(lambda: place.wished.emit(DeskWish.SCANNER_TEST))
    ScannerLight(place.scanner, place.camera, page.field.lamp, place.tools.times)
    schedules = SchedulesAtDesk(page, opened.event.journal, place.tools, place.printing)
    schedules.take_way(settings.schedule_printing, place.keeper("schedule_printing"))
    place.printer.join(page)
    page.side.add_above(place.camera)
    place.camera.hide()
    return page


def floor_page(place: Workplace, work: FloorWork) -> FloorPage:
    """Make the page of the running day."""
    day = place.bar.days.chosen or place.tools.times.today()
    page = work.page(day, place.printing)
    page.delegate_wanted.connect(place.show_delegate)
    page.event_wanted.connect(lambda: place.frame.show_page(EVENT))
    return page


def delegates_page(place: Workplace, opened: Opened, settings: Settings) -> DelegatesPage:
    """Make the page of everybody."""
    from ui.delegates.page import DelegatesPage  # noqa: PLC0415 - see ``load_ahead``
    from ui.delegates.services import delegate_services  # noqa: PLC0415

    services = delegate_services(opened.event)
    page = DelegatesPage(services, place.tools, opened.facts.days, place.tools.times.today())
    page.show_columns(settings.columns)
    page.delegate_wanted.connect(place.show_delegate)
    page.print_wanted.connect(place.print_badges)
    page.import_wanted.connect(place.import_delegates)
    page.columns_changed.connect(place.keeper("columns"))
    page.erase_wanted.connect(lambda delegate: erase_person(place, opened, delegate))
    return page


def print_page(place: Workplace, opened: Opened, settings: Settings) -> PrintPage:
    """Make the page of all papers; who is chosen among the delegates may be meant."""
    from ui.papers.making import print_services  # noqa: PLC0415 - see ``load_ahead``
    from ui.papers.page import PrintPage  # noqa: PLC0415
    from ui.template_work import edit_templates  # noqa: PLC0415

    services = print_services(opened.event.journal, place.tools.times, place.printing.calls)
    days, printing = opened.facts.days, place.printing
    page = PrintPage(services, printing, place.tools, days, lambda: place.delegates.chosen)
    page.take_stocks(chosen_papers(settings))
    page.take_habits(sort_for(settings), cut_marks=settings.cut_marks)
    page.sort_chosen.connect(place.keeper("sort"))
    page.cut_marks_chosen.connect(place.keeper("cut_marks"))
    page.stock_chosen.connect(
        lambda kind, stock: place.keep(lambda old: with_paper(old, kind, stock))
    )
    page.printer_chosen.connect(place.printing.printer_chosen)
    page.way.setup.clicked.connect(lambda: open_printer_setup(place, opened))
    page.import_wanted.connect(place.import_delegates)
    page.event_wanted.connect(lambda: place.frame.show_page(EVENT))
    design = partial(edit_templates, place, opened, page)
    page.way.about_stock.templates_wanted.connect(design)
    return page


def outcomes_page(
    place: Workplace, opened: Opened, days: DayReader, settings: Settings
) -> OutcomesPage:
    """Make the page of what came of meetings."""
    from ui.delegates.deeds_in_words import in_words  # noqa: PLC0415 - see ``load_ahead``
    from ui.outcome_work import outcome_offers  # noqa: PLC0415
    from ui.outcomes.page import OutcomesPage  # noqa: PLC0415
    from ui.outcomes.services import outcome_services  # noqa: PLC0415

    day = place.bar.days.chosen or place.tools.times.today()
    services = outcome_services(opened.event.journal, days, in_words)
    page = OutcomesPage(services, place.tools, day, outcome_offers(place, opened))
    page.arranging.take_span(settings.tables)
    page.arranging.span_chosen.connect(place.keeper("tables"))
    page.day_wanted.connect(place.bar.days.choose)
    page.event_wanted.connect(lambda: place.frame.show_page(EVENT))
    page.scans.heard.connect(place.sounds.tell)
    return page


def event_page(place: Workplace, opened: Opened) -> EventPage:
    """Make the page of the event itself."""
    from ui.event.making_services import event_services  # noqa: PLC0415 - see ``load_ahead``
    from ui.event.page import EventPage  # noqa: PLC0415

    page = EventPage(event_services(opened.event, opened.aside), place.tools)
    page.delegate_wanted.connect(place.show_delegate)
    page.delegates_wanted.connect(lambda: place.frame.show_page(DELEGATES))
    page.outcomes_wanted.connect(lambda: place.frame.show_page(OUTCOMES))
    page.programme_wanted.connect(place.show_part)
    page.copy_wanted.connect(place.saving.copy)
    page.erase_wanted.connect(lambda: erase_everybody(place, opened))
    return page


def programme_page(place: Workplace, opened: Opened) -> ProgrammePage:
    """Make the page of the programme."""
    from ui import programme_work  # noqa: PLC0415 - see ``load_ahead``

    return programme_work.programme_page(place, opened)


def desk_printing(place: Workplace, opened: Opened) -> DeskPrinting:
    """Make what everything prints by at this desk."""
    calls = print_calls(opened.event.journal, opened.printers())
    printing = DeskPrinting(calls, place.tools, place)
    printing.printer_chosen.connect(
        lambda kind, printer: place.keep(lambda old: with_printer(old, kind, printer))
    )
    return printing


def printer_at_desk(place: Workplace, opened: Opened) -> PrinterAtDesk:
    """Make what prints badges at check-in, and says what keeps papers from coming out."""
    calls, frame = place.printing.calls, place.frame
    labels = BadgesAtCheckIn(opened.print_office, calls.queue, calls.settings)
    printer = PrinterAtDesk(labels, place.printing, place.tools)
    printer.queue_wanted.connect(lambda: frame.show_page(PRINT))
    printer.needing.connect(lambda count: frame.rail.set_count(PRINT, count))
    return printer


def ask_for_badges(
    place: Workplace, opened: Opened, settings: Settings, delegates: tuple[UUID, ...]
) -> None:
    """Ask how to print badges; of everybody who needs one, if nobody is named."""
    from ui.printing.dialog import BadgeDialog  # noqa: PLC0415 - see ``load_ahead``

    dialog = BadgeDialog(opened.print_office, place.tools, delegates, badges_for(settings), place)
    dialog.take_way(settings.printing)
    dialog.take_printers(place.printing)
    dialog.told.connect(place.frame.toasts.show_news)
    dialog.stock_chosen.connect(place.keeper("stock"))
    dialog.way_chosen.connect(place.keeper("printing"))
    # To make it and to show it takes a moment each: what waits comes between.
    in_turn(dialog, dialog.open)


def open_printer_setup(place: Workplace, opened: Opened) -> None:
    """Ask how papers are put right for a printer."""
    from app.printing.trial import trial_prints  # noqa: PLC0415
    from ui.printing.printer_setup import PrinterSetup, SetupCalls  # noqa: PLC0415

    trials = trial_prints(opened.event.journal)
    PrinterSetup(SetupCalls(place.printing, trials, place.keep), place.tools, place).open()
