import pytest

from app.printing.templates.placeholders import FIELDS, filled, strange

NOBODY = dict.fromkeys(FIELDS, "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{given_name} {family_name}", "Rasa"),
        ("Guest of {delegation}", ""),
        ("{given_name}, {country}", "Rasa"),
        ("{country} · {given_name}", "Rasa"),
        ("Welcome", "Welcome"),
        ("", ""),
        ("Hello {given_name}!", "Hello Rasa!"),
    ],
)
def test_a_text_is_filled_and_says_nothing_where_all_it_names_is_blank(
    text: str, said: str
) -> None:
    assert filled(text, {**NOBODY, "given_name": "Rasa"}) == said


def test_what_stands_in_a_field_is_no_placeholder_again() -> None:
    values = {**NOBODY, "given_name": "{family_name}", "family_name": "{given_name}"}

    assert filled("{given_name} {family_name}", values) == "{family_name} {given_name}"


@pytest.mark.parametrize(
    "text", ["{code}", "{given_name.upper}", "{}", "{ event }", "}", "{{event}}"]
)
def test_only_what_is_on_the_list_is_a_placeholder(text: str) -> None:
    assert list(strange(text))
    assert not list(strange("{event}, {country}"))
