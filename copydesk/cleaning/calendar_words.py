"""Regular expressions for the names of months and weekdays, English and a few neighbours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.lexicons import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

_CALENDAR = lexicon("calendar")


def _any_of(words: Iterable[str]) -> str:
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?i:{'|'.join(longest_first)})"


# Both match in any case and stop at no border: what may follow is for the expression around them to say.
MONTH = _any_of(word for language in _CALENDAR.values() for word in language["months"])
WEEKDAY = _any_of(word for language in _CALENDAR.values() for word in language["weekdays"])
_ENGLISH_MONTH = re.compile(rf"\b{_any_of(_CALENDAR['en']['months'])}\b")
_ANY_MONTH = re.compile(rf"\b{MONTH}\b")


def date_languages(written: str) -> tuple[str, ...]:
    """The languages that a date may be written in, by the name of its month.

    >>> date_languages("7 March 2009"), date_languages("7. März 2009"), date_languages("2009-03-07")
    (('en',), ('de', 'fr', 'es'), ('en',))
    """
    if _ENGLISH_MONTH.search(written) is None and _ANY_MONTH.search(written) is not None:
        return tuple(language for language in _CALENDAR if language != "en")
    return ("en",)
