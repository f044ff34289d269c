"""The paragraph that says in a few sentences what a day or an event came to.

Each language has its own module, for sentences are built otherwise in each. What is nothing is
left out or said to be nothing, and nothing is said that nobody recorded. Importing this loads
Babel: callers import it where they write.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from app.outcomes.report.headline_english import english
from app.outcomes.report.headline_facts import HeadlineFacts
from app.outcomes.report.headline_french import french
from app.outcomes.report.headline_german import german
from app.outcomes.report.language import sentence
from app.outcomes.report.wishes import Language

_WRITERS: Mapping[Language, Callable[[HeadlineFacts], Iterator[str]]] = MappingProxyType(
    {Language.ENGLISH: english, Language.GERMAN: german, Language.FRENCH: french}
)


def headline(facts: HeadlineFacts, language: Language) -> str:
    """Write the paragraph."""
    return " ".join(sentence(said) for said in _WRITERS[language](facts) if said)
