"""Annotated text to mentions: every place where an article names something, refers to it, or gives a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.entities.date_mentions import find_dates
from copydesk.entities.headlines import without_headline_words
from copydesk.entities.inside import is_inside
from copydesk.entities.labels import with_one_label
from copydesk.entities.missed import with_missed_names
from copydesk.entities.name_tagger import name_tagger_is_available
from copydesk.entities.named import link_names
from copydesk.entities.names import recognised_names
from copydesk.entities.nominals import find_nominals
from copydesk.entities.pronouns import find_pronouns
from copydesk.entities.tagged_names import tagged_names
from copydesk.quotes.marks import find_quotations

if TYPE_CHECKING:
    from copydesk.entities.names import Name
    from copydesk.records import Document, Mention, Sentence


def find_mentions(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    """Find the mentions of an article, in the order of the text.

    Names, pronouns and dates never overlap; a description may contain a name ("the Dutch minister").

    Args:
        document: A cleaned article.
        sentences: Its sentences as `annotate` gives them.

    Returns:
        Names, descriptions and pronouns, those of one thing in one cluster; and dates.
    """
    recognised = _names(document, sentences)
    trimmed = without_headline_words(document.text, sentences, recognised)
    names = with_missed_names(document.text, sentences, with_one_label(document.text, trimmed))
    named = link_names(document.text, sentences, names)
    quoted = tuple(quotation.span for quotation in find_quotations(document))
    nominals = find_nominals(sentences, named.mentions, quoted)
    persons = (*named.mentions, *nominals)
    pronouns = find_pronouns(sentences, persons, named.genders, quoted)
    taken = tuple(mention.span for mention in named.mentions)
    dates = find_dates(document, sentences, taken)
    # "His" in "His Dark Materials" is part of a name.
    free_pronouns = (pronoun for pronoun in pronouns if not is_inside(taken, pronoun.span.start))
    return tuple(sorted((*persons, *free_pronouns, *dates), key=lambda mention: mention.span))


def _names(document: Document, sentences: tuple[Sentence, ...]) -> list[Name]:
    """The names by the tagger, or by the language model alone where the tagger's file is not."""
    if name_tagger_is_available():
        return tagged_names(document, sentences)
    return [name for sentence in sentences for name in recognised_names(document.text, sentence)]
