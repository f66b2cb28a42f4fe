"""Outlets: what was told to them, or through them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from copydesk.lexicons import lexicon
from copydesk.lexicons.outlets import outlet_names
from copydesk.quotes.phrases import noun_phrase, widened_over_names
from copydesk.syntax import children_with

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.quotes.cues import Cue
    from copydesk.records import Sentence
    from copydesk.spans import Span

_OCCASIONS = frozenset(
    {"interview", "comment", "remark", "statement", "conversation", "talk", "report", "column", "article"}
)
_CARRIERS = frozenset({"through", "via"})
# "Said via email" names nobody.
_MEANS = frozenset({"e-mail", "email", "letter", "mail", "message", "phone", "telephone", "text"})
_HEARERS = frozenset({"to", "with", "by", "for", "on"})


def find_via(cue: Cue, text: str, taken: Sequence[Span]) -> str | None:
    """The outlet or spokesman something was said to or through, as written."""
    sentence = cue.sentence
    for position, must_be_outlet in _candidates(sentence, cue):
        phrase = noun_phrase(sentence, position, taken)
        if phrase is None:
            continue
        phrase = widened_over_names(sentence, phrase)
        if not must_be_outlet or is_outlet(phrase.of(text)):
            return None if any(span.overlaps(phrase) for span in taken) else phrase.of(text)
    return None


def is_outlet(phrase: str) -> bool:
    """Whether a noun phrase names or describes a news outlet.

    >>> is_outlet("Spanish media"), is_outlet("news agency Interfax"), is_outlet("reporters")
    (True, True, False)
    """
    words = re.findall(r"[\w'’.-]+", phrase)
    if not words:
        return False
    return words[-1].lower() in _outlet_words() or bool(_outlet_names().search(phrase))


def _candidates(sentence: Sentence, cue: Cue) -> Iterator[tuple[int, bool]]:
    """Positions of noun heads, and whether they must be outlets to count."""
    for word in cue.words:
        for hearer in children_with(sentence, word, {"dobj", "dative", "pobj"}):
            yield hearer, True
        for preposition in children_with(sentence, word, {"prep", "agent", "dative"}):
            written = sentence.tokens[preposition].text.lower()
            for named in children_with(sentence, preposition, {"pobj"}):
                yield from _told_on_an_occasion(sentence, named)
                is_means = sentence.tokens[named].lemma.lower() in _MEANS
                yield named, is_means or written not in _CARRIERS


def _told_on_an_occasion(sentence: Sentence, occasion: int) -> Iterator[tuple[int, bool]]:
    """Whom the interview in "said in an interview with ..." was given to."""
    if sentence.tokens[occasion].lemma not in _OCCASIONS:
        return
    for preposition in children_with(sentence, occasion, {"prep"}):
        if sentence.tokens[preposition].text.lower() in _HEARERS:
            for named in children_with(sentence, preposition, {"pobj"}):
                yield named, sentence.tokens[occasion].lemma != "interview"


@cache
def _outlet_words() -> frozenset[str]:
    words = lexicon("news_outlets")["words"]
    return frozenset(words["singular"] + words["plural"])


@cache
def _outlet_names() -> re.Pattern[str]:
    longest_first = sorted(outlet_names(), key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})(?!\w|['’]s)")
