"""Laws of who gets in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.applications.judging import NotAccepted, Rule, Verdict, judged
from app.applications.places import Group, Room
from app.applications.reading import Application
from app.delegates.registration import Status

US, EU = UUID(int=1), UUID(int=2)
_groups = st.builds(
    Group, st.sampled_from(["", "company", "cluster"]), st.sampled_from([None, US, EU])
)
_limit = st.none() | st.integers(0, 4)


@st.composite
def rooms(draw: st.DrawFn) -> Room:
    kinds = {kind: draw(_limit) for kind in ("company", "cluster")}
    delegations = {each: draw(_limit) for each in (US, EU)}
    room = Room(
        draw(st.none() | st.integers(0, 8)),
        {kind: number for kind, number in kinds.items() if number is not None},
        {each: number for each, number in delegations.items() if number is not None},
        {US: "US", EU: "EU"},
    )
    for group in draw(st.lists(_groups, max_size=4)):
        room.take(group)
    return room


@st.composite
def queues(draw: st.DrawFn) -> list[tuple[Application, bool]]:
    said = draw(
        st.lists(
            st.tuples(
                st.sampled_from([Status.RECEIVED, Status.WAITING]),
                *(st.booleans(), st.booleans(), _groups, st.booleans()),
            ),
            max_size=12,
        )
    )
    return [
        (
            Application(
                *(UUID(int=100 + n), f"A-{n}", status, None),
                *(timedelta(minutes=1) if late else None, f"{n:04}", moved, group),
            ),
            is_looked_at,
        )
        for n, (status, late, moved, group, is_looked_at) in enumerate(said)
    ]


_rules = st.builds(
    Rule,
    st.sampled_from([Status.WAITING, Status.DECLINED, None]),
    st.sampled_from([Status.WAITING, Status.DECLINED, None]),
    st.none() | st.integers(0, 5),
)


def accepted(verdicts: Sequence[Verdict]) -> list[Application]:
    return [each.application for each in verdicts if each.becomes is Status.ACCEPTED]


@given(room=rooms(), queue=queues(), rule=_rules)
def test_no_place_is_given_twice(
    room: Room, queue: list[tuple[Application, bool]], rule: Rule
) -> None:
    before = room.copy()

    in_ = accepted(list(judged(room.copy(), rule, queue)))

    if before.in_all is not None:
        assert before.taken + len(in_) <= max(before.in_all, before.taken)
    for kind, places in before.by_kind.items():
        taken = before.of_kind[kind]
        assert taken + sum(each.group.kind == kind for each in in_) <= max(places, taken)
    for delegation, places in before.by_delegation.items():
        taken = before.of_delegation[delegation]
        of_it = sum(each.group.delegation == delegation for each in in_)
        assert taken + of_it <= max(places, taken)
    if rule.first is not None:
        assert len(in_) <= rule.first


@given(room=rooms(), queue=queues(), rule=_rules)
def test_nobody_gets_in_before_somebody_who_waits_with_an_earlier_turn_and_could_have(
    room: Room, queue: list[tuple[Application, bool]], rule: Rule
) -> None:
    in_ = accepted(list(judged(room.copy(), rule, queue)))

    for place, (each, _looked_at) in enumerate(queue):
        is_out = each.late and not each.was_moved and rule.late is not None
        if each.status is not Status.WAITING or each in in_ or is_out:
            continue
        behind = [other for other, _ in queue[place + 1 :] if other in in_]
        left = room.copy()
        for other in in_:
            left.take(other.group)
        if behind:
            # Had nobody behind got in, there would be a place now, unless it needed one of theirs
            # who are before: then it is still free for whoever waits.
            ahead = room.copy()
            for other in (one for one, _ in queue[:place] if one in in_):
                ahead.take(other.group)
            assert ahead.lacks(each.group) or left.lacks(each.group) is None


@given(room=rooms(), queue=queues(), rule=_rules)
def test_everybody_who_is_looked_at_gets_in_or_a_reason_and_late_ones_never_by_themselves(
    room: Room, queue: list[tuple[Application, bool]], rule: Rule
) -> None:
    verdicts = list(judged(room, rule, queue))

    if rule.first is None:
        assert [each.application for each in verdicts] == [one for one, looked in queue if looked]
    for each in verdicts:
        assert (each.why is None) == (each.becomes is Status.ACCEPTED)
        if each.application.late and not each.application.was_moved and rule.late is not None:
            assert each.why is NotAccepted.LATE
