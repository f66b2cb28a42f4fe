"""Tests of `copydesk.corpus.entities`."""

from __future__ import annotations

from datetime import date

from copydesk.corpus.entities import build_entities, link_clusters
from copydesk.ids import entity_id
from tests.unit.copydesk.corpus.rows import Row, article, frame, mention

_IVANOV = entity_id("PERSON", "sergeiivanov")


def _ids(mentions: list[Row], **story_of: str) -> dict[tuple[str, int], str]:
    documents = frame("documents", *(article(doc, "", story_id=story) for doc, story in story_of.items()))
    found = link_clusters(frame("mentions", *mentions), documents)
    rows = found.select("doc_id", "cluster_no", "entity_id").rows()
    return {(doc_id, cluster_no): entity for doc_id, cluster_no, entity in rows}


def _entities(mentions: list[Row], *articles: Row) -> list[dict[str, object]]:
    documents = frame("documents", *articles)
    table = frame("mentions", *mentions)
    clusters = link_clusters(table, documents.with_columns(story_id="doc_id"))
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
        mention("a-m0", "Anna Holm", "PERSON", 0, role="minister", country="SWE"),
        mention("a-m1", "Holm", "PERSON", 0),
        mention("a-m2", "she", "PERSON", 0, form="pronoun"),
        mention("b-m0", "Anna Holm", "PERSON", 2, role="Deputy Prime Minister"),
    ]
    assert _entities(mentions, article("a", "", date(2009, 6, 2)), article("b", "", date(2009, 6, 1))) == [
        {
            "entity_id": entity_id("PERSON", "annaholm"),
            "name": "Anna Holm",
            "label": "PERSON",
            "country": "SWE",
            "wikidata_id": None,
            "wikipedia_title": None,
            "aliases": ["Holm"],
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


def test_one_statesman_in_two_spellings_is_one_entity_with_his_page() -> None:
    mentions = [
        mention("a-m0", "Sergei Lavrov", "PERSON", 0, country="RUS", role="Foreign Minister"),
        mention("b-m0", "Sergey Lavrov", "PERSON", 0, country="RUS"),
        mention("b-m1", "Sergey Lavrov", "PERSON", 0, country="RUS"),
    ]
    (entity,) = _entities(mentions, article("a", ""), article("b", ""))
    assert (entity["name"], entity["aliases"], entity["wikipedia_title"], entity["wikidata_id"]) == (
        "Sergey Lavrov",
        ["Sergei Lavrov"],
        "Sergey Lavrov",
        "Q58217",
    )


def test_people_of_one_name_in_two_countries_are_two_entities() -> None:
    mentions = [
        mention("a-m0", "Anna Holm", "PERSON", 0, country="SWE"),
        mention("b-m0", "Anna Holm", "PERSON", 0, country="FIN"),
        mention("c-m0", "Anna Holm", "PERSON", 0, country="SWE"),
    ]
    ids = _ids(mentions, a="s1", b="s2", c="s3")
    assert ids[("a", 0)] == ids[("c", 0)]
    assert ids[("a", 0)] != ids[("b", 0)]


def test_a_person_named_once_with_and_once_without_country_is_one_entity() -> None:
    mentions = [
        mention("a-m0", "Anna Holm", "PERSON", 0, country="SWE"),
        mention("b-m0", "Anna Holm", "PERSON", 0),
    ]
    holm = entity_id("PERSON", "annaholm")
    assert _ids(mentions, a="s1", b="s2") == {("a", 0): holm, ("b", 0): holm}


def test_a_namesake_of_a_statesman_is_another_entity() -> None:
    mentions = [
        mention("a-m0", "John Howard", "PERSON", 0, country="AUS", role="Prime Minister"),
        mention("b-m0", "John Howard", "PERSON", 0, role="plumber"),
        mention("b-m1", "Ohio", "GPE", 1),
    ]
    entities = _entities(mentions, article("a", "", date(2004, 5, 1)), article("b", "", date(1950, 5, 1)))
    titles = {
        entity["country"]: entity["wikipedia_title"] for entity in entities if entity["label"] == "PERSON"
    }
    assert titles == {"AUS": "John Howard", None: None}


def test_an_entity_has_the_same_id_whatever_articles_are_added() -> None:
    alone = [mention("a-m0", "Sergei Lavrov", "PERSON", 0, country="RUS")]
    more = [*alone, mention("b-m0", "Sergei Lavrov", "PERSON", 0), mention("c-m0", "Lavrov", "PERSON", 0)]
    assert _ids(alone, a="s1")[("a", 0)] == _ids(more, a="s1", b="s2", c="s3")[("a", 0)]


def test_ids_do_not_depend_on_the_order_of_rows() -> None:
    mentions = [
        mention("a-m0", "Anna Holm", "PERSON", 0, country="SWE"),
        mention("b-m0", "Anna Holm", "PERSON", 0, country="FIN"),
        mention("c-m0", "Paris", "GPE", 0),
    ]
    stories = {"a": "s1", "b": "s2", "c": "s3"}
    assert _ids(mentions, **stories) == _ids(mentions[::-1], **dict(reversed(stories.items())))


def test_the_page_given_in_one_article_of_a_story_holds_for_the_others() -> None:
    mentions = [
        mention("a-m0", "Geoff Hoon", "PERSON", 0, country="GBR"),
        mention("b-m0", "Geoff Hoon", "PERSON", 0),
    ]
    told = _ids(mentions, a="s", b="s")
    apart = _ids(mentions, a="s1", b="s2")
    assert (told[("a", 0)] == told[("b", 0)], apart[("a", 0)] == apart[("b", 0)]) == (True, False)
