"""All quotes of an article: direct and reported speech together, each thing said once."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.quotes.attribute import day_of_saying, index_speakers
from copydesk.quotes.content import clean_content, kind_of_content, n_words, without
from copydesk.quotes.direct import find_direct
from copydesk.quotes.indirect import find_indirect
from copydesk.quotes.outlets import find_via, is_outlet
from copydesk.quotes.passage import read_passages
from copydesk.quotes.phrases import spans_of_words
from copydesk.records import Quote
from copydesk.spans import Span

if TYPE_CHECKING:
    from copydesk.quotes.attribute import Speakers
    from copydesk.quotes.content import Finding
    from copydesk.quotes.marks import Quotation
    from copydesk.records import Document, Mention, Sentence

# What is left of a clause when the direct speech in it is taken out must be worth a quote of its own.
MIN_WORDS_BESIDE_DIRECT = 4


def find_quotes(
    document: Document, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]
) -> tuple[Quote, ...]:
    """Find who is reported to have said, written or thought what.

    Args:
        document: A cleaned article.
        sentences: Its parsed sentences.
        mentions: The names, nouns and pronouns found in it.

    Returns:
        Its quotes in the order of the text. A quote whose speaker the text does not tell has none.
    """
    speakers = index_speakers(document.text, mentions)
    passages = read_passages(document, sentences, speakers)
    direct = find_direct(passages, speakers)
    indirect = [finding for passage in passages for finding in find_indirect(passage)]
    settled = _settled(document.text, *_relayed(document.text, direct, indirect))
    quotations = [quotation for passage in passages for quotation in passage.quotations]
    starts = [sentence.span.start for sentence in sentences]
    return tuple(
        _quote(finding, max(bisect_right(starts, finding.start) - 1, 0), quotations, speakers)
        for finding in sorted(settled, key=lambda finding: finding.content)
    )


def _relayed(
    text: str, direct: list[Finding], indirect: list[Finding]
) -> tuple[list[Finding], list[Finding]]:
    """Take ", Interfax reported" behind somebody's words for their way to us, not for a quote of its own."""
    relays = [
        finding
        for finding in indirect
        if finding.speaker is not None and is_outlet(finding.speaker.span.of(text))
    ]
    others = [finding for finding in indirect if finding not in relays]
    used = [relay for relay in relays if any(_is_relay(relay, finding) for finding in (*direct, *others))]

    def with_via(finding: Finding) -> Finding:
        for relay in used:
            if _is_relay(relay, finding) and relay.speaker is not None:
                return replace(finding, via=relay.speaker.span.of(text))
        return finding

    kept = [finding for finding in indirect if finding not in used]
    return [with_via(finding) for finding in direct], [with_via(finding) for finding in kept]


def _is_relay(relay: Finding, finding: Finding) -> bool:
    return finding.speaker is not None and finding.cue is not relay.cue and relay.overlaps(finding)


def _settled(text: str, direct: list[Finding], indirect: list[Finding]) -> list[Finding]:
    """Keep one quote for each stretch of text: direct speech before reported, longer before shorter."""
    settled = list(direct)
    for finding in sorted(indirect, key=lambda finding: (-finding.size, finding.start)):
        rivals = [rival for rival in settled if rival.overlaps(finding)]
        if not rivals:
            settled.append(finding)
        elif all(rival in direct for rival in rivals):
            left = without(finding.content, [_reach(rival) for rival in rivals])
            longest = max(left, key=len, default=None)
            if longest is not None and n_words(text, [longest]) >= MIN_WORDS_BESIDE_DIRECT:
                content = clean_content(text, [longest], ())
                settled.append(replace(finding, content=content))
    return settled


def _reach(finding: Finding) -> Span:
    """From the first to the last character of an attribution."""
    spans = [*finding.content, *_cue_spans(finding)]
    if finding.speaker is not None:
        spans.append(finding.speaker.span)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _cue_spans(finding: Finding) -> tuple[Span, ...]:
    return () if finding.cue is None else spans_of_words(finding.cue.sentence, finding.cue.words)


def _quote(finding: Finding, sentence_no: int, quotations: list[Quotation], speakers: Speakers) -> Quote:
    text, cue, speaker = speakers.text, finding.cue, finding.speaker
    spoken = () if speaker is None else tuple(without([speaker.span], finding.content))
    taken = [*finding.content, *spoken]
    touched = [quoted for quoted in quotations if any(quoted.span.overlaps(span) for span in finding.content)]
    return Quote(
        sentence_no=sentence_no,
        kind=kind_of_content(text, finding.content, touched),
        content=finding.content,
        cue=tuple(without(_cue_spans(finding), finding.content)),
        cue_lemma=None if cue is None else cue.lemma,
        speaker=spoken,
        speaker_mention=speaker.mention if speaker is not None and spoken else None,
        speaker_name=speaker.name if speaker is not None and spoken else None,
        via=finding.via or (None if cue is None else find_via(cue, text, taken)),
        said_on=None if cue is None else day_of_saying(cue, taken, speakers),
        confidence=finding.confidence,
    )
