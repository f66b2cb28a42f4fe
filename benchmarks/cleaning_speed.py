"""Pages cleaned per CPU second, from text and from HTML, beside trafilatura on the HTML of the same pages.

    python benchmarks/cleaning_speed.py [blocks|dump|residue] [--sample N] [--rounds N]

The pages are those of the cleaning gold; COPYDESK_GOLD names the folder that has it. Everything runs in
one process. Before the first round every way takes a few pages, so that nothing is loaded in it; then
the ways take turns, all pages each, in an order that shifts from round to round, and the quickest round
counts. After that, memory, on a hundred pages at most, as tracing is slow: what is held after a quarter of
them, and how much more after all.
"""

from __future__ import annotations

import argparse
import gc
import logging
import sys
import time
import tracemalloc
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.quality_gold import MissingGold, read_documents, sample_of
from copydesk.cleaning.decode import repair
from copydesk.cleaning.page import clean_record
from copydesk.document import clean_text
from copydesk.errors import UnusableRecord
from copydesk.ids import doc_id, record_sha256
from copydesk.readers.html import page_record
from copydesk.records import Provenance
from schemas.vocabulary import MediaType

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.quality_gold import GoldDocument

EXIT_UNUSABLE = 2
RENDERINGS = ("blocks", "dump", "residue")
WARM_UP_PAGES = 3
MAX_TRACED_PAGES = 100
_TRAFILATURA = "trafilatura.extract"


@dataclass(frozen=True, slots=True)
class Way:
    """A way to clean pages.

    Attributes:
        name: What it is called in the table.
        clean: What it does with one page.
        pages: What it is given: the text or the HTML of every page.
    """

    name: str
    clean: Callable[[str], object]
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measurement:
    """What a way costs: CPU seconds for all pages, bytes held after a quarter and all that were traced."""

    seconds: float
    quarter_bytes: int
    all_bytes: int


def clean_page_text(text: str) -> object:
    """Clean the text of a page, from the decoded text on; None where there is no article."""
    try:
        return clean_text(text)
    except UnusableRecord:
        return None


def clean_html(source: str) -> object:
    """Clean the source of a page, from the decoded source on; None where there is no article."""
    sha256 = record_sha256(source.encode("utf-8", "surrogatepass"))
    try:
        return clean_record(
            page_record(repair(source), Provenance(doc_id(sha256), "-", 0, sha256, MediaType.HTML))
        )
    except UnusableRecord:
        return None


def extract_with_trafilatura(source: str) -> object:
    """Let trafilatura extract the text of a page, its options left alone."""
    import trafilatura

    return trafilatura.extract(source)


def ways_of(rendering: str, n_pages: int | None) -> tuple[Way, ...]:
    """The three ways, on the same pages.

    Raises:
        MissingGold: The gold is not there.
    """
    html = sample_of(read_documents("cleaning/dev_html.jsonl.gz", "html"), n_pages)
    texts = texts_of(read_documents("cleaning/dev_text.jsonl.gz", "raw"), html, rendering)
    sources = tuple(document.text for document in html)
    return (
        Way(f"text ({rendering})", clean_page_text, texts),
        Way("HTML", clean_html, sources),
        Way(_TRAFILATURA, extract_with_trafilatura, sources),
    )


def texts_of(texts: Sequence[GoldDocument], pages: Sequence[GoldDocument], rendering: str) -> tuple[str, ...]:
    """One rendering of the pages, in their order."""
    by_name = {document.name: document.text for document in texts}
    return tuple(by_name[f"{page.name}#{rendering}"] for page in pages)


def turns(ways: Sequence[Way], n_rounds: int) -> list[Way]:
    """The ways in the order of measurement; each round begins with another one."""
    return [
        ways[(round_no + position) % len(ways)]
        for round_no in range(n_rounds)
        for position in range(len(ways))
    ]


def measure(ways: Sequence[Way], n_rounds: int) -> dict[str, Measurement]:
    """Measure every way, by its name."""
    for way in ways:
        _clean_all(way, way.pages[:WARM_UP_PAGES])
    seconds: dict[str, list[float]] = {way.name: [] for way in ways}
    for way in turns(ways, n_rounds):
        gc.collect()
        before = time.process_time()
        _clean_all(way, way.pages)
        seconds[way.name].append(time.process_time() - before)
    return {way.name: Measurement(min(seconds[way.name]), *_bytes_held(way)) for way in ways}


def table(ways: Sequence[Way], measured: dict[str, Measurement]) -> str:
    """The table that docs/performance.md shows; speeds beside that of trafilatura."""
    slowest = measured[_TRAFILATURA].seconds
    lines = [
        "| way | documents per CPU second | ms a document | times trafilatura | memory growth, KB |",
        "|---|---:|---:|---:|---:|",
    ]
    for way in ways:
        of_way = measured[way.name]
        columns = (
            f"{len(way.pages) / of_way.seconds:,.1f}",
            f"{of_way.seconds / len(way.pages) * 1000:,.1f}",
            f"{slowest / of_way.seconds:,.1f}",
            f"{(of_way.all_bytes - of_way.quarter_bytes) / 1024:,.0f}",
        )
        lines.append(f"| {way.name} | {' | '.join(columns)} |")
    return "\n".join(lines)


def command_line(rendering: str, n_pages: int | None, n_rounds: int) -> str:
    """The command that prints a table again.

    >>> command_line("dump", 60, 3)
    'python benchmarks/cleaning_speed.py dump --sample 60 --rounds 3'
    """
    sample = "" if n_pages is None else f" --sample {n_pages}"
    return f"python benchmarks/cleaning_speed.py {rendering}{sample} --rounds {n_rounds}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit status is 2 where the gold is missing."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("rendering", nargs="?", choices=RENDERINGS, default="dump")
    parser.add_argument("--sample", type=_positive, metavar="N", help="pages to take; default: all")
    parser.add_argument("--rounds", type=_positive, metavar="N", default=3)
    given = parser.parse_args(arguments)
    # It warns of every page that it finds nothing in.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        ways = ways_of(given.rendering, given.sample)
    except MissingGold as error:
        sys.stderr.write(f"cleaning_speed: {error}\n")
        return EXIT_UNUSABLE
    shown = table(ways, measure(ways, given.rounds))
    sys.stdout.write(f"`{command_line(given.rendering, given.sample, given.rounds)}`\n\n{shown}\n")
    return 0


def _clean_all(way: Way, pages: Sequence[str]) -> None:
    for page in pages:
        way.clean(page)


def _bytes_held(way: Way) -> tuple[int, int]:
    """What Python holds after the first quarter of some pages and after the last, above the start."""
    pages = way.pages[:MAX_TRACED_PAGES]
    first = max(len(pages) // 4, 1)
    tracemalloc.start()
    _clean_all(way, pages[:first])
    gc.collect()
    quarter_bytes, _ = tracemalloc.get_traced_memory()
    _clean_all(way, pages[first:])
    gc.collect()
    all_bytes, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return quarter_bytes, all_bytes


def _positive(written: str) -> int:
    number = int(written)
    if number < 1:
        message = "expected at least 1"
        raise argparse.ArgumentTypeError(message)
    return number


if __name__ == "__main__":
    sys.exit(main())
