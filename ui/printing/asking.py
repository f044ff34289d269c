"""What a kind of paper tells the dialog that prints it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from app.printing.drawn import Drawn, Preview
from app.printing.refusals import Unprintable
from ui.common.files import FileKind, Question
from ui.printing.calls import Feed
from ui.printing.paper_panel import PaperPanel
from ui.printing.words import left_off

W_co = TypeVar("W_co", covariant=True)


@dataclass(frozen=True, slots=True)
class About:
    """What a dialog calls its paper: ``what`` as in “Print badges”, ``counted`` of so many.

    ``kind`` is the word of the ``print`` command for it. ``key`` opens the dialog, and does in it
    what was done last: print or save. ``lacking`` says what becomes of what no font can print.
    """

    kind: str
    what: str
    counted: Callable[[int], str]
    key: str
    files: FileKind
    size: tuple[int, int] = (860, 700)
    lacking: Callable[[Sequence[Unprintable]], str] = left_off


class Asking(Protocol[W_co]):
    """Asks for what is to be printed, and has the words for it."""

    @property
    def panel(self) -> PaperPanel: ...
    @property
    def wish(self) -> W_co: ...
    @property
    def feed(self) -> Feed: ...
    @property
    def stock(self) -> str:
        """What it is printed on, as printers are set up for it."""

    @property
    def question(self) -> Question:
        """What is asked before a file is written."""

    @property
    def count(self) -> int | None:
        """How many are wished; 0: the first page tells; ``None``: that must be known first."""

    @property
    def warns(self) -> bool:
        """Tell whether something must be read before a key that came early may print."""

    def caption(self, preview: Preview) -> tuple[str, str]:
        """Say what the page is to those who can't see it, and what stands below it."""

    def named(self, drawn: Drawn) -> str:
        """Say what came out: ``2 badges``."""
