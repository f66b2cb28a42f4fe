"""Wire services named at the end."""

from __future__ import annotations

import pytest

from copydesk.cleaning.credits import agency_in, find_credit, is_credit_line


@pytest.mark.parametrize(
    ("paragraph", "body", "agency"),
    [
        ("Talks go on. – (Reuters)", "Talks go on.", "Reuters"),
        ("Talks go on. (Xinhua News Agency March 9, 2009)", "Talks go on.", "Xinhua"),
        ("Talks go on. – ( Financial Timesservice)", "Talks go on.", "Financial Times"),
        ('"Talks go on." -- AP', '"Talks go on."', "AP"),
        ("Talks go on. – (Western Wire service)", "Talks go on.", "Western Wire"),
        ("Talks go on. (Lakeland News Agency May 2, 2011)", "Talks go on.", "Lakeland News Agency"),
        ("Talks go on. (Reporting by Jane Roe; Editing by John Doe)", "Talks go on.", None),
    ],
)
def test_credit_is_cut_at_the_end_of_the_last_sentence(paragraph: str, body: str, agency: str | None) -> None:
    found = find_credit(paragraph)
    assert found is not None
    assert (paragraph[: found.start], found.agency) == (body, agency)


@pytest.mark.parametrize(
    "paragraph",
    [
        "He spoke to Reuters.",
        "The agency (Reuters) reported it first.",
        "The ministers (all of them) left (at noon).",
        "She worked for them. (Secret Service)",
        "They asked for better (Postal service)",
        "The book (edited by hand) sold well.",
        "",
    ],
)
def test_agency_in_running_text_is_no_credit(paragraph: str) -> None:
    assert find_credit(paragraph) is None


@pytest.mark.parametrize(
    "line",
    [
        "(Xinhua News Agency March 9, 2009)",
        "(Lakeland News Agency May 2, 2011)",
        "Associated Press",
        "(AFP)",
        "Reuters",
    ],
)
def test_agency_alone_is_a_credit_line(line: str) -> None:
    assert is_credit_line(line) is True


def test_part_of_a_word_is_no_agency() -> None:
    assert agency_in("APPLE and GAP, USA") is None
