"""What prints papers that say what stands in the event. Light to import."""

from __future__ import annotations

from app.journal.journal import Journal
from app.printing.prints import Prints
from app.printing.sheets import SheetMaker, SheetWish


def matrix_prints(journal: Journal) -> Prints[SheetWish]:
    """Print which tables are taken by whom, slot by slot."""

    def maker() -> SheetMaker:
        from app.printing.matrix.maker import matrix_document  # noqa: PLC0415

        return SheetMaker(journal, matrix_document)

    return Prints(journal, maker)


def agenda_prints(journal: Journal) -> Prints[SheetWish]:
    """Print what happens when."""

    def maker() -> SheetMaker:
        from app.printing.agenda.maker import agenda_document  # noqa: PLC0415

        return SheetMaker(journal, agenda_document)

    return Prints(journal, maker)


def box_prints(journal: Journal) -> Prints[SheetWish]:
    """Print labels for the boxes of badges."""

    def maker() -> SheetMaker:
        from app.printing.boxes.maker import box_document  # noqa: PLC0415

        return SheetMaker(journal, box_document)

    return Prints(journal, maker)


def certificate_prints(journal: Journal) -> Prints[SheetWish]:
    """Print who was there, for each of them."""

    def maker() -> SheetMaker:
        from app.printing.certificates.maker import certificate_document  # noqa: PLC0415

        return SheetMaker(journal, certificate_document)

    return Prints(journal, maker)


def booklet_prints(journal: Journal) -> Prints[SheetWish]:
    """Print who comes, to hand out."""

    def maker() -> SheetMaker:
        from app.printing.booklet.maker import booklet_document  # noqa: PLC0415

        return SheetMaker(journal, booklet_document)

    return Prints(journal, maker)


def card_prints(journal: Journal) -> Prints[SheetWish]:
    """Print cards that stand on the tables."""

    def maker() -> SheetMaker:
        from app.printing.cards.maker import card_document  # noqa: PLC0415

        return SheetMaker(journal, card_document)

    return Prints(journal, maker)


def outcome_slip_prints(journal: Journal) -> Prints[SheetWish]:
    """Print slips to tick what came of meetings."""

    def maker() -> SheetMaker:
        from app.printing.outcome_slips.maker import outcome_slip_document  # noqa: PLC0415

        return SheetMaker(journal, outcome_slip_document)

    return Prints(journal, maker)


def desk_list_prints(journal: Journal) -> Prints[SheetWish]:
    """Print the alphabetical list of the desk."""

    def maker() -> SheetMaker:
        from app.printing.desk_list.maker import desk_list_document  # noqa: PLC0415

        return SheetMaker(journal, desk_list_document)

    return Prints(journal, maker)


def bus_list_prints(journal: Journal) -> Prints[SheetWish]:
    """Print who comes along on each visit."""

    def maker() -> SheetMaker:
        from app.printing.visits.maker import bus_list_document  # noqa: PLC0415

        return SheetMaker(journal, bus_list_document)

    return Prints(journal, maker)


def sign_prints(journal: Journal) -> Prints[SheetWish]:
    """Print where people gather for each visit, to be read from far."""

    def maker() -> SheetMaker:
        from app.printing.visits.maker import sign_document  # noqa: PLC0415

        return SheetMaker(journal, sign_document)

    return Prints(journal, maker)


def organisation_prints(journal: Journal) -> Prints[SheetWish]:
    """Print the schedules of organisations."""

    def maker() -> SheetMaker:
        from app.printing.organisations.maker import organisation_document  # noqa: PLC0415

        return SheetMaker(journal, organisation_document)

    return Prints(journal, maker)


def round_card_prints(journal: Journal) -> Prints[SheetWish]:
    """Print cards for the tables of rounds."""

    def maker() -> SheetMaker:
        from app.printing.rounds.maker import round_card_document  # noqa: PLC0415

        return SheetMaker(journal, round_card_document)

    return Prints(journal, maker)


def round_list_prints(journal: Journal) -> Prints[SheetWish]:
    """Print by name who sits at which tables in rounds."""

    def maker() -> SheetMaker:
        from app.printing.rounds.maker import round_list_document  # noqa: PLC0415

        return SheetMaker(journal, round_list_document)

    return Prints(journal, maker)
