"""A proposal in words: who, where, when, why it works, and what else moves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from app.floor.applying import NewMeeting, arranged, given_up, moved
from app.floor.day import DayMeeting, DaySlot, FloorDay
from app.floor.manager import Look
from app.floor.moving import Spot
from app.floor.proposing import Kind, Proposal
from ui.floor.attention_words import listed
from ui.floor.words import clock, pair_words, side_words, whole_name


@dataclass(frozen=True, slots=True)
class Told:
    """What a proposal says: ``verb`` is what happens when it is taken."""

    head: str
    text: str
    verb: str


def can_tell(look: Look, proposal: Proposal) -> bool:
    """Tell whether a look knows all that a proposal names: somebody may have come since."""
    day, pairing = look.day, proposal.pairing
    spots = (proposal.to, *(move.to for move in proposal.moves))
    meetings = (proposal.about, *(move.meeting for move in proposal.moves))
    slots = {slot.id for slot in day.slots}
    return (
        all(each in day.people for each in (*pairing.hosts, *pairing.guests, *proposal.told))
        and all(spot.table in day.table and spot.slot in slots for spot in spots)
        and all(each in day.meeting for each in meetings)
    )


def told(look: Look, proposal: Proposal) -> Told:
    """Say a proposal."""
    return _Telling(look, proposal).told()


def done_words(look: Look, proposal: Proposal, people: int) -> str:
    """Say that a proposal was made so; ``people`` must be told of it."""
    telling = _Telling(look, proposal)
    if proposal.kind is Kind.CALL:
        return f"{telling.called} called to table {telling.table}."
    pair = f"{side_words(look.day, proposal.pairing.hosts)} ↔ {telling.guests}"
    what = "moved to" if telling.verb == "Move" else "booked,"
    told_to = "1 person to tell." if people == 1 else f"{people} people to tell."
    return f"{pair} {what} table {telling.table}, {telling.clock}. {told_to}"


class _Telling:
    def __init__(self, look: Look, proposal: Proposal) -> None:
        self._look, self._day, self._proposal = look, look.day, proposal
        self._slot = _slot(look.day, proposal.to)
        self.table = look.day.table[proposal.to.table].label
        self.clock = clock(look.day, self._slot.starts_at)
        self.guests = side_words(look.day, proposal.pairing.guests)

    @property
    def called(self) -> str:
        return ", ".join(self._day.people[each].who.name for each in self._proposal.told)

    @property
    def verb(self) -> str:
        kind = self._proposal.kind
        if kind is Kind.CALL:
            return "Call"
        has_begun = self._day.meeting[self._proposal.about].starts_at <= self._look.now
        if kind is Kind.OTHER_TABLE or (kind in _SAME_PAIR and not has_begun):
            return "Move"
        return "Book"

    def told(self) -> Told:
        match self._proposal.kind:
            case Kind.CALL:
                head, text = f"Call {self.called} to table {self.table}", "Nothing moves."
            case Kind.OTHER_TABLE:
                head = f"Move to table {self.table}, same time"
                text = f"It is free. {self._slips()}"
            case Kind.SAME_PAIR_LATER | Kind.SAME_PAIR_EARLIER if self.verb == "Move":
                head = f"Move to slot {self._slot.number}, {self._same_table()}"
                text = f"Both free at {self.clock}{self._if_they_come()}. {self._slips()}"
            case Kind.SAME_PAIR_LATER | Kind.SAME_PAIR_EARLIER:
                head = f"Same partners at {self.clock}"
                where = f"Table {self.table}, slot {self._slot.number}."
                text = f"{where} Both free then{self._if_they_come()}."
            case Kind.UNASKED:
                head = f"{side_words(self._day, self._proposal.pairing.hosts)} ↔ {self.guests}"
                text = f"{self._where()} Both free. Nobody asked, but {self._common()}."
            case Kind.IDLE_TABLE if not self._proposal.moves:
                head = f"{side_words(self._day, self._proposal.pairing.hosts)} ↔ {self.guests}"
                text = f"{self._where()} {self._idle()}"
            case _:
                pairing = self._proposal.pairing
                head = f"{side_words(self._day, pairing.hosts)} ↔ {self.guests}"
                text = f"{self._where()} Both free{self._asked()}"
        return Told(head, f"{text}{self._moves()}", self.verb)

    def _where(self) -> str:
        slot = self._slot
        when = "now" if slot.starts_at <= self._look.now else f"slot {slot.number} at {self.clock}"
        names = self._one_of_several()
        return f"Table {self.table}, {when}{f', with {listed(names)}' if names else ''}."

    def _one_of_several(self) -> list[str]:
        """Name who is to come where an organisation alone does not say which of its people."""
        day, pairing = self._day, self._proposal.pairing
        known = day.meeting[self._proposal.about].people
        new = [each for each in (*pairing.hosts, *pairing.guests) if each not in known]
        several = Counter(whole_name(each) for each in day.people.values())
        return [
            day.people[each].who.name for each in new if several[whole_name(day.people[each])] > 1
        ]

    def _asked(self) -> str:
        if self._proposal.is_mutual:
            return ", both asked for this meeting."
        return f". Only {self.guests} asked."

    def _idle(self) -> str:
        """Say how it helps that others meet there, and what becomes of the meeting itself."""
        proposal, day = self._proposal, self._day
        pairing, about = proposal.pairing, day.meeting[proposal.about]
        all_ = "both" if len({*pairing.hosts, *pairing.guests}) == 2 else "all"
        asked = "asked for each other" if proposal.is_mutual else f"{self.guests} asked"
        helps = f"Otherwise it stands empty: {all_} are here and free, and {asked}."
        new = arranged(day, proposal, NewMeeting(about.id, "", about.kind))
        return " ".join((helps, *self._given_up(new)))

    def _given_up(self, *others: DayMeeting) -> Iterator[str]:
        """Say what becomes of the meeting itself once others are where it is."""
        day, about = self._day, self._day.meeting[self._proposal.about]
        then = given_up(day, about, others, self._look.now)
        if then is not about:
            comes = "is cancelled" if then.cancelled else "counts as a no-show"
            yield f"{pair_words(day, about)} {comes}."

    def _common(self) -> str:
        common = self._proposal.common
        assert common is not None  # noqa: S101 - nothing else speaks for it
        if common.seeker is None:
            return f"both are in {listed(common.sectors)}"
        pairing = self._proposal.pairing
        are_hosts = common.seeker in pairing.hosts
        others = side_words(self._day, pairing.guests if are_hosts else pairing.hosts)
        seeker = whole_name(self._day.people[common.seeker])
        return f"{seeker} looks for {listed(common.wanted)}, which {others} has"

    def _same_table(self) -> str:
        about = self._day.meeting[self._proposal.about]
        is_same = about.table == self._proposal.to.table
        return "same table" if is_same else f"table {self.table}"

    def _if_they_come(self) -> str:
        """Name those on whom it hangs: they are not in the house, nor said when they come."""
        pairing, now = self._proposal.pairing, self._look.now
        people = (*pairing.hosts, *pairing.guests)
        away = [each for each in people if not self._day.people[each].is_here(now)]
        announced = all(self._day.people[each].comes_at is not None for each in away)
        if not away or announced:
            return ""
        names = list(dict.fromkeys(whole_name(self._day.people[each]) for each in away))
        return f", if {listed(names)} {'comes' if len(names) == 1 else 'come'}"

    def _slips(self) -> str:
        count = len(self._proposal.told)
        return "1 change slip." if count == 1 else f"{count} change slips."

    def _moves(self) -> str:
        proposal, day = self._proposal, self._day
        if not proposal.moves:
            return " Nothing else moves." if proposal.kind in _NEW_PAIR else ""
        said: list[str] = []
        for move in proposal.moves:
            pair = pair_words(day, day.meeting[move.meeting])
            slot = _slot(day, move.to)
            table = day.table[move.to.table].label
            said.append(f"{pair} moves to table {table}, {clock(day, slot.starts_at)}.")
        if proposal.kind in _NEW_PAIR:
            moves = (moved(day, day.meeting[move.meeting], move.to) for move in proposal.moves)
            said += self._given_up(*moves)
        return " " + " ".join(said)


_SAME_PAIR = frozenset({Kind.SAME_PAIR_LATER, Kind.SAME_PAIR_EARLIER})
_NEW_PAIR = frozenset({Kind.NEW_PARTNER_NOW, Kind.NEW_PARTNER_LATER, Kind.IDLE_TABLE, Kind.UNASKED})


def _slot(day: FloorDay, spot: Spot) -> DaySlot:
    return next(slot for slot in day.slots if slot.id == spot.slot)
