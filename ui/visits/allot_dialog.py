"""The dialog that allots places: first who would get what, then it is made so."""

from __future__ import annotations

from collections import Counter

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.visits.allotting import Allotment
from ui.common.lettering import BODY, BODY_STRONG, LABEL
from ui.common.numbers import nth
from ui.common.page import Tools
from ui.common.parts import Text, clear, column, row, scrolled
from ui.visits.asking import VisitAsking
from ui.visits.services import VisitServices
from ui.visits.words import allotment_words, counted

_TALL = 260
_MOST = 200
"""So many names are written out; the rest are counted."""


class AllotDialog(VisitAsking):
    """Says how many get their first choice, and so on; who gets nothing, and why."""

    def __init__(self, services: VisitServices, tools: Tools, parent: QWidget) -> None:
        super().__init__(tools, "Allot places", "Give the places", parent)
        self._services = services
        self.figures, self._proof = Text("", BODY_STRONG, wraps=True), Text("", LABEL, "2")
        self._proof.setWordWrap(True)
        self._names = column(gap=6)
        inside = QWidget()
        inside.setLayout(column(self._names, None))
        self.names = scrolled(inside)
        self.names.setFixedHeight(_TALL)
        self.said.setText("Finding the most first choices…")
        self.lay_out(self.figures, self._proof, self.names)
        for each in (self.figures, self._proof, self.names):
            each.hide()
        self.act.setEnabled(False)
        self.act.clicked.connect(self._accept)
        self.leave.setFocus()
        self.run(services.allotting.propose, self._show)

    def _show(self, found: Allotment) -> None:
        self.said.setText("Nothing is given yet. Whoever has a place keeps it.")
        self.figures.setText(allotment_words(found))
        self.figures.show()
        self._proof.setText(
            "Proved: no allotment has more first choices, nor then more second ones. Among"
            " equals, whoever signed up first comes first."
        )
        self._proof.setVisible(bool(found.given))
        clear(self._names)
        for title, words in self._lines(found):
            self._names.addLayout(_line(title, words))
        self.names.setVisible(bool(found.given or found.left))
        places = counted(len(found.given), "place", "places")
        self.act.set_words(f"Give {places}" if found.given else "Give the places")
        self.act.setEnabled(bool(found.given))
        self.fit()
        (self.act if found.given else self.leave).setFocus()

    @staticmethod
    def _lines(found: Allotment) -> list[tuple[str, str]]:
        given = Counter((each.visit.title, each.rank) for each in found.given)
        titles = dict.fromkeys(each.visit.title for each in found.given)
        lines = [
            (
                title,
                ", ".join(
                    f"{number:,} × {nth(rank)} choice"
                    for (of, rank), number in sorted(given.items(), key=lambda item: item[0][1])
                    if of == title
                ),
            )
            for title in titles
        ]
        for left in found.left[:_MOST]:
            chosen = ", ".join(visit.title for visit in left.visits)
            full = "is full" if len(left.visits) == 1 else "are full, by earlier or higher choices"
            lines.append((left.who.name, f"Gets nothing: {chosen} {full}."))
        if (more := len(found.left) - _MOST) > 0:
            lines.append((f"{more:,} more", "Get nothing: all they chose is full."))
        return lines

    def _accept(self) -> None:
        self.run(
            self._services.allotting.accept,
            lambda found: self.end(f"{counted(len(found.given), 'place is', 'places are')} given."),
        )


def _line(title: str, words: str) -> QHBoxLayout:
    name = Text(title, BODY_STRONG, wraps=True)
    name.setFixedWidth(190)
    said = Text(words, BODY, "2", wraps=True)
    line = row(name, said, gap=12)
    line.setStretch(1, 1)
    return line
