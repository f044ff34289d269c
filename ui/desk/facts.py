"""The strip of facts under a verdict: what the desk needs to hand over the right badge."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.checkin.reception import BadgeStanding
from app.delegates.countries import country_name
from app.delegates.decided import Decided, is_decided
from app.delegates.person import Person
from ui.common.lettering import FACT, LABEL
from ui.common.look import Look
from ui.common.marks import Swatch
from ui.common.parts import Elided, Picture, Text, column, line, row
from ui.common.times import Times

HEIGHT = 68
_LEFT = 16
_SHARES = (9, 7, 13, 12, 14, 26)
_DECIDED = {"withdrawn": "Cancelled", "declined": "Declined"}


class FactStrip(QWidget):
    """Country, badge type, delegation, phone, and where the badge is.

    Of somebody who is not to come, the last two make room for who decided that, and when.
    """

    def __init__(self, look: Look, times: Times) -> None:
        super().__init__()
        self._times = times
        self._country = _Fact("Country", left=32)
        self._type = _Fact("Badge type")
        self._swatch = Swatch()
        self._delegation = _Fact("Delegation", self._swatch)
        self._phone = _Fact("Phone")
        self._printer = Picture(look, "printer", "warn-text", 18)
        self._badge = _Fact("Badge", self._printer)
        self._decided = _Fact("Cancelled")
        self.setFixedHeight(HEIGHT)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        facts = (self._country, self._type, self._delegation)
        changing = (self._phone, self._badge, self._decided)
        for fact, share in zip((*facts, *changing), _SHARES, strict=True):
            layout.addWidget(fact, share)

    def show_person(self, person: Person) -> None:
        """Show what a scan told. The badge follows, for it takes a look of its own."""
        self._country.say(country_name(person.country) if person.country else "–")
        self._type.say(person.badge_type or "Delegate")
        self._swatch.show_colour(person.delegation_colour)
        self._delegation.say(person.delegation or "–")
        self._phone.say(person.phone or "–")
        self._printer.hide()
        self._badge.say("…")
        self._decided.call(_DECIDED.get(person.status, "Taken over"))
        self._decided.say("…")
        is_out = is_decided(person)
        for fact in (self._phone, self._badge):
            fact.setVisible(not is_out)
        self._decided.setVisible(is_out)

    def show_badge(self, badge: BadgeStanding) -> None:
        """Tell whether the badge is printed, and where it lies."""
        self._printer.setVisible(badge.printed_at is None or badge.is_old)
        if badge.printed_at is None:
            self._badge.say("Not printed yet", "warn")
        elif badge.is_old:
            self._badge.say("Old one, print again", "warn")
        elif lies := badge.lies:
            self._badge.say(f"Box {lies.box}, place {lies.place}")
        else:
            self._badge.say(f"Printed {self._times.of_day(badge.printed_at)}")

    def show_decided(self, decided: Decided | None) -> None:
        """Tell how it was decided that they are not to come."""
        self._decided.say(decided_words(decided, self._times) if decided else "–")


def decided_words(decided: Decided, times: Times) -> str:
    """Say when somebody decided, why, and who it was: ``11 Mar, ill since Monday, by Rasa``."""
    local = decided.at.astimezone(times.zone)
    when = f"{local:%H:%M}" if local.date() == times.today() else f"{local.day} {local:%b}"
    if decided.imported:
        return f"{when}, in the registration list"
    who = f"by {decided.on_duty}" if decided.on_duty else f"at {decided.desk}"
    return ", ".join(filter(None, (when, decided.reason, who)))


class _Fact(QWidget):
    def __init__(self, label: str, mark: QWidget | None = None, left: int = _LEFT) -> None:
        super().__init__()
        self._label = Text(label, LABEL, "3")
        self._value = Elided("", FACT)
        self._value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        value = row(*([mark] if mark else []), self._value, gap=6)
        value.setStretch(value.count() - 1, 1)
        words = column(None, self._label, value, None, gap=2, margins=(left, 0, 8, 0))
        # The first stands at the card's side; the others have a line before them.
        before = [] if left != _LEFT else [line("upright")]
        whole = row(*before, gap=0)
        whole.addLayout(words, 1)
        self.setLayout(whole)

    def call(self, label: str) -> None:
        self._label.setText(label)

    def say(self, text: str, tone: str = "") -> None:
        self._value.setText(text)
        self._value.set_tone(tone)
        self.setAccessibleName(f"{self._label.text()}: {text}")
