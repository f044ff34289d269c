from __future__ import annotations

import pytest

from ui.shell.matching import Command, Fit, meant


def nothing() -> None:
    pass


COMMANDS = (
    Command("Register on site", "", nothing, also="walk-in new delegate"),
    Command("New event", "", nothing, also="make create"),
    Command("Print badges…", "", nothing, also="paper"),
    Command("Open Vilnius 2027", "", nothing, where="Vilnius · 16 March 2027"),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("new", [("New event", Fit.BEGINS), ("Register on site", Fit.IN_OTHER_WORDS)]),
        ("walk", [("Register on site", Fit.IN_OTHER_WORDS)]),
        ("EVENT NÉW", [("New event", Fit.IN_ITS_WORDS)]),
        ("vilnius march", [("Open Vilnius 2027", Fit.IN_OTHER_WORDS)]),
        ("adge", [("Print badges…", Fit.INSIDE_A_WORD)]),
        ("dg", []),
        ("adge pri", [("Print badges…", Fit.INSIDE_A_WORD)]),
        ("badges in", []),
        ("new paper", []),
    ],
)
def test_commands_are_found_by_their_words_and_others_the_best_first(
    typed: str, found: list[tuple[str, Fit]]
) -> None:
    assert [(command.words, fit) for command, fit in meant(COMMANDS, typed)] == found


def test_without_a_word_all_are_meant_in_their_order() -> None:
    assert [command for command, _ in meant(COMMANDS, " ")] == list(COMMANDS)
