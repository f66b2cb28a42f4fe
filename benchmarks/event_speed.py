"""CPU seconds a thousand words for finding events, beside bare spaCy.

    python benchmarks/event_speed.py [--sample N] [--rounds N]

The articles are those of the quote gold's dev part; COPYDESK_GOLD names the folder that has it. Each is
parsed, and its mentions and quotes are found, before anything is measured. Then the ways take turns, all
articles each, in one process, and the quickest round counts.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.quality_gold import MissingGold, read_documents, sample_of
from benchmarks.quote_speed import measure, table
from copydesk.annotate import annotate, language_model
from copydesk.cleaning.page import body_as_given
from copydesk.document import record_of_text
from copydesk.entities.mentions import find_mentions
from copydesk.events.find import find_events
from copydesk.events.nationality import with_countries
from copydesk.quotes.find import find_quotes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from copydesk.records import Document, Mention, Quote, Sentence

EXIT_UNUSABLE = 2
WARM_UP_ARTICLES = 2


@dataclass(frozen=True, slots=True)
class Article:
    """An article with what is known of it before its events are looked for."""

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    quotes: tuple[Quote, ...]

    @property
    def n_words(self) -> int:
        """How many words it has, between white space."""
        return len(self.document.text.split())


def events(article: Article) -> object:
    """The whole stage, as the pipeline does it."""
    return find_events(article.document, article.sentences, article.mentions, article.quotes)


def countries(article: Article) -> object:
    """The part of the stage that gives names their country."""
    return with_countries(article.document, article.mentions)


def parse(article: Article) -> object:
    """Bare spaCy: the same model on the same text."""
    return language_model()(article.document.text)


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
    texts = [gold.text for gold in sample_of(read_documents("quotes/dev.jsonl.gz", "text"), n_articles)]
    return [_prepared(body_as_given(record_of_text(text))) for text in texts]


def _prepared(document: Document) -> Article:
    sentences = annotate(document)
    mentions = find_mentions(document, sentences)
    return Article(document, sentences, mentions, find_quotes(document, sentences, mentions))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit status is 2 where the gold is missing."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("--sample", type=int, metavar="N", default=20, help="articles to take")
    parser.add_argument("--rounds", type=int, metavar="N", default=3)
    given = parser.parse_args(arguments)
    try:
        articles = read_articles(given.sample)
    except MissingGold as error:
        sys.stderr.write(f"event_speed: {error}\n")
        return EXIT_UNUSABLE
    sys.stdout.write(f"{table(measure(WAYS, articles, given.rounds))}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
