"""How well and how fast the same article is found twice, on made-up articles and their variations.

python benchmarks/duplicates.py [--articles N]
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING

import polars as pl

from benchmarks.duplicates_corpus import ArticleMaker
from copydesk.corpus.duplicates import duplicate_originals

if TYPE_CHECKING:
    from benchmarks.duplicates_corpus import MadeArticle

SEED = 7


def made_articles(n_articles: int) -> list[MadeArticle]:
    """So many articles of all kinds in turn."""
    maker = ArticleMaker(SEED)
    articles: list[MadeArticle] = []
    while len(articles) < n_articles:
        articles += maker.all_kinds()
    return articles[:n_articles]


def documents(articles: list[MadeArticle]) -> pl.DataFrame:
    """The columns that the search for duplicates reads."""
    return pl.DataFrame(
        {
            "doc_id": [f"{number:016x}" for number in range(len(articles))],
            "source_path": [f"{number % 97}/{number}.txt" for number in range(len(articles))],
            "source_record": [0] * len(articles),
            "text": ["\n\n".join(article.paragraphs) for article in articles],
            "published_at": [article.published_at for article in articles],
            "published_on": [article.published_at.date() for article in articles],
        }
    )


def report(articles: list[MadeArticle], found: pl.DataFrame) -> str:
    """By kind: how many articles have exactly the duplicates they should, with the newest to count."""
    newest: dict[str, int] = {}
    for number, article in enumerate(articles):
        best = newest.get(article.group)
        if best is None or article.published_at > articles[best].published_at:
            newest[article.group] = number
    originals = {int(doc, 16): original for doc, original in found.select("doc_id", "duplicate_of").rows()}
    n_all, n_missed, n_wrong = Counter[str](), Counter[str](), Counter[str]()
    for number, article in enumerate(articles):
        original = number if originals[number] is None else int(originals[number], 16)
        n_all[article.kind] += 1
        if articles[original].group != article.group:
            n_wrong[article.kind] += 1
        elif original != newest[article.group]:
            n_missed[article.kind] += 1
    lines = [
        "| kind | articles | not with its newest version | taken for another article |",
        "|---|---:|---:|---:|",
    ]
    lines += [f"| {kind} | {n:,} | {n_missed[kind]} | {n_wrong[kind]} |" for kind, n in n_all.items()]
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("--articles", type=int, default=20_000)
    articles = made_articles(parser.parse_args().articles)
    frame = documents(articles)
    before_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    before = time.process_time()
    found = duplicate_originals(frame)
    seconds = time.process_time() - before
    more_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024 - before_mb
    n_words = sum(len(paragraph.split()) for article in articles for paragraph in article.paragraphs)
    sys.stdout.write(report(articles, found) + "\n\n")
    cost = f"{seconds:.1f} CPU seconds, {more_mb:,} MB more memory"
    sys.stdout.write(f"{len(articles):,} articles, {n_words:,} words: {cost}\n")


if __name__ == "__main__":
    main()
