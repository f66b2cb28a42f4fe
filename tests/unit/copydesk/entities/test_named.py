"""Names put together in clusters."""

from copydesk.entities.labels import with_one_label
from copydesk.entities.missed import with_missed_names
from copydesk.entities.named import Named, link_names, tokens_of
from copydesk.entities.names import recognised_names
from copydesk.entities.titles import Gender
from copydesk.spans import Span
from tests.factories import make_sentences

TEXT = "Swedish Foreign Minister Karl Lindqvist met Mrs Ward. Lindqvist thanked Ward."


def linked() -> Named:
    sentences = make_sentences(TEXT)
    recognised = [name for sentence in sentences for name in recognised_names(TEXT, sentence)]
    return link_names(TEXT, sentences, with_missed_names(TEXT, sentences, with_one_label(TEXT, recognised)))


def test_every_mention_of_a_person_has_the_country_and_full_name() -> None:
    assert [(mention.name, mention.country, mention.cluster_no) for mention in linked().mentions] == [
        ("Swedish", "SWE", 0),
        ("Karl Lindqvist", "SWE", 1),
        ("Ward", None, 2),
        ("Karl Lindqvist", "SWE", 1),
        ("Ward", None, 2),
    ]


def test_gender_is_told_by_title_or_given_name() -> None:
    assert linked().genders == {1: Gender.MALE, 2: Gender.FEMALE}


def test_tokens_of_a_span_include_the_ones_it_cuts() -> None:
    (sentence,) = make_sentences("Oslo is cold.")
    assert tokens_of(sentence, Span(2, 6)) == (0, 1)
