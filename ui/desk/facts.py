"""The strip of facts under a verdict: what the desk needs to hand over the right badge."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.checkin.reception import BadgeStanding
from app.delegates.countries import country_name
from app.delegates.person import Person
from ui.common.lettering import FACT, LABEL
from ui.common.look import Look
from ui.common.marks import Swatch
from ui.common.parts import Elided, Picture, Text, column, line, row
from ui.common.times import Times

HEIGHT = 68


class FactStrip(QWidget):
    """Country, badge type, delegation, phone, and where the badge is."""

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
        self.setFixedHeight(HEIGHT)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        facts = (self._country, self._type, self._delegation, self._phone, self._badge)
        for at, (fact, share) in enumerate(zip(facts, (9, 8, 11, 13, 14), strict=True)):
            if at:
                layout.addWidget(line("upright"))
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

    def show_badge(self, badge: BadgeStanding) -> None:
        """Tell whether the badge is printed, and where it lies."""
        self._printer.setVisible(badge.printed_at is None or badge.is_old)
        if badge.printed_at is None:
            self._badge.say("Not printed yet", "warn")
        elif badge.is_old:
            self._badge.say("Old one, print again", "warn")
        elif badge.box:
            self._badge.say(f"Box {badge.box}, place {badge.place}")
        else:
            self._badge.say(f"Printed {self._times.of_day(badge.printed_at)}")


class _Fact(QWidget):
    def __init__(self, label: str, mark: QWidget | None = None, left: int = 16) -> None:
        super().__init__()
        self._label = label
        self._value = Elided("", FACT)
        self._value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        value = row(*([mark] if mark else []), self._value, gap=6)
        value.setStretch(value.count() - 1, 1)
        self.setLayout(
            column(None, Text(label, LABEL, "3"), value, None, gap=2, margins=(left, 0, 8, 0))
        )

    def say(self, text: str, tone: str = "") -> None:
        self._value.setText(text)
        self._value.set_tone(tone)
        self._value.setAccessibleName(f"{self._label}: {text}")
