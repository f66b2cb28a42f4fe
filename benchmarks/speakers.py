"""How often the speaker is the right person where the text has a pronoun or a description.

    COPYDESK_GOLD=shared python benchmarks/speakers.py [--rows]

The places and the persons are in speakers.csv. Every place is asked for by its span, so that nothing
depends on whether the quote was found. One half of the articles was used to work on the rules, the
other only for its figures.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import sys
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.quality_gold import read_documents
from benchmarks.quality_predictions import extraction_of
from copydesk.entities.persons import name_words
from copydesk.quotes.attribute import index_speakers, speaker_at
from copydesk.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.quality_gold import GoldDocument

ANNOTATION = Path(__file__).with_name("speakers.csv")
GOLD_FILE = "quotes/dev.jsonl.gz"


class Outcome(StrEnum):
    """What came out for one place."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSED = "missed"
    RIGHTLY_NONE = "rightly none"


@dataclass(frozen=True, slots=True)
class Place:
    """One annotated place: the article, the span of the source, and the ways to write the right name."""

    doc: str
    span: Span
    form: str
    names: tuple[str, ...]

    @property
    def half(self) -> str:
        """The half of the articles it belongs to."""
        odd = int(hashlib.sha256(self.doc.encode()).hexdigest(), 16) % 2
        return "worked on" if odd else "held out"


def read_places(path: Path) -> list[Place]:
    """Read the annotation; lines that begin with "#" are its rules."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return [
            Place(
                doc=row["doc"],
                span=Span(int(row["start"]), int(row["end"])),
                form=row["form"],
                names=tuple(name for name in row["name"].split("|") if name),
            )
            for row in rows
        ]


def outcome_of(place: Place, name: str | None) -> Outcome:
    """Compare a speaker's name with the annotated ones; accents, dots and quotation marks do not count."""
    if name is None:
        return Outcome.MISSED if place.names else Outcome.RIGHTLY_NONE
    is_right = _plain(name) in {_plain(one) for one in place.names}
    return Outcome.RIGHT if is_right else Outcome.WRONG


def names_at(document: GoldDocument, places: Sequence[Place]) -> list[str | None]:
    """What copydesk takes for the speakers' names at some places of one article."""
    extraction = extraction_of(document)
    speakers = index_speakers(document.text, extraction.mentions)
    found = [speaker_at(place.span, extraction.sentences, speakers) for place in places]
    return [None if speaker is None else speaker.name for speaker in found]


def report(outcomes: Iterable[tuple[Place, Outcome]]) -> str:
    """Precision and recall for each half of the articles and for each form, as a table."""
    counts: dict[str, Counter[Outcome]] = {}
    for place, outcome in outcomes:
        for row in (f"{place.half}: {place.form}", f"{place.half}: all", "all"):
            counts.setdefault(row, Counter())[outcome] += 1
    lines = [
        "| places | precision | recall | right | wrong | missed | rightly none |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    return "\n".join([*lines, *(_line(row, counts[row]) for row in sorted(counts))])


def _line(row: str, count: Counter[Outcome]) -> str:
    right, wrong, missed = (count[one] for one in (Outcome.RIGHT, Outcome.WRONG, Outcome.MISSED))
    return (
        f"| {row} | {_share(right, right + wrong)} | {_share(right, right + wrong + missed)} |"
        f" {right} | {wrong} | {missed} | {count[Outcome.RIGHTLY_NONE]} |"
    )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "-"


def _plain(name: str) -> tuple[str, ...]:
    return name_words(name.replace('"', " ").replace("“", " ").replace("”", " "))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("--rows", action="store_true", help="print every wrong and missed place, too")
    with_rows = parser.parse_args().rows
    places = read_places(ANNOTATION)
    outcomes: list[tuple[Place, Outcome]] = []
    for document in read_documents(GOLD_FILE, "text"):
        here = [place for place in places if place.doc == document.name]
        for place, name in zip(here, names_at(document, here) if here else [], strict=True):
            outcome = outcome_of(place, name)
            outcomes.append((place, outcome))
            if with_rows and outcome in (Outcome.WRONG, Outcome.MISSED) and place.half == "worked on":
                sys.stdout.write(f"{outcome}: {place.doc} {place.span}: {name} for {place.names}\n")
    sys.stdout.write(report(outcomes) + "\n")


if __name__ == "__main__":
    main()
