"""Places and agencies at the start."""

from __future__ import annotations

import pytest

from copydesk.cleaning.datelines import find_dateline


@pytest.mark.parametrize(
    ("paragraph", "place", "agency", "rest"),
    [
        ("OSLO (Reuters) -- Talks ended.", "Oslo", "Reuters", "Talks ended."),
        ("Oslo - Talks ended.", "Oslo", None, "Talks ended."),
        ("NEW YORK, March 3 (AFP) - Talks ended.", "New York", "AFP", "Talks ended."),
        ("ST. JOSEPH, Mich. (AP) — Talks ended.", "St. Joseph", "AP", "Talks ended."),
        ("Riga, 3 March (dpa) – Talks ended.", "Riga", "dpa", "Talks ended."),
        ("SMALLVILLE — Talks ended.", "Smallville", None, "Talks ended."),
    ],
)
def test_dateline_gives_place_agency_and_where_the_text_begins(
    paragraph: str, place: str, agency: str | None, rest: str
) -> None:
    found = find_dateline(paragraph)
    assert found is not None
    assert (found.place, found.agency, paragraph[found.end :]) == (place, agency, rest)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Tesla - the maker of cars - said no.",
        "Moscow said it was ready.",
        "Ivanov: We are ready.",
        "IMF: Growth will slow.",
        "The ministers -- all of them -- left.",
        "",
    ],
)
def test_sentence_that_begins_alike_has_no_dateline(paragraph: str) -> None:
    assert find_dateline(paragraph) is None


def test_unknown_place_in_capitals_is_less_than_certain() -> None:
    found = find_dateline("SMALLVILLE — Talks ended.")
    assert found is not None
    assert found.is_certain is False
