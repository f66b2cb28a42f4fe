"""All quotes of an article: by the learned tagger, or by rules where its files are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.quotes.attribute import index_speakers
from copydesk.quotes.reading import encoder_is_available
from copydesk.quotes.rules import find_quotes_by_rules
from copydesk.quotes.tagged import find_quotes_by_tagger

if TYPE_CHECKING:
    from copydesk.records import Document, Mention, Quote, Sentence


def find_quotes(
    document: Document, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]
) -> tuple[Quote, ...]:
    """Find who is reported to have said, written or thought what.

    Args:
        document: A cleaned article.
        sentences: Its parsed sentences.
        mentions: The names, nouns and pronouns found in it.

    Returns:
        Its quotes in the order of the text. A quote whose speaker the text does not tell has none.
    """
    speakers = index_speakers(document.text, mentions, document.metadata.published_on)
    if encoder_is_available():
        return find_quotes_by_tagger(document, sentences, speakers)
    return find_quotes_by_rules(document, sentences, speakers)
