"""Regular expressions for the names of months and weekdays, English and a few neighbours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.lexicons import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

_CALENDAR = lexicon("calendar")


def _any_of(words: Iterable[str]) -> str:
    """A regular expression for any of the words in any case, the longest that fits.

    Common beginnings are written once and both cases of each letter are given, so that a place where
    no word begins is left after one comparison: every page has thousands of them.
    """
    by_first: dict[str, set[str]] = {}
    for word in words:
        by_first.setdefault(word[:1], set()).add(word[1:])
    has_end = by_first.pop("", None) is not None
    if not by_first:
        return ""
    branches = [
        f"[{first.upper()}{first}]{_any_of(rests)}" if first.isalpha() else re.escape(first) + _any_of(rests)
        for first, rests in sorted(by_first.items())
    ]
    return branches[0] if len(branches) == 1 and not has_end else f"(?:{'|'.join(branches)}){'?' * has_end}"


# Both match in any case and stop at no border: what may follow is for the expression around them to say.
MONTH = _any_of(word for language in _CALENDAR.values() for word in language["months"])
WEEKDAY = _any_of(word for language in _CALENDAR.values() for word in language["weekdays"])
CALENDAR_WORDS = frozenset(
    word for language in _CALENDAR.values() for words in language.values() for word in words
)
"""The names of months and weekdays in small letters."""
MONTH_LETTERS = "".join(sorted({word[0] for language in _CALENDAR.values() for word in language["months"]}))
"""The small letters that names of months begin with."""
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
