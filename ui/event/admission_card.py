"""How many may come, and until when people apply."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from app.applications.admission import AdmissionForm, AdmissionTold
from app.delegates.registration import Status
from ui.common.buttons import Choice, SmallButton
from ui.common.fields import labelled
from ui.common.lettering import BODY
from ui.common.look import Look
from ui.common.parts import Text, row
from ui.event.card import Card
from ui.event.editor import Editor
from ui.event.services import AdmissionCalls

_LATE = {Status.WAITING: "Go to the waiting list", Status.DECLINED: "Are declined"}
_TIME = "2026-10-26 14:00"


class AdmissionCard(Card):
    """A small form. What is being typed stays, whatever others write meanwhile."""

    def __init__(self, look: Look, calls: AdmissionCalls, editor: Editor) -> None:
        super().__init__("Places and deadline")
        self._calls, self._editor = calls, editor
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
        self.inside.addWidget(self._counts)
        self.inside.addLayout(labelled("Places in all", self.places))
        self.inside.addLayout(labelled("Deadline, at the venue", self.apply_until))
        self.inside.addLayout(labelled("Later applications", self.late))
        self.inside.addLayout(labelled("Accepted people are here by", self.come_by))
        self.inside.addLayout(row(self.keep, None))
        for entry in (self.places, self.apply_until, self.come_by):
            entry.textChanged.connect(self._changed)
        self.late.currentIndexChanged.connect(self._changed)
        self.keep.clicked.connect(self._keep)

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
        before, self._shown = self._shown, told.form
        if before is None or self.form == before:
            self._fill(told.form)
        self._changed()

    def _fill(self, form: AdmissionForm) -> None:
        self.places.setText(form.places)
        self.apply_until.setText(form.apply_until)
        self.come_by.setText(form.come_by)
        self.late.setCurrentIndex(self.late.findData(form.late))

    def _changed(self) -> None:
        self.keep.setEnabled(self._shown is not None and self.form != self._shown)

    def _keep(self) -> None:
        form = self.form
        said = "Places and deadline are kept. Who is accepted already stays so."
        self._editor.do(lambda: self._calls.keep(form), said, self._forget)

    def _forget(self) -> None:
        """Show what was kept as it was understood, and not as it was typed."""
        self._shown = None
