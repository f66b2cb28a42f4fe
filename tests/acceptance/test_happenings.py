"""What happened once is one group over the five real articles that the project was made for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import polars as pl
import pytest

from copydesk.corpus.link import link_corpus
from copydesk.document import clean_text, extract_document
from copydesk.frames import build_frames

if TYPE_CHECKING:
    from pathlib import Path

BROADCASTER, BBC, NEWSPAPER, XINHUA = "000", "001", "002", "003"


@pytest.fixture(scope="module")
def events(seeds: Path) -> pl.DataFrame:
    """The events of the five articles with their groups, and the number of the article in every row."""
    paths = sorted(seeds.glob("*.txt"))
    extractions = [extract_document(clean_text(path.read_text(encoding="utf-8"))) for path in paths]
    numbers = {
        extraction.document.provenance.doc_id: path.name[:3]
        for path, extraction in zip(paths, extractions, strict=True)
    }
    events = link_corpus(build_frames(extractions))["events"]
    return events.with_columns(article=pl.col("doc_id").replace_strict(numbers))


def _told(events: pl.DataFrame, event_type: str, *tellings: tuple[str, str]) -> pl.DataFrame:
    """The events of a type in the sentences that begin so, one for each article and beginning."""
    found = [
        events.filter(
            pl.col("article") == article,
            pl.col("event_type") == event_type,
            pl.col("evidence").str.contains(words, literal=True),
        )
        for article, words in tellings
    ]
    assert [frame.height for frame in found] == [1] * len(tellings)
    return pl.concat(found)


def test_the_words_of_biden_in_munich_are_one_happening(events: pl.DataFrame) -> None:
    told = _told(
        events,
        "AGREE",
        (BROADCASTER, "Russia has welcomed an offer"),
        (BBC, "has welcomed the US promise"),
        (XINHUA, "Weeks ago at the Munich Conference"),
    )
    assert told["event_group_id"].n_unique() == 1


def test_the_meeting_of_ivanov_and_biden_is_one_happening(events: pl.DataFrame) -> None:
    told = _told(
        events,
        "CONSULT",
        (BROADCASTER, "He was speaking after a meeting with Biden"),
        (BBC, "He met US Vice-President Joe Biden"),
    )
    assert told["event_group_id"].n_unique() == 1
    assert set(told["place"].drop_nulls()) == {"Munich"}


def test_the_meeting_of_clinton_and_lavrov_is_one_happening(events: pl.DataFrame) -> None:
    told = _told(
        events,
        "CONSULT",
        (XINHUA, "she subsequently met with Russian Foreign Minister"),
        (XINHUA, "Clinton said she and Lavrov had"),
        (XINHUA, "Just hours before Clinton's meeting with Lavrov"),
    )
    assert told["event_group_id"].n_unique() == 1
    first = told.row(0, named=True)
    assert (first["occurred_on"], first["place"]) == (date(2009, 3, 6), "Geneva")


def test_the_button_is_one_happening(events: pl.DataFrame) -> None:
    told = _told(
        events, "SUPPORT", (NEWSPAPER, "In a symbolic gesture"), (XINHUA, "In a symbolic gesture, Clinton")
    )
    assert told["event_group_id"].n_unique() == 1


def test_the_london_summit_to_come_is_one_happening(events: pl.DataFrame) -> None:
    told = _told(
        events,
        "CONSULT",
        (NEWSPAPER, "RUSSIAN FOREIGN minister Sergei Lavrov"),
        (NEWSPAPER, "Mr Obama and Mr Medvedev are due to meet"),
        (XINHUA, "Both sides should take the lead"),
    )
    assert told["event_group_id"].n_unique() == 1
    assert set(told["status"]) == {"planned"}


def test_different_happenings_stay_apart(events: pl.DataFrame) -> None:
    meetings = [
        (BBC, "He met US Vice-President Joe Biden"),
        (XINHUA, "she subsequently met with Russian Foreign Minister"),
        (XINHUA, "Both sides should take the lead"),
    ]
    groups = _told(events, "CONSULT", *meetings)["event_group_id"]
    assert groups.n_unique() == len(meetings)
