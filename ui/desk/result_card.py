"""One of those who were found: who it is, and far from the name the one button."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent

from app.delegates.countries import country_name
from app.delegates.lookup import FoundPerson
from ui.common.buttons import LargeButton, Rank
from ui.common.lettering import BODY, LABEL, SECTION, TITLE, font
from ui.common.look import Look
from ui.common.marks import STATE_WORDS, paint_state
from ui.common.painting import Ink, paint_text
from ui.common.parts import Panel, restyle, row

_BUTTON_WIDTH = 156
_HIGH, _HIGHER = 78, 86
_SIDE, _TOP, _GAP = 20, 15, 16
_SHARES = (33, 12, 12, 23)
"""Of the room beside the button: name, country, badge type, status."""
_SHARES_TOLD = (26, 13, 22, 20)
"""The same where something else is told instead of country and badge type."""
Facts = tuple[tuple[str, str], tuple[str, str]]
"""Two facts, each with its label."""
_MARK = 20

_WORDS = {"expected": ("Check in", "user-check"), "left": ("Let in", "user-check")}
"""What the button says of those who can come in; who left was checked in already."""
_SINCE = {"here": "Here since", "left": "Left at"}


class _CardButton(LargeButton):
    """Pressed by its key, it acts only where somebody can see on whom."""

    reached = Signal()

    def __init__(self, look: Look, text: str, icon: str, key: str) -> None:
        super().__init__(look, text, icon, key)
        self.acts_by_key = True

    def _pressed_by_key(self) -> None:
        if self.acts_by_key:
            super()._pressed_by_key()
        elif self.isVisible():
            self.setFocus()
            self.reached.emit()


class ResultCard(Panel):
    """Shows one person after another as somebody types on. The signals carry a ``Person``.

    All but the button is painted: nine cards of a dozen parts each would be shown too late.
    """

    check_in_wanted = Signal(object)
    open_wanted = Signal(object)

    def __init__(self, look: Look, at: int) -> None:
        super().__init__("card")
        self._look = look
        self._found: FoundPerson | None = None
        self._comes_in = False
        self._is_likeliest = False
        self._since = ""
        self._told: Facts | None = None
        self._key = f"Alt+{at}"
        self.button = _CardButton(look, "Open", "", self._key)
        self.button.setFixedWidth(_BUTTON_WIDTH)
        self.setFixedHeight(_HIGH)
        self.setLayout(row(None, self.button, margins=(_SIDE, 0, _SIDE, 0)))
        self.button.clicked.connect(self._act)
        look.changed.connect(self.update)

    def show_found(
        self, found: FoundPerson, *, likeliest: bool, since: str = "", told: Facts | None = None
    ) -> None:
        """Show a person, and ``since`` when they are here or have left.

        ``told`` stands in place of their country and badge type.
        A button that is held down lets go: it was meant for another.
        """
        self.button.setDown(False)
        self._found, self._since, self._told = found, since, told
        self._comes_in = found.state in _WORDS
        word, icon = _WORDS.get(found.state, ("Open", ""))
        self.button.set_words(word, icon)
        who = ", ".join(filter(None, (found.person.name, found.person.organisation)))
        self.button.setAccessibleName(f"{word}: {who}")
        facts = (f"{label}: {text}" for label, text in self._facts(found))
        self.setAccessibleName(". ".join((who, *facts)))
        self.setToolTip(who)
        if likeliest != self._is_likeliest:
            self._stand_out(likeliest)
        self.update()

    def show_in_sight(self, *, in_sight: bool) -> None:
        """Show the key if the card can be seen; a key that is not said only brings it in sight."""
        self.button.acts_by_key = in_sight
        self.button.show_key(self._key if in_sight else "")
        self.button.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        found = self._found
        if found is None:
            return
        painter = QPainter(self)
        columns = self._columns()
        name = next(columns)
        high = 30 if self._is_likeliest else 23
        fits = QFontMetricsF(font(TITLE)).horizontalAdvance(found.person.name) <= name.width()
        strong = Ink(TITLE if self._is_likeliest and fits else SECTION)
        organisation = found.person.organisation or "No organisation"
        self._text(painter, QRectF(name.x(), _TOP, name.width(), high), found.person.name, strong)
        below = QRectF(name.x(), _TOP + high + 2, name.width(), 23)
        self._text(painter, below, organisation, Ink(BODY, "text-2"))
        for place, (label, text) in zip(columns, self._facts(found), strict=True):
            above = QRectF(place.x(), _TOP, place.width(), 22)
            self._text(painter, above, label, Ink(LABEL, "text-3"))
            below = QRectF(place.x(), _TOP + 26, place.width(), 22)
            if label == "Status":
                mark = QRectF(below.x(), below.y(), 14, below.height())
                paint_state(painter, mark, found.state, self._look)
                below.setLeft(below.left() + _MARK)
            self._text(painter, below, text, Ink(BODY))
        painter.end()

    def _facts(self, found: FoundPerson) -> Iterator[tuple[str, str]]:
        person = found.person
        country = country_name(person.country) if person.country else "–"
        plain = ("Country", country), ("Badge type", person.badge_type or "Delegate")
        yield from self._told or plain
        word = _SINCE.get(found.state, "") if self._since else ""
        yield "Status", f"{word} {self._since}" if word else STATE_WORDS[found.state]

    def _columns(self) -> Iterator[QRectF]:
        shares = _SHARES_TOLD if self._told else _SHARES
        room = self.width() - 2 * _SIDE - _BUTTON_WIDTH - len(shares) * _GAP
        x = float(_SIDE)
        for share in shares:
            wide = room * share / sum(shares)
            yield QRectF(x, 0, wide, self.height())
            x += wide + _GAP

    def _text(self, painter: QPainter, area: QRectF, text: str, ink: Ink) -> None:
        paint_text(painter, area, text, ink, self._look)

    def _stand_out(self, likeliest: bool) -> None:
        self._is_likeliest = likeliest
        self.setFixedHeight(_HIGHER if likeliest else _HIGH)
        self.setProperty("chosen", "true" if likeliest else "false")
        restyle(self)
        self.button.set_rank(Rank.MAIN if likeliest else Rank.PLAIN)

    def _act(self) -> None:
        if self._found is not None:
            wanted = self.check_in_wanted if self._comes_in else self.open_wanted
            wanted.emit(self._found.person)
