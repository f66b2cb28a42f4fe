"""What the tagger sees, put together to attributions."""

from __future__ import annotations

from copydesk.quotes.assemble import Attribution, assemble
from copydesk.quotes.tagger import Link, Part, Tagged
from copydesk.spans import Span

TEXT = "Berg said it was over. Lind, who was there, denied that anybody had won."


def part(words: str, probability: float = 1.0) -> Part:
    start = TEXT.index(words)
    return Part(Span(start, start + len(words)), probability)


BERG, LIND, SAID, DENIED = part("Berg"), part("Lind"), part("said"), part("denied")
OVER, WON = part("it was over"), part("that anybody had won")


def found(tagged: Tagged) -> list[tuple[list[str], str | None, str | None]]:
    return [
        (
            [span.of(TEXT) for span in attribution.content],
            attribution.cue.of(TEXT) if attribution.cue else None,
            attribution.speaker.of(TEXT) if attribution.speaker else None,
        )
        for attribution in assemble(TEXT, tagged)
    ]


def test_links_tell_what_belongs_together() -> None:
    tagged = Tagged(
        (BERG, LIND),
        (SAID, DENIED),
        (OVER, WON),
        (Link(0, 0, 0.9), Link(1, 1, 0.8)),
        (Link(0, 0, 0.9), Link(1, 1, 0.9)),
    )
    assert found(tagged) == [
        (["it was over"], "said", "Berg"),
        (["that anybody had won"], "denied", "Lind"),
    ]


def test_contents_of_one_cue_are_one_quote() -> None:
    tagged = Tagged((), (SAID,), (OVER, WON), (Link(0, 0, 0.9), Link(1, 0, 0.8)), (Link(0, None, 0.9),))
    assert found(tagged) == [(["it was over", "that anybody had won"], "said", None)]


def test_link_to_nowhere_leaves_the_speaker_open() -> None:
    links = (Link(0, None, 0.7), Link(0, 0, 0.3))
    tagged = Tagged((BERG,), (SAID,), (OVER,), (Link(0, 0, 0.9),), links)
    assert found(tagged) == [(["it was over"], "said", None)]


def test_content_that_is_linked_to_nowhere_has_no_cue() -> None:
    tagged = Tagged((), (SAID,), (WON,), (Link(0, None, 0.9), Link(0, 0, 0.1)), ())
    assert found(tagged) == [(["that anybody had won"], None, None)]


def test_second_content_with_a_weak_link_is_a_quote_of_the_same_speaker() -> None:
    tagged = Tagged((BERG,), (SAID,), (OVER, WON), (Link(0, 0, 0.9), Link(1, 0, 0.5)), (Link(0, 0, 0.9),))
    assert found(tagged) == [
        (["it was over"], "said", "Berg"),
        (["that anybody had won"], None, "Berg"),
    ]


def test_second_direct_speech_needs_but_a_weak_link() -> None:
    text = '"It is over," Berg said. "We go."'
    first, cue, speaker, second = (
        Part(Span(text.index(words), text.index(words) + len(words)), 1.0)
        for words in ('"It is over,"', "said", "Berg", '"We go."')
    )
    tagged = Tagged(
        (speaker,), (cue,), (first, second), (Link(0, 0, 0.9), Link(1, 0, 0.5)), (Link(0, 0, 0.9),)
    )
    assert [attribution.content for attribution in assemble(text, tagged)] == [(first.span, second.span)]


def test_cue_without_content_is_no_attribution() -> None:
    assert assemble(TEXT, Tagged((BERG,), (SAID,), (), (), (Link(0, 0, 1.0),))) == []


def test_confidence_is_that_of_parts_and_links_together() -> None:
    tagged = Tagged(
        (BERG,), (part("said", 0.5),), (part("it was over", 0.5),), (Link(0, 0, 1.0),), (Link(0, 0, 0.5),)
    )
    assert assemble(TEXT, tagged) == [Attribution((OVER.span,), SAID.span, BERG.span, 0.125)]


def test_reported_words_of_another_paragraph_are_not_those_of_the_cue() -> None:
    text = "It was over, Berg said.\nLind denied it."
    cue = Part(Span(18, 22), 1.0)
    contents = (Part(Span(0, 11), 1.0), Part(Span(36, 38), 1.0))
    tagged = Tagged((), (cue,), contents, (Link(0, 0, 0.9), Link(1, 0, 0.9)), ())
    assert [(attribution.content, attribution.cue) for attribution in assemble(text, tagged)] == [
        ((contents[0].span,), cue.span),
        ((contents[1].span,), None),
    ]


def test_direct_speech_may_go_on_in_the_next_paragraph() -> None:
    text = '"It is over," Berg said.\n"Go home."'
    cue = Part(Span(19, 23), 1.0)
    contents = (Part(Span(0, 13), 1.0), Part(Span(25, 35), 1.0))
    tagged = Tagged((), (cue,), contents, (Link(0, 0, 0.9), Link(1, 0, 0.9)), ())
    assert [attribution.content for attribution in assemble(text, tagged)] == [
        (contents[0].span, contents[1].span)
    ]
