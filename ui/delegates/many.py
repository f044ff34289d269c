"""The bar below the table that acts on all who are chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from app.delegates.registration import Status
from ui.common.buttons import Button, Rank
from ui.common.lettering import BODY_STRONG
from ui.common.look import Look
from ui.common.parts import Panel, Text, row
from ui.delegates.words import STATUS_WORDS


class ManyBar(Panel):
    """Says how many are chosen and offers what can be done to all of them."""

    print_wanted = Signal()
    status_chosen = Signal(Status)
    accept_wanted = Signal()
    check_in_wanted = Signal()
    export_wanted = Signal()
    mails_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__("foot")
        self._counted = Text("", BODY_STRONG)
        self._asked = Text("", BODY_STRONG)
        self._print = Button(look, "Print badges", "printer", rank=Rank.MAIN)
        self._status = Button(look, "Set status…", "clipboard-check")
        self._check_in = Button(look, "Check in…", "user-check")
        self._export = Button(look, "Export…", "download")
        self._mails = Button(look, "Mail texts…", "mail")
        self._yes = Button(look, "Check in", "user-check", rank=Rank.MAIN)
        self._no = Button(look, "Cancel")
        self.menu = QMenu(self)
        self.menu.addAction("Accept those who fit…").triggered.connect(self.accept_wanted)
        self.menu.addSeparator()
        for status, words in STATUS_WORDS.items():
            action = self.menu.addAction(words)
            action.triggered.connect(lambda _on, chosen=status: self.status_chosen.emit(chosen))
        acts, question = QWidget(), QWidget()
        acts.setLayout(
            row(
                *(self._counted, None, self._export, self._mails),
                *(self._status, self._check_in, self._print),
            )
        )
        question.setLayout(row(self._asked, None, self._no, self._yes))
        self._stack = QStackedWidget()
        self._stack.addWidget(acts)
        self._stack.addWidget(question)
        self.setLayout(row(self._stack, margins=(20, 12, 20, 12)))
        self.setFixedHeight(61)
        self.hide()
        self._connect()

    def show_count(self, count: int) -> None:
        """Say how many are chosen; of less than two the bar is away."""
        self._stack.setCurrentIndex(0)
        self._counted.setText(f"{count:,} chosen")
        self._asked.setText(f"Check in {count:,} delegates? Who may not come in stays out.")
        self._print.set_words(f"Print {count:,} badges")
        self._yes.set_words(f"Check in {count:,}")
        self.setVisible(count > 1)

    def allow_check_in(self, *, today: bool) -> None:
        """Let many be checked in, or not: only today can be."""
        self._check_in.setEnabled(today)

    def _connect(self) -> None:
        self._print.clicked.connect(self.print_wanted)
        self._status.clicked.connect(self._offer)
        self._check_in.clicked.connect(self._ask)
        self._export.clicked.connect(self.export_wanted)
        self._mails.clicked.connect(self.mails_wanted)
        self._yes.clicked.connect(self._check_them_in)
        self._no.clicked.connect(self._do_not)

    def _offer(self) -> None:
        place = self._status.mapToGlobal(self._status.rect().topLeft())
        place.setY(place.y() - self.menu.sizeHint().height() - 4)
        self.menu.popup(place)

    def _ask(self) -> None:
        self._stack.setCurrentIndex(1)
        self._no.setFocus()

    def _do_not(self) -> None:
        self._stack.setCurrentIndex(0)
        self._check_in.setFocus()

    def _check_them_in(self) -> None:
        # Whoever hears it takes the focus, before the button is gone that has it.
        self.check_in_wanted.emit()
        self._stack.setCurrentIndex(0)
