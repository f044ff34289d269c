from app.cli.unprintable_words import named, remedy
from app.printing.refusals import Unprintable


def test_a_character_is_named_as_unicode_names_it() -> None:
    assert named("ก") == "ก (THAI CHARACTER KO KAI, U+0E01)"
    assert named("\ue081") == "\ue081 (without a name, U+E081)"


def test_of_many_characters_the_first_are_named() -> None:
    assert named("กขคงจ").endswith("ค (THAI CHARACTER KHO KHWAI, U+0E04) and 2 more")


def test_a_font_is_advised_where_one_helps() -> None:
    assert "fonts-noto-cjk" in remedy([Unprintable("A-1", "王", "name", "王")])
    assert "fonts-noto-cjk" not in remedy([Unprintable("A-1", "ก", "name", "ก")])
