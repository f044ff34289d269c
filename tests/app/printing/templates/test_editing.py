from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.printing.described import Fault, Flaw
from app.printing.layout import Align
from app.printing.templates import editing
from app.printing.templates.checking import flaws
from app.printing.templates.editing import BOTTOM, CODE, LEFT, RIGHT, TOP
from app.printing.templates.reading import templates
from app.printing.templates.steps import Steps
from app.printing.templates.template import Piece, Template, TypeLook
from tests.app.printing.templates.drawing_templates import templates as any_template

A6 = templates()["a6"]
CARD = templates()["card"]
NAMES = ("blocks", 1)
GIVEN = ("blocks", 1, "texts", 0)

Change = Callable[[Template], Template]
lengths = st.floats(-200, 200)
sides = st.sampled_from([frozenset(each) for each in ({LEFT}, {RIGHT, BOTTOM}, {TOP}, {LEFT, TOP})])


def _on_a_part(template: Template, number: int) -> tuple[str | int, ...]:
    found = list(editing.parts(template))
    return found[number % len(found)]


def _with_first_text_last(template: Template, number: int) -> Template:
    if not template.blocks:
        return template
    place = ("blocks", number % len(template.blocks), "texts", 0)
    return editing.shifted(template, place, number)[0]


numbers = st.integers(0, 20)
changes: st.SearchStrategy[Change] = st.one_of(
    st.builds(
        lambda at, by, down: lambda old: editing.moved(old, _on_a_part(old, at), by, down),
        numbers,
        lengths,
        lengths,
    ),
    st.builds(
        lambda at, which, by: lambda old: editing.sized(old, _on_a_part(old, at), which, by),
        numbers,
        sides,
        st.tuples(lengths, lengths),
    ),
    st.builds(
        lambda at, edge: lambda old: editing.aligned(old, _on_a_part(old, at), edge, old.paper),
        numbers,
        st.sampled_from(Align),
    ),
    st.builds(
        lambda width, height: lambda old: editing.with_size(old, width, height),
        st.floats(editing.SMALLEST_BADGE, 300),
        st.floats(editing.SMALLEST_BADGE, 300),
    ),
    st.builds(lambda dots: lambda old: editing.with_dots(old, dots), st.integers(-5, 90)),
    st.builds(lambda at: lambda old: editing.removed(old, _on_a_part(old, at)), numbers),
    st.builds(lambda: lambda old: editing.added_block(old)[0]),
    st.builds(lambda at: lambda old: _with_first_text_last(old, at), numbers),
    st.builds(lambda piece: lambda old: editing.added_piece(old, piece)[0], st.sampled_from(Piece)),
)


@given(template=any_template, done=st.lists(changes, max_size=12))
def test_whatever_is_done_no_part_leaves_the_badge_and_undo_gives_each_state_back(
    template: Template, done: list[Change]
) -> None:
    steps = Steps(template)
    states = [template]

    for change in done:
        steps = steps.did(change(steps.now))
        if steps.now != states[-1]:
            states.append(steps.now)

    wrong = {flaw.fault for state in states for flaw in flaws(state)}
    assert wrong <= {Fault.OVER_THE_CODE}
    for state in reversed(states):
        assert steps.now == state
        steps = steps.undone()
    assert steps.undone() == steps
    for state in states:
        assert steps.now == state
        steps = steps.redone()


def test_changes_of_one_kind_are_one_step_until_something_else_is_done() -> None:
    steps = Steps("a").did("ab", "typing").did("abc", "typing")

    assert steps.undone().now == "a"
    assert steps.rested().did("abcd", "typing").undone().now == "abc"
    assert steps.did("x", "moving").undone().now == "abc"


def test_what_was_taken_back_is_gone_once_something_else_is_done() -> None:
    steps = Steps("a").did("b").undone().did("c")

    assert steps.redone().now == "c"


def test_a_part_is_moved_by_so_much_and_keeps_its_size() -> None:
    moved = editing.moved(A6, NAMES, 0.5, -5)

    before, after = editing.box_of(A6, NAMES), editing.box_of(moved, NAMES)
    assert (after.x - before.x, after.y - before.y) == pytest.approx((0.5, -5))
    assert (after.width, after.height) == (before.width, before.height)


def test_the_code_grows_by_whole_dots_and_never_gets_too_small_for_scanners() -> None:
    larger = editing.sized(A6, CODE, frozenset({RIGHT, BOTTOM}), (2.6, 2.0))
    smallest = editing.sized(A6, CODE, frozenset({RIGHT, BOTTOM}), (-30, -30))

    assert larger.symbol.dots == A6.symbol.dots + 1
    assert smallest.symbol.dots == 4
    assert not [flaw for flaw in flaws(smallest) if flaw.fault is Fault.TOO_SMALL]


@pytest.mark.parametrize(
    ("edge", "x"), [(Align.LEFT, 0.0), (Align.CENTRE, 9.0), (Align.RIGHT, 18.0)]
)
def test_a_part_is_aligned_to_the_paper(edge: Align, x: float) -> None:
    aligned = editing.aligned(A6, NAMES, edge, A6.paper)

    assert editing.box_of(aligned, NAMES).x == x


def test_a_part_is_aligned_to_another() -> None:
    aligned = editing.aligned(A6, ("hole",), Align.RIGHT, editing.box_of(A6, NAMES))

    assert editing.box_of(aligned, ("hole",)).right == pytest.approx(96)


def test_a_block_does_not_say_the_same_twice() -> None:
    _text, style = editing.text_at(A6, GIVEN)

    with pytest.raises(Flaw) as flaw:
        editing.with_text(A6, GIVEN, "{country}", style)

    assert flaw.value.fault is Fault.TWICE


def test_texts_of_a_block_change_places() -> None:
    shifted, place = editing.shifted(A6, GIVEN, 1)

    assert shifted != A6
    assert list(editing.block_at(shifted, GIVEN).styles)[:2] == ["{family_name}", "{given_name}"]
    assert editing.text_at(shifted, place)[0] == "{given_name}"
    assert editing.shifted(A6, GIVEN, -1) == (A6, GIVEN)


def test_a_block_goes_with_its_last_text() -> None:
    delegation = ("blocks", 3, "texts", 0)

    without = editing.removed(A6, delegation)

    assert len(without.blocks) == len(A6.blocks) - 1
    assert not editing.exists(without, delegation)


def test_a_new_block_stands_where_nothing_else_does_if_there_is_room() -> None:
    free = editing.removed(editing.removed(A6, NAMES), ("hole",))

    added, place = editing.added_block(free)

    box = editing.box_of(added, place)
    others = [editing.box_of(free, part) for part in editing.parts(free)]
    assert not any(map(box.touches, others))
    assert list(flaws(editing.added_block(CARD)[0])) == []


def test_a_type_that_differs_by_nothing_is_not_listed() -> None:
    speakers = editing.with_look(A6, TypeLook("Speaker", band="#A1003C"))

    assert speakers.look_of("SPEAKER").band == "#A1003C"
    assert editing.with_look(speakers, TypeLook("speaker")) == A6
