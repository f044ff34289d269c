"""The fields of the card: interest, follow-up, note, and the programme of a proposal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.outcomes.outcome import OutcomeKind
from app.outcomes.recording import LONGEST
from ui.common.buttons import USUAL
from ui.common.completing import Completing
from ui.common.lettering import BODY, LABEL, font
from ui.common.look import Look
from ui.common.parts import Text, column, row
from ui.outcomes.card_parts import key_cap, labelled
from ui.outcomes.day_field import DayField, show_from_start
from ui.outcomes.forms import Form
from ui.outcomes.rows import Row
from ui.outcomes.toggles import InterestField

_DAY_WIDE, _BY_WIDE, _NOTE_LEAST, _PROGRAMME_WIDE = 148, 140, 120, 320


class Fields(QWidget):
    """``said`` carries a field of ``Outcome`` by name, with what was typed into it."""

    said = Signal(str, str)
    day_typed = Signal(object, str)
    """The day, and the text if that is none."""
    interest_chosen = Signal(int)

    def __init__(self, look: Look, today: Callable[[], date], beside: QWidget) -> None:
        """``beside`` stands at the right of the fields."""
        super().__init__()
        self.interest = InterestField(look)
        self.day = DayField(look, today)
        self.by = _line("Follow-up, by whom")
        self.note = _line("Note")
        self.programme = _line("Funding programme")
        self._texts = {
            "follow_up_by": self.by,
            "note": self.note,
            "programme": self.programme,
        }
        self._proposal = QWidget()
        self._offers_people, self._offers_programmes = (
            Completing(self.by),
            Completing(self.programme),
        )
        self._dress()
        self._lay_out(beside)
        self.interest.chosen.connect(self.interest_chosen)
        self.day.typed.connect(self.day_typed)
        for name, field in self._texts.items():
            field.textEdited.connect(partial(self.said.emit, name))
        self._offers_people.chosen.connect(partial(self.said.emit, "follow_up_by"))
        self._offers_programmes.chosen.connect(partial(self.said.emit, "programme"))

    @property
    def controls(self) -> Sequence[QWidget]:
        """Give them in the order in which Tab goes through them."""
        return (self.programme, self.interest, self.day, self.by, self.note)

    @property
    def keys(self) -> Mapping[int, Callable[[], object]]:
        """Give what goes to a field, by the key."""
        fields = {Qt.Key.Key_F: self.day, Qt.Key.Key_W: self.by, Qt.Key.Key_T: self.note}
        if not self._proposal.isHidden():
            fields[Qt.Key.Key_P] = self.programme
        return {key: partial(_go_to, field) for key, field in fields.items()}

    @property
    def is_typing(self) -> bool:
        """Tell whether somebody types in one of them."""
        return QApplication.focusWidget() in {self.day, *self._texts.values()}

    def begin(self, meeting: Row) -> None:
        """Begin with another meeting: its people may follow it up."""
        self.day.setModified(False)
        names = (*meeting.people, *meeting.whole.split(" ↔ "))
        self._offers_people.suggest_by(partial(_beginning, tuple(dict.fromkeys(names))))

    def suggest_programmes(self, known: tuple[str, ...]) -> None:
        """Offer the programmes that were named before."""
        self._offers_programmes.suggest_by(partial(_beginning, known))

    def show_form(self, form: Form) -> None:
        """Show what is said by now. Where somebody types, the text stays as it is."""
        outcome = form.outcome
        is_to_miss = form.draft.missing is not None
        self.interest.show_interest(None if is_to_miss else outcome.interest)
        self.day.show_day(outcome.follow_up_on, form.draft.unread_day)
        for name, field in self._texts.items():
            text: str = getattr(outcome, name)
            if field.text() != text:
                show_from_start(field, text)
        proposes = OutcomeKind.JOINT_PROPOSAL in outcome.kinds
        self._proposal.setVisible(proposes or bool(outcome.programme))

    def let(self, *, on: bool) -> None:
        """Let something be said, or not."""
        for each in self.controls:
            each.setEnabled(on)

    def _dress(self) -> None:
        self.day.setFixedWidth(_DAY_WIDE)
        self.by.setFixedWidth(_BY_WIDE)
        self.note.setMinimumWidth(_NOTE_LEAST)
        for field in (self.day, *self._texts.values()):
            # Else a field is higher while it has the focus, and all below it moves.
            field.setFixedHeight(USUAL)
        self.programme.setFixedWidth(_PROGRAMME_WIDE)
        self.programme.setPlaceholderText("Horizon Europe, Interreg…")

    def _lay_out(self, beside: QWidget) -> None:
        label = Text("Programme", LABEL, "2")
        self._proposal.setLayout(row(label, key_cap("P"), 6, self.programme, None, gap=6))
        fields = row(
            labelled("Interest", "1–5", self.interest),
            labelled("Follow-up", "F", self.day),
            labelled("By whom", "W", self.by),
            labelled("Note", "T", self.note),
            column(None, beside, gap=0),
            gap=12,
        )
        fields.setStretch(3, 1)
        self.setLayout(column(self._proposal, fields, gap=10))


def _line(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setFont(font(BODY))
    field.setMaxLength(LONGEST)
    return field


def _go_to(field: QLineEdit) -> None:
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    field.selectAll()


def _beginning(known: tuple[str, ...], typed: str) -> list[str]:
    """Give what begins with what was typed, or has a word that does."""
    wanted = f" {typed.strip().casefold()}"
    return [each for each in known if wanted in f" {each.casefold()}"]
