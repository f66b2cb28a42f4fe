"""What cleaning takes from articles that are clean already: every word that falls out is one too many.

    python benchmarks/clean_articles.py [--framed] [--show N]

Cleans the bodies of the quotes gold (COPYDESK_GOLD) and prints how many of their words are in neither the
text nor the metadata, and in how many articles; then what was taken out, by kind. Some of these bodies begin
with their headline or dateline and end with a credit: these go where they belong. `--framed` puts the first
paragraphs of each between a few lines of furniture, as a page has that was half cleaned before, and prints
how much of the furniture was kept, too. `--show` prints the first N lines that were taken out.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchmarks.quality_gold import MissingGold, read_documents
from copydesk.document import clean_text
from copydesk.errors import UnusableRecord
from schemas.vocabulary import SegmentLabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FILES = ("quotes/train.jsonl.gz", "quotes/dev.jsonl.gz")
# What is found again in columns of the documents table.
METADATA_LABELS = ("title", "subtitle", "byline", "dateline", "credit")
EXIT_UNUSABLE = 2
# Shorter lines of the bodies are headlines, credits and the like.
MIN_PARAGRAPH_WORDS = 9
# Tweets that the corpus marks up.
MARKUP = "<"
N_PARAGRAPHS = (2, 3, 4, 5, 6, 8)
GAPS = ("\n\n", "\n\n", "\n")
ABOVE = (
    "Home",
    "Home\nNews\nSport\nBusiness\nWeather",
    "Skip to main content",
    "Sign in\nSubscribe",
    "World | Politics | Business | Sport",
)
BELOW = (
    "Copyright © 2019 The Harbour Post. All rights reserved.",
    "Related stories\nBakery changes hands again\nWhy winter swimmers love the harbour\nContact us",
    "Share this article\nFacebook\nTwitter\nEmail",
    "Read more: What the alliance wants from Moscow",
    "Advertisement\n© 2021 Morning Desk",
    "Sign up to our newsletter\nEnter your email address\nSubscribe",
    "Print\nE-mail\n\nMost read\n1. Storm closes three schools\n2. Mayor resigns after vote\nPrivacy policy",
    "Topics: Europe, Defence, Trade",
)


@dataclass(frozen=True, slots=True)
class Page:
    """An article, and the furniture around it, each part with what parts it from the article."""

    article: str
    above: str = ""
    below: str = ""


@dataclass(slots=True)
class Outcome:
    """What cleaning made of a page: lines of the article that fell out, furniture that stayed.

    Attributes:
        lost: What each was taken for, and its text.
        kept: Its text.
    """

    lost: list[tuple[str, str]] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


def outcome_of(page: Page) -> Outcome:
    """Clean a page and compare."""
    try:
        segments = clean_text(page.above + page.article + page.below).segments
    except UnusableRecord as error:
        return Outcome(lost=[(str(error.reason), page.article)])
    outcome = Outcome()
    start = len(page.above)
    for segment in segments:
        is_body = segment.label is SegmentLabel.BODY
        if start <= segment.raw.start < start + len(page.article):
            outcome.lost += [] if is_body else [(f"{segment.label}/{segment.rule}", segment.raw_text)]
        elif is_body:
            outcome.kept.append(segment.raw_text)
    return outcome


def framed(texts: Iterable[str]) -> Iterator[Page]:
    """The first paragraphs of each text between furniture, the same at every call."""
    for no, text in enumerate(texts):
        draw = random.Random(no)
        paragraphs = [
            line
            for line in text.split("\n")[1:]  # the first may be the headline
            if len(line.split()) >= MIN_PARAGRAPH_WORDS and not line.startswith(MARKUP)
        ]
        gap = draw.choice(GAPS)
        article = gap.join(paragraphs[: draw.choice(N_PARAGRAPHS)])
        if article:
            yield Page(article, draw.choice(ABOVE) + gap, gap + draw.choice(BELOW))


def main() -> int:
    """Measure and print; the exit status is 2 where the gold is missing."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("--framed", action="store_true", help="the first paragraphs between furniture")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="lines to show")
    given = parser.parse_args()
    try:
        texts = [document.text for file in FILES for document in read_documents(file, "text")]
    except MissingGold as error:
        sys.stderr.write(f"clean_articles: {error}\n")
        return EXIT_UNUSABLE
    pages = list(framed(texts)) if given.framed else [Page(text) for text in texts]
    outcomes = [outcome_of(page) for page in pages]
    sys.stdout.write(report(pages, outcomes))
    for kind, line in [found for outcome in outcomes for found in outcome.lost][: given.show]:
        sys.stdout.write(f"{kind}: {line[:200]}\n")
    return 0


def report(pages: list[Page], outcomes: list[Outcome]) -> str:
    """The shares of words, as lines of text."""
    n_words = sum(len(page.article.split()) for page in pages)
    by_kind: Counter[str] = Counter()
    for outcome in outcomes:
        for kind, line in outcome.lost:
            by_kind[kind] += len(line.split())
    n_lost = sum(count for kind, count in by_kind.items() if not kind.startswith(METADATA_LABELS))
    n_touched = sum(
        any(not kind.startswith(METADATA_LABELS) for kind, _ in outcome.lost) for outcome in outcomes
    )
    lines = [
        f"{len(pages):,} articles, {n_words:,} words: {100 * n_lost / n_words:.2f} % lost, "
        f"in {n_touched:,} articles; {100 * by_kind.total() / n_words:.2f} % with what became metadata"
    ]
    if n_around := sum(len((page.above + page.below).split()) for page in pages):
        n_kept = sum(len(line.split()) for outcome in outcomes for line in outcome.kept)
        lines.append(f"{n_around:,} words of furniture: {100 * n_kept / n_around:.2f} % kept")
    lines += [f"{100 * count / n_words:.3f} % {kind}" for kind, count in by_kind.most_common()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
