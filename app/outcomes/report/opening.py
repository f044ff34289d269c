"""The first page of a report: what it came to, who came, what became of the meetings."""

from __future__ import annotations

from collections.abc import Iterator

from app.outcomes.figures import Turnout
from app.outcomes.report.facts import ReportFacts, headline_facts
from app.outcomes.report.headline import headline
from app.outcomes.report.headline_facts import HeadlineFacts
from app.outcomes.report.pieces import Bar, Bars, Ink, Length, Paragraph, Piece, Side, Tile, Tiles
from app.outcomes.report.wording import Wording


def opening(facts: ReportFacts, words: Wording) -> Iterator[Piece | Side]:
    """Yield the pieces of the first page."""
    headed = headline_facts(facts, lambda text: words.shown(text, "event"))
    yield Paragraph(headline(headed, words.language), lead=True)
    yield _tiles(facts, headed, words)
    if around := facts.around.sessions:
        counts = {"booked": facts.around.booked, "came": facts.around.came}
        yield Paragraph(words.say(words.terms.sessions, len(around), **counts))
    yield _people(facts, words)
    yield _meetings(facts, words)


def _tiles(facts: ReportFacts, headed: HeadlineFacts, words: Wording) -> Tiles:
    meetings, labels = facts.figures.meetings, words.terms.labels
    came = labels.clusters_came if headed.are_clusters else labels.organisations_came
    tiles = [Tile(words.number(meetings.held), words.say(labels.meetings_held, meetings.held))]
    if meetings.wanted:
        share = words.share(meetings.held, meetings.wanted)
        tiles.append(Tile(share, words.say(labels.of_planned, planned=meetings.wanted)))
    for number, forms in (
        (headed.lead.took_part, came),
        (facts.figures.follow_ups, labels.to_follow_up),
        (meetings.not_recorded, labels.unrecorded),
    ):
        tiles.append(Tile(words.number(number), words.say(forms, number)))
    return Tiles(tuple(tiles))


def _people(facts: ReportFacts, words: Wording) -> Bars:
    people, labels = facts.figures.people, words.terms.labels
    stages = {
        labels.applied: people.applied,
        labels.accepted: people.accepted,
        labels.checked_in: people.checked_in,
        labels.met: people.met,
    }
    title = words.say(
        words.terms.findings.people,
        people.checked_in.delegates,
        came=people.checked_in.delegates,
        applied=people.applied.delegates,
        met=people.met.delegates,
    )
    bars = (
        Bar(
            label,
            (Length(of.delegates),),
            words.counted(of.delegates, labels.delegates),
            more=_turnout(of, words),
        )
        for label, of in stages.items()
    )
    return Bars(title, tuple(bars))


def _turnout(of: Turnout, words: Wording) -> str:
    labels = words.terms.labels
    if not of.delegates:
        return ""
    said = [words.counted(of.organisations, labels.organisations)]
    if of.countries:
        said.append(words.counted(of.countries, labels.countries))
    return ", ".join(said)


def _meetings(facts: ReportFacts, words: Wording) -> Bars:
    """Show the way from what was planned to what was held, each loss where it happened."""
    of, labels = facts.figures.meetings, words.terms.labels
    left = of.wanted
    if not left:
        return Bars(_found(facts, words), (), note=_moved(facts, words))
    bars = [Bar(labels.planned, (Length(left),), words.number(left))]
    for label, number, ink in (
        (labels.lost_by_host, of.lost_by_host, Ink.HATCHED),
        (labels.lost_by_guest, of.lost_by_guest, Ink.HATCHED),
        (labels.lost_by_both, of.lost_by_both, Ink.HATCHED),
        (labels.running, of.running, Ink.HOLLOW),
        (labels.ahead, of.ahead, Ink.HOLLOW),
    ):
        if number or ink is Ink.HATCHED:
            left -= number
            bars.append(Bar(label, (Length(number, ink),), words.number(number), before=left))
    bars.append(Bar(labels.held, (Length(of.held),), words.number(of.held)))
    return Bars(_found(facts, words), tuple(bars), note=_moved(facts, words))


def _found(facts: ReportFacts, words: Wording) -> str:
    of, findings = facts.figures.meetings, words.terms.findings
    if not of.wanted:
        return findings.no_meeting
    still = of.running + of.ahead
    forms = findings.meetings_open if still else findings.meetings
    return words.say(forms, of.held, held=of.held, planned=of.wanted, lost=of.lost, open=still)


def _moved(facts: ReportFacts, words: Wording) -> str:
    of, notes = facts.figures.meetings, words.terms.notes
    said = []
    if of.cancelled:
        said.append(words.say(notes.cancelled, of.cancelled))
    if of.moved:
        said.append(words.say(notes.moved, of.moved))
    if of.recovered:
        said.append(words.say(notes.recovered, of.recovered))
    return " ".join(said)
