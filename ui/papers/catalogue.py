"""Every paper that the Print page offers, in its order. A new one is one more entry here."""

from __future__ import annotations

from app.journal.journal import Journal
from ui.common.times import Times
from ui.papers import for_delegates, for_programme, for_tables, for_visits, to_hand_out
from ui.papers.kinds import PaperKind


def paper_kinds(journal: Journal, times: Times) -> tuple[PaperKind, ...]:
    """Give every paper that can be printed; those of a group follow one another."""
    return (
        for_delegates.badges(journal, times),
        for_delegates.schedules(journal, times),
        for_delegates.slips(journal, times),
        for_delegates.certificates(journal, times),
        for_delegates.letters(journal, times),
        for_tables.cards(journal),
        for_tables.meeting_slips(journal, times),
        for_tables.matrix(journal),
        for_tables.round_cards(journal),
        for_tables.round_list(journal),
        for_visits.bus_lists(journal),
        for_visits.meeting_points(journal),
        for_programme.speaker_cards(journal, times),
        for_programme.running_order(journal),
        for_programme.session_lists(journal),
        to_hand_out.desk_list(journal, times),
        to_hand_out.box_labels(journal),
        to_hand_out.agenda(journal),
        to_hand_out.organisation_schedules(journal, times),
        to_hand_out.booklet(journal),
    )
