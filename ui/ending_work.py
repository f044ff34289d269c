"""Brings the dialogs of the end of an event: closing a day, and erasing people.

Each loads what it needs itself: nobody needs it at the start.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from app.delegates.person import WasErased
from app.errors import DeskError
from ui.common.jobs import Quiet
from ui.common.sentences import sentence
from ui.entries import EVENT, FLOOR, OUTCOMES, PRINT

if TYPE_CHECKING:
    from ui.erasure.dialog import Whom
    from ui.opened import Opened
    from ui.workplace import Workplace


def close_day(place: Workplace, opened: Opened, day: date) -> None:
    """Ask to close a day."""
    from app.closing.closing import Closing, Open  # noqa: PLC0415
    from ui.closing.dialog import CloseDialog  # noqa: PLC0415

    pages = {
        Open.RUNNING: FLOOR,
        Open.NOT_RECORDED: OUTCOMES,
        Open.NOT_TOLD: FLOOR,
        Open.PRINTING: PRINT,
        Open.DOUBTS: EVENT,
    }
    goes = {what: (lambda key=key: place.show_page(key)) for what, key in pages.items()}
    CloseDialog(place.tools, Closing(opened.event.journal), day, goes, place).open()


def erase_person(place: Workplace, opened: Opened, delegate: UUID) -> None:
    """Ask to erase one delegate, who is looked up first."""
    from app.erasure.erasure import Erasure  # noqa: PLC0415
    from ui.erasure.dialog import whom_of  # noqa: PLC0415

    erasure = Erasure(opened.event.journal)
    place.tools.quick.run(
        lambda _report: erasure.known(delegate),
        view=_view(place),
        then=lambda known: (
            _say(place, WasErased(known.badge_number))
            if known.erased
            else _ask(place, opened, whom_of(delegate, known))
        ),
    )


def erase_everybody(place: Workplace, opened: Opened) -> None:
    """Ask to erase all personal data of the event; people are counted first."""
    from app.erasure.erasure import Erasure  # noqa: PLC0415
    from ui.erasure.dialog import everybody_of  # noqa: PLC0415

    erasure, name = Erasure(opened.event.journal), place.tools.files.event
    place.tools.quick.run(
        lambda _report: erasure.left(),
        view=_view(place),
        then=lambda left: _ask(place, opened, everybody_of(left, name)),
    )


def _view(place: Workplace) -> Quiet:
    view = Quiet(place)
    view.refused.connect(partial(_say, place))
    return view


def _say(place: Workplace, refusal: DeskError) -> None:
    place.frame.notice.say(sentence(refusal))


def _ask(place: Workplace, opened: Opened, whom: Whom) -> None:
    from app.erasure.erasure import Erasure  # noqa: PLC0415
    from ui.erasure.dialog import EraseDialog  # noqa: PLC0415

    EraseDialog(place.tools, Erasure(opened.event.journal), whom, place).open()
