"""CPU seconds a thousand words for finding names, beside the quotes that share their encoder, and bare spaCy.

    python benchmarks/name_speed.py [--sample N] [--rounds N]

The articles are those of the quote gold's dev part, parsed before; COPYDESK_GOLD names the folder that has
it. What names cost is the difference between names with quotes and quotes alone.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from benchmarks.quote_speed import find_by_tagger, parse, read_articles, run
from copydesk.entities.mentions import find_mentions
from copydesk.quotes.reading import read_article

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.quote_speed import Article, Way


def find_quotes(article: Article) -> object:
    """The quote stage by itself, which then has to read the article."""
    read_article.cache_clear()
    return find_by_tagger(article)


def find_names_and_quotes(article: Article) -> object:
    """Names, with all other mentions, and then the quotes, which find the article read."""
    read_article.cache_clear()
    return find_mentions(article.document, article.sentences), find_by_tagger(article)


WAYS: Mapping[str, Way] = {
    "quotes": find_quotes,
    "mentions and quotes": find_names_and_quotes,
    "bare spaCy": parse,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what finding names costs."""
    return run(str(__doc__), WAYS, read_articles, arguments)


if __name__ == "__main__":
    sys.exit(main())
