"""Names of people in headlines, where capitals glue other words to them: "Defiant Orlov Rejects Talks"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.entities.titles import given_name_gender
from copydesk.quotes.utterances import looks_like_title
from copydesk.spans import Span
from schemas.vocabulary import MentionLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.entities.names import Name
    from copydesk.records import Sentence

_WORD = re.compile(r"[^\s]+")


def without_headline_words(
    text: str, sentences: Sequence[Sentence], names: Sequence[Name]
) -> tuple[Name, ...]:
    """Cut the names of people in headlines down to how the rest of the article names them.

    Args:
        text: The article.
        sentences: Its sentences.
        names: The names found in it; those that the rest of the article does not know stay as they are.
    """
    headlines = {sentence.sentence_no for sentence in sentences if looks_like_title(sentence.span.of(text))}
    known = {
        form
        for name in names
        if name.label is MentionLabel.PERSON and name.sentence_no not in headlines
        for form in (name.text, name.text.split()[-1])
    }
    return tuple(
        _cut(name, known)
        if name.label is MentionLabel.PERSON and name.sentence_no in headlines and name.text not in known
        else name
        for name in names
    )


def _cut(name: Name, known: set[str]) -> Name:
    """The longest part of a name that is known, if there is one; a given name is never cut off."""
    words = list(_WORD.finditer(name.text))
    begins_well = given_name_gender(words[0].group()) is not None
    # "Eva" alone is no better a name than "Eva Lind".
    for size in range(len(words) - 1, 1 if begins_well else 0, -1):
        for first in range(1 if begins_well else len(words) - size + 1):
            start, end = words[first].start(), words[first + size - 1].end()
            if name.text[start:end] in known:
                span = Span(name.span.start + start, name.span.start + end)
                return replace(name, span=span, text=name.text[start:end])
    return name
