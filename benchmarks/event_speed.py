"""CPU seconds a thousand words for finding events, beside bare spaCy.

    python benchmarks/event_speed.py [--sample N] [--rounds N]

The articles are those of the quote gold's dev part; COPYDESK_GOLD names the folder that has it. Each is
parsed, and its mentions and quotes are found, before anything is measured. Then the ways take turns, all
articles each, in one process, and the quickest round counts.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.quote_speed import Article as ParsedArticle
from benchmarks.quote_speed import parse, run
from benchmarks.quote_speed import read_articles as read_parsed
from copydesk.events.find import find_events
from copydesk.events.nationality import with_countries
from copydesk.quotes.find import find_quotes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from copydesk.records import Quote


@dataclass(frozen=True, slots=True)
class Article(ParsedArticle):
    """An article with what is known of it before its events are looked for."""

    quotes: tuple[Quote, ...]


def events(article: Article) -> object:
    """The whole stage, as the pipeline does it."""
    return find_events(article.document, article.sentences, article.mentions, article.quotes)


def countries(article: Article) -> object:
    """The part of the stage that gives names their country."""
    return with_countries(article.document, article.mentions)


WAYS: dict[str, Callable[[Article], object]] = {
    "events": events,
    "of these, countries of names": countries,
    "bare spaCy": parse,
}


def read_articles(n_articles: int | None) -> list[Article]:
    """The articles, with their mentions and quotes.

    Raises:
        MissingGold: The gold is not there.
    """
    return [
        Article(
            parsed.document,
            parsed.sentences,
            parsed.mentions,
            find_quotes(parsed.document, parsed.sentences, parsed.mentions),
        )
        for parsed in read_parsed(n_articles)
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what finding events costs."""
    return run(str(__doc__), WAYS, read_articles, arguments)


if __name__ == "__main__":
    sys.exit(main())
