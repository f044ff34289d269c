"""A day that is read and put in words step by step is as one that is read as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.errors import DeskError
from app.event.closures import Closures, Places
from app.event.deeds import SlotPutBack, SlotTakenOut
from app.floor.changes import ClosePlaces, Delay, Shorten
from app.floor.day import DayMeeting, by_person, by_place
from app.floor.proposer import Proposals
from app.floor.states import Missing, Word
from app.floor.watching import DayReader
from app.journal.undo import undo
from app.meetings.requests import Requests
from app.meetings.standing import StandingMeetings
from app.programme.bookings import Bookings
from app.programme.orders import Place, SessionOrder
from app.programme.sessions import Sessions
from app.programme.views import programme_of
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor, at
from tests.building import FIRST_DAY, EventBuilder, MovableClock, copy_event

T = TypeVar("T")

PEOPLE = [f"P{number}" for number in range(6)]
SLOTS = ("10:15", "10:40", "11:05", "11:30", "11:55", "12:20")
TABLES = ("1", "2", "3")

pairs = st.lists(st.sampled_from(PEOPLE), min_size=2, max_size=2, unique=True)
planned = st.lists(
    st.tuples(pairs, st.sampled_from(SLOTS), st.sampled_from(TABLES)), min_size=4, max_size=9
)
numbers = st.integers(0, 50)


class _NothingLeft(Exception):
    """The deeds before have left nothing that this one could be done to."""


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_what_is_new_of_a_day_gives_the_same_as_all_of_it(data: st.DataObject) -> None:
    meetings, wishes = data.draw(planned), data.draw(st.lists(pairs, max_size=6))
    with _running_day(meetings, wishes) as day:
        _is_as_read_anew(day)
        for kind in data.draw(st.lists(st.sampled_from(sorted(_DEEDS)), min_size=3, max_size=9)):
            try:
                _DEEDS[kind](day, data.draw(numbers), data.draw(numbers))
            except (DeskError, _NothingLeft):
                continue
            _is_as_read_anew(day)


def _is_as_read_anew(day: RunningDay) -> None:
    read = day.read()
    anew = Proposals(day.journal, DayReader(day.journal))
    assert day.proposals.open_wishes(FIRST_DAY) == anew.open_wishes(FIRST_DAY)
    assert read.at == by_place(read.meetings)
    assert read.of_person == by_person(read.meetings)
    for meeting in read.meetings[:3]:
        assert _proposed(day.proposals, meeting) == _proposed(anew, meeting)


def _proposed(proposals: Proposals, meeting: DayMeeting) -> object:
    try:
        return proposals.about(FIRST_DAY, meeting.id)
    except DeskError as refusal:
        return repr(refusal)


@contextmanager
def _running_day(
    meetings: list[tuple[list[str], str, str]], wishes: list[list[str]]
) -> Iterator[RunningDay]:
    clock = MovableClock()
    with TemporaryDirectory() as folder:
        event = copy_event(Path(folder) / "event.matchdesk", clock)
        day = RunningDay(Floor(event, EventBuilder(event)), clock)
        taken: set[tuple[str, str]] = set()
        for number, ((guest, host), slot, table) in enumerate(meetings):
            wanted = {(slot, guest), (slot, host), (slot, f"table {table}")}
            if wanted.isdisjoint(taken):
                taken |= wanted
                asked = _asked(day, guest, host) if number % 2 else None
                day.meets(guest, host, slot, table, request_id=asked)
        for guest, host in wishes:
            _asked(day, guest, host)
        day.comes(*(each for each in PEOPLE[1:] if day.floor.has_met(each)))
        day.is_now("10:30")
        yield day
        event.close()


def _asked(day: RunningDay, guest: str, host: str) -> str | None:
    with suppress(DeskError):
        return str(day.asks(guest, host))
    return None


def _pick(day: RunningDay, number: int) -> DayMeeting:
    return _one_of(day.read().meetings, number)


def _one_of(things: Sequence[T], number: int) -> T:
    if not things:
        raise _NothingLeft
    return things[number % len(things)]


def _closes(day: RunningDay, one: int, other: int) -> None:
    day.closes(TABLES[one % len(TABLES)], SLOTS[other % len(SLOTS)])


def _reopens(day: RunningDay, one: int, _other: int) -> None:
    Closures(day.journal, StandingMeetings()).reopen(Places((TABLES[one % len(TABLES)],)))


def _closes_with_all(day: RunningDay, one: int, _other: int) -> None:
    table = _one_of(day.read().tables, one)
    day.carries_out(ClosePlaces((table.id,), starts_at=day.clock.now))


def _delays(day: RunningDay, one: int, other: int) -> None:
    ahead = [each for each in day.read().slots if each.starts_at > day.clock.now]
    day.carries_out(Delay(one % 9 - 2, _one_of(ahead, other).starts_at))


def _shortens(day: RunningDay, one: int, _other: int) -> None:
    slots = day.read().slots
    last = _one_of(slots, len(slots) - 1)
    day.carries_out(Shorten(last.block, _one_of(slots[::-1], one % 4).starts_at))


def _takes_out_slot(day: RunningDay, one: int, _other: int) -> None:
    slots = day.read().slots
    day.floor.does(SlotTakenOut(_one_of(slots, one).id))


def _puts_slot_back(day: RunningDay, one: int, _other: int) -> None:
    gone = [each.gone_slot for each in day.read().lost if each.gone_slot is not None]
    if gone:
        day.floor.does(SlotPutBack(gone[one % len(gone)]))


def _takes_out_table(day: RunningDay, one: int, _other: int) -> None:
    day.takes_out_table(TABLES[one % len(TABLES)])


def _sets_status(day: RunningDay, one: int, other: int) -> None:
    status = (Status.WITHDRAWN, Status.ACCEPTED)[other % 2]
    Roster(day.journal, "A").set_status(day.floor.who(PEOPLE[one % len(PEOPLE)]), status)


def _asks(day: RunningDay, one: int, other: int) -> None:
    day.asks(PEOPLE[one % len(PEOPLE)], PEOPLE[other % len(PEOPLE)])


def _asks_for_all(day: RunningDay, one: int, other: int) -> None:
    """Let some others ask somebody, each to come after the one before."""
    asked, *asking = PEOPLE[one % len(PEOPLE) :] + PEOPLE[: one % len(PEOPLE)]
    before: tuple[str, ...] = ()
    for each in asking[: 2 + other % 3]:
        with suppress(DeskError):
            before = (day.floor.asks(each, asked, after=before).number,)


def _withdraws_request(day: RunningDay, one: int, _other: int) -> None:
    requests = Requests(day.journal, "A")
    if found := requests.all():
        requests.withdraw(found[one % len(found)].id)


def _no_show(day: RunningDay, one: int, other: int) -> None:
    day.acts.say(_pick(day, one).id, Word.NO_SHOW, [*Missing][other % 3])


def _accepts(day: RunningDay, one: int, other: int) -> None:
    if found := day.proposed(_pick(day, one).id):
        day.accepts(found[other % len(found)])


def _holds(day: RunningDay, one: int, other: int) -> None:
    """Let a session begin in some slot and last for two, which some have to be in."""
    starts = at(SLOTS[one % len(SLOTS)])
    order = SessionOrder(title="Talk", everybody=other % 3 == 0)
    place = Place(starts, starts + timedelta(minutes=45))
    talk = Sessions(day.journal, "A").add(order, place)
    for each in PEOPLE[: 1 + other % 3]:
        Bookings(day.journal).book(talk, day.floor.who(each))


def _changes_programme(day: RunningDay, one: int, other: int) -> None:
    sessions, bookings = Sessions(day.journal, "A"), Bookings(day.journal)
    talk = _one_of(programme_of(day.journal).sessions, one)
    who = day.floor.who(PEOPLE[other % len(PEOPLE)])
    acts: Sequence[Callable[[], object]] = (
        lambda: sessions.cancel(talk.id),
        lambda: sessions.restore(talk.id),
        lambda: sessions.move(talk.id, Place(starts_at=at(SLOTS[other % len(SLOTS)]))),
        lambda: bookings.book(talk.id, who),
        lambda: bookings.unbook(talk.id, who),
        lambda: bookings.excuse(talk.id, who),
    )
    acts[one % len(acts)]()


_DEEDS: Mapping[str, Callable[[RunningDay, int, int], object]] = {
    "accepts": _accepts,
    "asks": _asks,
    "asks for all": _asks_for_all,
    "changes programme": _changes_programme,
    "cancels": lambda day, one, _other: day.acts.cancel(_pick(day, one).id),
    "closes": _closes,
    "closes with all": _closes_with_all,
    "comes": lambda day, one, _other: day.comes(PEOPLE[one % len(PEOPLE)]),
    "delays": _delays,
    "holds": _holds,
    "later": lambda day, one, _other: day.clock.passes(minutes=one % 14),
    "leaves": lambda day, one, _other: day.leaves(PEOPLE[one % len(PEOPLE)]),
    "no-show": _no_show,
    "puts slot back": _puts_slot_back,
    "reopens": _reopens,
    "sets status": _sets_status,
    "shortens": _shortens,
    "takes out slot": _takes_out_slot,
    "takes out table": _takes_out_table,
    "undoes": lambda day, _one, _other: undo(day.journal),
    "withdraws request": _withdraws_request,
}
