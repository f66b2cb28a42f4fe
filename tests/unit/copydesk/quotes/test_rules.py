"""All quotes of an article together."""

from __future__ import annotations

from copydesk.quotes.attribute import index_speakers
from copydesk.quotes.rules import find_quotes_by_rules
from copydesk.records import Mention, Quote
from copydesk.spans import Span, joined
from schemas.vocabulary import MentionForm, MentionLabel, QuoteKind
from tests.factories import make_document, make_sentences


def quotes_of(text: str, mentions: tuple[Mention, ...] = ()) -> tuple[Quote, ...]:
    return find_quotes_by_rules(make_document(text), make_sentences(text), index_speakers(text, mentions))


def summary(text: str) -> list[tuple[str, str, str]]:
    return [
        (quote.kind.value, joined(text, quote.speaker), joined(text, quote.content))
        for quote in quotes_of(text)
    ]


def test_quote_is_complete() -> None:
    text = 'Berg told Reuters: "The bridge is safe."'
    berg = Mention(Span(0, 4), 0, MentionLabel.PERSON, MentionForm.NAME, 0.9, 0, name="Anna Berg")
    assert quotes_of(text, (berg,)) == (
        Quote(
            sentence_no=0,
            kind=QuoteKind.DIRECT,
            content=(Span(19, 40),),
            cue=(Span(5, 9),),
            cue_lemma="tell",
            speaker=(Span(0, 4),),
            speaker_mention=0,
            speaker_name="Anna Berg",
            via="Reuters",
            said_on=None,
            confidence=0.98,
        ),
    )


def test_common_noun_speaks_without_a_name() -> None:
    (quote,) = quotes_of("Analysts say that the bridge is safe.")
    assert (quote.speaker_mention, quote.speaker_name) == (None, None)


def test_relaying_outlet_is_the_way_and_no_second_quote() -> None:
    text = "Berg said that the bridge was safe, Reuters reported."
    quotes = quotes_of(text)
    assert [(joined(text, quote.content), quote.via) for quote in quotes] == [
        ("the bridge was safe", "Reuters")
    ]


def test_quote_inside_a_quote_is_not_a_second_one() -> None:
    text = "Berg said that engineers believed that the bridge was safe."
    assert summary(text) == [("indirect", "Berg", "engineers believed that the bridge was safe")]


def test_quotes_come_in_the_order_of_the_text() -> None:
    text = 'Berg said that the bridge was safe. "We checked it twice," she added.'
    assert summary(text) == [
        ("indirect", "Berg", "the bridge was safe"),
        ("direct", "she", '"We checked it twice,"'),
    ]


def test_narration_has_no_quotes() -> None:
    assert quotes_of("The bridge collapsed. Two cars fell into the river.") == ()


def test_scare_quotes_and_titles_are_no_quotes() -> None:
    assert quotes_of('The "bridge to nowhere" opened. She sang "The Long Way Home to Bergen" there.') == ()


def test_empty_text_has_no_quotes() -> None:
    assert find_quotes_by_rules(make_document(""), (), index_speakers("", ())) == ()


def test_odd_mark_loses_no_other_quote() -> None:
    text = 'The 6" pipe burst, Berg said.\n\n"It was old," she added.'
    assert ("direct", "she", '"It was old,"') in summary(text)
