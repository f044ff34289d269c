"""How many may come, and until when people apply."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from app.applications.admission import AdmissionForm, AdmissionTold, GroupPlaces
from app.applications.instants import SaidInstant
from app.cli.application_words import settled_line
from app.delegates.registration import Status
from ui.common.buttons import Choice, SmallButton
from ui.common.fields import labelled
from ui.common.lettering import BODY
from ui.common.look import Look
from ui.common.parts import Text, row
from ui.event.card import Card
from ui.event.editor import Editor
from ui.event.limits_dialog import LimitsDialog, group_words
from ui.event.services import AdmissionCalls

_LATE = {Status.WAITING: "Go to the waiting list", Status.DECLINED: "Are declined"}
_TIME = "2026-10-26 14:00"


class AdmissionCard(Card):
    """A small form. What is being typed stays, whatever others write meanwhile."""

    texts_wanted = Signal()
    """What letters say is to be changed."""

    def __init__(self, look: Look, calls: AdmissionCalls, editor: Editor) -> None:
        super().__init__("Places and deadline")
        self._calls, self._editor = calls, editor
        self._look = look
        self._told: AdmissionTold | None = None
        self._shown: AdmissionForm | None = None
        self.places, self.apply_until, self.come_by = QLineEdit(), QLineEdit(), QLineEdit()
        self.places.setPlaceholderText("No limit")
        for entry in (self.apply_until, self.come_by):
            entry.setPlaceholderText(f"None, or {_TIME}")
        self.late = Choice(look)
        for status, words in _LATE.items():
            self.late.addItem(words, status)
        self._counts = Text("", BODY, "2", wraps=True)
        self.keep = SmallButton(look, "Keep places and deadline", "check")
        self.keep.setEnabled(False)
        self.limits = SmallButton(look, "By kind and delegation…", "users")
        self.texts = SmallButton(look, "Letter texts…", "mail")
        self._limited = Text("", BODY, "2", wraps=True)
        self._settled = Text("", BODY, "warn", wraps=True)
        for said in (self._limited, self._settled):
            said.hide()
        self._lay_out()
        for entry in (self.places, self.apply_until, self.come_by):
            entry.textChanged.connect(self._changed)
        self.late.currentIndexChanged.connect(self._changed)
        self.keep.clicked.connect(self._keep)
        self.limits.clicked.connect(self._ask_limits)
        self.texts.clicked.connect(self.texts_wanted)

    def _lay_out(self) -> None:
        self.inside.addWidget(self._counts)
        self.inside.addLayout(labelled("Places in all", self.places))
        self.inside.addWidget(self._limited)
        self.inside.addLayout(row(self.limits, None))
        self.inside.addLayout(labelled("Deadline, at the venue", self.apply_until))
        self.inside.addLayout(labelled("Later applications", self.late))
        self.inside.addLayout(labelled("Accepted people are here by", self.come_by))
        self.inside.addWidget(self._settled)
        self.inside.addLayout(row(self.keep, self.texts, None))

    @property
    def form(self) -> AdmissionForm:
        """What stands in the fields."""
        texts = (self.places.text().strip(), self.apply_until.text().strip())
        return AdmissionForm(*texts, Status(self.late.currentData()), self.come_by.text().strip())

    def show_told(self, told: AdmissionTold) -> None:
        """Show how it stands; fields that were changed and not kept stay."""
        counts, taken = told.standing.counts, told.standing.in_all
        of = " accepted" if taken.places is None else f" of {taken.places:,} places taken"
        late = f", {told.standing.late:,} late" if told.standing.late else ""
        self._counts.setText(
            f"{taken.taken:,}{of} · {counts[Status.RECEIVED]:,} to decide · "
            f"{counts[Status.WAITING]:,} waiting{late}"
        )
        self._told = told
        limited = [each for each in told.groups if each.places]
        self._limited.setText("\n".join(map(_limit_words, limited)))
        self._limited.setVisible(bool(limited))
        before, self._shown = self._shown, told.form
        if before is None or self.form == before:
            self._fill(told.form)
        self._changed()

    def _fill(self, form: AdmissionForm) -> None:
        self.places.setText(form.places)
        self.apply_until.setText(form.apply_until)
        self.come_by.setText(form.come_by)
        self.late.setCurrentIndex(self.late.findData(form.late))

    def _ask_limits(self) -> None:
        if self._told is None:
            return
        dialog = LimitsDialog(self._look, self._told.groups, self)
        dialog.decided.connect(self._keep_limits)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _keep_limits(self, groups: Sequence[GroupPlaces]) -> None:
        if groups:
            said = "Places are kept. Who is accepted already stays so."
            self._editor.do(lambda: self._calls.keep_groups(groups), said)

    def _changed(self) -> None:
        self.keep.setEnabled(self._shown is not None and self.form != self._shown)

    def _keep(self) -> None:
        form = self.form
        settled: list[SaidInstant] = []
        said = "Places and deadline are kept. Who is accepted already stays so."
        self._editor.do(
            lambda: settled.extend(self._calls.keep(form)), said, lambda: self._forget(settled)
        )

    def _forget(self, settled: Sequence[SaidInstant]) -> None:
        """Show what was kept as it was understood, and not as it was typed."""
        self._shown = None
        if self._told is not None:
            zone = self._told.zone
            self._settled.setText("\n".join(settled_line(each, zone) for each in settled))
            self._settled.setVisible(bool(settled))


def _limit_words(group: GroupPlaces) -> str:
    places = int(group.places)
    over = group.taken - places
    more = f", {over:,} more than there are" if over > 0 else "" if over else ", full"
    return f"{group_words(group)}: {group.taken:,} of {places:,}{more}"
