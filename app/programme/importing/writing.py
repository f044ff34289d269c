"""The deeds of rows that can be taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from app.journal.deeds import Deed
from app.meetings.deeds import Values
from app.programme import deeds as d
from app.programme.callers import Callers
from app.programme.importing.matching import Row
from app.programme.session import SessionKind, Standing
from app.programme.sessions import one_line
from db.ids import new_id

_PLACE: Final = frozenset({"starts_at", "ends_at", "room"})
_SIDES: Final = ("speakers", "moderators")
_SEVERAL: Final = re.compile(r"[;|\n]|\s/\s|\s(?:&|and|und|et)\s")


class Writing:
    """Compares rows with the sessions that they speak of. ``numbers`` are for new ones."""

    def __init__(self, callers: Callers, numbers: Iterator[str]) -> None:
        self._callers = callers
        self._numbers = numbers

    def deeds(self, row: Row) -> Iterator[Deed]:
        """Yield what makes the programme say what a row says."""
        if row.session is None:
            yield from self._new(row)
            return
        now = row.session
        news = {name: value for name, value in row.said.items() if _is_new(now, name, value)}
        yield from _moved(now, news)
        values, before = self._values(row, now, news)
        if values:
            yield d.SessionChanged(now.id, values, before)
        yield from self._named(row, now)
        if news.get("cancelled", now.cancelled) != now.cancelled:
            yield d.SessionRestored(now.id) if now.cancelled else d.SessionCancelled(now.id)

    def _new(self, row: Row) -> Iterator[Deed]:
        said = {name: value for name, value in row.said.items() if name not in _PLACE}
        is_off = said.pop("cancelled", False)
        people = {side: self._people(text) for side, text in row.people.items()}
        values: Values = {
            "kind": SessionKind.OTHER.value,
            **said,
            **{side: ids for side, (ids, _names) in people.items()},
            "source": row.source,
            "said": dict(row.said),
        }
        nobody: tuple[list[str], tuple[str, ...]] = ([], ())
        speakers, moderators = (people.get(side, nobody)[1] for side in _SIDES)
        place = (row.starts_at, row.ends_at, one_line(row.said.get("room", "")))
        session = new_id()
        number = next(self._numbers)
        named = dict(row.people) or None
        yield d.SessionAdded(session, number, *place, values, speakers, moderators, named)
        if is_off:
            yield d.SessionCancelled(session)

    def _values(self, row: Row, now: Standing, news: Mapping[str, Any]) -> tuple[Values, Values]:
        """Give the columns that are other than before, and what they were."""
        wanted: Values = {
            name: value for name, value in news.items() if name not in {*_PLACE, "cancelled"}
        }
        for side, text in row.people.items():
            if _is_new_of_people(now, side, text):
                wanted[side] = self._people(text)[0]
        if row.source:
            wanted["source"] = row.source
        said = {**now.said, **row.said}
        were: Values = {name: _plain(getattr(now, name)) for name in wanted}
        new = {name: value for name, value in wanted.items() if value != were[name]}
        if said != dict(now.said):
            new["said"], were["said"] = said, dict(now.said)
        return new, {name: were[name] for name in new}

    def _named(self, row: Row, now: Standing) -> Iterator[Deed]:
        said = {**now.people_said, **row.people}
        if said == dict(now.people_said):
            return
        before = (now.speaker_names, now.moderator_names)
        speakers, moderators = (
            self._people(row.people[side])[1]
            if side in row.people and _is_new_of_people(now, side, row.people[side])
            else was
            for side, was in zip(_SIDES, before, strict=True)
        )
        yield d.SessionPeopleNamed(
            now.id, speakers, moderators, said, *before, dict(now.people_said)
        )

    def _people(self, text: str) -> tuple[list[str], tuple[str, ...]]:
        """Part the delegates that a cell names from the others."""
        named = [one_line(each) for each in _SEVERAL.split(text)]
        found = [self._callers.voice(each) for each in named if each]
        ids = dict.fromkeys(str(each) for each in found if isinstance(each, UUID))
        names = dict.fromkeys(each for each in found if isinstance(each, str))
        return list(ids), tuple(names)


def _is_new(now: Standing, name: str, value: Any) -> bool:
    """Tell whether a file says something else of a column than it did last."""
    return name not in now.said or now.said[name] != value


def _is_new_of_people(now: Standing, side: str, text: str) -> bool:
    return now.people_said.get(side) != text


def _moved(now: Standing, news: Mapping[str, Any]) -> Iterator[Deed]:
    before = (now.starts_at, now.ends_at, now.room)
    starts, ends = (
        datetime.fromisoformat(news[name]) if name in news else was
        for name, was in zip(("starts_at", "ends_at"), before[:2], strict=True)
    )
    after = (starts, ends, one_line(news.get("room", now.room)))
    if after != before and starts < ends:
        yield d.SessionMoved(now.id, *after, *before)


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
