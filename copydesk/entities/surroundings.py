"""What the common nouns beside a name tell about it: "Scud missiles", "the town of Gori"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from copydesk.lexicons import lexicon
from schemas.vocabulary import MentionLabel

if TYPE_CHECKING:
    from copydesk.spans import Span

_LEXICON = "name_surroundings"
# Far enough for the longest of the nouns, with an article and two adjectives.
MAX_CHARACTERS_BESIDE = 48


def label_beside(text: str, span: Span) -> MentionLabel | None:
    """Tell what the words right beside a name say that it is.

    >>> from copydesk.spans import Span
    >>> label_beside("They fired Scud missiles.", Span(11, 15))
    <MentionLabel.PRODUCT: 'PRODUCT'>
    >>> label_beside("They saw Orlov leave.", Span(9, 14)) is None
    True
    """
    before = text[max(0, span.start - MAX_CHARACTERS_BESIDE) : span.start]
    after = text[span.end : span.end + MAX_CHARACTERS_BESIDE]
    for label, (ends, begins, explains) in _patterns().items():
        if ends.search(before) or begins.match(after) or explains.match(after):
            return label
    return None


@cache
def _patterns() -> dict[MentionLabel, tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]]:
    """For every label what text before a name ends with, and two ways in which text behind it begins."""
    patterns: dict[MentionLabel, tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]] = {}
    for label, nouns in lexicon(_LEXICON).items():
        ends = re.compile(rf"\b{_any_of(nouns.get('before', ()))}\s$", re.IGNORECASE)
        begins = re.compile(rf"\s{_any_of(nouns.get('after', ()))}\b")
        explained = _any_of(nouns.get("explained", ()))
        # "Start, the new agreement", but not "Orlov, the town's mayor" nor "Orlov, a newspaper editor".
        explains = re.compile(rf",\s(?:an?|the)\s(?:\w+\s)?{explained}\b(?!['’]|\s(?:\w+er|\w+or|chief)\b)")
        patterns[MentionLabel(label)] = (ends, begins, explains)
    return patterns


def _any_of(words: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(map(re.escape, words))})" if words else "(?!)"
