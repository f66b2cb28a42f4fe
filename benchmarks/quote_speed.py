"""CPU seconds a thousand words for finding quotes, by the tagger and by rules, beside bare spaCy.

    python benchmarks/quote_speed.py [--sample N] [--rounds N]

The articles are those of the quote gold's dev part; COPYDESK_GOLD names the folder that has it. Each is
parsed, and its mentions are found, before anything is measured. Then the ways take turns, all articles
each, in one process, and the quickest round counts.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from benchmarks.quality_gold import MissingGold, read_documents, sample_of
from copydesk.annotate import annotate, language_model
from copydesk.cleaning.page import body_as_given
from copydesk.document import record_of_text
from copydesk.entities.mentions import find_mentions
from copydesk.quotes.attribute import index_speakers
from copydesk.quotes.rules import find_quotes_by_rules
from copydesk.quotes.tagged import find_quotes_by_tagger

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from copydesk.records import Document, Mention, Sentence

    Way = Callable[["Article"], object]

EXIT_UNUSABLE = 2
WARM_UP_ARTICLES = 2


@dataclass(frozen=True, slots=True)
class Article:
    """An article with what is known of it before its quotes are looked for."""

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]

    @property
    def n_words(self) -> int:
        """How many words it has, between white space."""
        return len(self.document.text.split())


def find_by_tagger(article: Article) -> object:
    """The whole stage, as the pipeline does it."""
    speakers = index_speakers(article.document.text, article.mentions)
    return find_quotes_by_tagger(article.document, article.sentences, speakers)


def find_by_rules(article: Article) -> object:
    """The whole stage without the tagger's files."""
    speakers = index_speakers(article.document.text, article.mentions)
    return find_quotes_by_rules(article.document, article.sentences, speakers)


def parse(article: Article) -> object:
    """Bare spaCy: the same model on the same text."""
    return language_model()(article.document.text)


WAYS: Mapping[str, Way] = {
    "quotes, by the tagger": find_by_tagger,
    "quotes, by rules": find_by_rules,
    "bare spaCy": parse,
}


def read_articles(n_articles: int | None) -> list[Article]:
    """The articles, parsed.

    Raises:
        MissingGold: The gold is not there.
    """
    texts = [gold.text for gold in sample_of(read_documents("quotes/dev.jsonl.gz", "text"), n_articles)]
    documents = [body_as_given(record_of_text(text)) for text in texts]
    articles = []
    for document in documents:
        sentences = annotate(document)
        articles.append(Article(document, sentences, find_mentions(document, sentences)))
    return articles


class HasWords(Protocol):
    """Whatever is measured: an article of so many words."""

    @property
    def n_words(self) -> int:
        """How many words it has."""


ArticleT = TypeVar("ArticleT", bound=HasWords)


def measure(
    ways: Mapping[str, Callable[[ArticleT], object]], articles: Sequence[ArticleT], n_rounds: int
) -> dict[str, float]:
    """CPU seconds a thousand words of every way, by its name."""
    for find in ways.values():
        for article in articles[:WARM_UP_ARTICLES]:
            find(article)
    n_words = sum(article.n_words for article in articles)
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(n_rounds):
        for name, find in ways.items():
            gc.collect()
            before = time.process_time()
            for article in articles:
                find(article)
            seconds[name].append(time.process_time() - before)
    return {name: min(of_way) / n_words * 1000 for name, of_way in seconds.items()}


def table(measured: dict[str, float]) -> str:
    """The table that docs/performance.md shows.

    >>> print(table({"quotes": 0.25, "bare spaCy": 0.5}))
    | | CPU seconds a thousand words | times bare spaCy |
    |---|---:|---:|
    | quotes | 0.250 | 0.50 |
    | bare spaCy | 0.500 | 1.00 |
    """
    lines = ["| | CPU seconds a thousand words | times bare spaCy |", "|---|---:|---:|"]
    bare = measured["bare spaCy"]
    lines += [f"| {name} | {seconds:.3f} | {seconds / bare:.2f} |" for name, seconds in measured.items()]
    return "\n".join(lines)


def run(
    description: str,
    ways: Mapping[str, Callable[[ArticleT], object]],
    read: Callable[[int | None], Sequence[ArticleT]],
    arguments: Sequence[str] | None,
) -> int:
    """Measure as the command line says, and print; the exit status is 2 where the gold is missing."""
    parser = argparse.ArgumentParser(description=description.partition("\n")[0])
    parser.add_argument("--sample", type=int, metavar="N", default=20, help="articles to take")
    parser.add_argument("--rounds", type=int, metavar="N", default=3)
    given = parser.parse_args(arguments)
    try:
        articles = read(given.sample)
    except MissingGold as error:
        sys.stderr.write(f"{parser.prog}: {error}\n")
        return EXIT_UNUSABLE
    sys.stdout.write(f"{table(measure(ways, articles, given.rounds))}\n")
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the quote stage."""
    return run(str(__doc__), WAYS, read_articles, arguments)


if __name__ == "__main__":
    sys.exit(main())
