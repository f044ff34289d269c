"""An event asks for the answers that somebody chose, and can ask otherwise again."""

from __future__ import annotations

from app.floor.states import Missing
from app.journal.undo import redo, undo
from app.journal.verify import verify
from app.outcomes.answers import ANSWER_SETS, Answers, Preset
from app.outcomes.outcome import Answer, OutcomeKind
from tests.building import EventBuilder


def test_both_are_asked_for_until_somebody_chooses(event: EventBuilder) -> None:
    answers = Answers(event.event.journal)
    assert answers.asked().preset is Preset.BOTH

    answers.choose(Preset.PLATFORM)
    assert answers.asked() == ANSWER_SETS[Preset.PLATFORM]

    undo(event.event.journal)
    assert answers.asked().preset is Preset.BOTH
    redo(event.event.journal)
    assert answers.asked().preset is Preset.PLATFORM


def test_choosing_what_is_chosen_already_writes_nothing(event: EventBuilder) -> None:
    answers = Answers(event.event.journal)
    before = verify(event.event.journal).deeds

    assert answers.choose(Preset.BOTH) == ANSWER_SETS[Preset.BOTH]

    assert verify(event.event.journal).deeds == before


def test_every_set_asks_whether_it_was_held_and_for_one_sort_of_answer_at_least() -> None:
    assert set(ANSWER_SETS) == set(Preset)
    for name, each in ANSWER_SETS.items():
        assert each.preset is name
        assert set(each.took_place) == {None, *Missing}
        assert set(each.kinds) in (set(), set(OutcomeKind))
        assert set(each.in_short) in (set(), set(Answer) - {Answer.UNSAID})
        assert each.kinds or each.in_short
        assert each.asks_programme == bool(each.kinds)
