"""The open meeting in the table: what came of it is said here, mostly by single keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.floor.states import Missing
from app.outcomes.answers import AnswerSet
from app.outcomes.outcome import LEAST_INTEREST, MOST_INTEREST, Answer, OutcomeKind
from ui.common.buttons import Button, Rank, SmallButton
from ui.common.lettering import LABEL
from ui.common.look import Look
from ui.common.parts import Panel, Text, column, row
from ui.common.segments import ViewSwitch
from ui.outcomes.card_parts import Answers, Lines, WhoLine, key_cap
from ui.outcomes.card_words import notices
from ui.outcomes.fields import Fields
from ui.outcomes.forms import NOTHING, Draft, Form
from ui.outcomes.rows import Row
from ui.outcomes.toggles import SmallToggle, Toggle
from ui.outcomes.words import ANSWER_KEYS, KIND_ICONS, KIND_KEYS, SIDE_WORDS

_SIDES = tuple(SIDE_WORDS)
_MISSING = (Missing.HOST, Missing.GUEST, Missing.BOTH)
_INSET = 16


class Card(Panel):
    """Shows one meeting at a time. ``edited`` carries the draft, at each change."""

    edited = Signal(object)
    take_out_wanted = Signal()
    fitted = Signal()
    """It may need more room than before, or less."""

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        super().__init__("editor")
        self._row: Row | None = None
        self._form = Form({}, None)
        self._asked: AnswerSet | None = None
        self._extra = ""
        self._who = WhoLine(look)
        self.save = Button(look, "Save, next", rank=Rank.MAIN)
        self.sides = ViewSwitch(look, *SIDE_WORDS.values())
        self.kinds: Answers[OutcomeKind] = Answers(look, Toggle, None, self._toggle_kind)
        self.fields = Fields(look, today, self.save)
        in_short = Text("In short", LABEL, "2")
        self.short: Answers[Answer] = Answers(look, SmallToggle, in_short, self._choose_answer)
        absent = QWidget()
        absent.setLayout(row(Text("Did not take place", LABEL, "2"), key_cap("X"), gap=6))
        self.missing: Answers[Missing] = Answers(look, SmallToggle, absent, self._choose_missing)
        self.take_out = SmallButton(look, "Take out", "trash-2", rank=Rank.QUIET)
        self.history = SmallButton(look, "History", "history", rank=Rank.QUIET)
        self.notices, self.told = Lines(), Lines()
        self._dress()
        self._connect()

    @property
    def shown(self) -> Row | None:
        """The meeting that is shown."""
        return self._row

    @property
    def form(self) -> Form:
        """What is kept of it, and typed by now."""
        return self._form

    def show_row(self, meeting: Row, draft: Draft, asked: AnswerSet, extra: str = "") -> None:
        """Show a meeting with what was typed of it; ``extra`` is said until something is typed."""
        if asked is not self._asked:
            self._offer(asked)
        is_other = self._row is None or self._row.id != meeting.id
        if is_other:
            self.told.say()
            self.fields.begin(meeting)
            self._extra = ""
        elif draft.side is None:
            # Whose answer is looked at is not typed, and so not kept as a draft.
            draft = replace(draft, side=self._form.draft.side)
        self._row, self._extra = meeting, extra or self._extra
        self._who.show_row(meeting)
        self._show(meeting.form(draft))
        if is_other:
            # Whoever hears it read out has the focus in the table all the while.
            said = QAccessibleAnnouncementEvent(self, self._who.accessibleName())
            QAccessible.updateAccessibility(said)

    def strike(self, key: int) -> bool:
        """Do what a key means here, while no field has the focus; false: it means nothing."""
        act = self._keys.get(key)
        if act is None or self._row is None:
            return False
        if self._row.can_be_told:
            act()
        return True

    @property
    def _keys(self) -> Mapping[int, Callable[[], object]]:
        acts: dict[int, Callable[[], object]] = {
            **self.fields.keys,
            Qt.Key.Key_X: self._next_missing,
            Qt.Key.Key_S: self._next_side,
            Qt.Key.Key_Delete: self._ask_take_out,
        }
        for number in range(LEAST_INTEREST, MOST_INTEREST + 1):
            acts[Qt.Key.Key_0 + number] = partial(self._choose_interest, number)
        for kind in self.kinds.toggles:
            acts[ord(KIND_KEYS[kind])] = partial(self._toggle_kind, kind)
        for answer in self.short.toggles:
            acts[ord(ANSWER_KEYS[answer])] = partial(self._choose_answer, answer)
        return acts

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self.fitted.emit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.kinds.fit(self.contentsRect().width() - 2 * _INSET)

    def _offer(self, asked: AnswerSet) -> None:
        self._asked = asked
        self.kinds.offer(asked.kinds, KIND_KEYS, KIND_ICONS)
        self.short.offer(asked.in_short, ANSWER_KEYS)
        self.missing.offer({each: asked.took_place[each] for each in _MISSING}, {})
        self.kinds.setVisible(bool(asked.kinds))
        self.short.setVisible(bool(asked.in_short))
        self._fit()
        parts = [*self.sides.segments, *self.kinds.toggles.values(), *self.fields.controls]
        parts += [self.save, *self.short.toggles.values(), *self.missing.toggles.values()]
        for one, other in pairwise([*parts, self.take_out, self.history]):
            QWidget.setTabOrder(one, other)

    def _show(self, form: Form) -> None:
        meeting, self._form = self._row, form
        if meeting is None:
            return
        self.sides.choose(_SIDES.index(form.side))
        told = NOTHING if form.draft.missing is not None else form.outcome
        self.kinds.show_chosen(told.kinds)
        self.short.show_chosen({told.answer})
        self.missing.show_chosen((form.missing,) if form.missing else ())
        self.fields.show_form(form)
        self.take_out.setVisible(bool(form.kept) or meeting.missed is not None)
        for part in (self.sides, self.kinds, self.short, self.missing):
            part.setEnabled(meeting.can_be_told)
        self.fields.let(on=meeting.can_be_told)
        self.notices.say(*notices(meeting, form, self._extra))

    def _take(self, draft: Draft) -> None:
        self._extra = ""
        self._show(replace(self._form, draft=draft))
        self.edited.emit(draft)

    def _toggle_kind(self, kind: OutcomeKind) -> None:
        self._take(self._form.with_kind(kind))

    def _choose_answer(self, answer: Answer) -> None:
        self._take(self._form.with_answer(answer))

    def _choose_interest(self, interest: int) -> None:
        self._take(self._form.with_interest(interest))

    def _choose_missing(self, missing: Missing) -> None:
        self._take(self._form.with_missing(missing))

    def _next_missing(self) -> None:
        """Say of one side after the other that it did not come, and then leave it open again."""
        typed = self._form.draft.missing
        at = _MISSING.index(typed) + 1 if typed is not None else 0
        self._choose_missing(_MISSING[min(at, len(_MISSING) - 1)])

    def _next_side(self) -> None:
        self._choose_side((_SIDES.index(self._form.side) + 1) % len(_SIDES))

    def _choose_side(self, place: int) -> None:
        if self._form.draft.unread_day:
            # It belongs to the side that is shown, and must not be lost with it.
            self.sides.choose(_SIDES.index(self._form.side))
            self.fields.day.setFocus()
            return
        self._take(self._form.with_side(_SIDES[place]))

    def _take_text(self, name: str, text: str) -> None:
        self._take(self._form.with_said(**{name: text}))

    def _take_day(self, day: date | None, unread: str) -> None:
        self._take(replace(self._form.with_said(follow_up_on=day), unread_day=unread))

    def _ask_take_out(self) -> None:
        if not self.take_out.isHidden():
            self.take_out_wanted.emit()

    def _dress(self) -> None:
        self.setAccessibleName("The open meeting")
        self.save.show_key("Return")
        self.sides.setToolTip("Whose answer it is (S)")
        for segment, side in zip(self.sides.segments, SIDE_WORDS.values(), strict=True):
            segment.setAccessibleName(f"Answer of {side.casefold()}")
        self.history.setCheckable(True)
        whose = row(Text("Answer of", LABEL, "2"), key_cap("S"), gap=6)
        head = row(self._who, whose, self.sides, gap=12)
        last = row(self.missing, None, self.take_out, self.history)
        parts = (self.kinds, self.fields, self.short, last, self.notices, self.told)
        self.setLayout(column(head, *parts, gap=10, margins=(_INSET, 10, _INSET, 14)))

    def _connect(self) -> None:
        self.sides.chosen.connect(self._choose_side)
        self.fields.interest_chosen.connect(self._choose_interest)
        self.fields.day_typed.connect(self._take_day)
        self.fields.said.connect(self._take_text)
        self.take_out.clicked.connect(self.take_out_wanted)
