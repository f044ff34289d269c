"""From a wish to the paper, for papers of every kind.

Light to import: what draws is loaded at the first call, off the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Generic, Protocol, TypeVar
from uuid import uuid4

from sqlalchemy.orm import Session

from app.files import FileNotWritten, written_whole
from app.journal.deeds import Deed
from app.journal.journal import Journal, Unit
from app.journal.parts import write_in_parts
from app.printing.boxing import in_boxes
from app.printing.drawn import Drawn, Preview
from app.progress import Report, unheard

W = TypeVar("W")
W_contra = TypeVar("W_contra", contravariant=True)


class Maker(Protocol[W_contra]):
    """Makes papers of one kind out of wishes."""

    def draw(self, wish: W_contra, report: Report) -> Drawn:
        """Draw what is wished, with the codes and versions that it needs."""

    def preview(self, wish: W_contra, at: int = 0) -> Preview:
        """Draw the part ``at`` of what ``draw`` would, or the last; refuse as it does.

        Nothing is written for it.
        """


class Prints(Generic[W]):
    """Draws papers, writes them to files, and notes them once they are on paper.

    ``maker`` is asked for at each call. What it refuses, this refuses.
    """

    def __init__(self, journal: Journal, maker: Callable[[], Maker[W]]) -> None:
        self.journal = journal
        self._maker = maker

    def run(self, wish: W, file: Path, report: Report = unheard) -> Drawn:
        """Write papers as a PDF, then note them as printed. What is refused, writes no file.

        Raises:
            FileNotWritten: The file can't be written, or is the event itself. Nothing was
                noted as printed.
            Cancelled: ``report`` stopped it.
        """
        self._keep_from_event(file)
        drawn = self.draw(wish, report)
        self.save(drawn, file)
        self.note(drawn)
        return drawn

    def preview(self, wish: W, at: int = 0) -> Preview:
        """Draw the part ``at`` of what ``draw`` would, or the last, and write nothing for it.

        Refuses as ``draw``.
        """
        return self._maker().preview(wish, at)

    def draw(self, wish: W, report: Report = unheard) -> Drawn:
        """Draw papers, and note nothing: they are not on paper yet.

        Raises:
            Cancelled: ``report`` stopped it.
        """
        return self._maker().draw(wish, report)

    def save(self, drawn: Drawn, file: Path) -> None:
        """Write drawn papers to a file.

        Raises:
            FileNotWritten: The file can't be written, or is the event itself.
        """
        self._keep_from_event(file)
        with written_whole(file) as stream:
            stream.write(drawn.pdf)

    def note(self, drawn: Drawn) -> None:
        """Note drawn papers as printed."""

        def printed(_session: Session, part: Sequence[Deed], _others_wrote: bool) -> Sequence[Deed]:
            return part

        with self.journal.reading() as session:
            deeds = in_boxes(session, drawn.deeds, self.journal.author.desk)
        for _done in write_in_parts(self.journal, Unit(uuid4()), deeds, printed):
            pass

    def _keep_from_event(self, file: Path) -> None:
        if file.exists() and file.samefile(self.journal.database.file):
            raise FileNotWritten(file, "the event itself stands there")
