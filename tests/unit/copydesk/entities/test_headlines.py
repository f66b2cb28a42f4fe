"""Names in headlines."""

from copydesk.entities.headlines import without_headline_words
from copydesk.entities.names import Name
from copydesk.spans import Span
from schemas.vocabulary import MentionLabel
from tests.factories import make_sentences

BODY = "\n\nThe minister, Eva Lind, has said nothing in public since then."


def person(text: str, surface: str, sentence_no: int) -> Name:
    start = text.index(surface)
    span = Span(start, start + len(surface))
    return Name(span, sentence_no, surface, MentionLabel.PERSON, 0.8)


def names_after(headline: str, surface: str) -> list[str]:
    text = headline + BODY
    sentences = make_sentences(text)
    last = len(sentences) - 1
    found = [person(text, surface, 0), person(text, "Eva Lind,", last)]
    plain = Name(Span(found[1].span.start, found[1].span.end - 1), last, "Eva Lind", MentionLabel.PERSON, 0.8)
    return [name.text for name in without_headline_words(text, sentences, [found[0], plain])]


def test_a_headline_name_is_cut_to_the_known_surname() -> None:
    assert names_after("Defiant Lind Rejects Every Offer", "Defiant Lind") == ["Lind", "Eva Lind"]


def test_the_span_is_cut_with_the_name() -> None:
    text = "Defiant Lind Rejects Every Offer" + BODY
    sentences = make_sentences(text)
    start = text.index("Eva Lind")
    known = Name(Span(start, start + 8), len(sentences) - 1, "Eva Lind", MentionLabel.PERSON, 0.8)
    cut, _ = without_headline_words(text, sentences, [person(text, "Defiant Lind", 0), known])
    assert cut.span.of(text) == "Lind"


def test_a_given_name_is_never_cut_off() -> None:
    assert names_after("Karl Lind Rejects Every Offer", "Karl Lind") == ["Karl Lind", "Eva Lind"]


def test_a_name_unknown_to_the_article_stays() -> None:
    assert names_after("Defiant Nowak Rejects Every Offer", "Defiant Nowak") == ["Defiant Nowak", "Eva Lind"]


def test_names_in_sentences_stay() -> None:
    headline = "The crowd heard old Defiant Lind reject every single offer again."
    assert names_after(headline, "Defiant Lind") == ["Defiant Lind", "Eva Lind"]
