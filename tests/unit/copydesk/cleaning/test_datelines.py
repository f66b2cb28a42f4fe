"""Places and agencies at the start."""

from __future__ import annotations

import pytest

from copydesk.cleaning.datelines import Dateline, find_dateline, find_dateline_alone


@pytest.mark.parametrize(
    ("paragraph", "place", "agency", "rest"),
    [
        ("OSLO (Reuters) -- Talks ended.", "Oslo", "Reuters", "Talks ended."),
        ("Oslo - Talks ended.", "Oslo", None, "Talks ended."),
        ("NEW YORK, March 3 (AFP) - Talks ended.", "New York", "AFP", "Talks ended."),
        ("ST. JOSEPH, Mich. (AP) — Talks ended.", "St. Joseph", "AP", "Talks ended."),
        ("Riga, 3 March (dpa) – Talks ended.", "Riga", "dpa", "Talks ended."),
        ("OSLO (Western Wire) - Talks ended.", "Oslo", "Western Wire", "Talks ended."),
        ("OSLO, March 3 (Meridian) - Talks ended.", "Oslo", "Meridian", "Talks ended."),
        ("PARIS, 3 mars (AFP) - Talks ended.", "Paris", "AFP", "Talks ended."),
        ("GREENVILLE (South Carolina) — Talks ended.", "Greenville", None, "Talks ended."),
        ("SUN CITY, South Africa (AP) - Talks ended.", "Sun City", "AP", "Talks ended."),
        ("New Delhi, March 3: Talks ended.", "New Delhi", None, "Talks ended."),
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
        "Tesla (Nevada) - the maker of cars - said no.",
        "Tesla - the maker of cars - said no.",
        "Moscow said it was ready.",
        "Friday, August 7 - Talks ended.",
        "Update March 3, 2011: Talks ended.",
        "Editor's note, March 3: Talks ended.",
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


@pytest.mark.parametrize(
    ("line", "place", "date_text"),
    [
        ("Genf, 7. März 2011", "Genf", "7. März 2011"),
        ("GENEVA, March 7, 2011", "Geneva", "March 7, 2011"),
        ("Genève, le 7 mars 2011", "Genève", "7 mars 2011"),
        ("Ginebra, 7 de marzo de 2011", "Ginebra", "7 de marzo de 2011"),
        ("Oslo, Monday, 7 March 2011", "Oslo", "7 March 2011"),
    ],
)
def test_place_and_date_may_fill_a_line(line: str, place: str, date_text: str) -> None:
    assert find_dateline_alone(line) == Dateline(len(line), place, None, date_text, is_certain=True)


@pytest.mark.parametrize(
    "line", ["Daily Desk, 7 March 2011", "Monday, 7 March 2011", "Oslo, 7 March 2011 was cold.", "Oslo", ""]
)
def test_name_that_is_no_known_place_is_no_dateline(line: str) -> None:
    assert find_dateline_alone(line) is None
