"""Words per CPU second of every stage, beside bare spaCy on the same text in the same run.

    python benchmarks/throughput.py [RAW] [--articles N]

Everything runs in one process, so that CPU time can be told apart by stage; a run spreads the stages
up to `frames` over all cores. The articles under RAW (default: data/raw) are taken again and again
until there are N. Times on a shared machine mean little by themselves: read the last column.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.annotate import annotate, language_model
from copydesk.cleaning.page import clean_record
from copydesk.corpus.link import link_corpus
from copydesk.document import EXTRACTED_LANGUAGES
from copydesk.entities.mentions import find_mentions
from copydesk.events.find import find_events
from copydesk.frames import build_frames
from copydesk.ids import doc_id, record_sha256
from copydesk.quotes.find import find_quotes
from copydesk.readers import RecordSlice, open_decompressed, reader_for
from copydesk.records import Document, Extraction, Provenance, RawRecord
from flows.tables import write_draft

if TYPE_CHECKING:
    from collections.abc import Iterator


class Stopwatch:
    """CPU seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Add the CPU time spent in the context to a stage."""
        before = time.process_time()
        yield
        self.seconds[name] += time.process_time() - before


def raw_records(raw: Path) -> Iterator[tuple[str, bytes]]:
    """The path and the bytes of every record under a folder, without end."""
    pieces = [
        (path.name, piece.raw)
        for path in sorted(raw.rglob("*"))
        if path.is_file() and (reader := reader_for(path.name))
        for piece in reader.split(open_decompressed(path))
        if isinstance(piece, RecordSlice)
    ]
    yield from cycle(pieces)


def read(name: str, raw: bytes, record_no: int) -> RawRecord:
    """Read one record; its number makes its id differ from those of its repetitions."""
    reader = reader_for(name)
    assert reader is not None
    sha256 = record_sha256(raw + str(record_no).encode())
    return reader.read(raw, Provenance(doc_id(sha256), name, record_no, sha256, reader.media_type))


def extract(document: Document, watch: Stopwatch) -> Extraction:
    """The stages of `copydesk.document.extract_document`, one by one."""
    if document.language not in EXTRACTED_LANGUAGES:
        return Extraction(document)
    with watch.stage("parse"):
        sentences = annotate(document)
    with watch.stage("mentions"):
        mentions = find_mentions(document, sentences)
    with watch.stage("quotes"):
        quotes = find_quotes(document, sentences, mentions)
    with watch.stage("events"):
        events = find_events(document, sentences, mentions, quotes)
    return Extraction(document, sentences, mentions, quotes, events)


def measure(raw: Path, n_articles: int) -> tuple[Stopwatch, int]:
    """Take articles through the whole pipeline, then bare spaCy over their text.

    Returns:
        The CPU time by stage, and the number of words in the cleaned articles.
    """
    watch = Stopwatch()
    language_model()
    extractions = []
    for record_no, (name, raw_bytes) in enumerate(islice(raw_records(raw), n_articles)):
        with watch.stage("read"):
            record = read(name, raw_bytes, record_no)
        with watch.stage("clean"):
            document = clean_record(record)
        extractions.append(extract(document, watch))
    with watch.stage("frames"):
        frames = build_frames(extractions)
    with watch.stage("link"):
        linked = link_corpus(frames)
    with watch.stage("write"), tempfile.TemporaryDirectory() as folder:
        write_draft(linked, Path(folder))
    texts = [e.document.text for e in extractions if e.document.language in EXTRACTED_LANGUAGES]
    with watch.stage("bare spaCy"):
        for _ in language_model().pipe(texts):
            pass
    return watch, sum(len(text.split()) for text in texts)


def report(watch: Stopwatch, n_words: int) -> str:
    """The table that docs/performance.md shows."""
    spacy = watch.seconds.pop("bare spaCy")
    total = sum(watch.seconds.values())
    lines = ["| stage | words per CPU second | share | times bare spaCy |", "|---|---:|---:|---:|"]
    rows = [*watch.seconds.items(), ("whole pipeline", total), ("bare spaCy", spacy)]
    lines += [
        f"| {name} | {n_words / seconds:,.0f} | {seconds / total:.1%} | {seconds / spacy:.2f} |"
        for name, seconds in rows
    ]
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return "\n".join([*lines, "", f"{n_words:,} words; peak memory of the process {peak_mb:,} MB"])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("raw", nargs="?", type=Path, default=Path("data/raw"))
    parser.add_argument("--articles", type=int, default=200)
    given = parser.parse_args()
    watch, n_words = measure(given.raw, given.articles)
    sys.stdout.write(report(watch, n_words) + "\n")


if __name__ == "__main__":
    main()
