"""Who is erased is nowhere in the event any more, and every figure stays as it was."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from app.checkin.badges import Badges
from app.checkin.scanning import NotAdmitted, Scan, Scanning
from app.delegates.deeds import DelegateChanged
from app.delegates.orders import PersonOrder
from app.delegates.person import Person, WasErased, person
from app.delegates.roles import Roles
from app.delegates.roster import Roster
from app.delegates.seeking import Seeking
from app.desks import Desks
from app.erasure.blanks import SOMEBODY
from app.erasure.erasing import Erasing
from app.erasure.refusals import OnlyRehearsed
from app.journal.deeds import CannotUndo
from app.journal.log import all_entries, entries_with_details, history
from app.journal.undo import take_back, undo
from app.journal.verify import verify
from app.outcomes.figures import Figures
from app.outcomes.figures_reader import FiguresReader
from app.outcomes.outcome import Outcome, OutcomeKind
from app.outcomes.recording import Recording
from app.outcomes.results import Results
from app.rehearsing.copies import make_copy
from db.ids import new_id
from db.models import Delegate, LogDetail, LogRow
from db.search import indexed
from tests.app.floor.running import RunningDay
from tests.building import DESK_1, FIRST_DAY, EventBuilder, MovableClock

PROPOSAL = Outcome(
    frozenset({OutcomeKind.JOINT_PROPOSAL}),
    programme="Horizon Europe",
    interest=4,
    follow_up_on=date(2027, 4, 1),
    follow_up_by="Ada",
    note="Ada drafts it",
)


@pytest.fixture
def worked(day: RunningDay, event: EventBuilder) -> RunningDay:
    """A day on which much was written of Ada, and some of others."""
    delegate = event.delegate(
        *("Ada", "Byron"),
        organisation="Life Science Cluster",
        country="DK",
        email="ada@example.org",
    )
    day.floor.knows("Ada", delegate)
    meeting = day.meets("Ada", "Bo", "10:15", "3")
    day.meets("Cleo", "Bo", "10:40", "4")
    Roster(day.journal, "A").edit(day.floor.who("Ada"), PersonOrder(note="Vegetarian"))
    day.asks("Ada", "Cleo", note="Ada knows her from Lyon")
    day.comes("Ada", "Bo")
    day.is_now("10:50")
    Recording(day.journal).record(meeting, PROPOSAL)
    return day


def ada(day: RunningDay) -> UUID:
    return day.floor.who("Ada")


def meetings(day: RunningDay) -> list[UUID]:
    return [each.meeting.id for each in Results(day.journal).of_day(FIRST_DAY).results]


def outcomes(day: RunningDay) -> list[Outcome]:
    results = Results(day.journal).of_day(FIRST_DAY).results
    return [told.outcome for each in results for told in each.told]


def who(day: RunningDay, delegate: UUID) -> Person:
    with day.journal.reading() as session:
        return person(session, delegate)


def figures(day: RunningDay) -> Figures:
    return FiguresReader(day.journal).of_event()


def details(day: RunningDay) -> int:
    with day.journal.reading() as session:
        return session.scalar(select(func.count()).select_from(LogDetail)) or 0


def details_of(day: RunningDay, delegate: UUID) -> int:
    with day.journal.reading() as session:
        on_them = LogRow.subject == delegate
        return len(list(entries_with_details(session, day.journal.kinds, on_them)))


def test_whoever_is_erased_is_called_by_their_badge_number(worked: RunningDay) -> None:
    Erasing(worked.journal).person(ada(worked))

    left = who(worked, ada(worked))
    assert (left.name, left.email, left.note) == ("A-1", "", "")
    assert (left.organisation, left.country) == ("Life Science Cluster", "DK")


def test_every_figure_stays_when_one_and_when_all_are_erased(worked: RunningDay) -> None:
    said = Outcome(frozenset({OutcomeKind.LEAD}), follow_up_by="Bo")
    worked.is_now("11:20")
    Recording(worked.journal).record(meetings(worked)[1], said)
    before = figures(worked)
    assert before.follow_ups == 2

    Erasing(worked.journal).person(ada(worked))
    assert figures(worked) == before
    Erasing(worked.journal).everybody()

    assert figures(worked) == before


def test_the_log_still_holds_and_the_state_is_what_it_says(worked: RunningDay) -> None:
    Erasing(worked.journal).person(ada(worked))
    assert verify(worked.journal).ok
    Erasing(worked.journal).everybody()

    assert verify(worked.journal).ok


def test_what_was_written_of_their_meetings_and_requests_goes(worked: RunningDay) -> None:
    Erasing(worked.journal).person(ada(worked))

    (told,) = [
        each for one in Results(worked.journal).of_event() for each in one.results if each.told
    ]
    outcome = told.told[0].outcome
    assert (outcome.note, outcome.follow_up_by) == ("", SOMEBODY)
    assert (outcome.programme, outcome.interest) == ("Horizon Europe", 4)
    assert {each.note for each in worked.floor.requests()} == {""}


def test_texts_of_others_that_name_them_go_and_all_else_of_others_stays(
    worked: RunningDay,
) -> None:
    other = worked.asks("Dov", "Cleo", note="Ask Ada Byron who else comes")
    kept = worked.asks("Dov", "Bo", note="Needs a projector")

    Erasing(worked.journal).person(ada(worked))

    notes = {each.id: each.note for each in worked.floor.requests()}
    assert (notes[other], notes[kept]) == ("", "Needs a projector")
    assert who(worked, worked.floor.who("Cleo")).name == "Cleo Of"
    assert verify(worked.journal).ok


def test_what_is_noted_of_a_meeting_after_an_erasure_stands(worked: RunningDay) -> None:
    Erasing(worked.journal).person(ada(worked))

    Recording(worked.journal).record(
        meetings(worked)[0], Outcome(note="Bo sends the draft", interest=4)
    )

    assert outcomes(worked)[0].note == "Bo sends the draft"
    assert verify(worked.journal).ok


def test_their_badge_opens_no_door_and_no_word_of_them_is_taken(
    worked: RunningDay, event: EventBuilder
) -> None:
    code = event.badge_of(ada(worked))
    Erasing(worked.journal).person(ada(worked))

    with pytest.raises(NotAdmitted) as refusal:
        Scanning(worked.journal).scan(Scan(code, new_id()))
    assert refusal.value.reason == "erased"
    with pytest.raises(WasErased):
        Roster(worked.journal, "A").edit(ada(worked), PersonOrder(phone="+45 1"))
    with pytest.raises(WasErased):
        Erasing(worked.journal).person(ada(worked))


def test_nobody_finds_them_by_name(worked: RunningDay) -> None:
    Erasing(worked.journal).person(ada(worked))

    with worked.journal.reading() as session:
        found = list(indexed(session).values())
    assert not any("byron" in text for text in found)
    assert any("a1" in text for text in found)


def test_an_erasure_and_what_it_erased_can_not_be_taken_back(worked: RunningDay) -> None:
    delegate = ada(worked)
    Badges(worked.journal).replace(delegate, "Lost")
    edited = next(
        line.unit for line in history(worked.journal, subject=delegate) if "Changed" in line.kind
    )

    Erasing(worked.journal).person(delegate)

    with pytest.raises(CannotUndo):
        undo(worked.journal)
    with pytest.raises(CannotUndo):
        take_back(worked.journal, edited)


def test_entries_that_were_merged_are_erased_as_one(
    worked: RunningDay, event: EventBuilder
) -> None:
    twin = event.delegate("Adah", "Byron", phone="+45 1234567")
    Roster(worked.journal, "A").merge(ada(worked), twin)

    Erasing(worked.journal).person(ada(worked))

    with worked.journal.reading() as session:
        assert session.get_one(Delegate, twin).erased
        texts = " ".join(str(entry.deed) for entry in all_entries(session, worked.journal.kinds))
    assert "Byron" not in texts
    assert verify(worked.journal).ok


def test_everybody_is_erased_with_those_who_were_on_duty_and_the_keys_of_badges(
    worked: RunningDay, event: EventBuilder
) -> None:
    code = event.badge_of(ada(worked))
    erased = Erasing(worked.journal).everybody()

    assert erased.removed["on_duty.name"] == 1
    assert erased.removed["delegate.family_name"] == 3
    with worked.journal.reading() as session:
        assert {entry.on_duty for entry in all_entries(session, worked.journal.kinds)} == {""}
    assert details(worked) == 1, "the key for badges of those who come now"
    with pytest.raises(NotAdmitted) as refusal:
        Scanning(worked.journal).scan(Scan(code, new_id()))
    assert refusal.value.reason == "other_event"
    assert Roster(worked.journal, "A").register(PersonOrder("Dora", "Late")).name == "Dora Late"


def test_erasing_everybody_goes_on_where_it_was_broken_off(worked: RunningDay) -> None:
    class Killed(Exception):
        pass

    def kill(_told: object) -> None:
        raise Killed

    with pytest.raises(Killed):
        Erasing(worked.journal).everybody(kill)
    assert verify(worked.journal).ok

    Erasing(worked.journal).everybody()

    assert details(worked) == 1
    assert verify(worked.journal).ok


def test_what_another_desk_says_of_them_later_does_not_show_and_goes_at_the_next_start(
    worked: RunningDay, clock: MovableClock
) -> None:
    delegate, file = ada(worked), worked.journal.database.file
    Erasing(worked.journal).person(delegate)
    deed = DelegateChanged(delegate, {"phone": "+45 7654321", "note": "Came late"}, {})
    worked.floor.does(deed)
    assert who(worked, delegate).phone == ""
    assert details_of(worked, delegate) == 1

    opened = Desks(DESK_1, clock).open(file)

    assert details_of(worked, delegate) == 0
    assert verify(opened.journal).ok
    opened.close()


def test_nobody_is_erased_in_a_rehearsal_lest_the_event_lose_them(
    worked: RunningDay, home: Path
) -> None:
    copy = make_copy(worked.journal, "Rehearsal")
    opened = Desks(DESK_1).open(copy.file)

    with pytest.raises(OnlyRehearsed):
        Erasing(opened.journal).person(ada(worked))
    with pytest.raises(OnlyRehearsed):
        Erasing(opened.journal).everybody()

    assert not (home / "erased").exists()
    opened.close()
    copy.remove()


def test_what_they_sought_by_sector_and_were_elsewhere_leaves_the_file(worked: RunningDay) -> None:
    order = PersonOrder(
        by_sector={"Cleantech": {"seeks": "Zauberlehrlinge"}},
        further=(("Baltic Forum", "Geheimrat"),),
    )
    Roster(worked.journal, "A").edit(ada(worked), order)
    assert Seeking(worked.journal).ids("zauberlehrling")[0] == {ada(worked)}

    Erasing(worked.journal).person(ada(worked))

    with worked.journal.reading() as session:
        words = ["zauberlehrling", "geheimrat"]
        texts = [str(row) for table in _tables(session) for row in session.execute(text(table))]
        assert [each for each in texts for word in words if word in each.casefold()] == []
    assert Seeking(worked.journal).ids("zauberlehrling")[0] == frozenset()
    assert [each.function for each in Roles(worked.journal).of(ada(worked))] == ["", ""]


def _tables(session: Session) -> list[str]:
    """Give what reads each table there is, those of search and its words among them."""
    named = session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
    return [f'SELECT * FROM "{name}"' for name in named]  # noqa: S608 - their own names
