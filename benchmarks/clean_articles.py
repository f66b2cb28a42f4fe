"""What cleaning takes from articles that are clean already: every word that falls out is one too many.

    python benchmarks/clean_articles.py [--show N]

Cleans the bodies of the quotes gold (COPYDESK_GOLD) and prints how many of their words are in neither the
text nor the metadata, and in how many articles; then what was taken out, by kind. Some of these bodies begin
with their headline or dateline and end with a credit: these go where they belong. `--show` prints the first
N lines that were taken out.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from typing import TYPE_CHECKING

from benchmarks.quality_gold import MissingGold, read_documents
from copydesk.document import clean_text
from copydesk.errors import UnusableRecord
from schemas.vocabulary import SegmentLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

FILES = ("quotes/train.jsonl.gz", "quotes/dev.jsonl.gz")
# What is found again in columns of the documents table.
METADATA_LABELS = ("title", "subtitle", "byline", "dateline", "credit")
EXIT_UNUSABLE = 2


def lost_lines(text: str) -> Iterator[tuple[str, str]]:
    """The lines of a text that cleaning does not take for its article, each with what it was taken for."""
    try:
        segments = clean_text(text).segments
    except UnusableRecord as error:
        yield str(error.reason), text
        return
    for segment in segments:
        if segment.label is not SegmentLabel.BODY:
            yield f"{segment.label}/{segment.rule}", segment.raw_text


def main() -> int:
    """Measure and print; the exit status is 2 where the gold is missing."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("--show", type=int, default=0, metavar="N", help="lines to show")
    given = parser.parse_args()
    try:
        texts = [document.text for file in FILES for document in read_documents(file, "text")]
    except MissingGold as error:
        sys.stderr.write(f"clean_articles: {error}\n")
        return EXIT_UNUSABLE
    lost = [list(lost_lines(text)) for text in texts]
    by_kind: Counter[str] = Counter()
    for kind, line in (found for lines in lost for found in lines):
        by_kind[kind] += len(line.split())
    n_words = sum(len(text.split()) for text in texts)
    n_lost = sum(count for kind, count in by_kind.items() if not kind.startswith(METADATA_LABELS))
    n_touched = sum(any(not kind.startswith(METADATA_LABELS) for kind, _ in lines) for lines in lost)
    n_out = sum(by_kind.values())
    sys.stdout.write(
        f"{len(texts):,} articles, {n_words:,} words: {100 * n_lost / n_words:.2f} % lost, "
        f"in {n_touched:,} articles; {100 * n_out / n_words:.2f} % with what became metadata\n"
    )
    for kind, count in by_kind.most_common():
        sys.stdout.write(f"{100 * count / n_words:.3f} % {kind}\n")
    for kind, line in [found for lines in lost for found in lines][: given.show]:
        sys.stdout.write(f"{kind}: {line[:200]}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
