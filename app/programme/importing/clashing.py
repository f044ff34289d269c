"""What of a programme that comes can't be so, once all of it stands: it is taken, and named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.delegates.folding import fold
from app.delegates.registration import RowProblem
from app.programme.importing.matching import Row
from app.programme.session import Standing


@dataclass(frozen=True, slots=True)
class _Held:
    """A session as it will stand. ``line`` is that of its row, or 0."""

    line: int
    called: str
    room: str
    starts_at: datetime
    ends_at: datetime


def clashes(
    rows: Sequence[Row], standing: Sequence[Standing]
) -> Mapping[int, Sequence[RowProblem]]:
    """Give, by their lines, the rows whose room another session is in at that time."""
    spoken_of = {row.session.id for row in rows if row.session is not None}
    held = [
        _Held(0, f"{each.number} {each.title}", fold(each.room), each.starts_at, each.ends_at)
        for each in standing
        if each.id not in spoken_of and not each.cancelled
    ]
    held += [_as_told(row) for row in rows if not row.said.get("cancelled")]
    rooms: dict[str, list[_Held]] = defaultdict(list)
    for each in held:
        if each.room:
            rooms[each.room].append(each)
    found: dict[int, list[RowProblem]] = defaultdict(list)
    for in_room in rooms.values():
        in_room.sort(key=lambda each: (each.starts_at, each.line))
        for place, one in enumerate(in_room):
            for other in in_room[place + 1 :]:
                if other.starts_at >= one.ends_at:
                    break
                later, first = (other, one) if other.line >= one.line else (one, other)
                if later.line:
                    where = f" (line {first.line})" if first.line else ""
                    problem = RowProblem(later.line, "", "clash_room", first.called + where)
                    found[later.line].append(problem)
    return found


def _as_told(row: Row) -> _Held:
    room = row.said.get("room") or (row.session.room if row.session is not None else "")
    return _Held(row.entry.line, row.title, fold(room), row.starts_at, row.ends_at)
