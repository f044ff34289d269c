"""Organisations, roles, what people seek, and likely partners from the command line."""

from __future__ import annotations

from tests.app.cli.conftest import Terminal


def registered(terminal: Terminal) -> None:
    """Two delegates, one of whom offers what the other seeks."""
    terminal.makes_event()
    terminal.run(
        *("register", "--given", "Ada", "--organisation", "Aqua", "--sector", "Water"),
        *("--seeks", "membrane tests", "--country", "SE"),
    )
    terminal.run("register", "--given", "Ben", "--organisation", "Labs", "--sector", "Water")


def test_an_organisation_is_described_shown_and_that_is_taken_back(terminal: Terminal) -> None:
    registered(terminal)

    terminal.run(
        *("organisation", "aqua", "--network", "CLEAN", "--network", "ICT Hub"),
        *("--country", "Denmark", "--strength", "testing; pilots", "--service", "advice"),
    )
    assert terminal.out == (
        "1  Aqua  member of CLEAN, ICT Hub\n"
        "  countries: Denmark\n"
        "  strengths: pilots, testing\n"
        "  services: advice\n"
        "  A-1  Ada (Aqua, SE)\n"
    )
    told = terminal.asks("organisation", "Aqua")
    assert told["organisation"]["networks"] == ["CLEAN", "ICT Hub"]
    terminal.run("organisation", "Aqua", "--network", "CLEAN")
    assert terminal.err == "Aqua: the entry says this already. Nothing was changed.\n"
    terminal.run("organisation", "Aqua", "--country", "Atlantis")
    assert terminal.err.startswith("“Atlantis” is no country we know.")
    terminal.run("organisation", "Aqua", "--network", "CLEAN", "--no-longer")
    assert terminal.asks("organisation", "CLEAN")["organisation"]["members"] == []
    terminal.run("undo")
    assert terminal.asks("organisation", "CLEAN")["organisation"]["members"] == ["Aqua"]


def test_a_delegate_stands_for_one_more_until_they_do_no_longer(terminal: Terminal) -> None:
    registered(terminal)

    terminal.run("role", "A-1", "Baltic Forum", "--function", "Chair")
    assert terminal.out == "A-1  Ada (Aqua, SE) stands for:\n  Aqua\n  Baltic Forum, Chair\n"
    terminal.run("role", "A-1", "Aqua")
    assert terminal.err == "They stand for “Aqua” already. Nothing was changed.\n"
    terminal.run("role", "A-1", "Baltic Forum", "--no-longer")
    assert terminal.out == "A-1  Ada (Aqua, SE) stands for:\n  Aqua\n"
    terminal.run("role", "A-1", "Labs", "--no-longer")
    assert terminal.status == 1


def test_partners_are_suggested_and_asked_for(terminal: Terminal) -> None:
    registered(terminal)
    terminal.run("partners", "A-1", "--most", "1")
    assert terminal.out == "  1  A-2  Ben (Labs)\n     Both in Water.\n"
    terminal.run("edit", "A-2", "--offers-in", "Water=membrane testing", "--country", "PL")

    terminal.run("partners", "A-1")
    assert terminal.out == (
        "  1  A-2  Ben (Labs, PL)\n"
        "     Both in Water. They offer “membrane testing”, which is sought here. "
        "From another country.\n"
    )
    (partner,) = terminal.asks("partners", "A-1")["partners"]
    assert partner["why"]["they_offer"] == ["membrane testing"]
    terminal.run("partners", "A-1", "--request", "2")
    assert terminal.err.startswith("Ada has 1 likely partner, and none at place 2.")
    terminal.run("partners", "A-1", "--request", "1")
    assert terminal.out == "Noted as R-A1: a meeting with Ben.\n"
    terminal.run("partners", "A-1")
    assert terminal.out.startswith("Nobody fits Ada yet.")
    terminal.run("undo")
    assert len(terminal.asks("partners", "A-1")["partners"]) == 1
    terminal.run("status", "A-1", "declined")
    terminal.run("partners", "A-1")
    assert terminal.out.startswith("Ada is not to come. Partners are found for whoever is accepted")


def test_profiles_are_searched(terminal: Terminal) -> None:
    registered(terminal)

    terminal.run("seeking", "membran")
    assert terminal.out == "A-1  Ada (Aqua, SE)\n     seeks: membrane tests\n"
    terminal.run("seeking", "membrane", "--side", "offers")
    assert terminal.out == "Nobody seeks or offers “membrane” here. Try fewer or other words.\n"
    terminal.run("seeking", "menbrane")
    assert terminal.out.startswith("Nobody seeks or offers “menbrane”. Perhaps:\nA-1")
    found = terminal.asks("seeking", "watre", "--sector", "water")
    assert ([each["name"] for each in found["delegates"]], found["corrected"]) == (
        ["Ada", "Ben"],
        True,
    )
