"""Where sessions stand on the timeline: a law, without a window."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from app.meetings.attendees import Someone
from app.programme.conflicts import Conflict, ConflictKind
from app.programme.taken_up import ROUNDS, SPEECHES
from app.programme.timeline import DayProgramme
from app.programme.views import SessionFacts, SessionFigures
from tests.building import FIRST_DAY
from ui.programme.geometry import AXIS, Geometry
from ui.programme.sheet import Sheet, grouped, make_sheet
from ui.programme.words import conflict_words

_ZONE = ZoneInfo("Europe/Vilnius")
_MIDNIGHT = datetime.combine(FIRST_DAY, datetime.min.time(), _ZONE)
_NOW = _MIDNIGHT + timedelta(hours=12)


def _session(room: str, starts: int, lasts: int) -> SessionFacts:
    begins = _MIDNIGHT + timedelta(minutes=starts)
    return SessionFacts(
        id=uuid4(),
        number=f"S-{starts}-{lasts}",
        title="Talk",
        kind="talk",
        room=room,
        track="",
        starts_at=begins,
        ends_at=begins + timedelta(minutes=lasts),
        abstract="",
        places=None,
        booking=False,
        everybody=False,
        cancelled=False,
        speakers=(),
        moderators=(),
        figures=SessionFigures(0, 0, 0, 0, 0),
    )


def _sheet(sessions: list[SessionFacts]) -> Sheet:
    rooms = tuple(sorted({each.room for each in sessions if each.room}))
    day = DayProgramme((FIRST_DAY,), FIRST_DAY, _ZONE, tuple(sessions), (), (), rooms, 0)
    return make_sheet(day, _NOW)


sessions = st.lists(
    st.builds(
        _session,
        st.sampled_from(["Red", "Blue", ""]),
        st.integers(0, 23 * 12).map(lambda five: five * 5),
        st.integers(1, 72).map(lambda five: five * 5),
    ),
    max_size=14,
)


@given(sessions, st.integers(300, 2000))
def test_no_session_covers_another_and_each_is_in_its_room_at_its_time(
    held: list[SessionFacts], wide: int
) -> None:
    sheet = _sheet(held)
    places = Geometry(sheet, wide)
    areas = [places.area(each) for each in sheet.blocks]

    assert len(sheet.of_session) == len(held)
    for at, one in enumerate(sheet.blocks):
        assert one.session is not None
        assert sheet.columns[one.column].room == one.session.room
        assert sheet.instant(one.starts) == one.session.starts_at
        assert 0 <= one.lane < one.lanes <= sheet.columns[one.column].lanes
        assert areas[at].left() >= AXIS
        assert areas[at].bottom() <= places.height
        for other in sheet.blocks[at + 1 :]:
            meets = one.starts < other.ends and other.starts < one.ends
            if meets and one.column == other.column:
                assert one.lane != other.lane
                assert one.lanes == other.lanes


@given(sessions, st.integers(300, 2000))
def test_no_room_is_cut_where_narrower_lanes_leave_space_for_it(
    held: list[SessionFacts], wide: int
) -> None:
    sheet = _sheet(held)

    narrowest = AXIS + sum(max(158, 80 * each.lanes) for each in sheet.columns)

    assert (Geometry(sheet, wide).width <= wide) == (narrowest <= wide)


@given(sessions)
def test_as_many_lanes_as_sessions_at_one_time_and_no_more(held: list[SessionFacts]) -> None:
    sheet = _sheet(held)

    for column, each in enumerate(sheet.columns):
        own = [block for block in sheet.blocks if block.column == column]
        most = max(
            (sum(other.starts <= one.starts < other.ends for other in own) for one in own),
            default=1,
        )
        assert each.lanes == most


def test_meetings_during_one_session_are_one_conflict_with_all_whom_they_concern() -> None:
    ada, bo, cy = (Someone(uuid4(), "", name, "", "") for name in ("Ada", "Bo", "Cy"))

    def meeting(number: str, session: str, *people: Someone) -> Conflict:
        return Conflict(ConflictKind.MEETING, _NOW, (session,), people, meeting=number)

    room = Conflict(ConflictKind.ROOM, _NOW, ("S-1", "S-2"), room="Red")
    found = grouped(
        [
            meeting("M-1", "S-1", ada),
            room,
            meeting("M-2", "S-1", bo, ada),
            meeting("M-3", "S-2", cy),
        ]
    )

    assert [(each.sessions, each.people, each.meeting) for each in found] == [
        (("S-1",), (ada, bo), ""),
        (("S-1", "S-2"), (), ""),
        (("S-2",), (cy,), "M-3"),
    ]


def test_a_conflict_with_rounds_or_speeches_names_them_as_people_call_them() -> None:
    ada, bo = (Someone(uuid4(), "", name, "", "") for name in ("Ada", "Bo"))
    titles = {"S-1": "Opening"}
    meetings = Conflict(ConflictKind.MEETING, _NOW, (ROUNDS,), (ada, bo))
    assert conflict_words(meetings, titles) == (
        "2 have meetings then",
        "Ada and Bo: “Ice-breaking”.",
    )
    both = Conflict(ConflictKind.BOOKED, _NOW, ("S-1", SPEECHES), (ada,))
    assert conflict_words(both, titles) == (
        "To be in two places",
        "Ada: “Opening” and “Speed presentations”.",
    )
