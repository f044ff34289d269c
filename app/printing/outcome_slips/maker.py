"""Makes meeting slips. The code of a meeting is the same on every slip of it while it stays.

Importing this loads ReportLab and Babel: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.checkin.codes import MEETING, SigningKey
from app.checkin.identify import signing_keys
from app.checkin.meeting_codes import code_id_of
from app.event.facts import event_facts
from app.journal.journal import Journal
from app.meetings.attendees import Someone
from app.meetings.hall import hall
from app.outcomes.answers import answers_asked
from app.printing.a4 import PAGE
from app.printing.document import Document, Part, edition_words
from app.printing.fonts import as_printed
from app.printing.outcome_slips.drawing import ON_PAGE, SlipSheet
from app.printing.outcome_slips.faces import MeetingSlipFace, SideFace
from app.printing.placed import PlacedMeeting, placed_meetings
from app.printing.schedules.faces import FaceMaker, day_title
from app.printing.sheets import A4, NoMeeting, SheetWish, known_paper, wished_days


def outcome_slip_document(journal: Journal, wish: SheetWish) -> Document:
    """Lay out a slip for each meeting, by day, table and time; of named delegates, theirs.

    Raises:
        UnknownPaper, UnknownDay: There is no such paper or day.
        NoMeeting: No meeting stands on these days.
    """
    known_paper(wish, A4)
    with journal.reading() as session:
        facts = event_facts(session)
        days = wished_days(wish, facts.days)
        meetings = placed_meetings(session, hall(session), days)
        keys, answers = signing_keys(session), answers_asked(session)
    wanted = [each for each in meetings if _is_meant(each, wish)]
    if not wanted:
        raise NoMeeting
    event, maker, key = as_printed(facts.name), FaceMaker(facts.zone), keys[min(keys)]
    faces = [_face(maker, key, each) for each in wanted]
    said = f"{event} · {edition_words(0, journal.clock().astimezone(facts.zone))}"
    sheets = (faces[start : start + ON_PAGE] for start in range(0, len(faces), ON_PAGE))
    return Document(
        title=event,
        page=PAGE,
        items=len(faces),
        parts=[
            Part([SlipSheet(said, each, answers, wish.cut_marks)], items=len(each))
            for each in sheets
        ],
        unprintable=maker.unprintable,
    )


def _is_meant(meeting: PlacedMeeting, wish: SheetWish) -> bool:
    people = {each.id for each in (*meeting.hosts, *meeting.guests)}
    return not wish.delegates or not people.isdisjoint(wish.delegates)


def _face(maker: FaceMaker, key: SigningKey, meeting: PlacedMeeting) -> MeetingSlipFace:
    table = meeting.table.label if meeting.table else ""
    return MeetingSlipFace(
        number=meeting.number,
        table=maker.shown(table, "", meeting.number, "table", "") or "–",
        time=f"{maker.clock(meeting.starts_at)}–{maker.clock(meeting.ends_at)}",
        day=day_title(meeting.day),
        host=_side(maker, meeting.hosts),
        guest=_side(maker, meeting.guests),
        code=key.code(MEETING, code_id_of(meeting.id, meeting.slot_id, meeting.table_id)),
    )


def _side(maker: FaceMaker, people: Sequence[Someone]) -> SideFace:
    return SideFace(maker.listed(people, "organisation"), maker.listed(people, "name") or "–")
