from __future__ import annotations

import threading
from pathlib import Path

from sqlalchemy import func, select

from app.desks import Desks, OpenEvent
from app.printing.office import PrintOffice
from app.printing.wishes import Wish
from db.models import Badge
from tests.building import DESK_2, EventBuilder


def test_two_desks_that_print_at_once_give_one_code_each(
    open_event: OpenEvent, event: EventBuilder, tmp_path: Path
) -> None:
    event.delegates(*(("Delegate", str(place)) for place in range(700)), badge=False)
    second = Desks(DESK_2).open(open_event.database.file)
    together = threading.Barrier(2)
    printed: list[int] = []

    def prints(desk: OpenEvent, file: Path) -> None:
        together.wait()
        printed.append(PrintOffice(desk.journal).run(Wish(), file).items)

    desks = [
        threading.Thread(target=prints, args=(open_event, tmp_path / "1.pdf")),
        threading.Thread(target=prints, args=(second, tmp_path / "2.pdf")),
    ]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    second.close()

    with open_event.journal.reading() as session:
        assert session.scalar(select(func.count()).select_from(Badge)) == 700
    assert printed == [700, 700]
