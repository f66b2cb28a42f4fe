"""Tests of `copydesk.corpus.entities`."""

from __future__ import annotations

from datetime import date

import polars as pl

from copydesk.corpus.entities import build_entities, link_clusters
from copydesk.ids import entity_id
from tests.unit.copydesk.corpus.rows import Row, article, frame, mention

_IVANOV = entity_id("PERSON", "sergeiivanov")


def _ids(mentions: list[Row], **story_of: str) -> dict[tuple[str, int], str]:
    stories = pl.DataFrame({"doc_id": list(story_of), "story_id": list(story_of.values())})
    found = link_clusters(frame("mentions", *mentions), stories)
    rows = found.select("doc_id", "cluster_no", "entity_id").rows()
    return {(doc_id, cluster_no): entity for doc_id, cluster_no, entity in rows}


def _entities(mentions: list[Row], *articles: Row) -> list[dict[str, object]]:
    documents = frame("documents", *articles)
    table = frame("mentions", *mentions)
    clusters = link_clusters(table, documents.select("doc_id", story_id="doc_id"))
    linked = table.drop("entity_id").join(
        clusters.select("doc_id", "cluster_no", "entity_id"), on=["doc_id", "cluster_no"], how="left"
    )
    return build_entities(linked, clusters, documents).to_dicts()


def test_one_name_in_two_articles_is_one_entity() -> None:
    mentions = [mention("a-m0", "Sergei Ivanov", "PERSON", 0), mention("b-m0", "Sergei Ivanov", "PERSON", 3)]
    assert _ids(mentions, a="s1", b="s2") == {("a", 0): _IVANOV, ("b", 3): _IVANOV}


def test_a_surname_is_the_only_one_of_that_name_in_the_story() -> None:
    mentions = [mention("a-m0", "Sergei Ivanov", "PERSON", 0), mention("b-m0", "Ivanov", "PERSON", 0)]
    assert _ids(mentions, a="s", b="s") == {("a", 0): _IVANOV, ("b", 0): _IVANOV}


def test_a_surname_of_another_story_stays_on_its_own() -> None:
    mentions = [mention("a-m0", "Sergei Ivanov", "PERSON", 0), mention("b-m0", "Ivanov", "PERSON", 0)]
    assert _ids(mentions, a="s1", b="s2") == {("a", 0): _IVANOV, ("b", 0): entity_id("PERSON", "ivanov")}


def test_a_surname_of_two_people_in_the_story_stays_on_its_own() -> None:
    mentions = [
        mention("a-m0", "Sergei Ivanov", "PERSON", 0),
        mention("a-m1", "Igor Ivanov", "PERSON", 1),
        mention("b-m0", "Ivanov", "PERSON", 0),
    ]
    assert _ids(mentions, a="s", b="s")[("b", 0)] == entity_id("PERSON", "ivanov")


def test_an_acronym_explained_in_the_story_is_its_organization() -> None:
    mentions = [
        mention("a-m0", "Vik Fishing Council", "ORG", 0),
        mention("a-m1", "VFC", "ORG", 0),
        mention("b-m0", "VFC", "ORG", 0),
    ]
    council = entity_id("ORG", "vikfishingcouncil")
    assert _ids(mentions, a="s", b="s") == {("a", 0): council, ("b", 0): council}


def test_dates_and_nameless_clusters_are_no_entities() -> None:
    mentions = [
        mention("a-m0", "Friday", "DATE", None),
        mention("a-m1", "the minister", "PERSON", 0, form="nominal"),
        mention("a-m2", "he", "PERSON", 0, form="pronoun"),
    ]
    assert _ids(mentions, a="s") == {}


def test_the_commonest_label_of_a_cluster_counts() -> None:
    mentions = [
        mention("a-m0", "Sergei Ivanov", "ORG", 0),
        mention("a-m1", "Ivanov", "PERSON", 0),
        mention("a-m2", "Ivanov", "PERSON", 0),
    ]
    assert _ids(mentions, a="s") == {("a", 0): _IVANOV}


def test_an_entity_gathers_what_its_mentions_tell() -> None:
    mentions = [
        mention("a-m0", "Sergei Ivanov", "PERSON", 0, role="minister", country="RUS"),
        mention("a-m1", "Ivanov", "PERSON", 0),
        mention("a-m2", "he", "PERSON", 0, form="pronoun"),
        mention("b-m0", "Sergei Ivanov", "PERSON", 2, role="Deputy Prime Minister"),
    ]
    assert _entities(mentions, article("a", "", date(2009, 6, 2)), article("b", "", date(2009, 6, 1))) == [
        {
            "entity_id": _IVANOV,
            "name": "Sergei Ivanov",
            "label": "PERSON",
            "country": "RUS",
            "wikidata_id": None,
            "wikipedia_title": None,
            "aliases": ["Ivanov"],
            "roles": ["Deputy Prime Minister", "minister"],
            "n_mentions": 4,
            "n_documents": 2,
            "first_published": date(2009, 6, 1),
            "last_published": date(2009, 6, 2),
        }
    ]


def test_a_country_is_spelt_out_however_rarely_it_is() -> None:
    mentions = [
        mention("a-m0", "U.S.", "GPE", 0),
        mention("a-m1", "U.S.", "GPE", 0),
        mention("a-m2", "United States", "GPE", 0),
    ]
    (entity,) = _entities(mentions, article("a", ""))
    assert (entity["name"], entity["aliases"]) == ("United States", ["U.S."])
