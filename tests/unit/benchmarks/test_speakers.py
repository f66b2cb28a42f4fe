"""The measure of speakers, on made-up places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.quality_gold import GoldDocument
from benchmarks.speakers import ANNOTATION, Outcome, Place, names_at, outcome_of, read_places, report
from copydesk.spans import Span

if TYPE_CHECKING:
    from pathlib import Path

NAMED = Place("a", Span(0, 2), "pronoun", ("Eva Lind", 'Eva "Evi" Lind'))
NAMELESS = Place("a", Span(5, 9), "pronoun", ())


@pytest.mark.parametrize(
    ("place", "name", "outcome"),
    [
        (NAMED, "Eva Lind", Outcome.RIGHT),
        (NAMED, "Eva Evi Lind", Outcome.RIGHT),
        (NAMED, "Lind", Outcome.WRONG),
        (NAMED, None, Outcome.MISSED),
        (NAMELESS, "Eva Lind", Outcome.WRONG),
        (NAMELESS, None, Outcome.RIGHTLY_NONE),
    ],
)
def test_a_name_is_right_or_wrong_and_none_may_be_right(
    place: Place, name: str | None, outcome: Outcome
) -> None:
    assert outcome_of(place, name) is outcome


def test_rules_at_the_head_of_the_annotation_are_no_places(tmp_path: Path) -> None:
    file = tmp_path / "places.csv"
    file.write_text("# rules\ndoc,start,end,form,name\na,3,5,nominal,Eva Lind|E. Lind\n", encoding="utf-8")
    assert read_places(file) == [Place("a", Span(3, 5), "nominal", ("Eva Lind", "E. Lind"))]


def test_the_annotation_has_no_place_twice() -> None:
    places = [(place.doc, place.span) for place in read_places(ANNOTATION)]
    assert len(places) == len(set(places)) == 184


def test_figures_are_counted_for_each_half_and_form() -> None:
    table = report([(NAMED, Outcome.RIGHT), (NAMED, Outcome.WRONG), (NAMED, Outcome.MISSED)])
    assert table.splitlines()[2] == "| all | 50.0 | 33.3 | 1 | 1 | 1 | 0 |"


def test_a_speaker_is_asked_for_by_the_span_alone() -> None:
    text = "Eva Lind left the room. She said that she was tired. People laughed."
    document = GoldDocument("a", text, None, "{}")
    places = [
        Place("a", Span(start, start + len(word)), "pronoun", ())
        for word in ("She", "People")
        for start in (text.index(word),)
    ]
    assert names_at(document, places) == ["Eva Lind", None]
