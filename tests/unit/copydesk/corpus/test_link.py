"""Tests of `copydesk.corpus.link`."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from copydesk.corpus.link import CORPUS_COLUMNS, link_corpus
from copydesk.ids import entity_id
from schemas import TABLES
from tests.unit.copydesk.corpus.rows import actor, article, event, frame, mention, quote, values

_TOLD = "Sergei Ivanov gave Anna Holm a silver compass in the harbour of Vik, praising the fishing treaty."
_RETOLD = (
    "In the harbour of Vik Ivanov gave Holm a compass of silver after both had signed the fishing treaty."
)
_IVANOV = entity_id("PERSON", "sergeiivanov")


def _frames() -> dict[str, pl.DataFrame]:
    return {
        "documents": frame(
            "documents", article("a", _TOLD, date(2009, 6, 1)), article("b", _RETOLD, date(2009, 6, 2))
        ),
        "segments": TABLES["segments"].empty_frame(),
        "sentences": TABLES["sentences"].empty_frame(),
        "mentions": frame(
            "mentions",
            mention("a-m0", "Sergei Ivanov", "PERSON", 0),
            mention("a-m1", "Anna Holm", "PERSON", 1),
            mention("a-m2", "Friday", "DATE", None),
            mention("b-m0", "Ivanov", "PERSON", 0),
            mention("b-m1", "Holm", "PERSON", 1),
            mention("b-m2", "a spokesman", "PERSON", 2, form="nominal"),
        ),
        "quotes": frame(
            "quotes",
            quote(
                "a-q0",
                "This compass has seen three oceans",
                speaker_mention_id="a-m0",
                speaker_name="Sergei Ivanov",
            ),
            quote(
                "b-q0", "This compass has seen three oceans", speaker_mention_id="b-m0", speaker_name="Ivanov"
            ),
            quote("b-q1", "The treaty needs work", speaker_mention_id="b-m2", speaker_name="a name of old"),
        ),
        "events": frame(
            "events",
            event("a-e0", "SUPPORT", _TOLD, trigger="gave ... compass"),
            event("b-e0", "SUPPORT", _RETOLD, trigger="gave ... compass"),
        ),
        "event_actors": _actors(),
    }


def _actors() -> pl.DataFrame:
    return frame(
        "event_actors",
        actor("a-e0", "source", 0, "Sergei Ivanov", mention_id="a-m0", name="Sergei Ivanov"),
        actor("a-e0", "target", 0, "Anna Holm", mention_id="a-m1", name="Anna Holm"),
        actor("b-e0", "source", 0, "Ivanov", mention_id="b-m0", name="Ivanov"),
        actor("b-e0", "target", 0, "Holm", mention_id="b-m1", name="Holm"),
        actor("b-e0", "target", 1, "troops", name=None),
    )


def test_every_table_has_its_declared_columns() -> None:
    schemas = {name: found.schema for name, found in link_corpus(_frames()).items()}
    assert schemas == {name: TABLES[name].polars_schema for name in [*_frames(), "entities"]}


def test_rows_are_sorted_by_primary_key() -> None:
    reversed_rows = {name: rows.reverse() for name, rows in _frames().items()}
    linked = link_corpus(reversed_rows)
    assert {
        name: rows.equals(rows.sort(TABLES[name].primary_key)) for name, rows in linked.items()
    } == dict.fromkeys(linked, True)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_order_of_rows_does_not_matter(seed: int) -> None:
    expected = link_corpus(_frames())
    shuffled = {name: rows.sample(fraction=1, shuffle=True, seed=seed) for name, rows in _frames().items()}
    for name, rows in link_corpus(shuffled).items():
        assert_frame_equal(rows, expected[name])


def test_results_of_a_former_run_do_not_matter() -> None:
    expected = link_corpus(_frames())
    with_history = {name: rows for name, rows in expected.items() if name != "entities"}
    for name, rows in link_corpus(with_history).items():
        assert_frame_equal(rows, expected[name])


def test_an_article_alone_forgets_what_others_told() -> None:
    only_b = {name: _only(name, "b", rows) for name, rows in _frames().items()}
    after_both = {
        name: _only(name, "b", rows) for name, rows in link_corpus(_frames()).items() if name != "entities"
    }
    expected = link_corpus(only_b)
    for name, rows in link_corpus(after_both).items():
        assert_frame_equal(rows, expected[name])


def _only(name: str, doc_id: str, rows: pl.DataFrame) -> pl.DataFrame:
    assert "doc_id" in TABLES[name].column_names
    return rows.filter(pl.col("doc_id") == doc_id)


def test_nothing_in_nothing_out() -> None:
    linked = link_corpus({name: rows.clear() for name, rows in _frames().items()})
    assert {name: rows.height for name, rows in linked.items()} == dict.fromkeys([*_frames(), "entities"], 0)


def test_two_articles_on_one_happening_share_a_story() -> None:
    assert values(link_corpus(_frames())["documents"], "doc_id", "story_id") == {
        "a": "story-a",
        "b": "story-a",
    }


def test_speakers_get_their_full_name_from_the_story() -> None:
    assert values(link_corpus(_frames())["quotes"], "quote_id", "speaker_name") == {
        "a-q0": "Sergei Ivanov",
        "b-q0": "Sergei Ivanov",
        "b-q1": "a name of old",
    }


def test_speakers_without_a_name_are_no_entity() -> None:
    assert values(link_corpus(_frames())["quotes"], "quote_id", "speaker_entity_id") == {
        "a-q0": _IVANOV,
        "b-q0": _IVANOV,
        "b-q1": None,
    }


def test_an_utterance_in_two_articles_is_one_group() -> None:
    assert values(link_corpus(_frames())["quotes"], "quote_id", "quote_group_id") == {
        "a-q0": "qg-a-q0",
        "b-q0": "qg-a-q0",
        "b-q1": "qg-b-q1",
    }


def test_a_happening_in_two_articles_is_one_group() -> None:
    assert values(link_corpus(_frames())["events"], "event_id", "event_group_id") == {
        "a-e0": "eg-a-e0",
        "b-e0": "eg-a-e0",
    }


def test_actors_get_entity_and_canonical_name() -> None:
    found = link_corpus(_frames())["event_actors"].filter(pl.col("event_id") == "b-e0")
    assert found.select("text", "name", "entity_id").rows() == [
        ("Ivanov", "Sergei Ivanov", _IVANOV),
        ("Holm", "Anna Holm", entity_id("PERSON", "annaholm")),
        ("troops", None, None),
    ]


def test_corpus_columns_are_declared() -> None:
    missing = {
        (name, column)
        for name, columns in CORPUS_COLUMNS.items()
        for column in columns
        if column not in TABLES[name].column_names
    }
    assert missing == set()
