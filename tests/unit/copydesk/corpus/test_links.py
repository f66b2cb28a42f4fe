"""Tests of `copydesk.corpus.links`."""

from __future__ import annotations

from datetime import date

from copydesk.corpus.links import link_names
from tests.unit.copydesk.corpus.rows import Row, article, frame, mention

_MATCH = (
    "Sweden beat Panama in a friendly in Norway: the striker scored from a penalty kick before half-time, "
    "the goalkeeper saved another, and the referee showed no yellow card. "
)


def _titles(text: str, *named: tuple[str, str], on: date | None = None, **fields: object) -> list[str | None]:
    """The titles of names, given in the order of the text, each a cluster of its own."""
    rows: list[Row] = []
    start = 0
    for number, (name, label) in enumerate(named):
        start = text.index(name, start)
        end = start + len(name)
        rows.append(mention(f"a-m{number}", name, label, number, start=start, end=end, **fields))
    found = link_names(frame("mentions", *rows), frame("documents", article("a", text, on)))
    titles = dict(found.select("cluster_no", "link_title").rows())
    return [titles.get(number) for number in range(len(named))]


def test_the_date_of_publication_tells_which_president_it_is() -> None:
    text = "President Bush left Washington."
    named = (("Bush", "PERSON"), ("Washington", "GPE"))
    found = [
        _titles(text, *named, on=date(year, 5, 1), role="President", country="USA")[0]
        for year in (1990, 2005)
    ]
    assert found == ["George H. W. Bush", "George W. Bush"]


def test_the_region_behind_a_comma_is_read_from_the_text() -> None:
    assert _titles("It rained in Springfield, Illinois, all day.", ("Springfield", "GPE")) == [
        "Springfield, Illinois"
    ]


def test_other_places_of_the_article_tell_the_state_from_the_country() -> None:
    text = "The storm crossed Georgia and Florida."
    assert _titles(text, ("Georgia", "GPE"), ("Florida", "GPE"), country="USA") == [
        "Georgia (U.S. state)",
        "Florida",
    ]


def test_a_country_that_plays_is_a_team_and_one_where_it_plays_is_not() -> None:
    assert _titles(_MATCH, ("Sweden", "GPE"), ("Panama", "GPE"), ("Norway", "GPE")) == [
        "Sweden national football team",
        "Panama national football team",
        "Norway",
    ]


def test_no_other_article_changes_a_link() -> None:
    mentions = [
        mention("a-m0", "Geoff Hoon", "PERSON", 0, end=10),
        mention("b-m0", "London", "GPE", 0, end=6, country="GBR"),
    ]
    documents = frame("documents", article("a", "Geoff Hoon spoke."), article("b", "London slept."))
    found = link_names(frame("mentions", *mentions), documents)
    assert found.select("doc_id", "link_title").rows() == [("b", "London")]


def test_an_article_without_names_has_no_links() -> None:
    assert _titles("Nothing happened.") == []
